"""Signing by mouse, finger and pen: what is kept, what is not a signature, and what a point costs."""

from itertools import count
from time import perf_counter

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless, spoken
from healingpartner.desktop.kit.signature_pad import SignaturePad
from healingpartner.desktop.kit.strokes import MOST_POINTS, Strokes
from healingpartner.desktop.theme import Look, Theme

WAVE = [(30 + 6 * step, 70 + (25 if step % 2 else -25)) for step in range(40)]


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    readings = count()
    pad = SignaturePad("Signature of Mira & Co", ticks=lambda: next(readings) * 0.01)
    qtbot.addWidget(pad)
    pad.resize(420, 140)
    pad.show()
    qtbot.waitExposed(pad)
    return pad


def mouse(pad: SignaturePad, kind: QEvent.Type, x: float, y: float, *, made_by_qt: bool = False) -> None:
    made = Qt.MouseEventSource.MouseEventSynthesizedByQt if made_by_qt else Qt.MouseEventSource.MouseEventNotSynthesized
    where, left, device = QPointF(x, y), Qt.MouseButton.LeftButton, QPointingDevice.primaryPointingDevice()
    event = QMouseEvent(kind, where, where, where, left, left, Qt.KeyboardModifier.NoModifier, made, device)
    QApplication.sendEvent(pad, event)


def draw(pad: SignaturePad, points: list[tuple[int, int]], *, made_by_qt: bool = False) -> None:
    mouse(pad, QEvent.Type.MouseButtonPress, *points[0], made_by_qt=made_by_qt)
    for point in points[1:]:
        mouse(pad, QEvent.Type.MouseMove, *point, made_by_qt=made_by_qt)
    mouse(pad, QEvent.Type.MouseButtonRelease, *points[-1], made_by_qt=made_by_qt)


PEN = QPointingDevice(
    "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen, QInputDevice.Capability.Pressure, 1, 1
)


def pen(pad: SignaturePad, kind: QEvent.Type, x: float, y: float, pressure: float, *, stamp: int = 0) -> QTabletEvent:
    where = QPointF(x, y)
    event = QTabletEvent(
        kind, PEN, where, where, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
    )  # fmt: skip
    event.setTimestamp(stamp)
    QApplication.sendEvent(pad, event)
    return event


def test_a_mouse_can_sign_and_the_pad_says_so(pad: SignaturePad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.changed):
        draw(pad, WAVE)
    strokes = pad.strokes()
    assert (strokes.width, strokes.height, strokes.points()) == (4200, 1400, len(WAVE))
    assert strokes.lines[0][0][:3] == (300, 450, 1000)
    assert pad.is_enough()


def test_the_real_mouse_of_a_test_can_sign(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*WAVE[0]))
    for point in WAVE[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*WAVE[-1]))
    assert pad.strokes().points() >= 2


def test_a_pen_gives_its_pressure_and_is_taken(pad: SignaturePad) -> None:
    taken = pen(pad, QEvent.Type.TabletPress, 40, 40, 0.25)
    pen(pad, QEvent.Type.TabletMove, 60, 50, 0.5)
    pen(pad, QEvent.Type.TabletMove, 80, 50, 1.0)
    pen(pad, QEvent.Type.TabletRelease, 80, 50, 0.0)
    assert taken.isAccepted()
    assert [point[2] for point in pad.strokes().lines[0]] == [250, 500, 1000]


def test_a_pen_does_not_come_again_as_a_mouse(pad: SignaturePad) -> None:
    pen(pad, QEvent.Type.TabletPress, 40, 40, 0.5)
    draw(pad, WAVE, made_by_qt=True)
    pen(pad, QEvent.Type.TabletMove, 60, 50, 0.5)
    pen(pad, QEvent.Type.TabletRelease, 60, 50, 0.5)
    assert [len(line) for line in pad.strokes().lines] == [2]


def test_a_finger_can_sign(pad: SignaturePad) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(*WAVE[0]), pad).commit()
    for point in WAVE[1:]:
        QTest.touchEvent(pad, device).move(0, QPoint(*point), pad).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(*WAVE[-1]), pad).commit()
    assert pad.strokes().points() >= len(WAVE)
    assert len(pad.strokes().lines) == 1
    assert pad.is_enough()


def test_a_dot_is_no_signature(pad: SignaturePad) -> None:
    draw(pad, [(50, 50)])
    assert pad.strokes().points() == 1
    assert not pad.is_enough()


def test_many_dots_are_no_signature(pad: SignaturePad) -> None:
    for _each in range(30):
        draw(pad, [(50, 50)])
    assert not pad.is_enough()


def test_a_flick_is_no_signature(qtbot: QtBot) -> None:
    pad = SignaturePad("Signature", ticks=lambda: 1.0)
    qtbot.addWidget(pad)
    pad.resize(420, 140)
    draw(pad, WAVE)
    assert not pad.is_enough()


def test_points_beside_the_pad_are_held_at_its_edge(pad: SignaturePad) -> None:
    draw(pad, [(50, 50), (9000, -300), (-40, 9000)])
    assert [point[:2] for point in pad.strokes().lines[0]] == [(500, 500), (4200, 0), (0, 1400)]


def test_delete_clears_it_and_so_does_clear(pad: SignaturePad, qtbot: QtBot) -> None:
    pad.clearFocus()
    empty = pad.grab().toImage()
    draw(pad, WAVE)
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    pad.clearFocus()
    assert pad.strokes().lines == ()
    assert pad.grab().toImage() == empty


