"""The mutual reflection: eight pairs of statements, answered apart, sealed, and opened together.

The patient's side is a box that only their six words open. The practitioner's side cannot be changed once it is sealed.
"""
