"""The copy of the record beside the letters: made, given through the one door, and the step that owed it is done."""

from pathlib import Path

from desktop.agreements.people import add, tab_of
from desktop.stage import Stage
from healingpartner.agreements.endings.acts import begin_ending, write_letter
from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.agreements.endings.model import EndingAsked, StepKind
from healingpartner.agreements.endings.views import standing_ending
from healingpartner.desktop.agreements.ending_card import EndingCard
from healingpartner.desktop.leaving import Leaving
from healingpartner.foundation.voices import Voice
from healingpartner.paper.read_back import words_on
from healingpartner.practice import Practice
from healingpartner.vault.releases import log_of


def card_of(stage: Stage, person_id: str) -> EndingCard:
    tab = tab_of(stage, person_id)
    assert tab.cards is not None
    return tab.cards.ending


def save(stage: Stage, card: EndingCard, path: Path) -> None:
    order = card.record_copy._order()
    Leaving(stage.desk, card).save_to(order.make, order.purpose, path, card.record_copy.left.emit)
    stage.qtbot.waitUntil(path.is_file, timeout=20_000)
    stage.settle()


def test_the_copy_that_was_owed_is_given_and_its_step_is_done(stage: Stage, tmp_path: Path) -> None:
    person_id = add(stage)
    steps = [(StepKind.RECORD_COPY, "A copy of the record"), (StepKind.OTHER, "Call the pharmacy")]
    stage.do(lambda practice: practice.do(begin_ending, person_id, EndingAsked(), steps=steps, by=Voice.PATIENT))
    save(stage, card_of(stage, person_id), tmp_path / "copy.pdf")
    assert "Copy of your record" in words_on((tmp_path / "copy.pdf").read_bytes())
    ending = stage.do(lambda practice: practice.ask(standing_ending, person_id))
    assert ending is not None
    assert {step.kind: step.done is not None for step in ending.steps} == {
        StepKind.RECORD_COPY: True,
        StepKind.OTHER: False,
    }
    log = stage.do(lambda practice: practice.ask(log_of, person_id))
    assert log[0].what == "Copy of the record"


def test_a_letter_and_the_copy_go_together_in_one_file(stage: Stage, tmp_path: Path) -> None:
    person_id = add(stage)
    steps = [(StepKind.RECORD_COPY, "A copy of the record")]
    letter = LetterWords(kind=LetterKind.RELEASE, to_whom="Dr. Invented", strengths="She laughs easily.")
    goodbye = LetterWords(kind=LetterKind.CLOSING, opening="Goodbye.")

    def lived(practice: Practice) -> str:
        practice.do(begin_ending, person_id, EndingAsked(), steps=steps, by=Voice.PATIENT)
        practice.do(write_letter, person_id, goodbye, by=Voice.PRACTITIONER)
        return practice.do(write_letter, person_id, letter, by=Voice.PRACTITIONER)

    letter_id = stage.do(lived)
    card = card_of(stage, person_id)
    stage.qtbot.waitUntil(lambda: letter_id in card.letters.packed)
    assert set(card.letters.packed) == {letter_id}
    links, path = card.letters.packed[letter_id], tmp_path / "both.pdf"
    order = links._order()
    Leaving(stage.desk, card).save_to(order.make, order.purpose, path, links.left.emit)
    stage.qtbot.waitUntil(path.is_file, timeout=20_000)
    stage.settle()
    words = words_on(path.read_bytes())
    assert words.index("She laughs easily.") < words.index("With this letter comes a copy")
    assert "What you told us" in words
    ending = stage.do(lambda practice: practice.ask(standing_ending, person_id))
    assert ending is not None
    assert all(step.done is not None for step in ending.steps)
    log = stage.do(lambda practice: practice.ask(log_of, person_id))
    assert log[0].to_whom == "Dr. Invented"


def test_anyone_may_have_a_copy_without_ending_anything(stage: Stage, tmp_path: Path) -> None:
    person_id = add(stage, "Mira Rahimi")
    save(stage, card_of(stage, person_id), tmp_path / "copy.pdf")
    assert "Mira Rahimi" in words_on((tmp_path / "copy.pdf").read_bytes())
    assert stage.troubles == []
