"""The cards of the plan's tab, in their order. A new one is one line here.

Each is made when its turn comes; a card's file is read only then.
"""

from collections.abc import Callable
from dataclasses import dataclass

from healingpartner.desktop.plans.place import PlanCard, PlanPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A card and its place. `name` is stable."""

    name: str
    make: Callable[[PlanPlace], PlanCard]


def _steps(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.steps_card import StepsCard

    return StepsCard(place)


def _treatments(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.steps_treatments import TreatmentsCard

    return TreatmentsCard(place)


def _follow(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.follow_card import FollowCard

    return FollowCard(place)


def _differing(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.differing_card import DifferingCard

    return DifferingCard(place)


def _consents(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.consent_card import ConsentCard

    return ConsentCard(place)


CARDS: tuple[Standing, ...] = (
    Standing(name="steps", make=_steps),
    Standing(name="treatments", make=_treatments),
    Standing(name="follow", make=_follow),
    Standing(name="differing", make=_differing),
    Standing(name="consents", make=_consents),
)
