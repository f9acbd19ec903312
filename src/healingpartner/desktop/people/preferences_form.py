"""A run of questions with their answers: in the form about a person, and on the view turned to them."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.people.question_field import QuestionField
from healingpartner.desktop.people.question_run import QuestionRun
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.answers import Answer
from healingpartner.people.questions import GROUP_TITLES, Group, of_group

WISHES = (Group.HEART, Group.SETTLE, Group.BODY, Group.SHARING, Group.LIMITS)


class PreferencesForm(QWidget):
    """`changed` at every change by hand. It shows answers and gives them back; saving is the page's."""

    changed = Signal()

    def __init__(
        self, *groups: Group, large: bool = False, voice: Voice = Voice.PATIENT, parent: QWidget | None = None
    ) -> None:
        """`groups`: which questions, one card each; all wishes without any. `large`: for the turned view."""
        super().__init__(parent)
        self._run = QuestionRun()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for group in groups or WISHES:
            card = Card(_(GROUP_TITLES[group]))
            card.column.setSpacing(24 if large else 18)
            for asked in of_group(group):
                field = QuestionField(asked, voice=voice, large=large)
                field.changed.connect(self.changed)
                self._run.add(asked.key, field)
                card.column.addWidget(field)
            column.addWidget(card)

    def show_answers(self, answers: Iterable[Answer]) -> None:
        """Fill the form without saying that it changed."""
        self._run.show_answers(answers)

    def answers(self) -> list[Answer] | None:
        """Every answer, empty ones too (an answer taken back); None when one cannot be taken: its sentence shows."""
        return self._run.answers()

    def typed(self) -> dict[str, dict[str, str]]:
        """All of it as it stands, for a draft."""
        return self._run.typed()

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """A draft again; what it does not name stays."""
        self._run.show_typed(typed)

    def field(self, key: str) -> QuestionField | None:
        """The field of a question, or None when it is not asked here."""
        return self._run.fields.get(key)
