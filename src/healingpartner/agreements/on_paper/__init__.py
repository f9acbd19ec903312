"""Signatures given by hand on paper, and the scan or photographs that the paper was brought back as.

The files lie behind the vault's one door and are never opened here: they are kept as the bytes they came as, and
the envelopes of those who signed bind each by its hash.
"""
