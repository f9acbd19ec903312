"""Every public thing says what it is. Ruff sees to modules, classes and functions; here: methods of the desktop."""

import ast

from house.sources import sources

# Of Qt's models, views and widgets, those that are one word.
ONE_WORD = {"data", "event", "flags", "index", "paint", "parent", "done", "reject", "accept"}


def _is_qts_own(name: str) -> bool:
    """Qt's overridden methods are camelCase, or one of a few words; what they do is told by Qt."""
    return name != name.lower() or name in ONE_WORD


def _is_protocol(owner: ast.ClassDef) -> bool:
    """A protocol's own docstring says what is needed of whom."""
    return any(ast.unparse(base).startswith("Protocol") for base in owner.bases)


def test_public_methods_of_the_desktop_have_docstrings_unless_they_are_qts_own():
    silent = [
        f"{source.at(method)} {owner.name}.{method.name}"
        for source in sources()
        if source.room == "desktop"
        for owner in source.nodes()
        if isinstance(owner, ast.ClassDef) and not owner.name.startswith("_") and not _is_protocol(owner)
        for method in owner.body
        if isinstance(method, ast.FunctionDef)
        and not method.name.startswith("_")
        and not _is_qts_own(method.name)
        and not ast.get_docstring(method)
    ]
    assert silent == []
