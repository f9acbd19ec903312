"""The body chart: layers drawn on a figure seen from the front or the back, each dated, each by one voice.

A layer is never changed; another is laid over it. Regions have names, so that a chart can be read and used by keys.
"""
