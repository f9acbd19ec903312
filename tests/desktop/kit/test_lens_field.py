"""A field that looks at words: it underlines, says why, offers others, and leaves the choice to the hands."""

import time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.accessibility import clipped, nameless, spoken
from desktop.kit.hostile import HOSTILE
from healingpartner.desktop import lens_choice, tokens
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.lens_choice import LensChoice
from healingpartner.desktop.theme import Look, Theme
from healingpartner.foundation.words import speak
from healingpartner.language.lens.entries import Where

WORDS = "Mira denies pain. 👩 She refused labs."


def shown(qtbot: QtBot, words: str = WORDS, **more: object) -> LensField:
    field = LensField("How it went", value=words, where=Where.NOTES, **more)
    qtbot.addWidget(field)
    field.resize(600, 500)
    field.show()
    qtbot.waitUntil(lambda: field._steps is None)
    return field


def opened(qtbot: QtBot, words: str = WORDS) -> LensField:
    field = shown(qtbot, words)
    field.list.toggle.setChecked(True)
    QApplication.processEvents()
    return field


def underlined(field: LensField) -> list[str]:
    return [one.cursor.selectedText() for one in field.text.extraSelections()]


def test_it_can_stand_wherever_a_text_field_stands(qtbot: QtBot) -> None:
    made = [kind("Words", value="a", hint="b", example="c", lines=2) for kind in (TextField, LensField)]
    for field in made:
        qtbot.addWidget(field)
    assert made[0].value() == made[1].value() == "a"
    assert made[0].text.placeholderText() == made[1].text.placeholderText()


def test_words_are_underlined_where_they_stand_whatever_stands_before_them(qtbot: QtBot) -> None:
    field = shown(qtbot)
    assert underlined(field) == ["denies", "refused"]
    styles = [one.format.underlineStyle() for one in field.text.extraSelections()]
    assert styles == [QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DotLine]
    assert field.value() == WORDS


def test_they_are_found_while_typing_after_a_rest(qtbot: QtBot) -> None:
    field = shown(qtbot, "")
    assert field.list.isHidden()
    field.text.setFocus()
    qtbot.keyClicks(field.text, "She refused labs")
    assert underlined(field) == []
    qtbot.waitUntil(lambda: underlined(field) == ["refused"])
    assert field.list.toggle.text() == "1 word to look at"


def test_each_mark_has_its_reason_and_other_words(qtbot: QtBot) -> None:
    field = opened(qtbot)
    row = field.list.rows[0]
    assert [button.text() for button in row.buttons] == [*row.mark.instead, "Keep it"]
    assert field.marks()[0].reason in [label.text() for label in row.findChildren(type(field.label))]


