"""What ties the parts of a plan together, asked across their tables without knowing their shapes.

The folders above stand on this, so none of their models may enter here.
"""
