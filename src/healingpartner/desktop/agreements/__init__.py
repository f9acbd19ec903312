"""The pages of the agreement: a person's tab, the rail page, and the task of reading and signing.

They show read models of the agreements room and emit intent; what counts as signed is decided there.
"""