def test_other_words_replace_only_when_pressed_and_can_be_taken_back(qtbot: QtBot) -> None:
    field = opened(qtbot)
    told: list[str] = []
    field.replaced.connect(told.append)
    with qtbot.waitSignal(field.changed):
        field.list.rows[0].buttons[0].click()
    assert field.value() == WORDS.replace("denies", "reports no")
    assert told == ["denies"]
    assert underlined(field) == ["refused"]
    qtbot.keyClick(field.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == WORDS


def test_what_is_to_be_filled_in_is_ready_to_be_typed_over(qtbot: QtBot) -> None:
    field = opened(qtbot)
    field.show()
    buttons = field.list.rows[1].buttons
    next(button for button in buttons if "…" in button.text()).click()
    assert field.text.textCursor().selectedText() == "…"
    assert "👩 She" in field.value()


def test_a_word_is_kept_without_a_reason_and_is_not_marked_again(qtbot: QtBot) -> None:
    field = opened(qtbot, WORDS + " He denies it too.")
    told: list[str] = []
    field.kept.connect(told.append)
    field.list.rows[0].buttons[-1].click()
    assert told == ["denies"]
    assert underlined(field) == ["refused"]
    field.look()
    assert underlined(field) == ["refused"]
    field.set_value(WORDS)
    field.look()
    assert underlined(field) == ["denies", "refused"]


def test_keys_go_on_to_the_next_word_and_after_the_last_to_the_text(qtbot: QtBot) -> None:
    field = opened(qtbot, "She denies it. She failed to come. She refused labs.")
    for left in (["denies", "refused"], ["denies"], []):
        row = field.list.rows[min(1, len(field.list.rows) - 1)]
        row.buttons[-1].setFocus()
        qtbot.keyClick(row.buttons[-1], Qt.Key.Key_Space)
        assert underlined(field) == left
        if left:
            assert field.list.rows[-1].buttons[0].hasFocus()
    assert field.text.hasFocus()
    assert field.list.isHidden()


def test_words_a_person_chose_for_themself_are_not_marked(qtbot: QtBot) -> None:
    assert underlined(shown(qtbot, own_words=("denies",))) == ["refused"]
    field = shown(qtbot)
    field.set_own_words(["Refused"])
    qtbot.waitUntil(lambda: underlined(field) == ["denies"])


def test_a_text_that_went_on_is_looked_at_again_before_anything_is_replaced(qtbot: QtBot) -> None:
    field = opened(qtbot)
    button = field.list.rows[0].buttons[0]
    field.text.textCursor().insertText("Today ")
    button.click()
    assert field.value() == "Today " + WORDS
    assert underlined(field) == ["denies", "refused"]


def test_the_mouse_is_told_the_reason_where_it_rests(qtbot: QtBot) -> None:
    field = shown(qtbot)
    for words, told in (("denies", field.marks()[0].reason), ("Mira", "")):
        cursor = field.text.document().find(words)
        cursor.setPosition(cursor.selectionStart() + 2)
        place = field.text.cursorRect(cursor).center()
        help_asked = QHelpEvent(QEvent.Type.ToolTip, place, field.text.viewport().mapToGlobal(place))
        QApplication.sendEvent(field.text.viewport(), help_asked)
        assert told in field.text.viewport().toolTip()
        assert bool(field.text.viewport().toolTip()) == bool(told)


def test_another_theme_while_the_text_went_on_waits_for_the_next_look(qtbot: QtBot, theme: Theme) -> None:
    field = shown(qtbot)
    field.set_value("It.")
    theme.choose(look=Look.DARK)
    field._underline()
    qtbot.waitUntil(lambda: underlined(field) == [])
    field.set_value(WORDS)
    qtbot.waitUntil(lambda: underlined(field) == ["denies", "refused"])
    theme.choose(look=Look.LIGHT)
    QApplication.processEvents()
    first = field.text.extraSelections()[0]
    assert first.format.underlineColor().name() == tokens.now().warn.lower()


def test_everything_can_be_reached_and_told_by_keys(qtbot: QtBot) -> None:
    field = opened(qtbot)
    assert nameless(field) == []
    names = [name for _role, name, _more in spoken(field)]
    assert names[:3] == [
        "How it went",
        "2 words to look at: How it went",
        "Write “reports no” instead of “\u2068denies\u2069”",
    ]
    field.list.rows[0].buttons[0].setFocus()
    first = field.text.extraSelections()[0]
    assert first.format.background().color().name() == tokens.now().warn_tint.lower()
    qtbot.keyClick(field.list.rows[0].buttons[0], Qt.Key.Key_Return)
    assert "reports no" in field.value()


def test_long_words_go_on_to_a_second_line_where_a_column_is_narrow(qtbot: QtBot, theme: Theme) -> None:
    theme.choose(text_percent=200)
    field = LensField("How it ends", value="Nothing more can be done.", where=Where.LETTERS)
    qtbot.addWidget(field)
    field.resize(360, 900)
    field.show()
    field.list.toggle.setChecked(True)
    QApplication.processEvents()
    assert field.minimumSizeHint().width() < 360
    for button in field.list.rows[0].buttons[:-1]:
        lines = button.text().split("\n")
        assert " ".join(lines) == button.words()
        assert len(lines) > 1
        assert max(button.fontMetrics().horizontalAdvance(line) for line in lines) < button.width()
        assert button.height() >= button.fontMetrics().lineSpacing() * len(lines)
    field.resize(1600, 900)
    QApplication.processEvents()
    assert "\n" not in field.list.rows[0].buttons[0].text()


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_nothing_is_cut_at_double_size(qtbot: QtBot, theme: Theme, look: Look) -> None:
    theme.choose(look=look, text_percent=200)
    field = opened(qtbot)
    field.resize(520, 1200)
    QApplication.processEvents()
    assert clipped(field) == []
    first = field.text.extraSelections()[0]
    assert first.format.underlineColor().name() == tokens.now().warn.lower()


def test_switched_off_or_in_a_language_without_a_list_it_marks_nothing(qtbot: QtBot) -> None:
    try:
        lens_choice.put_in_force(LensChoice(looks=False))
        field = shown(qtbot)
        assert underlined(field) == []
        lens_choice.put_in_force(LensChoice(silenced=frozenset({"denies"})))
        field.look()
        assert underlined(field) == ["refused"]
        lens_choice.put_in_force(LensChoice())
        speak("de_DE")
        field.look()
        assert underlined(field) == []
    finally:
        lens_choice.put_in_force(LensChoice())
        speak("en_US")


@pytest.mark.parametrize("words", [*HOSTILE, "denies \u202e" * 9000, "\n" * 50_000, "\" ' “ " * 12_000])
def test_any_words_at_all_leave_the_screen_free(qtbot: QtBot, words: str) -> None:
    field = shown(qtbot, "")
    field.set_value(words)
    began = time.perf_counter()
    field.look()
    assert time.perf_counter() - began < 0.5  # the bench measures it; here only that it comes back at once
    qtbot.waitUntil(lambda: field._steps is None)
    assert field.value().count("denies") == words.count("denies")
