"""The tour: a walk through the real pages as a person would take it, without a screen, kept as pictures and papers.

Fixed clock, seeded chance, bundled faces: two walks give the same. What a step proves is in its sentence.
"""
