"""A figure as it was read: text with digits, so that nothing is rounded on its way, and the unit as it is spoken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _

WHAT_LIMIT, VALUE_LIMIT, WORDS_LIMIT = 120, 40, 2_000
_FIGURE = re.compile(r"^[+\-\u2212]?\d{1,12}([.,]\d{1,9})?$")
_PAIR = re.compile(r"^\d{1,4}\s?/\s?\d{1,4}$")
OFTEN: tuple[tuple[str, str], ...] = (
    (N_("Blood pressure"), "mmHg"),
    (N_("Pulse"), "/min"),
    (N_("Weight"), "kg"),
    (N_("Temperature"), "°C"),
    (N_("Oxygen in the blood"), "%"),
    (N_("Steps walked"), ""),
    (N_("Hours slept"), "h"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One figure. `voice`: who measured it; `set_aside`: it was read wrongly, and stays readable as that."""

    id: str
    person_id: str
    visit_id: str
    what: str
    value: str
    unit: str
    words: str
    voice: Voice
    measured: Instant
    set_aside: Instant | None = None

    def number(self) -> Decimal | None:
        """The figure, where it is one; None for a pair such as 120/80."""
        text = self.value.replace("\u2212", "-").replace(",", ".")
        return Decimal(text) if _FIGURE.match(self.value) else None


def checked_what(what: str) -> str:
    """What was measured; RuleBroken beside it when it has no name."""
    kept = clean_line(what, field="what", limit=WHAT_LIMIT)
    if not kept:
        raise RuleBroken("what", _("Say what was measured."))
    return kept


def checked_value(value: str) -> str:
    """A figure such as 36.8 or −2, or a pair such as 120/80, as it was typed; RuleBroken for anything else."""
    kept = clean_line(value, field="value", limit=VALUE_LIMIT)
    if not (_FIGURE.match(kept) or _PAIR.match(kept)):
        raise RuleBroken("value", _("Write it as a figure, such as 36.8, or as two, such as 120/80."))
    return kept.replace(" ", "") if _PAIR.match(kept) else kept


def checked_unit(unit: str) -> str:
    """The unit; it may be empty."""
    return clean_line(unit, field="unit", limit=VALUE_LIMIT)


def checked_note(words: str) -> str:
    """How it was measured; it may be empty."""
    return clean_text(words, field="words", limit=WORDS_LIMIT)


def before(one: Measurement, all_of_them: Sequence[Measurement]) -> Measurement | None:
    """The figure of the same name and unit before this one, or None."""
    same = [
        each
        for each in all_of_them
        if each.set_aside is None
        and (each.what.casefold(), each.unit) == (one.what.casefold(), one.unit)
        and (each.measured.utc_us, each.id) < (one.measured.utc_us, one.id)
    ]
    return max(same, key=lambda each: (each.measured.utc_us, each.id), default=None)
