"""A visit opened on its pages, for tests."""

from PySide6.QtWidgets import QApplication

from desktop.agreements.people import add, name_practitioner
from desktop.stage import Stage
from healingpartner.desktop.visits.tab import VisitsTab
from healingpartner.desktop.visits.visit_page import VisitPage
from healingpartner.visits.notes.views import NoteInFull, notes_of_visit
from healingpartner.visits.views import VisitInFull, visit_in_full


def visits_tab(stage: Stage, name: str = "Mira Rahimi") -> VisitsTab:
    """The tab of a new person, shown."""
    name_practitioner(stage)
    tab = VisitsTab(stage.desk, add(stage, name, "Mira"))
    stage.show(tab)
    stage.qtbot.waitUntil(lambda: tab.list.found is not None)
    return tab


def begun(stage: Stage, tab: VisitsTab) -> VisitPage:
    """Press "Begin a visit"; its page, filled."""
    tab.list.begin.click()
    stage.qtbot.waitUntil(lambda: tab.visit is not None and tab.visit.found is not None)
    page = tab.visit
    assert page is not None
    stage.qtbot.waitUntil(lambda: page.note.editor is not None)
    stage.settle()
    return page


def visit(stage: Stage, page: VisitPage) -> VisitInFull:
    """The visit as it is kept."""
    stage.settle()
    return stage.do(lambda practice: practice.ask(visit_in_full, page.visit_id))


def notes(stage: Stage, page: VisitPage) -> tuple[NoteInFull, ...]:
    """The notes as they are kept."""
    stage.settle()
    return stage.do(lambda practice: practice.ask(notes_of_visit, page.visit_id))


def write(stage: Stage, page: VisitPage, words: str, part: str = "told") -> None:
    """Type into a part of the note."""
    assert page.note.editor is not None
    stage.qtbot.keyClicks(page.note.editor.fields[part].text, words)
    QApplication.processEvents()
