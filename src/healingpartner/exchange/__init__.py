"""The one door: everything that leaves or enters the machine passes here and is written down.

Rendering is paper's work, rows are the rooms'; here they meet, and the ledger learns what went, to whom and why.
"""
