"""Lengths that grow with the text around them."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from healingpartner.desktop import tokens
from healingpartner.desktop.fonts import BODY


def scaled(widget: QWidget, px: float) -> int:
    """`px` pixels at 100 % text, as they are at this widget's text size."""
    return max(1, round(px * widget.font().pixelSize() / BODY)) if widget.font().pixelSize() > 0 else round(px)


def colour(token: str) -> QColor:
    """The colour of a token, in the set in force."""
    return QColor(getattr(tokens.now(), token))
