"""A whole plan over weeks, by acts alone: declined, negotiated, agreed, checked in on, reworked, locked, reopened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from healingpartner.exchange.plan_copies import kept_bytes, print_and_keep
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.money import Money
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.plan.copy import copy_of_version
from healingpartner.paper.plan.decided import plan_paper
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.plans import acts as plans
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import DecisionState, Felt, OptionKind, OptionStanding, PreferredRole, Stance
from healingpartner.plans.differing import acts as differing
from healingpartner.plans.differing.model import About, AlternativeState, DissentState, Ground
from healingpartner.plans.differing.views import thread_of
from healingpartner.plans.follow_through import acts as following
from healingpartner.plans.follow_through.model import CheckIn, Obstacle, Went
from healingpartner.plans.follow_through.promises import said_to_the_patient
from healingpartner.plans.follow_through.questions import Asking
from healingpartner.plans.follow_through.review_days import Looked
from healingpartner.plans.follow_through.views import kept_promises, questions_now, review_days
from healingpartner.plans.goals.acts import put_goal, rate, turn_goal
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.model import PlanState
from healingpartner.plans.money import Ceiling, Cost, Per
from healingpartner.plans.parts.acts import go_on_anyway, put_part_voice
from healingpartner.plans.running_total import running_total
from healingpartner.plans.steps import acts as steps
from healingpartner.plans.steps.model import DayTime, StepState, Treatment, TreatmentKind
from healingpartner.plans.versions.model import PlanVersion, WholePlan
from healingpartner.plans.versions.views import version_with
from healingpartner.practice import Practice, create_practice, open_practice
from healingpartner.vault.calibration import Cost as KeyCost
from healingpartner.vault.checks import check_practice
from healingpartner.vault.opening import Keys
from healingpartner.vault.place import Place
from healingpartner.vault.search import find
from paper.reading import text_of
from plans.deciding import NO_TIME, PATIENT, PRACTITIONER, ask, doing, way
from plans.planning import add, both_say_yes, does, goal, part, says, whole

PASSPHRASE = "seven quiet herons wade at dawn"
LEAST_COST = KeyCost(memory_kib=64 * 1024, passes=1, lanes=2)
FIRST = date(2026, 5, 4)
EN = Words("en_GB")
DROPS = Treatment(kind=TreatmentKind.REMEDY, amounts={DayTime.EVENING: "20 drops"}, why="To come to rest")
SAID = CheckIn(id="", plan_id="", by=PATIENT, at=NO_TIME)


class Weeks:
    """One practice that is opened on some days and locked in between. `keys`: for checking it while it is closed."""

    def __init__(self, folder: Path) -> None:
        """Made on the first day, with a practitioner and Rosa in it."""
        self.folder = folder
        made = create_practice(
            folder, passphrase=PASSPHRASE, clock=self.clock(0), entropy=Random(5).randbytes, cost=LEAST_COST
        )
        self.practice: Practice = made.practice
        self.keys = Keys(data_key=made.practice.vault.data_key, header=made.practice.vault.header)
        does(self.practice, set_practitioner, Practitioner(name="Amara Osei", title="Dr."))
        self.person_id = add(self.practice, "Rosa Lind")
        self.plan_id = does(self.practice, plans.begin_plan, self.person_id, title="Sleep again")

    def clock(self, day: int) -> SteppingClock:
        """A clock that begins in the morning, so many days after the first."""
        morning = datetime(FIRST.year, FIRST.month, FIRST.day, 9, tzinfo=UTC)
        return SteppingClock(morning + timedelta(days=day))

    def reopened(self, day: int) -> None:
        """Locked, checked whole, and opened again on that day."""
        self.practice.close()
        assert check_practice(Place(self.folder), self.keys, clock=self.clock(day)).findings == ()
        self.practice = open_practice(self.folder, clock=self.clock(day), passphrase=PASSPHRASE)

    def says(self, act: Callable[..., object], *args: object, **given: object) -> str:
        return says(self.practice, act, *args, **given)

    def does(self, act: Callable[..., object], *args: object, **given: object) -> str:
        return does(self.practice, act, *args, **given)

    @property
    def found(self) -> WholePlan:
        return whole(self.practice, self.person_id, self.plan_id)

    def labelled(self, label: str) -> str:
        """The id of a way or a step."""
        parts = {one.label: one.id for one in self.found.contents.options}
        return (parts | {one.what: one.id for one in self.found.contents.steps})[label]

    def questions(self, day: int) -> list[tuple[Asking, Voice, str]]:
        found = self.practice.ask(questions_now, self.plan_id, FIRST + timedelta(days=day))
        return [(one.asking, one.asked, one.label) for one in found]

    def printed(self) -> bytes:
        """The copy of the newest version, as it was made the first time."""
        return print_and_keep(self.practice, self.found.plan.version_id, render=self._render)

    def _render(self, version: PlanVersion) -> Printed:
        copy = copy_of_version(version, self.found.names)
        return plan_paper(copy, letterhead=Letterhead(), words=EN, paper=Paper())


@pytest.fixture
def weeks(tmp_path: Path) -> Weeks:
    return Weeks(tmp_path / "Elm Street.healing")


def first_visit(weeks: Weeks) -> None:
    """What matters, a goal, a part that worries, a question with four ways, one declined and one negotiated."""
    ceiling = Ceiling(amount=Money(minor=3_000, currency="EUR"))
    weeks.says(plans.change_plan, replace(weeks.found.plan, matters="To be awake with my children", ceiling=ceiling))
    weeks.says(put_goal, weeks.plan_id, goal("Sleep until six"))
    weeks.says(put_part_voice, weeks.plan_id, part("The watchful one", needs="A light left on"))
    asked = ask("What do we do for your nights?", role=PreferredRole.ME_AFTER_YOU)
    which = weeks.does(decisions.put_decision, weeks.plan_id, asked)
    nine = Cost(low=Money(minor=900, currency="EUR"), per=Per.MONTH)
    weeks.does(decisions.put_option, which, way("Valerian drops", cost=nine))
    weeks.does(decisions.put_option, which, way("A sleep diary", kind=OptionKind.DAILY_LIFE, cost=Cost(covered=True)))
    weeks.does(decisions.put_option, which, way("Wait four weeks", kind=OptionKind.WAIT, cost=Cost(covered=True)))
    weeks.does(decisions.put_option, which, way("A sleeping pill"))
    pill = weeks.labelled("A sleeping pill")
    assert weeks.questions(0) == [(Asking.PRICE, PRACTITIONER, "A sleeping pill")]
    weeks.does(decisions.owe_price, pill, FIRST + timedelta(days=3))
    weeks.does(decisions.lean, pill, Stance.TOWARD, "You have not slept for weeks")
    weeks.says(decisions.say_felt, weeks.labelled("Valerian drops"), Felt(inner_words="A quiet yes", ready=8, sure=7))
    row = weeks.says(decisions.add_row, which, "Will I hear the children?")
    weeks.does(decisions.fill_cell, pill, row, "Less than now")
    weeks.does(plans.offer, weeks.plan_id)
    weeks.says(plans.talk_over, weeks.plan_id)
    weeks.says(decisions.turn_decision, which, DecisionState.WEIGHING)
    weeks.says(decisions.set_aside, pill)
    said = weeks.says(
        differing.differ, weeks.plan_id, about=About.OPTION, about_id=pill, words="I must hear my children",
        ground=Ground.VALUES,
    )  # fmt: skip
    weeks.does(differing.answer_dissent, said, "I hear that. Then not every night.")
    half = weeks.does(
        differing.propose_instead, pill, option=way("Half a pill on free nights", cost=nine), dissent_id=said,
        changes="Only when somebody else listens", watch_for="Heavy mornings", call_when="You cannot wake",
        review_on=FIRST + timedelta(days=21),
    )  # fmt: skip
    weeks.says(differing.take_alternative, half)
    chosen = (weeks.labelled("Valerian drops"), weeks.labelled("Half a pill on free nights"))
    weeks.says(decisions.decide, which, chosen=chosen, words="Gently first")


def agreed(weeks: Weeks) -> bytes:
    """Who does what, the patient's own tap over a part that worries, and both say yes: printed once."""
    until = FIRST + timedelta(days=7)
    weeks.says(steps.put_step, weeks.plan_id, doing("Drops in the evening", PATIENT, treatment=DROPS, sure=8))
    weeks.does(steps.put_step, weeks.plan_id, doing("Ask the pharmacist about halves", PRACTITIONER, due_on=until))
    weeks.does(steps.put_step, weeks.plan_id, doing("Talk with the children's father", Voice.BOTH))
    weeks.says(steps.turn_step, weeks.labelled("Drops in the evening"), StepState.TAKEN_ON)
    weeks.does(steps.turn_step, weeks.labelled("Ask the pharmacist about halves"), StepState.TAKEN_ON)
    weeks.does(steps.turn_step, weeks.labelled("Talk with the children's father"), StepState.TAKEN_ON)
    weeks.says(steps.turn_step, weeks.labelled("Talk with the children's father"), StepState.TAKEN_ON)
    weeks.says(go_on_anyway, weeks.plan_id, words="It may worry, and come along")
    both_say_yes(weeks.practice, weeks.person_id, weeks.plan_id)
    weeks.does(plans.begin_work, weeks.plan_id)
    weeks.says(turn_goal, weeks.found.contents.goals[0].id, GoalState.ACTIVE)
    weeks.says(steps.turn_step, weeks.labelled("Drops in the evening"), StepState.UNDER_WAY)
    return weeks.printed()


