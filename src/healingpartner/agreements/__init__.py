"""The agreement: what practitioner and patient promise each other, offered, read, and signed by both.

Rules and shapes in model, wording, strokes and envelope; rows in store; what can be done in acts; what can be asked
in views and verify. Nothing here knows a plan, a visit, a screen or a page of paper.
"""
