"""Why there is a record at all: told in neutral words, and the patient's own choice of how it is written.

What was chosen stays as it was chosen, with the words that were shown; a later choice stands beside it.
"""
