"""A question and its answer, as they stand on paper, and the answers that belong under one heading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`question` as it was put; `answer` in the person's own words. An empty answer is left out."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Answers under one heading."""

    title: str
    answers: tuple[Asked, ...]

    def given(self) -> tuple[Asked, ...]:
        """Those with something in them."""
        return tuple(one for one in self.answers if one.answer.strip())
