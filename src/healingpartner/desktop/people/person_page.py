"""One person: the header always in sight, below it the tabs of all rooms, or a deeper page about the record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.tab_bar import TabBar
from healingpartner.desktop.leaving import Leaving
from healingpartner.desktop.letterhead import paper_of
from healingpartner.desktop.page import Offer, Page
from healingpartner.desktop.people import deeper, papers
from healingpartner.desktop.people.header import PersonHeaderView
from healingpartner.desktop.people.joined_notice import JoinedNotice
from healingpartner.desktop.people.together import TogetherPage
from healingpartner.desktop.people.wishes_task import WishesTask
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _, spoken
from healingpartner.paper.printed import Printed
from healingpartner.people import views
from healingpartner.people.called import Called
from healingpartner.people.reading import PersonHeader
from healingpartner.practice import Changed, Practice
from healingpartner.vault.reading import Reader


class PersonPage(Page):
    """gone: the record is not here any more. tab_shown: the place changed."""

    gone = Signal()

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Tabs are made when they are first shown."""
        super().__init__()
        self._desk, self.person_id, self._found = desk, person_id, None
        self._tabs: dict[str, QWidget] = {}
        self._deeper: Page | None = None
        self._deeper_name = ""
        self._view: TurnedView | None = None
        self._called: Called | None = None
        self._leaving = Leaving(desk, self)
        self.header = PersonHeaderView()
        self._joined = JoinedNotice()
        self.bar = TabBar(_("Pages of this person"))
        self._bodies, self._whole = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self.bar.chosen.connect(self.show_tab)
        self._joined.opened.connect(lambda other: desk.ways.person.emit(other, ""))
        desk.runner.changed.connect(self._on_changed)
        self._ask()

    _found: PersonHeader | None

    # -- where one stands ---------------------------------------------------------------------------

    def place(self) -> str:
        """The deeper page or the tab in sight."""
        return self._deeper_name or self.bar.current()

    def return_to(self, place: str) -> None:
        """A deeper page or a tab; an unknown one is the first tab."""
        if place in deeper.PAGES:
            self.go_deeper(place)
            return
        if place in [tab.name for tab in self._desk.person_tabs]:
            self.bar.set_current(place)
        self.come_back()

    def show_tab(self, name: str) -> None:
        """A tab, made on first need."""
        tab = next((tab for tab in self._desk.person_tabs if tab.name == name), None)
        if tab is None:
            return
        if name not in self._tabs:
            page = tab.page(self._desk, self.person_id)
            self._tabs[name] = page
            self._bodies.addWidget(page)
            if isinstance(page, Page):
                page.moved.connect(self.moved)
            if isinstance(page, TogetherPage):
                page.asked_for.connect(self.go_deeper)
        self.bar.set_current(name)
        self._bodies.setCurrentWidget(self._tabs[name])
        self.moved.emit()

    def go_deeper(self, name: str) -> None:
        """The form, the history, the first meeting, joining or erasing; "card" saves their own card."""
        if name == "card":
            self._leaving.save(self._card, self._purpose(), _("Own card"), lambda: None)
            return
        self._forget_deeper()
        page = deeper.PAGES[name](self, self._desk)
        self._deeper, self._deeper_name = page, name
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)
        page.moved.connect(self.moved)
        self.moved.emit()

    def come_back(self) -> None:
        """From a deeper page to the tabs."""
        self._forget_deeper()
        self._whole.setCurrentIndex(0)
        for page in self._tabs.values():
            if isinstance(page, TogetherPage):
                page.look_again()
        self.show_tab(self.bar.current())

    # -- what the frame asks ------------------------------------------------------------------------

    def turning(self) -> Offer | None:
        """What the page in sight turns to the patient, or else the wishes."""
        if self._found is None:
            return None
        body = self._in_sight()
        offer = body.turning() if isinstance(body, Page) else None
        return offer or Offer(run=self._turn_wishes, name=self._found.called)

    def printing(self) -> Offer | None:
        """What the page in sight prints, or else the person's own card."""
        if self._found is None:
            return None
        body = self._in_sight()
        offer = body.printing() if isinstance(body, Page) else None
        return offer or Offer(run=self._print_card, name=self._found.called)

    def about_whom(self) -> Called | None:
        """This person; words they chose for themself are nowhere marked on their pages."""
        return self._called

    def go_back(self) -> bool:
        """Out of a deeper page."""
        body = self._in_sight()
        return body.go_back() if isinstance(body, Page) else False

    def go_to_tab(self, number: int) -> bool:
        """Tab `number`, from 1."""
        if not 1 <= number <= len(self._desk.person_tabs):
            return False
        self.return_to(self._desk.person_tabs[number - 1].name)
        return True

    def flush(self) -> None:
        """Keep every draft."""
        for page in (*self._tabs.values(), self._deeper):
            if isinstance(page, Page):
                page.flush()
        if self._view is not None and self._view.is_turned:
            self._view.flush()

    # -- inside -------------------------------------------------------------------------------------

    def _in_sight(self) -> QWidget | None:
        return self._deeper or self._tabs.get(self.bar.current())

    def _lay_out(self) -> None:
        tabs = QWidget()
        below = QVBoxLayout(tabs)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self.bar)
        below.addWidget(self._bodies, 1)
        self._whole.addWidget(tabs)
        for tab in self._desk.person_tabs:
            self.bar.add(tab.name, _(tab.title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self._joined)
        column.addWidget(self._whole, 1)

    def _forget_deeper(self) -> None:
        if self._deeper is not None:
            self._deeper.flush()
            self._whole.removeWidget(self._deeper)
            self._deeper.hide()
            self._deeper.deleteLater()
        self._deeper, self._deeper_name = None, ""

    def _on_changed(self, change: Changed) -> None:
        if self.person_id in change.people or "vault" in change.rooms:
            self._ask()

    def _ask(self) -> None:
        now = self._desk.clock.now()
        self._desk.runner.ask(_header_and_whole, self.person_id, now, owner=self, then=self._show)

    def _show(self, found: tuple[PersonHeader, str, Called] | None) -> None:
        if found is None:
            self.gone.emit()
            return
        self._found, whole_name, called = found
        if called != self._called:
            self._called = called
            for field in self.findChildren(LensField):
                field.look()
        self.header.show_header(self._found)
        self._joined.show_whole(self._found.merged_into, whole_name)
        self.moved.emit()

    def _turn_wishes(self) -> None:
        if self._found is None:
            return
        task = WishesTask(self._desk, self.person_id)
        view = TurnedView(self._desk, task, self._found.called, owner=self)
        self._view = view
        view.came_back.connect(self._turned_back)
        view.open()

    def _turned_back(self) -> None:
        self._view = None

    def _print_card(self) -> None:
        self._leaving.print_out(self._card, self._purpose(), lambda: None)

    def _purpose(self) -> Purpose:
        return Purpose(
            what=_("Own card"), to_whom=_("The person"), why=_("What they told us"), person_id=self.person_id
        )

    def _card(self, practice: Practice) -> Printed:
        return papers.person_card(practice, self.person_id, words=spoken(), paper=paper_of(self._desk.settings))


def _header_and_whole(db: Reader, person_id: str, now: Instant) -> tuple[PersonHeader, str, Called] | None:
    """The header, the name of the record it was joined to, how to speak of them; None when it is gone."""
    try:
        found = views.header(db, person_id, now=now)
    except Refused:
        return None
    whole = views.header(db, found.merged_into, now=now).name if found.merged_into else ""
    return found, whole, views.called(db, person_id)
