"""An examination as a sequence: asked for with its reasons, agreed to or not, stopped by the patient at one tap.

What was asked, answered and stopped stays as it was.
"""
