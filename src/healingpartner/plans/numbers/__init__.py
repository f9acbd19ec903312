"""Numbers told straight: how many of how many, within what time, with and without, and how sure that is.

Pure functions over exact numbers. No row, no screen and no file is known here.
"""
