"""A round of colour with a person's initials, in any script."""

import unicodedata

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.measure import colour, scaled

_CASED = ("Lu", "Ll", "Lt")


def initials(name: str) -> str:
    """Two letters at most; "" when a name has no letter or number. Latin gives "MR", Arabic "دا", Chinese "王"."""
    words = [letters for letters in map(_letters, unicodedata.normalize("NFC", name).split()) if letters]
    if not words:
        return ""
    first = words[0]
    if unicodedata.category(first[0][0]) in _CASED:
        last = words[-1][0] if len(words) > 1 else ""
        return unicodedata.normalize("NFC", (first[0] + last).upper())[:3]
    return first[0] if _is_wide(first[0]) else "".join(first[:2])


def _letters(word: str) -> list[str]:
    """The letters and numbers of a word, each with the marks that stand on it."""
    found: list[str] = []
    for sign in word:
        kind = unicodedata.category(sign)
        if kind[0] == "M" and found and len(found[-1]) < 3:
            found[-1] += sign
        elif kind[0] in "LN":
            found.append(sign)
    return found


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter[0]) in {"W", "F"}


def paint_avatar(painter: QPainter, place: QRectF, letters: str, font: QFont) -> None:
    """Draw the round at `place` with `letters`, or the sign for a person where there are none."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("yours_tint"))
    painter.drawEllipse(place)
    if letters:
        painter.setFont(font)
        painter.setPen(colour("yours"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), letters)
        return
    side = int(place.width() * 0.6)
    ratio = painter.device().devicePixelRatio()
    corner = place.center()
    painter.drawPixmap(
        int(corner.x() - side / 2), int(corner.y() - side / 2), icons.pixmap("user", "yours", side, ratio)
    )


class Avatar(QWidget):
    """A person's initials; the name stands beside it, so screen readers pass over this."""

    def __init__(self, name: str, *, px: int = 56, parent: QWidget | None = None) -> None:
        """`px`: its side at 100 %."""
        super().__init__(parent)
        self._letters, self._px = initials(name), px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Another person."""
        self._letters = initials(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(scaled(self, self._px), scaled(self, self._px))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The round."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(max(1, round(self.width() * 0.34)))
        font.setWeight(QFont.Weight.Bold)
        paint_avatar(painter, QRectF(self.rect()), self._letters, font)
