"""A signature of 10,000 points: the last ones cost what the first ones did.

Floor: the first 500 points of the same stroke. Ours: the last 500. Each from the mouse event to the painted pixel.
"""

import itertools
import math

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench.measuring import percentile, say, timed
from healingpartner.desktop.kit.signature_pad import SignaturePad

GOAL = 1.1
POINTS, LOOKED_AT = 10_000, 500


def test_the_ten_thousandth_point_costs_what_the_first_did(qtbot: QtBot) -> None:
    ticks = itertools.count()
    pad = SignaturePad("Place to sign", ticks=lambda: next(ticks) / 100)
    qtbot.addWidget(pad)
    pad.resize(800, 300)
    pad.show()
    QApplication.processEvents()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(400, 150))

    def point(n: int) -> None:
        at = QPoint(400 + round(380 * math.sin(n / 70)), 150 + round(140 * math.sin(n / 37)))
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        event = QMouseEvent(
            QEvent.Type.MouseMove, at.toPointF(), at.toPointF(), none, left, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(pad, event)
        QApplication.processEvents()

    taken = [timed(lambda n=n: point(n))() for n in range(POINTS)]
    assert pad.strokes().points() >= POINTS
    first, last = taken[50 : 50 + LOOKED_AT], taken[-LOOKED_AT:]
    ratio = percentile(last, 0.5) / percentile(first, 0.5)
    say(
        "signature, 10,000th point",
        f"× {ratio:.2f} of the first (goal {GOAL}) · p50 {percentile(last, 0.5) * 1000:.0f} µs, "
        f"p99 {percentile(last, 0.99) * 1000:.0f} µs",
    )
    assert ratio <= GOAL
