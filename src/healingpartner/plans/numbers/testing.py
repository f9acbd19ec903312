"""What a test result means, as people: of so many tested, how many are ill and well behind each answer."""

from dataclasses import dataclass
from fractions import Fraction

from healingpartner.plans.numbers.given import Exact, chance, half_up

_WHOLES = (1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Exact shares of one person tested, and the two predictive values (None when no such answer occurs)."""

    ill_found: Fraction
    well_alarmed: Fraction
    ill_missed: Fraction
    well_cleared: Fraction
    right_when_positive: Fraction | None
    right_when_negative: Fraction | None

    def expected(self, of: int = 1_000) -> tuple[Fraction, Fraction, Fraction, Fraction]:
        """True positives, false positives, false negatives, true negatives among `of`, not rounded."""
        return self.ill_found * of, self.well_alarmed * of, self.ill_missed * of, self.well_cleared * of


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTested:
    """The same as whole people: the four sum to `of`, and the ill to `ill`."""

    of: int
    ill_found: int
    well_alarmed: int
    ill_missed: int
    well_cleared: int

    @property
    def ill(self) -> int:
        """All who have it."""
        return self.ill_found + self.ill_missed

    @property
    def positive(self) -> int:
        """All whom the test calls ill."""
        return self.ill_found + self.well_alarmed

    @property
    def negative(self) -> int:
        """All whom the test calls well."""
        return self.ill_missed + self.well_cleared


def results_of(*, prevalence: Exact, sensitivity: Exact, specificity: Exact) -> Results:
    """Bayes in shares: π·sens, (1−π)(1−spec), π(1−sens), (1−π)·spec."""
    ill, finds = chance(prevalence, "prevalence"), chance(sensitivity, "sensitivity")
    clears = chance(specificity, "specificity")
    found, alarmed = ill * finds, (1 - ill) * (1 - clears)
    missed, cleared = ill * (1 - finds), (1 - ill) * clears
    return Results(
        ill_found=found,
        well_alarmed=alarmed,
        ill_missed=missed,
        well_cleared=cleared,
        right_when_positive=found / (found + alarmed) if found + alarmed else None,
        right_when_negative=cleared / (cleared + missed) if cleared + missed else None,
    )


def as_people(outcome: Results) -> PeopleTested:
    """Of 1,000, or of 10,000 or 100,000 where fewer would show no ill person: first who is ill, then what is said."""
    share = outcome.ill_found + outcome.ill_missed
    of = next((of for of in _WHOLES if half_up(share * of) or not share), _WHOLES[-1])
    ill = half_up(share * of)
    found = min(ill, half_up(outcome.ill_found * of))
    alarmed = min(of - ill, half_up(outcome.well_alarmed * of))
    return PeopleTested(
        of=of, ill_found=found, well_alarmed=alarmed, ill_missed=ill - found, well_cleared=of - ill - alarmed
    )
