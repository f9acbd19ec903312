"""A scale asks and does not answer for anyone."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless, spoken
from healingpartner.desktop.kit.scale import Scale

FIVE = ("not at all", "a little", "partly", "mostly", "fully")


def scale(qtbot: QtBot, **more: object) -> Scale:
    scale = Scale("I felt heard", **more)  # type: ignore[arg-type]
    qtbot.addWidget(scale)
    with qtbot.waitActive(scale):
        scale.show()
    return scale


def test_nothing_is_chosen_until_a_person_chooses(qtbot: QtBot) -> None:
    assert scale(qtbot).value() is None


def test_digits_arrows_and_delete_choose(qtbot: QtBot) -> None:
    asked = scale(qtbot)
    said: list[int] = []
    asked.chosen.connect(said.append)
    first = asked._steps[0]
    qtbot.keyClick(first, Qt.Key.Key_7)
    qtbot.keyClick(asked._steps[7], Qt.Key.Key_Right)
    qtbot.keyClick(asked._steps[8], Qt.Key.Key_End)
    qtbot.keyClick(asked._steps[10], Qt.Key.Key_Right)
    qtbot.keyClick(asked._steps[10], Qt.Key.Key_Delete)
    assert said == [7, 8, 10, 10, -1]
    assert asked.value() is None


def test_a_second_press_takes_the_choice_back(qtbot: QtBot) -> None:
    asked = scale(qtbot, steps=FIVE)
    qtbot.mouseClick(asked._steps[3], Qt.MouseButton.LeftButton)
    assert asked.value() == 3
    qtbot.mouseClick(asked._steps[3], Qt.MouseButton.LeftButton)
    assert asked.value() is None


def test_each_step_tells_question_and_answer(qtbot: QtBot) -> None:
    asked = scale(qtbot, steps=FIVE, low="never", high="always")
    assert nameless(asked) == []
    assert spoken(asked)[3][1] == "I felt heard mostly"


def test_the_whole_scale_is_one_stop_of_tab(qtbot: QtBot) -> None:
    asked = scale(qtbot)
    asked.set_value(4)
    stops = [step for step in asked._steps if step.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [asked._steps[4]]


def test_right_to_left_the_left_arrow_goes_on(qtbot: QtBot) -> None:
    asked = scale(qtbot)
    asked.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    asked.set_value(4)
    qtbot.keyClick(asked._steps[4], Qt.Key.Key_Left)
    assert asked.value() == 5
