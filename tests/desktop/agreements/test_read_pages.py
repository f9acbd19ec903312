"""The first page says between whom it is; the last names what is still open, with a way to each."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.marks import Text
from healingpartner.agreements.negotiation.model import points_of
from healingpartner.agreements.views import Names
from healingpartner.desktop.agreements.reading import ReadingPage


@pytest.fixture
def page(qtbot: QtBot) -> ReadingPage:
    text = Text(wording=starting_wording())
    names = Names(patient="Mira <b>Rahimi", called="Mira", practitioner="Dr. Amara Osei")
    made = ReadingPage(text, points=points_of(text, ()), names=names)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    QApplication.processEvents()
    return made


def visible(page: ReadingPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_first_page_names_the_two(page: ReadingPage) -> None:
    assert page.between is not None
    assert not page.between.isVisible()
    page.one_at_a_time.click()
    assert "Mira <b>Rahimi" in visible(page)
    assert "Dr. Amara Osei" in visible(page)
    page.next.click()
    assert not page.between.isVisible()


def test_the_last_page_tells_what_is_open_and_leads_there(page: ReadingPage) -> None:
    page.one_at_a_time.click()
    assert not page.still_open.isVisible()
    for _part in page.text.parts:
        page.next.click()
    assert page.still_open.isVisible()
    assert nameless(page) == []
    is_open = [point.commitment.id for point in page._points if point.is_open]
    assert list(page.still_open.links) == is_open
    if not is_open:
        assert "No point is open." in visible(page)


def test_a_press_on_an_open_point_shows_it(page: ReadingPage) -> None:
    page.one_at_a_time.click()
    for _part in page.text.parts:
        page.next.click()
    page.still_open.jumps.emit("time")
    card = page.text.card("time")
    assert card is not None
    assert card.isVisible()
    assert not page.still_open.isVisible()
