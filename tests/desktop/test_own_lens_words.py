"""Own words to look at are added, changed and set aside in Settings; bad ones are answered beside their field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.accessibility import clipped, nameless
from desktop.kit.hostile import HOSTILE
from desktop.opened import settled, started, unlock
from healingpartner.desktop import lens_choice, lens_counts
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.lens_choice import LensChoice
from healingpartner.desktop.settings.lens_card import LensCard
from healingpartner.desktop.settings.lens_words import OwnLensWords
from healingpartner.desktop.settings.page import SettingsPage
from healingpartner.desktop.start import Started
from healingpartner.foundation.clock import SteppingClock
from healingpartner.language.lens.entries import Where

WORDS = "Her bad nerves again."


@pytest.fixture
def desktop(qtbot: QtBot, folder: Path, clock: SteppingClock) -> Iterator[Started]:
    running = started(qtbot, folder, clock)
    yield running
    running.end()
    lens_choice.put_in_force(LensChoice())
    lens_counts.forget()


def card_of(qtbot: QtBot, desktop: Started) -> LensCard:
    if desktop.door.shell is None:
        unlock(qtbot, desktop)
    shell = desktop.door.shell
    assert shell is not None
    shell.show_room("settings")
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    page = shell.page()
    assert isinstance(page, SettingsPage)
    return page.lens


def own_of(qtbot: QtBot, desktop: Started) -> OwnLensWords:
    own = card_of(qtbot, desktop).own
    assert own is not None
    return own


def said(own: OwnLensWords) -> str:
    return "\n".join(label.text() for label in own.findChildren(PlainLabel) if label.isVisibleTo(own))


def link(own: OwnLensWords, name: str) -> LinkButton:
    return next(one for one in own.findChildren(LinkButton) if one.accessibleName() == name)


def marked(qtbot: QtBot, words: str = WORDS, where: Where = Where.NOTES) -> list[str]:
    field = LensField("Note", value=words, where=where)
    qtbot.addWidget(field)
    field.look()
    return [mark.words for mark in field.marks()]


def kept(qtbot: QtBot, desktop: Started, words: str = "bad nerves", other: str = "worry") -> OwnLensWords:
    own = own_of(qtbot, desktop)
    own.add_link.click()
    own.form.words.set_value(words)
    own.form.others[0].set_value(other)
    own.form.keep_button.click()
    qtbot.waitUntil(own.form.isHidden)
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    return own


def test_words_are_added_and_looked_for_at_once_in_whatever_is_written(qtbot: QtBot, desktop: Started) -> None:
    assert "None yet." in said(own_of(qtbot, desktop))
    assert marked(qtbot) == []
    own = kept(qtbot, desktop)
    assert marked(qtbot) == ["bad nerves"]
    assert "bad nerves\u2069 → \u2068worry" in said(own)
    assert "In all you write" in said(own)
    assert own.add_link.isVisible()


def test_words_are_changed_set_aside_and_taken_up_again(qtbot: QtBot, desktop: Started) -> None:
    own = kept(qtbot, desktop)
    link(own, "Edit: bad nerves").click()
    assert own.form.words.value() == "bad nerves"
    own.form.where[Where.NOTES].tick.click()
    own.form.keep_button.click()
    qtbot.waitUntil(lambda: own.form.isHidden() and "Letters and handouts · Plans" in said(own))
    assert (marked(qtbot), marked(qtbot, where=Where.LETTERS)) == ([], ["bad nerves"])
    link(own, "Set them aside: bad nerves").click()
    qtbot.waitUntil(lambda: "Set aside" in said(own))
    assert marked(qtbot, where=Where.LETTERS) == []
    link(own, "Look for them again: bad nerves").click()
    qtbot.waitUntil(lambda: "Set aside" not in said(own))
    assert marked(qtbot, where=Where.LETTERS) == ["bad nerves"]


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("", "Write the words that you want to look at."),
        ("the", "These words stand in nearly every text. Add a word that says more."),
        ("(a+)+$", "Write words as they stand in a text, without signs between them, and no more than twelve."),
        ("word " * 13, "Write words as they stand in a text, without signs between them, and no more than twelve."),
        ("w" * 200, ""),
        (HOSTILE[0], None),
    ],
)
def test_words_that_cannot_be_looked_for_are_answered_beside_their_field_and_stay(
    qtbot: QtBot, desktop: Started, words: str, beside: str | None
) -> None:
    own = own_of(qtbot, desktop)
    own.add_link.click()
    own.form.words.set_value(words)
    if beside is not None:
        own.form.others[0].set_value("worry")
    own.form.keep_button.click()
    field = own.form.words if beside is not None else own.form
    qtbot.waitUntil(lambda: bool(own.form.words.sentence() or own.form.others[0].sentence()))
    if beside is not None:
        assert own.form.words.sentence()
        assert own.form.words.sentence() == (beside or own.form.words.sentence())
    assert field.isVisible()
    assert own.form.words.value() == words.replace("\n", " ")
    assert "None yet." in said(own)


def test_at_least_one_other_word_and_one_kind_of_text_are_asked_for(qtbot: QtBot, desktop: Started) -> None:
    own = own_of(qtbot, desktop)
    own.add_link.click()
    own.form.words.set_value("bad nerves")
    own.form.keep_button.click()
    qtbot.waitUntil(lambda: own.form.others[0].sentence() == "Write at least one other way to say it.")
    own.form.others[2].set_value("worry")
    for tick in own.form.where.values():
        tick.tick.click()
    own.form.keep_button.click()
    qtbot.waitUntil(lambda: "Choose at least one kind of text." in said(own))
    assert own.form.others[0].sentence() == ""
    own.form.where[Where.PLANS].tick.click()
    own.form.keep_button.click()
    qtbot.waitUntil(own.form.isHidden)


def test_own_words_hold_again_after_unlocking_and_nothing_of_them_while_locked(qtbot: QtBot, desktop: Started) -> None:
    kept(qtbot, desktop)
    lens_counts.add_kept()
    desktop.door.lock()
    assert lens_choice.now().own == ()
    assert lens_counts.now() == lens_counts.Counts()
    unlock(qtbot, desktop)
    qtbot.waitUntil(lambda: marked(qtbot) == ["bad nerves"])


def test_what_was_being_typed_is_back_after_locking(qtbot: QtBot, desktop: Started) -> None:
    own = own_of(qtbot, desktop)
    own.add_link.click()
    qtbot.keyClicks(own.form.words.line, "bad ner")
    desktop.door.lock()
    own = own_of(qtbot, desktop)
    qtbot.waitUntil(own.form.isVisible)
    assert own.form.words.value() == "bad ner"
    own.form.leave_link.click()
    qtbot.waitUntil(own.form.isHidden)
    desktop.door.lock()
    own = own_of(qtbot, desktop)
    assert own.form.isHidden()


def test_the_count_of_this_session_is_for_the_practitioner_alone(qtbot: QtBot, desktop: Started) -> None:
    card = card_of(qtbot, desktop)
    assert card.counts.isHidden()
    for add in (lens_counts.add_replaced, lens_counts.add_replaced, lens_counts.add_kept):
        add("denies")
    shell = desktop.door.shell
    assert shell is not None
    shell.show_room("people")
    assert card_of(qtbot, desktop).counts.text() == (
        "Since you unlocked: 2 words written another way · 1 kept. Only you see this, and it is gone when you lock."
    )


def test_everything_has_a_name_and_nothing_is_cut_at_double_size(qtbot: QtBot, desktop: Started) -> None:
    own = kept(qtbot, desktop, words="nerves of the very very long kind", other="worry that stays for a long while")
    link(own, "Edit: nerves of the very very long kind").click()
    desktop.desk.theme.choose(text_percent=200)
    settled(qtbot, desktop)
    card = card_of(qtbot, desktop)
    assert nameless(card) == []
    assert clipped(card) == []
    assert own.form.words.line.focusPolicy() != Qt.FocusPolicy.NoFocus
