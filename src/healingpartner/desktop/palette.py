"""Ctrl+K: one field over people and acts. Typing narrows, arrows choose, Return goes there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from healingpartner.desktop import icons
from healingpartner.desktop.kit.direction import in_reading_order
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.notice_panels import Scrim
from healingpartner.foundation.text import fold, isolated
from healingpartner.foundation.words import _

_MOST_PEOPLE, _MOST_ACTS = 8, 12
_LEAST_TO_LOOK, _LOOK_AFTER_MS = 2, 120
_ROW = 40
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the palette: `folded` is looked through, `text` shown, `keys` its shortcut (portable) or ""."""

    text: str
    folded: str
    icon: str
    run: Callable[[], None]
    keys: str = ""


Look = Callable[[str, Callable[[Sequence[Entry]], None]], None]


def matching(entries: Sequence[Entry], typed: str, limit: int) -> list[Entry]:
    """Entries in which every typed word occurs; those where a word begins with the first come first."""
    wanted = fold(typed).split()
    if not wanted:
        return list(entries[:limit])
    first: list[Entry] = []
    later: list[Entry] = []
    for entry in entries:
        if all(word in entry.folded for word in wanted):
            begins = entry.folded.startswith(wanted[0]) or f" {wanted[0]}" in entry.folded
            (first if begins else later).append(entry)
            if len(first) >= limit:
                break
    return (first + later)[:limit]


class Palette(Scrim):
    """The palette over its host. It leaves by Escape, a click beside it, or a choice."""

    chose = Signal()

    def __init__(
        self, host: QWidget, people: Sequence[Entry], acts: Sequence[Entry], *, look: Look | None = None
    ) -> None:
        """`people` is empty in discreet mode. `look`: looks through the records and tells what it found there."""
        super().__init__(host)
        self._people, self._acts, self._look = people, acts, look
        self._records: tuple[str, Sequence[Entry]] = ("", ())
        self._soon = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._soon.timeout.connect(self._look_now)
        self.setAccessibleName(_("Find a person or an act"))
        self.card.setMaximumWidth(scaled(self, 620))
        self.inside.setContentsMargins(12, 12, 12, 12)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find a person or an act"))
        self.field.setAccessibleName(_("Find a person or an act"))
        self.field.addAction(icons.icon("magnifying-glass", "soft"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)
        self.found = QListWidget()
        self.found.setAccessibleName(_("Found"))
        self.found.setFrameShape(QFrame.Shape.NoFrame)
        self.found.setStyleSheet("background: transparent;")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setItemDelegate(_Delegate(self.found))
        self.found.itemClicked.connect(self._go)
        self.found.setMinimumHeight(scaled(self, 8 * _ROW + 8))
        self.nothing = PlainLabel(_("Nothing is called that. Try fewer letters."), tone="soft")
        for part in (self.field, self.found, self.nothing):
            self.inside.addWidget(part)
        self._show_matches("")

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def add_people(self, people: Sequence[Entry]) -> None:
        """People that were found after the palette opened."""
        self._people = people
        self._show_matches(self.field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Return belong to the list while the field has the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
            if event.key() in steps:
                last = self.found.count() - 1
                self.found.setCurrentRow(min(last, max(0, self.found.currentRow() + steps[Qt.Key(event.key())])))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(self.found.currentItem())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def _typed(self, typed: str) -> None:
        self._show_matches(typed)
        if self._look is not None and len(fold(typed)) >= _LEAST_TO_LOOK:
            self._soon.start()

    def _look_now(self) -> None:
        typed = self.field.text()
        if self._look is not None:
            self._look(typed, lambda found: self._take_records(typed, found))

    def _take_records(self, typed: str, found: Sequence[Entry]) -> None:
        """What the records hold stands below all else, so that nothing moves under the hand."""
        if not found or typed != self.field.text():
            return
        chosen = max(0, self.found.currentRow())
        self._records = (typed, found)
        self._show_matches(typed)
        self.found.setCurrentRow(chosen)

    def _show_matches(self, typed: str) -> None:
        self.found.clear()
        people = matching(self._people, typed, _MOST_PEOPLE) if typed.strip() else []
        records = self._records[1] if self._records[0] == typed else ()
        for entry in (*people, *matching(self._acts, typed, _MOST_ACTS), *records):
            item = QListWidgetItem(entry.text)
            item.setData(_ENTRY, entry)
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.found.setVisible(self.found.count() > 0)
        self.nothing.setVisible(self.found.count() == 0)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            entry: Entry = item.data(_ENTRY)
            self.leave()
            entry.run()
            self.chose.emit()


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self._view()
        return QSize(scaled(view, 80), scaled(view, _ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, entry = self._view(), index.data(_ENTRY)
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rtl, gap, side = view.isRightToLeft(), scaled(view, 12), scaled(view, 18)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("mine_tint"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), scaled(view, 8), scaled(view, 8))
        picture = icons.pixmap(entry.icon, "mine" if chosen else "soft", side, view.devicePixelRatioF())
        at = area.right() - gap - side if rtl else area.left() + gap
        painter.drawPixmap(at, area.center().y() - side // 2, picture)
        keys = native_keys(entry.keys)
        key_room = view.fontMetrics().horizontalAdvance(keys) + gap if keys else 0
        start, end = gap * 2 + side, gap + key_room
        words = area.adjusted(end, 0, -start, 0) if rtl else area.adjusted(start, 0, -end, 0)
        level = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        near = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.setPen(colour("ink"))
        shown = view.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(near | level), in_reading_order(shown, rtl=rtl))
        painter.setPen(colour("soft"))
        painter.drawText(area.adjusted(gap, 0, -gap, 0), int(far | level), keys)
        painter.restore()

    def _view(self) -> QWidget:
        view = self.parent()
        assert isinstance(view, QWidget)  # noqa: S101 - given at the beginning
        return view


def native_keys(portable: str) -> str:
    """A shortcut as this system writes it, from left to right in every language."""
    native = QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText)
    return f"\u2066{native}\u2069" if native else ""


def person_entry(shown: str, folded: str, run: Callable[[], None], *, beside: str = "") -> Entry:
    """A person's line: the name as it is shown, kept from turning what stands `beside` it."""
    text = " · ".join(part for part in (isolated(shown), beside) if part)
    return Entry(text=text, folded=folded, icon="user", run=run)
