"""The practitioner as a person and as a letterhead: one of each practice, kept once.

What the practitioner writes about a patient never comes here.
"""
