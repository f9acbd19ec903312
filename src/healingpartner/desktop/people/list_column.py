"""The column of people: a title, a plus, the filter, and everyone below it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import IconButton, LinkButton, QuietButton
from healingpartner.desktop.kit.filter_field import FilterField
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.person_row import PersonRow, row_height
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel, set_tip
from healingpartner.desktop.people.list_model import PeopleModel
from healingpartner.foundation.words import _
from healingpartner.people.reading import ListRow
from healingpartner.people.views import list_rows
from healingpartner.practice import Changed
from healingpartner.vault.reading import Reader

WIDTH, LEAST_WIDTH = 290, 220
Lines = Callable[[Reader], Mapping[str, str]]


class PeopleColumn(QWidget):
    """chosen: a person's id, by click or keys. wants_new: the plus, or the button of an empty list."""

    chosen = Signal(str)
    wants_new = Signal()

    def __init__(self, desk: Desk, *, lines: tuple[Lines, ...] = ()) -> None:
        """Asks for everyone at once, and again at every change of people.

        `lines`: views of rooms that say the second line of some people, by person id; the first that speaks is heard.
        """
        super().__init__()
        self._desk, self._person_id, self._archived = desk, "", False
        self._lines = lines
        self._said: dict[int, Mapping[str, str]] = {}
        self.model = PeopleModel()
        self.filter_field = FilterField(_("Filter people"))
        self.view = _View(self.model)
        self._stack = QStackedWidget()
        self._nobody = _Nobody()
        self._archive_link = LinkButton(_("Put away"), icon="archive")
        set_tip(self._archive_link, _("Show the records that were put away from the list"))
        self._lay_out()
        self.filter_field.filtered.connect(self._filter)
        self.filter_field.moved.connect(self._move)
        self.filter_field.returnPressed.connect(self._open_first)
        self.view.opened.connect(self._open_row)
        self._nobody.add.clicked.connect(self.wants_new)
        self._archive_link.clicked.connect(self._switch_archive)
        desk.runner.changed.connect(self._on_changed)
        self._ask()

    def show_person(self, person_id: str) -> None:
        """Mark the person whose page is open."""
        self._person_id = person_id
        self.view.mark(self.model.row_of(person_id))

    def sizeHint(self) -> QSize:
        """Narrower than a page, wider with larger text."""
        return QSize(self._wide(), 400)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the column is never wider than a third of its window."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        if self.maximumWidth() != self._wide():
            self.setFixedWidth(self._wide())

    def _wide(self) -> int:
        return min(scaled(self, WIDTH), max(LEAST_WIDTH, self.window().width() * 3 // 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, with a line towards the page."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), _between(colour("paper"), colour("sunk")))
        at = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(at, 0, 1, self.height(), colour("line"))

    # -- inside -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        plus = IconButton("plus", _("Add a person"), px=16)
        plus.clicked.connect(self.wants_new)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.addWidget(TitleLabel(_("People"), level=2), 1)
        head.addWidget(plus)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 8)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.filter_field)
        column.addWidget(self._stack, 1)
        column.addWidget(self._archive_link)

    def _on_changed(self, change: Changed) -> None:
        if change.rooms & {"people", "vault", "agreements", "plans"}:
            self._ask()

    def _ask(self) -> None:
        archived = self._archived
        self._desk.runner.ask(list_rows, archived=archived, owner=self, then=self._show)
        for place, view in enumerate(self._lines):
            self._desk.runner.ask(view, owner=self, then=partial(self._hear, place))

    def _hear(self, place: int, lines: Mapping[str, str]) -> None:
        self._said[place] = lines
        self.model.show_lines(
            {who: line for at in sorted(self._said, reverse=True) for who, line in self._said[at].items()}
        )

    def _show(self, rows: list[ListRow]) -> None:
        bar = self.view.verticalScrollBar()
        stood = bar.value()
        self.model.show_everyone(rows)
        self._after_reset()
        bar.setValue(stood)

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        self._after_reset()

    def _after_reset(self) -> None:
        typed = self.filter_field.text().strip()
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self._nobody)
        self._nobody.say(typed, archived=self._archived)
        if self._person_id:
            self.view.mark(self.model.row_of(self._person_id))

    def _switch_archive(self) -> None:
        self._archived = not self._archived
        self._archive_link.set_words(_("Back to the list") if self._archived else _("Put away"))
        self._ask()

    def _move(self, step: int) -> None:
        row = self.view.currentIndex().row() + step if self.view.currentIndex().isValid() else 0
        row = min(max(row, 0), self.model.rowCount() - 1)
        self.view.mark(row)
        self._open_row(row)

    def _open_first(self) -> None:
        if self.model.rowCount():
            self.view.mark(0)
            self._open_row(0)

    def _open_row(self, row: int) -> None:
        person_id = self.model.id_at(row)
        if person_id:
            self._person_id = person_id
            self.chosen.emit(person_id)


def _between(one: QColor, other: QColor) -> QColor:
    """A colour between two, opaque: blending a whole column at each keystroke would be felt."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(0.4 * first + 0.6 * second) for first, second in pairs))


class _View(QTableView):
    """Rows of one height, drawn whole."""

    opened = Signal(int)

    def __init__(self, model: PeopleModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(PersonRow(self))
        self.setAccessibleName(_("People"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("bare", True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("selection-background-color: transparent;")
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self._fit()
        self.clicked.connect(lambda index: self.opened.emit(index.row()))

    def mark(self, row: int) -> None:
        """Choose a row, or none for -1, without opening it."""
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; arrows move and open, as a click would."""
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or (row != before and row >= 0):
            self.opened.emit(row)

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))


class _Nobody(QWidget):
    """What stands where no row does: a sentence, and the way to add someone."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = PlainLabel(tone="soft")
        self.add = QuietButton(_("Add a person"), icon="user-plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 0)
        column.setSpacing(12)
        column.addWidget(self._sentence)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    def say(self, typed: str, *, archived: bool) -> None:
        """A sentence for an empty list, for a filter without hits, or for nothing put away."""
        if typed:
            self._sentence.setText(_("Nobody of that name is in the list."))
        elif archived:
            self._sentence.setText(_("No record is put away."))
        else:
            self._sentence.setText(_("Nobody is here yet. Add the first person."))
        self.add.setVisible(not archived)
