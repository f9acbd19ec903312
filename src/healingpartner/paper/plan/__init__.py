"""The papers of a shared plan: what was decided, the ways side by side, goals, steps, what is taken, history, consent.

Frozen models come in and a finished paper goes out. The patient's words stand first, and the practitioner's steps
before the patient's.
"""
