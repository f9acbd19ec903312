"""Labels as wide as their words, up to the width of the line: for rows in which several stand one after another."""

from PySide6.QtCore import QSize

from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel


class ShortTitle(TitleLabel):
    """A title that leaves the rest of its line to others."""

    def sizeHint(self) -> QSize:
        """On one line."""
        return _on_one_line(self, super().sizeHint())


class ShortLabel(PlainLabel):
    """Words that leave the rest of their line to others."""

    def sizeHint(self) -> QSize:
        """On one line."""
        return _on_one_line(self, super().sizeHint())


def _on_one_line(label: PlainLabel, hint: QSize) -> QSize:
    label.ensurePolished()
    wide = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n")) + 4
    return QSize(wide, min(hint.height(), label.fontMetrics().height() + 2))
