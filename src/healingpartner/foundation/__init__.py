"""What every room stands on: the two voices, ids, the clock, money, text at the door, words, paths.

Standard library, platformdirs and Babel only. Nothing here reads or writes a practice.
"""
