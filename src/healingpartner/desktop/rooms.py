"""Which rooms the frame shows: adding one is one line here. Only rooms that work are listed.

A rail page is made when it is first opened; a person's tab when it is first shown. The page of the room "people"
takes three kinds of place in `return_to`: "<person id>/<tab name or nothing>", "new" (the form for a new
person) and "" (the list).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.desk import Desk, PersonTab
from healingpartner.desktop.page import Page
from healingpartner.foundation.words import N_

if TYPE_CHECKING:
    from healingpartner.foundation.clock import Instant
    from healingpartner.vault.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """An entry of the rail. `name` is stable; `title` is marked with N_; `icon` a file of resources/icons.

    lists_people: its page itself is a list of people, so that discreet mode draws a curtain before it.
    """

    name: str
    title: str
    icon: str
    page: Callable[[Desk], Page]
    lists_people: bool = False


def _settings_page(desk: Desk) -> Page:
    from healingpartner.desktop.settings.page import SettingsPage

    return SettingsPage(desk)


def _today_page(desk: Desk) -> Page:
    from healingpartner.desktop.today.page import TodayPage

    return TodayPage(desk)


def _people_page(desk: Desk) -> Page:
    from healingpartner.desktop.people.page import PeoplePage

    return PeoplePage(
        desk,
        lines=(
            lambda db: _coming_today(db, desk.clock.now()),
            lambda db: _second_lines(db, desk.clock.now().local().date()),
        ),
    )


def _agreements_page(desk: Desk) -> Page:
    from healingpartner.desktop.agreements.list_page import AgreementsPage

    return AgreementsPage(desk)


def _together_tab(desk: Desk, person_id: str) -> QWidget:
    from healingpartner.desktop.people.together import TogetherPage

    return TogetherPage(desk, person_id)


def _agreement_tab(desk: Desk, person_id: str) -> QWidget:
    from healingpartner.desktop.agreements.tab import AgreementTab

    return AgreementTab(desk, person_id)


def _journal_tab(desk: Desk, person_id: str) -> QWidget:
    from healingpartner.desktop.journal.tab import JournalTab

    return JournalTab(desk, person_id)


def _visits_tab(desk: Desk, person_id: str) -> QWidget:
    from healingpartner.desktop.visits.tab import VisitsTab

    return VisitsTab(desk, person_id)


def _plan_tab(desk: Desk, person_id: str) -> QWidget:
    from healingpartner.desktop.plans.tab import PlanTab

    return PlanTab(desk, person_id)


def _coming_today(db: "Reader", now: "Instant") -> Mapping[str, str]:
    """What the list of people says of those who still come today: that comes before all else."""
    from healingpartner.desktop.today.words import coming
    from healingpartner.visits.appointments.views import next_of_everyone

    today = now.local().date()
    return {person: coming(one) for person, one in next_of_everyone(db, now=now).items() if one.day == today}


def _second_lines(db: "Reader", today: date) -> Mapping[str, str]:
    """What the list of people says below a name: what is open in their plan, and how the agreement with them stands.

    An agreement that both have signed says nothing beside a plan that has something to say.
    """
    from healingpartner.agreements.model import State
    from healingpartner.agreements.views import everyone
    from healingpartner.desktop.agreements.words import line_words
    from healingpartner.desktop.plans.line_words import plan_lines

    lines = dict(plan_lines(db, today))
    for line in everyone(db, today=today):
        said, plan = line_words(line), lines.get(line.person_id, "")
        if said and not (plan and line.state is State.SIGNED):
            lines[line.person_id] = " · ".join(part for part in (plan, said) if part)
    return lines


BEGINS_IN = "people"  # where one stands after unlocking
SETTINGS = Room(name="settings", title=N_("Settings"), icon="gear", page=_settings_page)
ROOMS: tuple[Room, ...] = (
    Room(name="today", title=N_("Today"), icon="sun", page=_today_page, lists_people=True),
    Room(name="people", title=N_("People"), icon="users-three", page=_people_page),
    Room(name="agreements", title=N_("Agreements"), icon="handshake", page=_agreements_page, lists_people=True),
)
PERSON_TABS: tuple[PersonTab, ...] = (
    PersonTab(name="together", title=N_("Together"), page=_together_tab),
    PersonTab(name="agreement", title=N_("Agreement"), page=_agreement_tab),
    PersonTab(name="plan", title=N_("Plan"), page=_plan_tab),
    PersonTab(name="journal", title=N_("Journal"), page=_journal_tab),
    PersonTab(name="visits", title=N_("Visits"), page=_visits_tab),
)
