"""The shared widgets: labels that never read markup, buttons, fields, both voices, pad, palette, toast.

Each knows the tokens and nothing of the practice: it shows what a page gives it and says what a person did.
No SQL, no acts, no rooms may enter here.
"""
