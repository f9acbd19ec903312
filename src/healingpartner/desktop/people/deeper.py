"""The deeper pages of a person by name, and where each leads when it is done."""

from collections.abc import Callable
from typing import Protocol

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.page import Page
from healingpartner.desktop.people.erase_page import ErasePage
from healingpartner.desktop.people.form_page import PersonFormPage
from healingpartner.desktop.people.history_page import HistoryPage
from healingpartner.desktop.people.meeting_page import MeetingPage
from healingpartner.desktop.people.merge_page import MergePage
from healingpartner.desktop.people.sheet_page import SheetPage


class Above(Protocol):
    """The page of the person a deeper page belongs to."""

    person_id: str

    def come_back(self) -> None: ...

    def go_deeper(self, name: str) -> None: ...


def _change(above: Above, desk: Desk) -> Page:
    page = PersonFormPage(desk, above.person_id)
    page.saved.connect(lambda _person_id: above.come_back())
    page.left.connect(above.come_back)
    return page


def _history(above: Above, desk: Desk) -> Page:
    page = HistoryPage(desk, above.person_id)
    page.left.connect(above.come_back)
    return page


def _meeting(above: Above, desk: Desk) -> Page:
    page = MeetingPage(desk, above.person_id)
    page.saved.connect(above.come_back)
    page.left.connect(above.come_back)
    page.wants_sheet.connect(lambda: above.go_deeper("own-sheet"))
    return page


def _own_sheet(above: Above, desk: Desk) -> Page:
    page = SheetPage(desk)
    page.saved.connect(lambda: above.go_deeper("meeting"))
    page.left.connect(lambda: above.go_deeper("meeting"))
    return page


def _merge(above: Above, desk: Desk) -> Page:
    page = MergePage(desk, above.person_id)
    page.merged.connect(above.come_back)
    page.left.connect(above.come_back)
    return page


def _erase(above: Above, desk: Desk) -> Page:
    page = ErasePage(desk, above.person_id)
    page.left.connect(above.come_back)
    return page


PAGES: dict[str, Callable[[Above, Desk], Page]] = {
    "change": _change,
    "history": _history,
    "meeting": _meeting,
    "own-sheet": _own_sheet,
    "merge": _merge,
    "erase": _erase,
}
