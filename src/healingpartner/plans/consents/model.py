"""What a consent to a treatment or a touch is. Given ones are never changed; taking back is a row of its own beside."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text, fold
from healingpartner.foundation.words import N_, _

WORDS_LIMIT = 5_000


class ConsentWay(StrEnum):
    """How it was given or taken back."""

    SAID = "said"
    TAPPED = "tapped"
    ON_PAPER = "on_paper"


CONSENT_WAY_WORDS: Mapping[ConsentWay, str] = {
    ConsentWay.SAID: N_("Said aloud"),
    ConsentWay.TAPPED: N_("Tapped on the turned screen"),
    ConsentWay.ON_PAPER: N_("Signed on paper"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentConsent:
    """The patient's yes to one treatment or touch. option_id, step_id: what it belongs to, or "".

    questions_answered, free_choice: both said by the patient, each for itself. withdrawn: when it was taken back.
    """

    id: str
    plan_id: str
    what: str
    given: Instant
    way: ConsentWay
    why: str = ""
    risks: str = ""
    alternatives: str = ""
    questions: str = ""
    questions_answered: bool = False
    free_choice: bool = False
    option_id: str = ""
    step_id: str = ""
    withdrawn: Instant | None = None
    withdrawn_way: ConsentWay | None = None

    def cleaned(self) -> "TreatmentConsent":
        """As it is kept; RuleBroken beside the first thing that is missing."""
        clean = replace(
            self,
            what=clean_text(self.what, field="what", limit=WORDS_LIMIT),
            why=clean_text(self.why, field="why", limit=WORDS_LIMIT),
            risks=clean_text(self.risks, field="risks", limit=WORDS_LIMIT),
            alternatives=clean_text(self.alternatives, field="alternatives", limit=WORDS_LIMIT),
            questions=clean_text(self.questions, field="questions", limit=WORDS_LIMIT),
        )
        for name, sentence in _NEEDED.items():
            if not fold(getattr(clean, name)):
                raise RuleBroken(name, _(sentence))
        if not self.questions_answered:
            raise RuleBroken("questions_answered", _("The patient says first that their questions were answered."))
        if not self.free_choice:
            raise RuleBroken("free_choice", _("The patient says first that this is their own free choice."))
        return clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Taking a consent back: a row of its own, so that what was given stays as it was given."""

    id: str
    plan_id: str
    consent_id: str
    at: Instant
    way: ConsentWay


_NEEDED: Mapping[str, str] = {
    "what": N_("Write what the yes is to."),
    "why": N_("Write why it is proposed."),
    "risks": N_("Write what could go wrong. “None that we know of” is an answer too."),
    "alternatives": N_("Write what else could be done. Waiting is one way."),
}
