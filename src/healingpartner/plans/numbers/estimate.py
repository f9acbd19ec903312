"""One outcome of one way: how many of how many, with and without, within what time, and where that comes from.

Benefit, harm and burden are written alike and weigh alike. Numbers are whole people of a denominator; an estimate may
also be in words alone. Without a source it says that it is no study.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, fold
from healingpartner.foundation.words import N_, _
from healingpartner.plans.numbers.given import counted, holds
from healingpartner.plans.numbers.icons import MOST_ICONS

OUTCOME_LIMIT = 200
SOURCE_LIMIT = 500
LONGEST_HORIZON = 1_000


class OutcomeDirection(StrEnum):
    """What it would be for the patient."""

    BENEFIT = "benefit"
    HARM = "harm"
    BURDEN = "burden"


OUTCOME_DIRECTION_WORDS: Mapping[OutcomeDirection, str] = {
    OutcomeDirection.BENEFIT: N_("May help"),
    OutcomeDirection.HARM: N_("May harm"),
    OutcomeDirection.BURDEN: N_("May be a burden"),
}


class HorizonUnit(StrEnum):
    """In what a time is counted."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


HORIZON_UNIT_WORDS: Mapping[HorizonUnit, str] = {
    HorizonUnit.DAYS: N_("Days"),
    HorizonUnit.WEEKS: N_("Weeks"),
    HorizonUnit.MONTHS: N_("Months"),
    HorizonUnit.YEARS: N_("Years"),
}


class Basis(StrEnum):
    """Where the number comes from. Trial and cohort are studies; the others are not, and say so."""

    TRIAL = "trial"
    COHORT = "cohort"
    EXPERIENCE = "experience"
    TRADITION = "tradition"
    OWN_EXPERIENCE = "own_experience"
    UNKNOWN = "unknown"


BASIS_WORDS: Mapping[Basis, str] = {
    Basis.TRIAL: N_("A study that gave it to some and not to others"),
    Basis.COHORT: N_("A study that watched people over time"),
    Basis.EXPERIENCE: N_("The practitioner's experience"),
    Basis.TRADITION: N_("A tradition"),
    Basis.OWN_EXPERIENCE: N_("The patient's own experience"),
    Basis.UNKNOWN: N_("We do not know"),
}
STUDIES = frozenset({Basis.TRIAL, Basis.COHORT})


class Sureness(StrEnum):
    """How sure one can be of the number (after GRADE, in plain words)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"
    UNKNOWN = "unknown"


SURENESS_WORDS: Mapping[Sureness, str] = {
    Sureness.HIGH: N_("We can be quite sure"),
    Sureness.MODERATE: N_("We can be fairly sure"),
    Sureness.LOW: N_("We are not very sure"),
    Sureness.VERY_LOW: N_("We are not sure at all"),
    Sureness.UNKNOWN: N_("We do not know how sure this is"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """A length of time: so many days, weeks, months or years."""

    amount: int
    unit: HorizonUnit

    def span(self) -> tuple[str, int]:
        """The same for times of one length, however they are written: seven days and one week, twelve months and one
        year. Days and months are never made into each other.
        """
        if self.unit in {HorizonUnit.DAYS, HorizonUnit.WEEKS}:
            return "days", self.amount * (7 if self.unit is HorizonUnit.WEEKS else 1)
        return "months", self.amount * (12 if self.unit is HorizonUnit.YEARS else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From `low` to `high` people of the estimate's denominator."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeEstimate:
    """What may happen to how many.

    outcome: words that go on from "38 …": sleep better. population: "" for people like the patient. n_with,
    n_without: people of `denominator`; None where no number is known; one alone is n_with. interval_with,
    interval_without: how far each may be off, or None. checked_on: when the source was last read.
    """

    outcome: str
    direction: OutcomeDirection
    horizon: Horizon | None = None
    population: str = ""
    n_with: int | None = None
    n_without: int | None = None
    denominator: int | None = None
    interval_with: Interval | None = None
    interval_without: Interval | None = None
    basis: Basis = Basis.UNKNOWN
    sureness: Sureness = Sureness.UNKNOWN
    source: str = ""
    checked_on: date | None = None

    @property
    def has_numbers(self) -> bool:
        """Whether it can be drawn."""
        return self.n_with is not None and self.denominator is not None

    @property
    def names_a_study(self) -> bool:
        """Whether it may be called a study: it is one, and it can be looked up."""
        return self.basis in STUDIES and bool(self.source)

    @property
    def more(self) -> int | None:
        """How many more people with than without; below 0 where it is fewer; None where one is not known."""
        if self.n_with is None or self.n_without is None:
            return None
        return self.n_with - self.n_without

    def share(self, count: int) -> Fraction:
        """So many people of the denominator, as a share."""
        return Fraction(count, self.denominator or 1)

    def cleaned(self, *, today: date | None = None) -> "OutcomeEstimate":
        """As it is kept; RuleBroken beside the first field that does not fit."""
        outcome = clean_line(self.outcome, field="outcome", limit=OUTCOME_LIMIT)
        if not fold(outcome):
            raise RuleBroken("outcome", _("Write what may happen to them, for instance: sleep better."))
        if today is not None and self.checked_on is not None and self.checked_on > today:
            raise RuleBroken("checked_on", _("This day is still to come. When was the source last read?"))
        self._check_horizon()
        self._check_counts()
        for name, interval, count in (
            ("interval_with", self.interval_with, self.n_with),
            ("interval_without", self.interval_without, self.n_without),
        ):
            self._check_interval(name, interval, count)
        return replace(
            self,
            outcome=outcome,
            population=clean_line(self.population, field="population", limit=OUTCOME_LIMIT),
            source=clean_line(self.source, field="source", limit=SOURCE_LIMIT),
        )

    def _check_horizon(self) -> None:
        if self.horizon is None:
            if self.direction is OutcomeDirection.HARM:
                raise RuleBroken("horizon", _("Say within what time. A harm without a time cannot be weighed."))
            if self.n_with is not None:
                raise RuleBroken("horizon", _("Say within what time. A number without a time cannot be weighed."))
        elif not 1 <= self.horizon.amount <= LONGEST_HORIZON:
            raise RuleBroken("horizon", _("This goes from 1 to {most}.").format(most=LONGEST_HORIZON))

    def _check_counts(self) -> None:
        if self.n_with is None:
            if self.n_without is not None or self.denominator is not None:
                raise RuleBroken("n_with", _("How many are they with it? This number is missing."))
            return
        if self.denominator is None:
            raise RuleBroken("denominator", _("Of how many people? This number is missing."))
        if self.denominator > MOST_ICONS:
            raise RuleBroken("denominator", _("Say it of {most} people or fewer.").format(most=MOST_ICONS))
        for name, count in (("n_with", self.n_with), ("n_without", self.n_without)):
            if count is not None:
                counted(count, self.denominator, events_field=name, of_field="denominator")

    def _check_interval(self, name: str, interval: Interval | None, count: int | None) -> None:
        if interval is None:
            return
        if count is None or self.denominator is None:
            raise RuleBroken(name, _("There is a range here, but no number to go with it."))
        for end in (interval.low, interval.high):
            counted(end, self.denominator, events_field=name, of_field="denominator")
        holds(Fraction(interval.low), Fraction(count), Fraction(interval.high), name)
