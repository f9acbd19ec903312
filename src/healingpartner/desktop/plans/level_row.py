"""The levels of a goal side by side in words, the present one filled. A number never stands without its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop.kit.direction import runs_right_to_left
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.foundation.words import _

Ground = Literal["below", "hoped", "above"]
_GROUNDS: dict[Ground, str] = {"below": "sunk", "hoped": "mine_tint", "above": "mine_tint"}
_INKS: dict[Ground, str] = {"below": "soft", "hoped": "mine", "above": "mine"}
LEAST_WIDE = 104
GAP = 8
MOST_KNOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One level. `head`: its number or name; `words`: what it means here; `now`: the present one."""

    head: str
    words: str
    ground: Ground
    now: bool = False


class LevelRow(QWidget):
    """Drawn in one go, because a plan has many; side by side, or one below the other where there is no room."""

    def __init__(self, cells: Sequence[Cell] = (), *, parent: QWidget | None = None) -> None:
        """`cells`: from the lowest level to the highest."""
        super().__init__(parent)
        self._cells: tuple[Cell, ...] = ()
        self._known: dict[tuple[int, int], list[QRect]] = {}
        self._longest: dict[int, int] = {}
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)
        self.show_cells(cells)

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Other levels, or another present one."""
        self._cells, self._known, self._longest = tuple(cells), {}, {}
        self.setAccessibleName(" ".join(map(_told, self._cells)))
        self.updateGeometry()
        self.update()

    def cells(self) -> tuple[Cell, ...]:
        """What is shown."""
        return self._cells

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the level with the most words, or as all of them below each other."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:
        """Room for five side by side."""
        wide = scaled(self, LEAST_WIDE + GAP) * max(1, len(self._cells))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Room for one."""
        return QSize(min(self._least(), scaled(self, LEAST_WIDE)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each level on its ground; the present one filled, with a tick of its own, so that colour is not the only
        sign.
        """
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell, place in zip(self._cells, self._places(self.width()), strict=True):
            if self.isRightToLeft():
                place.moveLeft(self.width() - place.right() - 1)
            self._paint(painter, cell, place)

    def _paint(self, painter: QPainter, cell: Cell, place: QRect) -> None:
        ground, ink = ("mine", "on_mine") if cell.now else (_GROUNDS[cell.ground], _INKS[cell.ground])
        radius = scaled(self, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(QRectF(place), radius, radius)
        if cell.now:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("ink"), 1.5))
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), radius, radius)
        inside = self._inside(place)
        painter.setPen(colour(ink))
        painter.setFont(self._head_font())
        centred = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        took = QFontMetrics(painter.font()).boundingRect(inside, centred, cell.head).height()
        _turn(painter, cell.head)
        painter.drawText(inside, centred, cell.head)
        _turn(painter, cell.words)
        painter.setFont(self._words_font())
        painter.drawText(inside.adjusted(0, took + scaled(self, 2), 0, 0), centred, cell.words)

    def _places(self, width: int) -> list[QRect]:
        """Where each level stands at that width; a layout asks many times over, and words are measured once."""
        known = (width, self.font().pixelSize())
        if known not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[known] = self._measured(width)
        return [QRect(place) for place in self._known[known]]

    def _measured(self, width: int) -> list[QRect]:
        count = len(self._cells)
        if not count:
            return []
        gap = GAP
        wide = (width - gap * (count - 1)) // count
        if wide < self._least():
            places, top = [], 0
            for cell in self._cells:
                high = self._height(cell, width)
                places.append(QRect(0, top, width, high))
                top += high + gap
            return places
        high = max(self._height(cell, wide) for cell in self._cells)
        return [QRect(at * (wide + gap), 0, wide, high) for at in range(count)]

    def _least(self) -> int:
        """Room for the longest word of any level, so that none is cut."""
        px = self.font().pixelSize()
        if px not in self._longest:
            metrics = QFontMetrics(self._words_font())
            words = (word for cell in self._cells for word in (*cell.words.split(), cell.head))
            self._longest[px] = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return self._longest[px] + scaled(self, 20)

    def _height(self, cell: Cell, wide: int) -> int:
        inside = self._inside(QRect(0, 0, wide, 10_000))
        flags = int(Qt.TextFlag.TextWordWrap)
        head = QFontMetrics(self._head_font()).boundingRect(inside, flags, cell.head).height()
        words = QFontMetrics(self._words_font()).boundingRect(inside, flags, cell.words or " ").height()
        return head + words + scaled(self, 18)

    def _inside(self, place: QRect) -> QRect:
        aside, above = scaled(self, 8), scaled(self, 7)
        return place.adjusted(aside, above, -aside, -above)

    def _head_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(self.font().pixelSize() * 14 / 15)))
        return font


def _turn(painter: QPainter, words: str) -> None:
    """Draw in the direction of these words' own script, whatever the language of the screen."""
    rtl = runs_right_to_left(words)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)


def _told(cell: Cell) -> str:
    said = _("Now: {level}: {words}.") if cell.now else _("{level}: {words}.")
    return said.format(level=cell.head, words=cell.words)
