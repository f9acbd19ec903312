"""What stands in a plan for a rule, a way or a step: said openly, so that nobody takes it to heart."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.text import clean_text
from healingpartner.foundation.words import N_

WORDS_LIMIT = 5_000


class RuleKind(StrEnum):
    """Why something is here that exists for a rule, and not for the patient."""

    LAW = "law"
    INSURANCE = "insurance"
    SCOPE = "scope"
    CONSCIENCE = "conscience"


RULE_WORDS: Mapping[RuleKind, str] = {
    RuleKind.LAW: N_("The law asks for it"),
    RuleKind.INSURANCE: N_("An insurance asks for it"),
    RuleKind.SCOPE: N_("It lies outside what I may do"),
    RuleKind.CONSCIENCE: N_("My conscience asks for it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """It is here for a rule: said openly, in plain words."""

    kind: RuleKind
    words: str = ""

    def cleaned(self) -> "Rule":
        """As it is kept; RuleBroken beside "rule" when its words are too many."""
        return replace(self, words=clean_text(self.words, field="rule", limit=WORDS_LIMIT))
