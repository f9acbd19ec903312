"""A question and its answer, as they stand on paper, and the answers that belong under one heading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`question` as it was put; `answer` in the person's own words, or a fact that nobody spoke (`spoken` False).

    An empty answer is left out.
    """

    question: str
    answer: str
    spoken: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Answers under one heading."""

    title: str
    answers: tuple[Asked, ...]

    def given(self) -> tuple[Asked, ...]:
        """Those with something in them."""
        return tuple(one for one in self.answers if one.answer.strip())
