"""Ending and resuming, kindly: words from both, the last day, what is handed over, letters, and a door left open.

An ending is a row beside the signed agreement. Nothing in it can say whose doing it was.
"""
