"""A walk over what a screen reader is told: who can be reached by keys, and whether it has a name and a role."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_ROLELESS = {QAccessible.Role.NoRole}
# Parts Qt makes itself: what scrolls and what a list draws have their names from the view around them.
_SILENT = {QAccessible.Role.ScrollBar, QAccessible.Role.Grip, QAccessible.Role.Separator}


def nameless(widget: QWidget) -> list[str]:
    """Every focusable thing in `widget` without a name or a role, as class and object name; best when empty."""
    root = QAccessible.queryAccessibleInterface(widget)
    return _nameless(root) if root is not None else [type(widget).__name__]


def spoken(widget: QWidget) -> list[tuple[str, str, str]]:
    """(role, name, description) of every focusable thing, in the order of the tree."""
    root = QAccessible.queryAccessibleInterface(widget)
    return [_told(node) for node in _walk(root) if node.state().focusable] if root is not None else []


def _nameless(root: QAccessibleInterface) -> list[str]:
    found = []
    for node in _walk(root):
        if not node.state().focusable or node.state().invisible or node.role() in _SILENT:
            continue
        if not node.text(QAccessible.Text.Name).strip() or node.role() in _ROLELESS:
            found.append(_where(node))
    return found


def _walk(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    nodes = [node]
    for at in range(node.childCount()):
        child = node.child(at)
        if child is not None and child.isValid():
            nodes += _walk(child)
    return nodes


def _told(node: QAccessibleInterface) -> tuple[str, str, str]:
    return node.role().name, node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Description)


def _where(node: QAccessibleInterface) -> str:
    thing = node.object()
    return f"{type(thing).__name__} {thing.objectName()}".strip() if thing is not None else node.role().name
