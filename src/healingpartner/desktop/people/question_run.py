"""Fields of several questions as one: filled together, read together, kept together in a draft."""

from collections.abc import Iterable, Mapping
from typing import Any

from healingpartner.desktop.people.question_field import QuestionField
from healingpartner.people.answers import Answer, by_question


class QuestionRun:
    """The fields of a page, each under the key of its question; the page lays them out."""

    def __init__(self) -> None:
        """Without a field yet."""
        self.fields: dict[str, QuestionField] = {}

    def add(self, key: str, field: QuestionField) -> None:
        """One more field."""
        self.fields[key] = field

    def show_answers(self, answers: Iterable[Answer]) -> None:
        """Fill every field without saying that it changed."""
        given = by_question(answers)
        for key, field in self.fields.items():
            field.show_answer(given.get(key))

    def answers(self) -> list[Answer] | None:
        """Every answer, empty ones too (an answer taken back); None when one cannot be taken: its sentence shows."""
        found = [field.try_answer() for field in self.fields.values()]
        return None if None in found else [answer for answer in found if answer is not None]

    def typed(self) -> dict[str, dict[str, str]]:
        """All of it as it stands, for a draft."""
        return {key: field.typed() for key, field in self.fields.items()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """A draft again; what it does not name stays."""
        for key, field in self.fields.items():
            if isinstance(typed.get(key), dict):
                field.show_typed(typed[key])
