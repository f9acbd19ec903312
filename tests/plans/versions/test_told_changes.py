"""Whatever both agree to is told when it changes: no field of a plan can turn between two versions unseen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any

import pytest

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.plans.decisions.model import GridRow
from healingpartner.plans.money import Cost, Per
from healingpartner.plans.ruling import Rule, RuleKind
from healingpartner.plans.versions.comparison import compare
from healingpartner.plans.versions.hashing import sha256_of
from healingpartner.plans.versions.model import PlanContents
from paper.plan_samples import WHOLE

PARTS = ("goals", "decisions", "options", "parts", "dissents", "alternatives", "steps")
# Who and when, what points at what, and in which order: kept and hashed, and no words that anyone reads side by side.
NOT_WORDS = {
    "id", "person_id", "plan_id", "decision_id", "place", "made", "by", "decided", "said", "proposed", "proposed_by",
    "about", "about_id", "instead_of", "option_id", "goal_id", "dissent_id", "step_id", "errand",
}  # fmt: skip


OTHERWISE: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Enum, lambda value: next(one for one in type(value) if one is not value)),
    (bool, lambda value: not value),
    (str, lambda value: f"{value} Otherwise."),
    (int, lambda value: value + 1),
    (PartialDate, lambda value: replace(value, year=value.year + 1)),
    (Money, lambda value: replace(value, minor=value.minor + 100)),
    (date, lambda value: value + timedelta(days=1)),
)


def turned(value: Any) -> Iterator[Any]:
    """Another value of the same sort; for what is made of parts, one for each of its parts."""
    for sort, other in OTHERWISE:
        if isinstance(value, sort):
            yield other(value)
            return
    if isinstance(value, Mapping):
        yield from ({**value, key: f"{value[key]} Otherwise."} for key in value)
    elif isinstance(value, tuple):
        parts = [(at, one) for at, one in enumerate(value) if is_dataclass(one)]
        yield from ((*value[:at], each, *value[at + 1 :]) for at, one in parts for each in turned(one))
    elif is_dataclass(value) and not isinstance(value, Instant):
        for field in (one.name for one in fields(value) if one.name not in NOT_WORDS):
            yield from (replace(value, **{field: each}) for each in turned(getattr(value, field)))


def changed_plans(former: PlanContents) -> Iterator[PlanContents]:
    """The plan with one thing of it changed, for every thing that it says."""
    for plan in turned(former.plan):
        yield replace(former, plan=plan)
    for name in PARTS:
        yield from (replace(former, **{name: parts}) for parts in turned(getattr(former, name)))


def test_no_field_changes_between_two_versions_unseen() -> None:
    former = replace(
        WHOLE,
        plan=replace(WHOLE.plan, begins_on=date(2027, 1, 4), review_on=date(2027, 3, 1), drawing="[]"),
        options=(
            replace(
                WHOLE.options[0],
                rule=Rule(kind=RuleKind.LAW, words="Of the town"),
                cost=Cost(low=Money(minor=500, currency="EUR"), high=Money(minor=900, currency="EUR"), per=Per.WEEK),
            ),
        ),
        steps=tuple(
            replace(one, rule=Rule(kind=RuleKind.INSURANCE, words="Of the town"))
            for one in {one.treatment is None: one for one in WHOLE.steps}.values()
        ),
    )
    others = [one for one in changed_plans(former) if sha256_of(one) != sha256_of(former)]
    unseen = [one for one in others if not compare(former, one, numbers=(1, 2)).changed]
    assert [_difference(former, one) for one in unseen] == []
    assert len(others) > 100


def _difference(former: PlanContents, present: PlanContents) -> list[str]:
    both = [(name, getattr(former, name), getattr(present, name)) for name in ("plan", *PARTS)]
    return [f"{name}: {one} is now {other}" for name, one, other in both if one != other]


@pytest.mark.parametrize("words", ["What it costs", "Is there a bus?"])
def test_a_row_of_ones_own_is_told_whatever_it_is_called(words: str) -> None:
    option, decision = WHOLE.options[0], WHOLE.decisions[0]
    row = GridRow(id="r", words=words, by=Voice.PATIENT)
    former = replace(WHOLE, decisions=(replace(decision, rows=(row,)),),
                     options=(replace(option, cells={"r": "At eight"}),))  # fmt: skip
    present = replace(former, options=(replace(option, cells={"r": "At nine"}),))
    (changed,) = compare(former, present, numbers=(1, 2)).changed
    assert (changed.subject_id, changed.label) == (option.id, words)
