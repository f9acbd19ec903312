"""The five questions of a first meeting with both answers beside each other."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.voice_mark import VoiceMark
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.people.question_field import QuestionField
from healingpartner.desktop.people.question_run import QuestionRun
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.answers import Answer
from healingpartner.people.questions import Group, of_group


class Introductions(QWidget):
    """`changed` at every change by hand, on either side."""

    changed = Signal()

    def __init__(self) -> None:
        """Empty on both sides."""
        super().__init__()
        self._mine, self._theirs = _Side(Voice.PRACTITIONER, _("You")), _Side(Voice.PATIENT, _("They"))
        grid = FieldGrid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        for side in (self._mine, self._theirs):
            grid.add(side)
            side.changed.connect(self.changed)

    def show_practitioner(self, name: str, answers: Iterable[Answer]) -> None:
        """The practitioner's side."""
        self._mine.show_answers(name or _("You"), answers)

    def show_person(self, name: str, answers: Iterable[Answer]) -> None:
        """The person's side."""
        self._theirs.show_answers(name, answers)

    def answers(self) -> tuple[list[Answer] | None, list[Answer] | None]:
        """The practitioner's and the person's answers; None for a side where one cannot be taken."""
        return self._mine.run.answers(), self._theirs.run.answers()

    def typed(self) -> dict[str, Any]:
        """All of it as it stands, for a draft."""
        return {"mine": self._mine.run.typed(), "theirs": self._theirs.run.typed()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """A draft again."""
        for side, name in ((self._mine, "mine"), (self._theirs, "theirs")):
            if isinstance(typed.get(name), dict):
                side.run.show_typed(typed[name])


class _Side(QWidget):
    changed = Signal()

    def __init__(self, voice: Voice, name: str) -> None:
        super().__init__()
        self._name = PlainLabel(name, tone="yours" if voice is Voice.PATIENT else "mine")
        head = QHBoxLayout()
        head.addWidget(VoiceMark(voice))
        head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addLayout(head)
        self.run = QuestionRun()
        for asked in of_group(Group.MEETING):
            field = QuestionField(asked, voice=voice)
            self.run.add(asked.key, field)
            column.addWidget(field)
            field.changed.connect(self.changed)
        column.addStretch(1)

    def show_answers(self, name: str, answers: Iterable[Answer]) -> None:
        self._name.setText(name)
        self.run.show_answers(answers)
