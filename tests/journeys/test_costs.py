"""The bars without a clock: counts that a slow computer cannot change. The measured ratios are `make bench`."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from healingpartner.desktop.kit.signature_pad import SignaturePad
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person, set_preferences
from healingpartner.people.answers import Answer
from healingpartner.people.model import Particulars
from healingpartner.people.views import list_rows
from healingpartner.practice import Practice


@pytest.fixture
def statements(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement the practice's connection runs from now on."""
    ran: list[str] = []
    connection = practice.vault._connection
    execute = connection.execute

    def counted(sql: str, values: object = ()) -> object:
        ran.append(sql)
        return execute(sql, values)

    monkeypatch.setattr(connection, "execute", counted)
    return ran


def test_a_list_of_any_length_is_read_by_two_statements(practice: Practice, statements: list[str]) -> None:
    for name in ("Ada", "Bo", "Cy"):
        practice.do(add_person, Particulars(legal_name=name), by=Voice.PRACTITIONER)
    statements.clear()
    assert len(practice.ask(list_rows)) == 3
    assert len(statements) <= 2


def test_an_answer_is_saved_by_a_handful_of_statements_however_many_people_there_are(
    practice: Practice, statements: list[str]
) -> None:
    counted = []
    for name in ("Ada", "Bo", "Cy", "Di"):
        person_id = practice.do(add_person, Particulars(legal_name=name), by=Voice.PRACTITIONER)
        statements.clear()
        practice.do(set_preferences, person_id, [Answer(question="matters", words="Sleep")], by=Voice.PATIENT)
        counted.append(len(statements))
    assert counted[0] == counted[-1] <= 20


def test_the_thousandth_point_of_a_signature_repaints_no_more_than_the_tenth(qtbot: QtBot) -> None:
    pad, painted = _drawn_on(qtbot)
    areas = [painted(n).width() * painted(n).height() for n in (10, 1_000)]
    assert pad.strokes().points() > 2
    assert max(areas) <= 60 * 60


def _drawn_on(qtbot: QtBot) -> tuple[SignaturePad, Callable[[int], QRect]]:
    ticks = itertools.count()
    pad = SignaturePad("Place to sign", ticks=lambda: next(ticks) / 100)
    qtbot.addWidget(pad)
    pad.resize(800, 300)
    with qtbot.waitExposed(pad):
        pad.show()
    seen = _Seen(pad)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QApplication.processEvents()

    def painted(n: int) -> QRect:
        for step in range(n):
            at = QPoint(100 + step % 600, 100 + step % 40)
            none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
            move = QMouseEvent(
                QEvent.Type.MouseMove, at.toPointF(), at.toPointF(), none, left, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(pad, move)
        QApplication.processEvents()
        seen.last = QRect()
        near = QPoint(at.x() + 3, at.y() + 2)
        one = QMouseEvent(
            QEvent.Type.MouseMove, near.toPointF(), near.toPointF(), none, left, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(pad, one)
        QApplication.processEvents()
        return seen.last

    return pad, painted


class _Seen(QObject):
    """The area of the last paint."""

    def __init__(self, pad: SignaturePad) -> None:
        super().__init__(pad)
        self.last = QRect()
        pad.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.last = event.region().boundingRect()  # type: ignore[attr-defined]
        return False
