"""A person's tab "Plan": what they want, the ways there side by side, and what each of the two will do.

Its cards show one read model of the plans room and emit intent; what may be changed when is decided there.
"""
