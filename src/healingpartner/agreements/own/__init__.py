"""The practitioner's own wordings: made from any other, edited, kept with every former edition, set aside again.

A wording belongs to no patient. What was offered or signed keeps its own words, whatever becomes of the wording.
"""
