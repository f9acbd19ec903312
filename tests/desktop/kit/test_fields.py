"""Fields: label, words, a rule's sentence, and a name for screen readers."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless, spoken
from desktop.kit.hostile import HOSTILE
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.text_field import TextField

OPTIONS = [("no", "Not needed"), ("yes", "Needed & welcome")]


def each_field() -> list[Field]:
    return [LineField("Name"), TextField("Words"), ChoiceField("Help", OPTIONS), CheckField("I was asked")]


def test_every_field_is_named_by_its_label(qtbot: QtBot) -> None:
    for field in each_field():
        qtbot.addWidget(field)
        assert nameless(field) == []


def test_a_label_with_an_ampersand_names_its_field(qtbot: QtBot) -> None:
    field = LineField("Body & privacy", hint="In your own words.")
    qtbot.addWidget(field)
    assert spoken(field) == [("EditableText", "Body & privacy", "In your own words.")]


def test_a_sentence_is_shown_told_and_goes_when_typing_goes_on(qtbot: QtBot) -> None:
    field = LineField("Name", hint="As you like it.")
    qtbot.addWidget(field)
    field.show()
    field.say("A name needs at least one letter.")
    assert field.sentence() == "A name needs at least one letter."
    assert spoken(field)[0][2] == "A name needs at least one letter."
    qtbot.keyClicks(field.line, "M")
    assert field.sentence() == ""
    assert spoken(field)[0][2] == "As you like it."


def test_changed_is_said_for_hands_only(qtbot: QtBot) -> None:
    line, text, tick = LineField("Name"), TextField("Words"), CheckField("Asked")
    said: list[str] = []
    for field in (line, text, tick):
        qtbot.addWidget(field)
        field.changed.connect(lambda: said.append("changed"))
    line.set_value("Mira")
    text.set_value("To garden")
    tick.set_value(True)
    assert said == []
    qtbot.keyClicks(line.line, "a")
    qtbot.keyClicks(text.text, "b")
    qtbot.keyClick(tick.tick, Qt.Key.Key_Space)
    assert said == ["changed"] * 3


@pytest.mark.parametrize("words", [words for words in HOSTILE if "\x00" not in words and "\n" not in words])
def test_words_come_back_as_they_were_given(qtbot: QtBot, words: str) -> None:
    for field in (LineField("Name", value=words), TextField("Words", value=words)):
        qtbot.addWidget(field)
        assert field.value() == words


def test_pasted_markup_stays_words(qtbot: QtBot) -> None:
    field = TextField("Words")
    qtbot.addWidget(field)
    QApplication.clipboard().setText("<b>x</b>")
    field.text.paste()
    QApplication.clipboard().clear()
    assert field.value() == "<b>x</b>"


def test_a_text_field_grows_with_its_words_up_to_a_limit(qtbot: QtBot) -> None:
    field = TextField("Words", lines=2)
    qtbot.addWidget(field)
    small = field.text.sizeHint().height()
    field.set_value("a line\n" * 5)
    grown = field.text.sizeHint().height()
    field.set_value("a line\n" * 500)
    assert small < grown < field.text.sizeHint().height() < 5 * grown


def test_a_choice_gives_its_key_and_takes_own_words(qtbot: QtBot) -> None:
    field = ChoiceField("Help", OPTIONS, value="yes", own_words=True)
    qtbot.addWidget(field)
    assert field.value() == "yes"
    field.set_value("sign language")
    assert field.value() == "sign language"


def test_scrolling_a_page_changes_no_answer(qtbot: QtBot) -> None:
    field = ChoiceField("Help", OPTIONS, value="no")
    qtbot.addWidget(field)
    field.show()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.box, wheel)
    assert field.value() == "no"


def test_clicking_the_words_ticks_the_box(qtbot: QtBot) -> None:
    field = CheckField("I was asked before every touch")
    qtbot.addWidget(field)
    field.show()
    qtbot.mouseClick(field.children()[-1], Qt.MouseButton.LeftButton)
    assert field.value() is True


def test_nothing_is_chosen_for_anyone(qtbot: QtBot) -> None:
    field = ChoiceField("Help", OPTIONS)
    qtbot.addWidget(field)
    assert field.value() == ""
    assert field.box.property("unchosen") is True
    field.set_value("no")
    assert field.box.property("unchosen") is False
