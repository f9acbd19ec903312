"""Visits: being present with one another, and what both say there. Notes and examinations have rooms inside.

What somebody said is never written over. Nothing here knows plans, the journal or the agreement.
"""
