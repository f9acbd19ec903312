"""The rail page: everyone by where their agreement stands, and a way to each."""

from PySide6.QtCore import Qt

from desktop.accessibility import nameless
from desktop.agreements.people import add, offer, tab_of
from desktop.stage import Stage
from healingpartner.desktop.agreements.list_page import AgreementsPage
from healingpartner.desktop.kit.person_row import NOTE_ROLE


def shown(page: AgreementsPage) -> list[str]:
    model = page.model
    return [str(model.index(row).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]


def test_people_stand_under_where_their_agreement_stands(stage: Stage) -> None:
    add(stage, "Not Yet Asked")
    offer(stage, tab_of(stage, add(stage, "Anh Nguyễn")))
    page = AgreementsPage(stage.desk)
    stage.show(page)
    stage.settle()
    assert shown(page) == ["Anh Nguyễn"]
    assert "both of you" in str(page.model.index(0).data(NOTE_ROLE))
    page.tabs.setCurrentIndex(2)
    assert shown(page) == ["Not Yet Asked"]
    page.tabs.setCurrentIndex(1)
    assert shown(page) == []
    page.return_to("none")
    assert page.place() == "none"
    page.return_to("ended")
    assert page.place() == "ended"
    assert nameless(page) == []


def test_a_row_leads_to_that_persons_agreement(stage: Stage) -> None:
    person_id = add(stage, "Not Yet Asked")
    told: list[tuple[str, str]] = []
    stage.desk.ways.person.connect(lambda person, tab: told.append((person, tab)))
    page = AgreementsPage(stage.desk)
    stage.show(page)
    stage.settle()
    page.return_to("none")
    page.view.activated.emit(page.model.index(0))
    assert told == [(person_id, "agreement")]


def test_two_characters_of_any_script_find_a_person(stage: Stage) -> None:
    for name in ("Anh Nguyễn", "Ελένη Παπαδοπούλου", "王小明"):
        add(stage, name)
    page = AgreementsPage(stage.desk)
    stage.show(page)
    stage.settle()
    page.return_to("none")
    for typed, name in (("ngu", "Anh Nguyễn"), ("ελ", "Ελένη Παπαδοπούλου"), ("小明", "王小明")):
        page.filter.setText(typed)
        assert shown(page) == [name]
    page.filter.setText("nobody")
    assert shown(page) == []
    assert page.focus_filter()
