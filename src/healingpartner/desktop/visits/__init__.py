"""The visits of a person on screen: the list, one visit from arriving to leaving, its note, and the quiet page.

Cards show a read model and hand on what is meant; the page of the visit does it.
"""
