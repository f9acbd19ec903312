"""Two walks over a page: what a screen reader is told of it, and whether all its words can be seen."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

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


def clipped(widget: QWidget) -> list[str]:
    """Every visible label or button in `widget` that has less room than its words need, by its words."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    buttons = [button for button in widget.findChildren(QAbstractButton) if button.isVisible() and button.text()]
    short = [
        label.text() for label in labels if label.wordWrap() and label.height() < label.heightForWidth(label.width())
    ]
    return short + [button.text() for button in buttons if button.width() < button.minimumSizeHint().width()]


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
