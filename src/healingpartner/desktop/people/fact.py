"""A label and what is known, close together: one fact of a card."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.plain_label import PlainLabel


class Fact(QWidget):
    """Words that can be copied, under a small label."""

    def __init__(self, label: str, words: str) -> None:
        """`words` of any script, on any number of lines."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(PlainLabel(label, tone="small"))
        column.addWidget(PlainLabel(words, selectable=True))