def test_a_plan_over_weeks(weeks: Weeks, tmp_path: Path) -> None:
    first_visit(weeks)
    first_paper = agreed(weeks)
    contents = weeks.found.contents
    total = running_total(weeks.found.plan, contents.options, contents.steps)
    assert (total.month_low, total.unknown) == (1_800, 0)
    text = " ".join(text_of(first_paper, tmp_path).split())
    for told in ("We see this differently", "I must hear my children", "Heavy mornings", "You cannot wake"):
        assert told in text
    assert "Every part is on board" not in text

    weeks.reopened(day=9)  # the practitioner's own promise is late: it comes first, and asks for a mending word
    assert weeks.questions(9)[0] == (Asking.REPAIR, PRACTITIONER, "Find out what “A sleeping pill” costs.")
    assert weeks.questions(9)[1][2] == "Ask the pharmacist about halves"
    weeks.does(steps.turn_step, weeks.labelled("Ask the pharmacist about halves"), StepState.DONE)
    drops = weeks.labelled("Drops in the evening")
    weeks.says(
        following.check_in, weeks.plan_id,
        replace(SAID, step_id=drops, went=Went.CHANGED_MIND, obstacles=(Obstacle.SIDE_EFFECT,), words="I feel dull"),
    )  # fmt: skip
    weeks.does(following.check_in, weeks.plan_id, replace(SAID, words="Rosa looked rested"))
    weeks.says(rate, weeks.found.contents.goals[0].id, halves=-1)
    days = {one.looked: one.on for one in weeks.practice.ask(review_days, weeks.plan_id)}
    assert days[Looked.ALTERNATIVE] == FIRST + timedelta(days=21)
    assert days[Looked.GOAL] == FIRST + timedelta(days=9 + 42)

    weeks.reopened(day=16)  # a second change of mind: the gentle question about the parts, and a fresh decision
    weeks.says(following.check_in, weeks.plan_id, replace(SAID, step_id=drops, went=Went.CHANGED_MIND))
    weeks.says(steps.turn_step, drops, StepState.SET_DOWN, why="They make me dull")
    asked = weeks.questions(16)
    assert (Asking.PARTS, PATIENT, "Drops in the evening") in asked
    assert (Asking.STILL_FITS, Voice.BOTH, "Drops in the evening") in asked
    kept = weeks.practice.ask(kept_promises, weeks.plan_id, FIRST + timedelta(days=16))
    assert said_to_the_patient(kept, EN) == "I kept 1 of 2."
    fresh = weeks.says(following.ask_anew, drops)
    assert weeks.found.plan.state is PlanState.REVIEWING
    reworked(weeks, fresh)

    weeks.reopened(day=30)  # what both agreed to stays as it was, byte for byte, however the plan went on
    first, second = weeks.found.versions
    assert kept_bytes(weeks.practice, first) == first_paper
    assert kept_bytes(weeks.practice, second) != first_paper
    before = weeks.practice.ask(version_with, first.id).contents
    assert "A warm bath" not in {one.label for one in before.options}
    thread_holds(weeks)
    weeks.reopened(day=60)
    weeks.practice.close()


