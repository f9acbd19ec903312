"""Practise before promising: commitments the practitioner adopts one by one, for themselves, before offering them.

Private to the practitioner and tied to no patient. Nothing counts, nothing reminds.
"""
