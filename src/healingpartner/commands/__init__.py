"""The command line: one file a verb. Arguments are understood here; the work is done by the rooms below.

Nothing heavy is imported before a verb is chosen, and no secret is ever taken as an argument.
"""
