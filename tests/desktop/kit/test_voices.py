"""Both voices are told apart by shape and by words, not by colour alone."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.kit.hostile import HOSTILE
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel, takes_italics
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.desktop.kit.voice_mark import VoiceMark, line_style, paint_mark
from healingpartner.foundation.voices import Voice


def shape_of(voice: Voice) -> list[bool]:
    image = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_mark(painter, QRectF(0, 0, 24, 24), voice)
    painter.end()
    return [image.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24)]


def test_each_voice_has_a_shape_of_its_own() -> None:
    shapes = [shape_of(voice) for voice in Voice]
    assert len({tuple(shape) for shape in shapes}) == len(Voice)
    assert line_style(Voice.PRACTITIONER) is not line_style(Voice.PATIENT)


def test_a_mark_tells_its_voice(qtbot: QtBot) -> None:
    mark = VoiceMark(Voice.PATIENT)
    qtbot.addWidget(mark)
    assert mark.accessibleName() == "patient"


@pytest.mark.parametrize("words", ["To garden.", "Nguyễn", "να ζήσω", "жить", "10 из 10 🌿"])
def test_scripts_with_an_italic_take_it(words: str) -> None:
    assert takes_italics(words)


@pytest.mark.parametrize("words", ["بدنم", "שלום", "我想睡", "to عيش"])
def test_scripts_without_an_italic_stand_upright_beside_the_mark(qtbot: QtBot, words: str) -> None:
    assert not takes_italics(words)
    label = SpeechLabel(words)
    qtbot.addWidget(label)
    label.show()
    assert label.words() == words
    assert label.findChild(VoiceMark).isVisible()


def test_the_patients_words_stand_in_quotation_marks_and_the_practitioners_do_not(qtbot: QtBot) -> None:
    patient, practitioner = SpeechLabel("Yes."), SpeechLabel("Yes.", voice=Voice.PRACTITIONER)
    for label in (patient, practitioner):
        qtbot.addWidget(label)
    assert (patient.words(), practitioner.words()) == ("“Yes.”", "Yes.")


@pytest.mark.parametrize("words", HOSTILE)
def test_spoken_words_are_never_markup(qtbot: QtBot, words: str) -> None:
    label = SpeechLabel(words, caption=words)
    qtbot.addWidget(label)
    label.resize(300, 200)
    label.grab()
    assert all(part.textFormat() is Qt.TextFormat.PlainText for part in label.findChildren(PlainLabel))


def test_both_voices_are_equally_wide_and_stack_when_narrow(qtbot: QtBot) -> None:
    first, second = SpeechLabel("One."), SpeechLabel("Two.", voice=Voice.PRACTITIONER)
    panel = TwoVoicePanel(first, second)
    qtbot.addWidget(panel)
    panel.show()
    panel.resize(800, 200)
    assert first.width() == second.width()
    assert first.y() == second.y()
    panel.resize(300, 200)
    assert second.y() > first.geometry().bottom()


def test_right_to_left_the_first_voice_stands_on_the_right(qtbot: QtBot) -> None:
    first, second = SpeechLabel("One."), SpeechLabel("Two.")
    panel = TwoVoicePanel(first, second)
    qtbot.addWidget(panel)
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    panel.show()
    panel.resize(800, 200)
    assert first.x() > second.x()


def test_words_without_a_caption_take_the_whole_width(qtbot: QtBot) -> None:
    words = "A rather long sentence that should run over the whole width before it wraps, and no sooner than that."
    alone, named = SpeechLabel(words), SpeechLabel(words, caption="Mira")
    for label in (alone, named):
        qtbot.addWidget(label)
        label.resize(520, 120)
        label.show()
    assert alone._words.width() == named._words.width()
