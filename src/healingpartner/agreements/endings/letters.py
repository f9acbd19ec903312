"""Letters of handing on: to whoever walks on with the patient, and a kind word to the patient.

They have room for what helped, for strengths and for open questions. There is no room for a label.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.words import N_, _

TEXT_LIMIT, NAME_LIMIT = 10_000, 300


class LetterKind(StrEnum):
    """Why it is written."""

    CLOSING = "closing"
    RELEASE = "release"
    REFERRAL = "referral"


LETTER_WORDS: Mapping[LetterKind, str] = {
    LetterKind.CLOSING: N_("A letter to say goodbye"),
    LetterKind.RELEASE: N_("A letter for handing on"),
    LetterKind.REFERRAL: N_("A letter to ask another for help"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """What stands in a letter; every part but `to_whom` may be empty. The patient sees all of it."""

    kind: LetterKind
    to_whom: str = ""
    opening: str = ""
    helped: str = ""
    strengths: str = ""
    questions: str = ""
    asked_for: str = ""
    closing: str = ""

    def cleaned(self) -> "LetterWords":
        """As it is kept; RuleBroken beside a part that does not fit, or when there is nothing in it."""
        to_whom = clean_line(self.to_whom, field="to_whom", limit=NAME_LIMIT)
        kept = replace(
            self,
            to_whom=to_whom,
            opening=clean_text(self.opening, field="opening", limit=TEXT_LIMIT),
            helped=clean_text(self.helped, field="helped", limit=TEXT_LIMIT),
            strengths=clean_text(self.strengths, field="strengths", limit=TEXT_LIMIT),
            questions=clean_text(self.questions, field="questions", limit=TEXT_LIMIT),
            asked_for=clean_text(self.asked_for, field="asked_for", limit=TEXT_LIMIT),
            closing=clean_text(self.closing, field="closing", limit=TEXT_LIMIT),
        )
        if not to_whom and self.kind is not LetterKind.CLOSING:
            raise RuleBroken("to_whom", _("Write whom it is for. A place or “To whom it may help” is enough."))
        if not any((kept.opening, kept.helped, kept.strengths, kept.questions, kept.asked_for, kept.closing)):
            raise RuleBroken("opening", _("There is nothing in this letter yet."))
        return kept

    def findable(self) -> str:
        """All of its words, for the search."""
        parts = (self.to_whom, self.opening, self.helped, self.strengths, self.questions, self.asked_for, self.closing)
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it is kept. `written`: when it was last changed."""

    id: str
    person_id: str
    words: LetterWords
    written: Instant
