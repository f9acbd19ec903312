"""Everything a person sees and touches: the shell, the kit of shared widgets, a page per room, the turned view.

The only room that imports PySide6. Pages hold no truth: they show a read model and say what a person wants.
"""
