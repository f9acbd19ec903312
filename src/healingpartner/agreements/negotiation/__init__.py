"""Talking an agreement over: what each side says of each commitment, the answers to new words, the changed text.

Only what both agreed to, in the text both signed, binds anybody. Open points stay in sight, and nothing presses.
"""
