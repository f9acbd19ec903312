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


def _goals(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.goals_card import GoalsCard

    return GoalsCard(place)


def _decisions(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.decisions_area import DecisionsArea

    return DecisionsArea(place)


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


def _parts(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.parts_card import PartsCard

    return PartsCard(place)


def _money(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.money_card import MoneyCard

    return MoneyCard(place)


def _agreeing(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.agreeing_card import AgreeingCard

    return AgreeingCard(place)


def _resting(place: PlanPlace) -> PlanCard:
    from healingpartner.desktop.plans.resting_card import RestingCard

    return RestingCard(place)


CARDS: tuple[Standing, ...] = (
    Standing(name="goals", make=_goals),
    Standing(name="decisions", make=_decisions),
    Standing(name="steps", make=_steps),
    Standing(name="treatments", make=_treatments),
    Standing(name="follow", make=_follow),
    Standing(name="money", make=_money),
    Standing(name="parts", make=_parts),
    Standing(name="differing", make=_differing),
    Standing(name="consents", make=_consents),
    Standing(name="agreeing", make=_agreeing),
    Standing(name="resting", make=_resting),
)
