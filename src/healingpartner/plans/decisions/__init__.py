"""Decisions: a question, the ways there side by side, and what the patient chose.

Whatever the practitioner leans to stands in a field of its own, with its reason. Only the patient decides.
"""
