"""Time to think, asked for by the practitioner: since when, and a day to ask again. It presses nobody.

The patient's own time to think stands in the agreement's row.
"""
