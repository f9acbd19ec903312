"""What a person answered. "Not now" and "rather not say" are answers; no answer at all is something else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.words import N_, Words, _, spoken
from healingpartner.people.questions import QUESTIONS, Question, known, question

WORDS_LIMIT = 10_000
_CHIP_LIMIT = 42


class Said(StrEnum):
    """The kind of an answer."""

    SAID = "said"
    NOT_NOW = "not_now"
    RATHER_NOT = "rather_not"


SAID_WORDS = {Said.NOT_NOW: N_("Not now"), Said.RATHER_NOT: N_("Rather not say")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to one question: a ticked choice, own words, a sum of money, or a kind "not now"."""

    question: str
    said: Said = Said.SAID
    choice: str = ""
    words: str = ""
    amount: Money | None = None

    def empty(self) -> bool:
        """Whether nothing was answered, not even "not now"."""
        return self.said is Said.SAID and not (self.choice or self.words or self.amount)

    def cleaned(self) -> "Answer":
        """As it is kept. RuleBroken (field: the question's key) for an unknown question or choice or for
        too many words. With "not now" nothing else is kept.
        """
        if not known(self.question):
            raise RuleBroken(self.question, _("This question is not known here."))
        if self.said is not Said.SAID:
            return Answer(question=self.question, said=self.said)
        asked = question(self.question)
        if self.choice and asked.choice(self.choice) is None:
            raise RuleBroken(self.question, _("Please choose one of the answers, or use your own words."))
        words = clean_text(self.words, field=self.question, limit=WORDS_LIMIT)
        return Answer(question=self.question, choice=self.choice, words=words, amount=self.amount)

    def read(self, words: Words | None = None) -> str:
        """The whole answer as one text: choice, sum and own words, or "Not now"."""
        words = words or spoken()
        if self.said is not Said.SAID:
            return words.say(SAID_WORDS[self.said])
        ticked = question(self.question).choice(self.choice) if known(self.question) else None
        parts = [words.say(ticked.words) if ticked else "", words.money(self.amount) if self.amount else "", self.words]
        return "\n".join(part for part in parts if part)


Answers = Mapping[str, Answer]


def by_question(answers: Iterable[Answer]) -> dict[str, Answer]:
    """Answers by the key of their question."""
    return {answer.question: answer for answer in answers}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderChip:
    """A wish that must be in sight: a few words, its question's key (an icon's name), and all of the words."""

    text: str
    question: str
    whole: str


_CHIP_ORDER = (
    "no_touch",
    "dressed",
    "touch",
    "chaperone",
    "draping",
    "hard_history",
    "unsettles",
    "know",
    "decide",
    "interpreter",
)
_OWN_WORDS = {
    "no_touch": N_("Leave alone: {words}"),
    "unsettles": N_("Take care: {words}"),
    "interpreter": N_("Interpreter: {words}"),
}


def header_chips(answers: Answers, words: Words | None = None) -> tuple[HeaderChip, ...]:
    """The wishes for body, privacy and hard times that a person's header always shows, the most telling first."""
    words = words or spoken()
    chips = []
    for key in _CHIP_ORDER:
        answer = answers.get(key)
        if answer is None or answer.said is not Said.SAID:
            continue
        text = _chip_text(question(key), answer, words)
        if text:
            chips.append(HeaderChip(text=text, question=key, whole=answer.read(words)))
    return tuple(chips)


def _chip_text(asked: Question, answer: Answer, words: Words) -> str:
    ticked = asked.choice(answer.choice)
    if answer.words and asked.key in _OWN_WORDS and (ticked is None or ticked.chip):
        short = " ".join(answer.words.split())
        short = short if len(short) <= _CHIP_LIMIT else short[: _CHIP_LIMIT - 1].rstrip() + "…"
        return words.say(_OWN_WORDS[asked.key]).format(words=short)
    return words.say(ticked.chip) if ticked and ticked.chip else ""


def in_order(answers: Answers) -> tuple[Answer, ...]:
    """The answers in the order in which they are asked; those of questions no longer asked come last."""
    asked = [answers[each.key] for each in QUESTIONS if each.key in answers]
    return (*asked, *(answer for key, answer in answers.items() if not known(key)))
