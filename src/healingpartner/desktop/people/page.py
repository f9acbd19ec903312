"""The page of the room: the list beside it, and the person, the form for a new one, or a welcome."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.empty_state import EmptyState
from healingpartner.desktop.page import Offer, Page
from healingpartner.desktop.people.form_page import PersonFormPage
from healingpartner.desktop.people.list_column import Lines, PeopleColumn
from healingpartner.desktop.people.person_page import PersonPage
from healingpartner.desktop.people.sheet_page import SheetPage
from healingpartner.foundation.words import _

NEW, OWN_SHEET = "new", "own-sheet"


class PeoplePage(Page):
    """Places: "<person id>/<tab or deeper page>", "new", "own-sheet" (the practitioner's) and "" (the list)."""

    def __init__(self, desk: Desk, *, lines: tuple[Lines, ...] = ()) -> None:
        """`lines`: views of other rooms for the second line of the list; see `PeopleColumn`."""
        super().__init__()
        self._desk = desk
        self._column = PeopleColumn(desk, lines=lines)
        self._stack = QStackedWidget()
        self._welcome = EmptyState(
            "users", _("Choose someone from the list, or add a person."), button=_("Add a person")
        )
        self._page: PersonPage | PersonFormPage | SheetPage | None = None
        self._stack.addWidget(self._welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._column.chosen.connect(self._choose)
        self._column.wants_new.connect(self._begin_new)
        self._welcome.pressed.connect(self._begin_new)

    # -- what the frame asks ------------------------------------------------------------------------

    def beside(self) -> QWidget:
        """The list of people."""
        return self._column

    def place(self) -> str:
        """Where one stands."""
        if isinstance(self._page, PersonPage):
            return f"{self._page.person_id}/{self._page.place()}"
        if isinstance(self._page, SheetPage):
            return OWN_SHEET
        return NEW if isinstance(self._page, PersonFormPage) else ""

    def return_to(self, place: str) -> None:
        """Stand there again; the same person keeps their page."""
        person_id, _slash, inside = place.partition("/")
        if place == NEW:
            self._begin_new()
        elif person_id == OWN_SHEET:
            self._open_own_sheet()
        elif not person_id:
            self._show_welcome()
        else:
            self._open(person_id, inside)

    def turning(self) -> Offer | None:
        """As the person's page offers."""
        return self._page.turning() if self._page is not None else None

    def printing(self) -> Offer | None:
        """As the person's page offers."""
        return self._page.printing() if self._page is not None else None

    def focus_filter(self) -> bool:
        """Into the filter of the list."""
        self._column.filter_field.setFocus()
        self._column.filter_field.selectAll()
        return True

    def go_back(self) -> bool:
        """As the page in sight can."""
        return self._page.go_back() if self._page is not None else False

    def go_to_tab(self, number: int) -> bool:
        """A tab of the person in sight."""
        return self._page.go_to_tab(number) if self._page is not None else False

    def flush(self) -> None:
        """Keep every draft."""
        if self._page is not None:
            self._page.flush()

    # -- inside -------------------------------------------------------------------------------------

    def _choose(self, person_id: str) -> None:
        inside = self._page.place() if isinstance(self._page, PersonPage) else ""
        tabs = [tab.name for tab in self._desk.person_tabs]
        self._open(person_id, inside if inside in tabs else "")

    def _open(self, person_id: str, inside: str) -> None:
        if isinstance(self._page, PersonPage) and self._page.person_id == person_id:
            self._page.return_to(inside)
        else:
            page = PersonPage(self._desk, person_id)
            page.gone.connect(self._show_welcome)
            self._replace(page)
            page.return_to(inside)
        self._column.show_person(person_id)

    def _begin_new(self) -> None:
        if isinstance(self._page, PersonFormPage):
            return
        page = PersonFormPage(self._desk)
        page.saved.connect(lambda person_id: self._open(person_id, ""))
        page.left.connect(self._show_welcome)
        self._replace(page)
        self._column.show_person("")

    def _open_own_sheet(self) -> None:
        page = SheetPage(self._desk)
        page.saved.connect(self._show_welcome)
        page.left.connect(self._show_welcome)
        self._replace(page)
        self._column.show_person("")

    def _show_welcome(self) -> None:
        self._forget()
        self._stack.setCurrentWidget(self._welcome)
        self._column.show_person("")
        self.moved.emit()

    def _replace(self, page: PersonPage | PersonFormPage | SheetPage) -> None:
        self._forget()
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.moved.connect(self.moved)
        self.moved.emit()

    def _forget(self) -> None:
        if self._page is not None:
            self._page.flush()
            self._stack.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = None
