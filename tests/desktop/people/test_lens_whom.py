"""On a page about somebody, words they chose for themself are not marked, and their name is read as theirs."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.stage import Stage
from healingpartner.desktop import lens_counts
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.page import Page
from healingpartner.desktop.people.person_page import PersonPage
from healingpartner.foundation.voices import Voice
from healingpartner.language.lens.entries import Where
from healingpartner.people import acts
from healingpartner.people.answers import Answer
from healingpartner.people.called import OWN_WORDS, Called
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice

WORDS = "Mira is diabetic. Mirabai is difficult."


class About(Page):
    def __init__(self, called: Called | None) -> None:
        super().__init__()
        self._called = called
        self.column = QVBoxLayout(self)

    def about_whom(self) -> Called | None:
        return self._called


def marks(field: LensField) -> list[str]:
    return [mark.words for mark in field.marks()]


def field_on(page: Page) -> LensField:
    inner = Page()
    QVBoxLayout(inner).addWidget(field := LensField("How it went", value=WORDS, where=Where.NOTES))
    layout = page.layout()
    assert layout is not None
    layout.addWidget(inner)
    page.show()
    return field


@pytest.mark.parametrize(
    ("called", "marked"),
    [
        (None, ["is diabetic"]),
        (Called(), ["is diabetic"]),
        (Called(own_words=("Diabetic",)), []),
        (Called(names=("Mirabai Rahimi",)), ["is diabetic", "difficult"]),
    ],
)
def test_the_nearest_page_that_is_about_somebody_says_whose_words_they_are(
    qtbot: QtBot, called: Called | None, marked: list[str]
) -> None:
    page = About(called)
    qtbot.addWidget(page)
    field = field_on(page)
    qtbot.waitUntil(lambda: marks(field) == marked)


def _mira(practice: Practice) -> str:
    return practice.do(acts.add_person, Particulars(legal_name="Mirabai Rahimi"), by=Voice.PRACTITIONER)


def test_what_the_patient_says_of_themself_holds_at_once_on_their_pages(stage: Stage) -> None:
    mira = stage.do(_mira)
    page = PersonPage(stage.desk, mira)
    stage.show(page)
    field = LensField("How it went", value=WORDS, where=Where.NOTES)
    page.layout().addWidget(field)
    stage.qtbot.waitUntil(lambda: marks(field) == ["is diabetic", "difficult"])
    answer = Answer(question=OWN_WORDS, words="diabetic")
    stage.desk.runner.do(acts.set_preferences, mira, [answer], by=Voice.PATIENT, owner=page, then=lambda _none: None)
    stage.qtbot.waitUntil(lambda: marks(field) == ["difficult"])
    assert field.value() == WORDS


@pytest.fixture
def counting() -> Iterator[None]:
    lens_counts.forget()
    yield
    lens_counts.forget()


@pytest.mark.usefixtures("counting")
def test_what_was_written_otherwise_and_what_was_kept_is_counted_without_a_word_of_it(qtbot: QtBot) -> None:
    page = About(None)
    qtbot.addWidget(page)
    field = field_on(page)
    field.set_value("She denies pain, and she denies it again. She refused labs.")
    qtbot.waitUntil(lambda: len(field.marks()) == 3)
    field.list.toggle.setChecked(True)
    field.list.rows[0].buttons[0].click()
    field.list.rows[-1].buttons[-1].click()
    assert lens_counts.now() == lens_counts.Counts(replaced=1, kept=1)
    field.text.undo()
    qtbot.waitUntil(lambda: lens_counts.now() == lens_counts.Counts(replaced=0, kept=1))
    field.look()
    assert lens_counts.now() == lens_counts.Counts(replaced=0, kept=1)
    lens_counts.forget()
    assert lens_counts.now() == lens_counts.Counts()
