"""The sealed copies of signed agreements, kept as the bytes they were made of.

A copy is made once for a text, outside this room; here it gets its row, beside the practice's own signatures under
the envelopes. Nothing here makes a seal or reads a PDF.
"""
