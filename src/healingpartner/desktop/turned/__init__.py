"""The view turned to the patient: full screen, one task, and no other way into the record.

A task is a widget that a room makes; this frame gives it text size, a pause and the way back, which needs the
practitioner's passphrase.
"""
