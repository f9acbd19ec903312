"""Those who sign beside the two, or for one of them: a representative, an interpreter, witnesses.

What each may say and when both sides have signed is told here; the signature itself is made where all are made.
"""