def test_a_drawing_keeps_its_shape_when_the_pad_grows(pad: SignaturePad) -> None:
    draw(pad, WAVE)
    before = pad.strokes()
    pad.resize(840, 280)
    assert pad.strokes() == before
    draw(pad, [(100, 100), (120, 100)])
    assert pad.strokes().lines[1][0][:2] == (500, 500)


def test_a_signature_that_was_given_is_shown_and_takes_no_more(pad: SignaturePad, qtbot: QtBot) -> None:
    draw(pad, WAVE)
    given_by_hand = pad.strokes()
    shown = SignaturePad("Signature of Mira", ticks=lambda: 0.0)
    qtbot.addWidget(shown)
    shown.resize(420, 140)
    shown.show_strokes(given_by_hand)
    draw(shown, WAVE)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert shown.strokes() == given_by_hand


def test_screen_readers_hear_whose_it_is_and_whether_something_is_drawn(pad: SignaturePad) -> None:
    assert nameless(pad) == []
    before = spoken(pad)[0]
    draw(pad, WAVE)
    after = spoken(pad)[0]
    assert before[1] == after[1] == "Signature of Mira & Co"
    assert "Nothing is drawn" in before[2]
    assert "A signature is drawn" in after[2]


def test_the_paper_stays_white_in_the_dark(pad: SignaturePad, theme: Theme) -> None:
    theme.choose(look=Look.DARK)
    assert pad.grab().toImage().pixelColor(20, 20).name() == "#ffffff"


def test_the_ten_thousandth_point_costs_what_the_first_did(pad: SignaturePad) -> None:
    mouse(pad, QEvent.Type.MouseButtonPress, 50, 50)

    def cost_of_a_thousand() -> float:
        began = perf_counter()
        for step in range(1000):
            mouse(pad, QEvent.Type.MouseMove, 20 + step * 7 % 380, 20 + step * 11 % 100)
        QApplication.processEvents()
        return perf_counter() - began

    costs = [cost_of_a_thousand() for _each in range(10)]
    assert pad.strokes().points() == 10_001
    assert min(costs[7:]) < 2 * min(costs[:3])


def test_the_pad_stops_before_a_signature_outgrows_what_is_kept(pad: SignaturePad) -> None:
    mouse(pad, QEvent.Type.MouseButtonPress, 50, 50)
    pad._count = MOST_POINTS - 1
    for step in range(5):
        mouse(pad, QEvent.Type.MouseMove, 60 + step, 50)
    assert pad.strokes().points() == 2


points = st.tuples(st.integers(0, 4000), st.integers(0, 1000), st.integers(1, 1000), st.integers(0, 9000))


def test_no_point_is_lost_at_five_hundred_points_a_second(qtbot: QtBot) -> None:
    now = [7.0]
    pad = SignaturePad("Mira", ticks=lambda: now[0])
    qtbot.addWidget(pad)
    pad.resize(420, 130)
    stamps = range(50_000, 55_000, 2)  # five seconds, a point every two milliseconds of the pen's own time
    given = [(20 + n % 380, 10 + n % 110) for n in range(len(stamps))]
    for n, (stamp, (x, y)) in enumerate(zip(stamps, given, strict=True)):
        kind = QEvent.Type.TabletPress if n == 0 else QEvent.Type.TabletMove
        pen(pad, kind, x, y, 0.5, stamp=stamp)
        if n % 40 == 39:  # the window hears of forty at once, as it does on a busy computer
            now[0] += 0.08
    pen(pad, QEvent.Type.TabletRelease, 20, 10, 0.0, stamp=55_000)
    (line,) = pad.strokes().lines
    assert [(x, y) for x, y, _pressure, _t in line] == [(x * 10, y * 10) for x, y in given]
    assert [t for *_rest, t in line] == [stamp - 50_000 for stamp in stamps]
    assert all(type(value) is int for point in line for value in point)


def test_a_later_line_goes_on_in_time_and_a_pen_without_time_takes_the_clocks(qtbot: QtBot) -> None:
    now = [0.0]
    pad = SignaturePad("Mira", ticks=lambda: now[0])
    qtbot.addWidget(pad)
    pad.resize(420, 130)
    for at, stamp in ((0.0, 900), (1.0, 1_900), (2.0, 0)):
        now[0] = at
        pen(pad, QEvent.Type.TabletPress, 40, 40, 0.5, stamp=stamp)
        now[0] = at + 0.05
        pen(pad, QEvent.Type.TabletMove, 60, 50, 0.5, stamp=stamp and stamp + 20)
        pen(pad, QEvent.Type.TabletRelease, 60, 50, 0.0, stamp=stamp and stamp + 20)
    assert [[t for *_rest, t in line] for line in pad.strokes().lines] == [[0, 20], [1000, 1020], [2000, 2050]]


@given(st.lists(st.lists(points, min_size=1).map(tuple)).map(tuple))
def test_fewer_than_eight_points_never_make_a_signature(
    lines: tuple[tuple[tuple[int, int, int, int], ...], ...],
) -> None:
    strokes = Strokes(width=4000, height=1000, lines=lines)
    if strokes.points() < 8 or strokes.milliseconds() < 150:
        assert not strokes.is_enough()
