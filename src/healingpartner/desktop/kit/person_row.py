"""How a person stands in a list: initials, name, and one line of what is next. Drawn, not built of widgets."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from healingpartner.desktop.fonts import BODY
from healingpartner.desktop.kit.avatar import initials, paint_avatar
from healingpartner.desktop.kit.direction import in_reading_order
from healingpartner.desktop.kit.measure import colour
from healingpartner.foundation.text import isolated

NAME_ROLE = int(Qt.ItemDataRole.DisplayRole)
NOTE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW = 58

# Flags are joined once: Python's enumerations are slow to join for each of forty rows at each keystroke.
_LINE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | _LINE) | int(Qt.TextFlag.TextSingleLine)
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | _LINE) | int(Qt.TextFlag.TextSingleLine)


class PersonRow(QStyledItemDelegate):
    """Draws an index from its name (DisplayRole) and its note (NOTE_ROLE), both plain words of any script."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as every other, so that 20,000 cost no more than 20."""
        return QSize(160, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground when chosen, initials, two lines."""
        state, rect = option.state, option.rect
        size = option.font.pixelSize()
        scale = size / BODY
        name_font, note_font, letter_font = _fonts(option.font.family(), tuple(option.font.families()), size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, scale)
        side, rtl = round(37 * scale), option.direction is Qt.LayoutDirection.RightToLeft
        edge = round(12 * scale)
        left = rect.right() - edge - side if rtl else rect.left() + edge
        name, note = str(index.data(NAME_ROLE) or ""), str(index.data(NOTE_ROLE) or "")
        place = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
        paint_avatar(painter, place, _letters(name), letter_font)
        lead = edge + side + round(10 * scale)
        lines = rect.adjusted(edge if rtl else lead, 0, -lead if rtl else -edge, 0)
        middle = rect.center().y()
        top, high = round(21 * scale), round(23 * scale)
        upper = QRect(lines.left(), middle - top, lines.width(), high)
        lower = QRect(lines.left(), middle + round(1 * scale), lines.width(), round(19 * scale))
        shown = isolated(_fitted(name, name_font, lines.width()))
        _draw(painter, upper if note else QRect(lines), shown, name_font, "ink", rtl=rtl)
        # A name has a direction of its own; a sentence keeps that of its language, whatever name it begins with.
        sentence = in_reading_order(_fitted(note, note_font, lines.width()), rtl=rtl)
        _draw(painter, lower, sentence, note_font, "soft", rtl=rtl)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, scale: float) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        pen = painter.pen()
        pen.setColor(colour("mine" if focused else "line"))
        pen.setWidthF(2 if focused else 1)
        painter.setPen(pen if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(colour("surface" if chosen else "paper"))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 10 * scale, 10 * scale)


def row_height(font: QFont) -> int:
    """The height of a row in the list's own font; set it once as the view's default section size."""
    return round(ROW * font.pixelSize() / BODY)


@lru_cache(maxsize=16)
def _fonts(family: str, families: tuple[str, ...], size: int) -> tuple[QFont, QFont, QFont]:
    fonts = []
    for px, weight in ((1.0, QFont.Weight.DemiBold), (13 / 15, QFont.Weight.Normal), (0.93, QFont.Weight.Bold)):
        font = QFont(list(families) or [family])
        font.setPixelSize(max(1, round(size * px)))
        font.setWeight(weight)
        fonts.append(font)
    return fonts[0], fonts[1], fonts[2]


@lru_cache(maxsize=512)
def _letters(name: str) -> str:
    return initials(name)


def _fitted(words: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(" ".join(words[:300].split()), Qt.TextElideMode.ElideRight, width)


def _draw(painter: QPainter, place: QRect, words: str, font: QFont, token: str, *, rtl: bool) -> None:
    painter.setFont(font)
    painter.setPen(colour(token))
    painter.drawText(place, _AT_RIGHT if rtl else _AT_LEFT, words)
