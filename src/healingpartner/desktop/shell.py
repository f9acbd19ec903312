"""The frame of an open practice: rail, a list beside, top bar and the page in sight. Destroyed when it locks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from healingpartner.desktop import frame_acts, lens_choice, palette_people
from healingpartner.desktop.actions import Actions
from healingpartner.desktop.backing_up import backup_is_stale, backup_words, last_backup
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.empty_state import EmptyState
from healingpartner.desktop.kit.rail import Rail
from healingpartner.desktop.page import Page
from healingpartner.desktop.rooms import SETTINGS, Room
from healingpartner.desktop.top_bar import TopBar
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.words import _
from healingpartner.people.lens_words.views import own_entries
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.people.practitioner.views import practitioner
from healingpartner.people.reading import ListRow
from healingpartner.people.views import list_rows
from healingpartner.practice import Changed

PEOPLE = "people"
_BACKUP, _LOCK, _DISCREET = "backup", "lock", "discreet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the practitioner stood, for coming back after locking."""

    room: str
    place: str


class Shell(QWidget):
    """The frame. `lock_asked`: by the rail or the key."""

    lock_asked = Signal()

    def __init__(self, desk: Desk, rooms: Sequence[Room], *, practice_name: str) -> None:
        """`practice_name`: shown until the one patients read is known."""
        super().__init__()
        self._desk, self._fallback_name = desk, practice_name
        self._rooms = {room.name: room for room in (*rooms, SETTINGS)}
        self._pages: dict[str, Page] = {}
        self._room, self._turned = "", False
        self._names: Sequence[ListRow] = ()
        self.rail, self.top = Rail(_("Healing Partner"), note=practice_name), TopBar()
        self._beside, self._stack = QStackedWidget(), QStackedWidget()
        self._curtain = EmptyState(
            "eye-slash", _("Names are hidden while someone sits beside you."), button=_("Show people")
        )
        self._stack.addWidget(self._curtain)
        self.actions_of_frame = Actions(self, say=desk.notices.say, silent=lambda: self._turned or desk.notices.asking)
        self._lay_out(rooms)
        self._connect()
        frame_acts.register(
            self.actions_of_frame, self, lock=self.lock_asked.emit, new_person=lambda: self._go(PEOPLE, "new")
        )

    # -- where one stands ---------------------------------------------------------------------------

    def begin(self, standing: Standing | None, first: str) -> None:
        """Show where the practitioner stood, or the `first` room, and ask for what the frame itself shows."""
        wanted = standing if standing is not None and standing.room in self._rooms else None
        self._go(wanted.room if wanted else first, wanted.place if wanted else "")
        self._ask_names()
        self._desk.runner.ask(practitioner, owner=self, then=self._say_whose)
        self._desk.runner.ask(own_entries, owner=self, then=lens_choice.take_own)
        self.ask_backup()

    def standing(self) -> Standing:
        """Where the practitioner stands now."""
        page = self.page()
        return Standing(room=self._room, place=page.place() if page is not None else "")

    def page(self) -> Page | None:
        """The page in sight."""
        return self._pages.get(self._room)

    def show_room(self, name: str) -> None:
        """Show a room, made when it is first wanted."""
        if name not in self._rooms:
            return
        if name not in self._pages:
            page = self._rooms[name].page(self._desk)
            self._pages[name] = page
            self._stack.addWidget(page)
            page.moved.connect(self._show_offers)
            beside = page.beside()
            if beside is not None:
                self._beside.addWidget(beside)
        self._room = name
        self.rail.set_current(name)
        self._show_beside()
        self._show_offers()
        self.ask_backup()

    def take_focus(self) -> None:
        """Put the keyboard where one begins: into the filter of the page in sight, or on its way on the rail."""
        page = self.page()
        if page is None or not page.isVisible() or self._beside.isHidden() or not page.focus_filter():
            self.rail.button(self._room).setFocus()

    def flush(self) -> None:
        """Keep everything being typed, before locking."""
        for page in self._pages.values():
            page.flush()

    def ask_backup(self) -> None:
        """Say when the last backup was made."""
        self._desk.runner.run(last_backup, owner=self, then=self._say_backup)

    # -- what the frame's acts ask for ----------------------------------------------------------------

    def open_palette(self) -> None:
        """Ctrl+K."""
        acts = self.actions_of_frame
        panel = palette_people.palette_over(self.window(), self._desk, self._names, acts, self._open_person)
        self._desk.notices.show_panel(panel)

    def show_help(self) -> None:
        """F1."""
        self._desk.notices.show_panel(frame_acts.HelpPanel(self.window(), self.actions_of_frame.shortcuts()))

    def toggle_discreet(self) -> None:
        """Hide or show the list of people, and their names wherever else they stand in a list."""
        discreet = not self._desk.settings.values.discreet
        self._desk.settings.change(discreet=discreet)
        self._show_beside()
        self._desk.ways.discreet.emit(discreet)
        self._desk.notices.say(
            _("The list of people is hidden while someone sits beside you.")
            if discreet
            else _("The list of people is shown again.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.actions_of_frame.run("frame.back")
        else:
            super().keyPressEvent(event)

    # -- inside -------------------------------------------------------------------------------------

    def _lay_out(self, rooms: Sequence[Room]) -> None:
        for room in rooms:
            self.rail.add(room.name, _(room.title), room.icon)
        self.rail.add(_BACKUP, _("Backup"), "shield-warning", below=True)
        self.rail.add(_DISCREET, "…", "eye-slash", below=True)
        self.rail.add(SETTINGS.name, _(SETTINGS.title), SETTINGS.icon, below=True)
        self.rail.add(_LOCK, _("Lock"), "lock", below=True)
        right = QVBoxLayout()
        right.setContentsMargins(28, 20, 28, 0)
        right.setSpacing(16)
        right.addWidget(self.top)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addWidget(self._beside)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        ways, acts = self._desk.ways, self.actions_of_frame
        self.rail.chosen.connect(self._chosen)
        self.top.finds.connect(self.open_palette)
        self._curtain.pressed.connect(self.toggle_discreet)
        self.top.prints.connect(lambda: acts.run("frame.print"))
        self.top.turns.connect(lambda: acts.run("frame.turn"))
        ways.room.connect(self.show_room)
        ways.person.connect(self._open_person)
        ways.new_person.connect(self._open_new_person)
        ways.turned.connect(self._turn)
        ways.backed_up.connect(self.ask_backup)
        self._desk.runner.changed.connect(self._on_changed)

    def _chosen(self, key: str) -> None:
        if key == _LOCK:
            self.lock_asked.emit()
        elif key == _DISCREET:
            self.toggle_discreet()
        else:
            self._go(SETTINGS.name if key == _BACKUP else key, _BACKUP if key == _BACKUP else "")

    def _open_person(self, person_id: str, tab: str) -> None:
        self._go(PEOPLE, f"{person_id}/{tab}")

    def _open_new_person(self) -> None:
        self._go(PEOPLE, "new")

    def _go(self, room: str, place: str) -> None:
        self.show_room(room)
        page = self.page()
        if page is not None and place:
            page.return_to(place)

    def _turn(self, turned: bool) -> None:
        self._turned = turned

    def _show_beside(self) -> None:
        page = self.page()
        beside = page.beside() if page is not None else None
        if beside is not None:
            self._beside.setCurrentWidget(beside)
        discreet = self._desk.settings.values.discreet
        self._beside.setVisible(beside is not None and not discreet)
        if page is not None:
            self._stack.setCurrentWidget(self._curtain if discreet and self._rooms[self._room].lists_people else page)
        self.rail.button(_DISCREET).set_words(
            _("Show people") if discreet else _("Hide people"),
            icon="eye" if discreet else "eye-slash",
        )

    def _show_offers(self) -> None:
        page = self.page()
        self.top.offer(page.turning() if page else None, page.printing() if page else None)

    def _say_backup(self, last: Instant | None) -> None:
        now = self._desk.clock.now()
        sign = "shield-warning" if backup_is_stale(last, now) else "shield-check"
        self.rail.button(_BACKUP).set_words(backup_words(last, now), icon=sign)

    def _on_changed(self, change: Changed) -> None:
        if PEOPLE in change.rooms:
            self._ask_names()
            self._desk.runner.ask(practitioner, owner=self, then=self._say_whose)

    def _ask_names(self) -> None:
        self._desk.runner.ask(list_rows, owner=self, then=self._keep_names)

    def _keep_names(self, names: Sequence[ListRow]) -> None:
        self._names = names

    def _say_whose(self, known: Practitioner) -> None:
        parts = (known.shown(), known.practice_name or self._fallback_name)
        self.rail.set_note(" · ".join(part for part in parts if part))
