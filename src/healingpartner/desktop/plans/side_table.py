"""The comparison as a table: ways across, rows down; heads stay in sight, and arrows, Tab and Enter move in it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from healingpartner.desktop import fonts
from healingpartner.desktop.kit.direction import runs_right_to_left
from healingpartner.desktop.kit.icon_array import IconPair
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.speech import takes_italics
from healingpartner.desktop.kit.voice_mark import TOKENS, name_of
from healingpartner.desktop.plans.side_rows import PICTURES, SideRow
from healingpartner.foundation.words import _
from healingpartner.plans.decisions.model import Option

Index = QModelIndex | QPersistentModelIndex
WIDE, HEAD_WIDE = 210, 156
PAD = 10


class SideModel(QAbstractTableModel):
    """`filled`: own words for a row that somebody added: (row id, option id, words)."""

    filled = Signal(str, str, str)

    def __init__(self, rows: Sequence[SideRow], options: Sequence[Option], *, writable: bool) -> None:
        """`writable`: whether added rows may be filled now."""
        super().__init__()
        self.rows, self.options, self._writable = tuple(rows), tuple(options), writable
        self.body_px = fonts.BODY

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.options)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        own = self._writable and bool(self.rows[index.row()].row_id)
        return flags | Qt.ItemFlag.ItemIsEditable if own else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, words = self.rows[index.row()], self.rows[index.row()].cells[index.column()]
        speech = row.is_speech and bool(words) and takes_italics(words)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.EditRole:
            return words
        if role == Qt.ItemDataRole.FontRole and speech:
            return fonts.serif_font(self.body_px * 16 / 15, italic=True)
        if role == Qt.ItemDataRole.ForegroundRole and row.voice is not None:
            return colour(TOKENS[row.voice])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{option}, {row}: {words}").format(
                option=self.options[index.column()].label, row=row.title, words=words or _("nothing yet")
            )
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or not row.row_id or str(value) == row.cells[index.column()]:
            return False
        self.filled.emit(row.row_id, self.options[index.column()].id, str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.options[section].label if across else self.rows[section].title
        voice = None if across else self.rows[section].voice
        if role == Qt.ItemDataRole.ForegroundRole and voice is not None:
            return colour(TOKENS[voice])
        if role == Qt.ItemDataRole.AccessibleTextRole and voice is not None:
            return f"{self.rows[section].title} ({name_of(voice)})"
        return None


class SideTable(QTableView):
    """Rows are as high as their words."""

    def __init__(self, name: str, model: SideModel) -> None:
        """`name`: what is compared, for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self.model_of = model
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Heads(Qt.Orientation.Vertical, self))
        self.setModel(model)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setItemDelegate(_Words(self))
        self.setCornerWidget(QWidget())
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.setStyleSheet("border: none; background: transparent;")

    def arrange(self) -> None:
        """Widths and heights for this text size."""
        self.model_of.body_px = self.font().pixelSize() if self.font().pixelSize() > 0 else fonts.BODY
        count = self.model_of.columnCount()
        room = self.viewport().width()
        wide = max(scaled(self, WIDE), room // count if count else 0)
        for column in range(count):
            self.setColumnWidth(column, min(wide, scaled(self, WIDE) * 2))
        self.resizeRowsToContents()
        for row in range(self.model_of.rowCount()):
            if self.model_of.rows[row].key == PICTURES:
                tallest = [self._picture_height(row, column) for column in range(count)]
                self.setRowHeight(row, max(tallest, default=0) + 2 * PAD)

    def show_pictures(self, outcome: str) -> None:
        """In each column, the people of this outcome; nothing where a way has no number for it."""
        row = next((at for at, one in enumerate(self.model_of.rows) if one.key == PICTURES), None)
        if row is None:
            return
        for column, option in enumerate(self.model_of.options):
            known = next((one for one in option.estimates if one.has_numbers and one.outcome == outcome), None)
            picture = QWidget() if known is None else _Padded(IconPair(known))
            self.setIndexWidget(self.model_of.index(row, column), picture)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: widths and heights follow."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "model_of"):
            self.arrange()

    def paintEvent(self, event: Any) -> None:
        """A hairline under each row, so that the eye keeps to it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(colour("line"), 1))
        for row in range(self.model_of.rowCount()):
            y = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.drawLine(0, y, self.viewport().width(), y)

    def _picture_height(self, row: int, column: int) -> int:
        widget = self.indexWidget(self.model_of.index(row, column))
        layout = widget.layout() if isinstance(widget, _Padded) else None
        if layout is None:
            return 0
        wide = self.columnWidth(column)
        return layout.heightForWidth(wide) if layout.hasHeightForWidth() else layout.sizeHint().height()


class _Padded(QWidget):
    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.addWidget(inside)


class _Words(QStyledItemDelegate):
    """Words with air around them, on the ground of a card; a ring around the cell that the keys are on."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box = option.rect
        painter.fillRect(box, colour("surface"))
        painter.setFont(self._font(option, index))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or colour("ink"))
        right = option.direction is Qt.LayoutDirection.RightToLeft
        _draw(painter, box.adjusted(PAD, PAD, -PAD, -PAD), str(index.data() or ""), right=right)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(colour("mine" if focused else "edge"), 2))
            painter.drawRect(box.adjusted(2, 2, -2, -3))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._table().columnWidth(index.column())
        room = QRect(0, 0, max(40, wide - 2 * PAD), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(self._font(option, index)).boundingRect(room, flags, str(index.data() or " "))
        return QSize(wide, words.height() + 2 * PAD)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        return line

    def _font(self, option: QStyleOptionViewItem, index: Index) -> QFont:
        return index.data(Qt.ItemDataRole.FontRole) or option.font

    def _table(self) -> "SideTable":
        table = self.parent()
        assert isinstance(table, SideTable)  # noqa: S101 - made by it alone
        return table


class _Heads(QHeaderView):
    """Names of ways above, of rows beside: wrapped, never cut."""

    def __init__(self, orientation: Qt.Orientation, table: QTableView) -> None:
        super().__init__(orientation, table)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        """As high as the longest name of a way; as wide as a name of a row."""
        if self.orientation() is Qt.Orientation.Vertical:
            return QSize(scaled(self, HEAD_WIDE), 0)
        high = max((self._high(at, self.sectionSize(at)) for at in range(self.count())), default=0)
        return QSize(0, high)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        if self.orientation() is Qt.Orientation.Vertical:
            return QSize(scaled(self, HEAD_WIDE), self._high(logicalIndex, scaled(self, HEAD_WIDE)))
        return QSize(self.sectionSize(logicalIndex), self._high(logicalIndex, self.sectionSize(logicalIndex)))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, colour("sunk"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self._font())
        ink = self.model().headerData(logicalIndex, self.orientation(), Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink or colour("ink"))
        _draw(painter, rect.adjusted(PAD, PAD, -PAD, -PAD), self._words(logicalIndex), right=self.isRightToLeft())
        painter.restore()

    def _words(self, at: int) -> str:
        return str(self.model().headerData(at, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")

    def _high(self, at: int, wide: int) -> int:
        room = QRect(0, 0, max(40, wide - 2 * PAD), 10_000)
        words = QFontMetrics(self._font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._words(at))
        return words.height() + 2 * PAD

    def _font(self) -> QFont:
        px = self.font().pixelSize() if self.font().pixelSize() > 0 else fonts.BODY
        if self.orientation() is Qt.Orientation.Horizontal:
            return fonts.serif_font(px * 17 / 15, weight=QFont.Weight.DemiBold)
        return fonts.text_font(px * 14 / 15, weight=QFont.Weight.DemiBold)


def _draw(painter: QPainter, room: QRect, words: str, *, right: bool) -> None:
    """Words from where reading begins in this language, each in the direction of its own script."""
    rtl = runs_right_to_left(words)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
    painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), words)
