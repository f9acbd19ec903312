"""A signature of 10,000 points: the last ones cost what the first ones did.

Floor: the first 500 points of a stroke. Ours: as many at the end of one of 10,000, point by point in turn. Each
from the mouse event to the painted pixel.
And a pen that tells 500 points a second loses none of them, while the pad goes on painting.
"""

import itertools
import math
import time

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench.measuring import in_turn, percentile, say, timed
from healingpartner.desktop.kit.signature_pad import SignaturePad

GOAL = 1.1
POINTS, LOOKED_AT = 10_000, 500
A_SECOND, SECONDS = 500, 3


def test_the_ten_thousandth_point_costs_what_the_first_did(qtbot: QtBot) -> None:
    short, long = _pen(qtbot), _pen(qtbot)
    for _point in range(POINTS - LOOKED_AT):
        long()
    found = in_turn(timed(short), timed(long), rounds=LOOKED_AT, warm=50)
    assert long.pad.strokes().points() >= POINTS
    say(
        "signature, 10,000th point",
        f"× {found.ratio:.2f} of the first (goal {GOAL}) · p50 {percentile(found.ours, 0.5) * 1000:.0f} µs, "
        f"p99 {percentile(found.ours, 0.99) * 1000:.0f} µs",
    )
    assert found.ratio <= GOAL


def test_five_hundred_points_a_second_are_all_kept(qtbot: QtBot) -> None:
    pad = SignaturePad("Place to sign", ticks=time.perf_counter)
    qtbot.addWidget(pad)
    pad.resize(800, 300)
    pad.show()
    QApplication.processEvents()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=_at(0))
    given, late = 0, 0.0
    began = time.perf_counter()
    while given < A_SECOND * SECONDS:
        due = min(A_SECOND * SECONDS, int((time.perf_counter() - began) * A_SECOND))
        while given < due:
            given += 1
            QApplication.postEvent(pad, _moved(given))
        QApplication.processEvents()
        late = max(late, time.perf_counter() - began - given / A_SECOND)
    took = time.perf_counter() - began
    kept = [point[:2] for point in pad.strokes().lines[0]]
    figures = f"{len(kept) - 1:,} of {given:,} kept at {given / took:.0f} a second"
    say("signature, 500 points/s", f"{figures} · the pad at most {late * 1000:.0f} ms behind")
    assert kept == [(_at(n).x() * 10, _at(n).y() * 10) for n in range(given + 1)]


class _Pen:
    """A pen that draws one point further each time, on a pad of its own."""

    def __init__(self, pad: SignaturePad) -> None:
        self.pad, self._points = pad, itertools.count()
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(400, 150))

    def __call__(self) -> None:
        QApplication.sendEvent(self.pad, _moved(next(self._points)))
        QApplication.processEvents()


def _pen(qtbot: QtBot) -> _Pen:
    ticks = itertools.count()
    pad = SignaturePad("Place to sign", ticks=lambda: next(ticks) / 100)
    qtbot.addWidget(pad)
    pad.resize(800, 300)
    pad.show()
    QApplication.processEvents()
    return _Pen(pad)


def _at(n: int) -> QPoint:
    return QPoint(400 + round(380 * math.sin(n / 70)), 150 + round(140 * math.sin(n / 37)))


def _moved(n: int) -> QMouseEvent:
    at, none, left = _at(n).toPointF(), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, at, at, none, left, Qt.KeyboardModifier.NoModifier)