def reworked(weeks: Weeks, fresh: str) -> None:
    """A way of the patient's own is chosen in the drops' place, both say yes again, and it is printed anew."""
    bath = weeks.says(
        decisions.put_option, fresh, way("A warm bath", kind=OptionKind.PROPOSED, cost=Cost(covered=True))
    )
    weeks.does(decisions.put_option, fresh, way("Nothing more", kind=OptionKind.NOTHING))
    weeks.says(decisions.decide, fresh, chosen=(bath,), words="Warmth is what I know")
    evening = weeks.says(steps.put_step, weeks.plan_id, doing("A bath at eight", PATIENT, option_id=bath))
    weeks.says(steps.turn_step, evening, StepState.TAKEN_ON)
    weeks.says(following.check_in, weeks.plan_id, replace(SAID, still_fits=True))
    weeks.says(go_on_anyway, weeks.plan_id)
    both_say_yes(weeks.practice, weeks.person_id, weeks.plan_id)
    weeks.does(plans.begin_work, weeks.plan_id)
    weeks.printed()
    assert {asking for asking, _asked, _label in weeks.questions(16)} == {Asking.REPAIR}


def thread_holds(weeks: Weeks) -> None:
    """From the pill to half of it, with what was said in between; all of it is found by its words."""
    thread = weeks.practice.ask(thread_of, weeks.labelled("A sleeping pill"))
    assert [one.option.standing for one in thread.links] == [OptionStanding.DECLINED, OptionStanding.CHOSEN]
    assert thread.links[0].dissents[0].state is DissentState.NEGOTIATED
    assert thread.links[1].came_as is not None
    assert thread.links[1].came_as.state is AlternativeState.TAKEN
    for words in ("hear my children", "heavy mornings", "dull", "quiet yes", "bath at eight"):
        assert [hit.person_id for hit in find(weeks.practice.db, words)][:1] == [weeks.person_id], words
