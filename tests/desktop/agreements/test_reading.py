"""What counts as shown on the reading page, and that the way to sign opens only then."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.marks import Text
from healingpartner.desktop.agreements.reading import ReadingPage


@pytest.fixture
def page(qtbot: QtBot) -> ReadingPage:
    made = ReadingPage(Text(wording=starting_wording()))
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    settle()
    return made


def settle() -> None:
    for _round in range(5):
        QApplication.processEvents()


def scroll_through(page: ReadingPage) -> None:
    bar = page.page.verticalScrollBar()
    for at in range(0, bar.maximum() + bar.pageStep(), bar.pageStep()):
        bar.setValue(at)
        settle()


def test_a_jump_to_the_end_is_no_reading(page: ReadingPage) -> None:
    agreed: list[bool] = []
    page.agrees.connect(lambda: agreed.append(True))
    bar = page.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    page.choices.go_on.click()
    settle()
    assert agreed == []
    assert 0 < len(page.seen()) < len(page.text.cards)
    assert bar.value() < bar.maximum()


def test_scrolling_page_by_page_shows_everything(page: ReadingPage) -> None:
    agreed: list[bool] = []
    page.agrees.connect(lambda: agreed.append(True))
    scroll_through(page)
    page.choices.go_on.click()
    assert agreed == [True]


def test_how_long_it_takes_to_read_aloud_is_said_before_the_text(page: ReadingPage) -> None:
    assert page.aloud.isVisible()
    assert page.aloud.text().startswith("Read aloud, all of it takes about ")
    page.one_at_a_time.click()
    assert page.aloud.isVisible()
    page.next.click()
    assert not page.aloud.isVisible()


def test_reaching_every_part_by_tab_shows_everything(page: ReadingPage) -> None:
    for card in page.text.cards:
        card.setFocus()
        settle()
    assert len(page.seen()) == len(page.text.cards)


def test_one_at_a_time_shows_one_and_comes_back_to_all(page: ReadingPage) -> None:
    page.one_at_a_time.click()
    for at in range(len(page.text.parts)):
        settle()
        assert [part.isVisible() for part in page.text.parts].index(True) == at
        assert sum(part.isVisible() for part in page.text.parts) == 1
        page.next.click()
    assert page.choices.isVisible()
    page.one_at_a_time.click()
    settle()
    assert all(part.isVisible() for part in page.text.parts)


def test_what_was_seen_before_is_remembered_and_what_is_unknown_is_not(qtbot: QtBot) -> None:
    made = ReadingPage(Text(wording=starting_wording()), seen=frozenset({"equals", "no-such-part"}))
    qtbot.addWidget(made)
    assert made.seen() == {"equals"}


def test_the_shown_words_are_the_signed_words(page: ReadingPage) -> None:
    wording = starting_wording()
    shown = {label.text() for label in page.findChildren(type(page._place))}
    for one in wording.commitments:
        assert {one.practitioner, one.patient} <= shown
    assert {wording.opening, wording.closing} <= shown
