"""Versions: what both agreed to, frozen with its words, its printed copy, and how each of them said so."""
