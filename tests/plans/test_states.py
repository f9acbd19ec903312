"""Any walk of the two through a plan: whatever they do, in whatever order, what holds goes on to hold."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.plans import acts
from healingpartner.plans.goals.acts import put_goal, rate, remove_goal, turn_goal
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.model import LIVED, TURNS, WRITABLE, PlanState
from healingpartner.plans.parts.acts import go_on_anyway, put_part_voice
from healingpartner.plans.parts.model import PartStance, waits_for_tap
from healingpartner.plans.versions.acts import acknowledge
from healingpartner.plans.versions.hashing import sha256_of
from healingpartner.plans.versions.model import YES, AckWay, WholePlan
from healingpartner.plans.versions.views import version_with
from healingpartner.practice import Practice
from healingpartner.vault import migrations, proof
from plans.planning import SIDES, STROKES, begun, goal, part, whole

VOICES = st.sampled_from(SIDES)
TURNING = (
    acts.offer,
    acts.talk_over,
    acts.begin_work,
    acts.rework,
    acts.leave_as_it_was,
    acts.pause,
    acts.go_on,
    acts.release,
    acts.take_up_again,
)

FURTHER = {
    PlanState.DRAFT: acts.offer,
    PlanState.AGREED: acts.begin_work,
    PlanState.UNDER_WAY: acts.rework,
    PlanState.PAUSED: acts.go_on,
    PlanState.RELEASED: acts.take_up_again,
}


class Walk(RuleBasedStateMachine):
    """Two people and a plan. `seen`: each version's row as it was first seen."""

    def __init__(self, practice: Practice) -> None:
        """A plan is begun, for a person of its own."""
        super().__init__()
        self.practice = practice
        self.person_id, self.plan_id = begun(practice)
        self.seen: dict[str, tuple[object, ...]] = {}
        self.now = self._whole()

    @rule(voice=VOICES, act=st.sampled_from(TURNING))
    def turn(self, voice: Voice, act: Callable[..., object]) -> None:
        before = self.now
        if not self._do(act, self.plan_id, voice=voice):
            return
        to = self.now.plan.state
        assert to in TURNS[before.plan.state] or (act is acts.talk_over and to is before.plan.state)
        if act is acts.go_on:
            assert to is before.plan.paused_from
        if act is acts.leave_as_it_was:
            assert sha256_of(replace(self.now.contents, parts=())) == self._agreed_without_parts()
        else:
            assert self.now.contents_sha256 == before.contents_sha256

    @rule(voice=VOICES)
    def go_further(self, voice: Voice) -> None:
        """The next thing that two who get on with it would do, so that walks come far."""
        act = FURTHER.get(self.now.plan.state)
        if act is not None:
            self.turn(voice, act)
            return
        self.go_on_over_it()
        for side in SIDES:
            self.answer(side, AckWay.SPOKEN)
        assert self.now.plan.state is PlanState.AGREED

    @rule(voice=VOICES, words=st.sampled_from(["Sleep", "Walk", "Sing"]))
    def write(self, voice: Voice, words: str) -> None:
        before = self.now
        goals = before.contents.goals
        given = goal(words) if len(goals) < 2 else replace(goals[0], patient_words=words)
        assert self._do(put_goal, self.plan_id, given, voice=voice) is (before.plan.state in WRITABLE)

    @rule(voice=VOICES)
    def take_out(self, voice: Voice) -> None:
        if self.now.contents.goals:
            written = self._do(remove_goal, self.now.contents.goals[-1].id, voice=voice)
            assert written is (self._before.plan.state in WRITABLE)

    @rule(voice=VOICES, words=st.sampled_from(["Again", "Once more"]))
    def write_and_take_back(self, voice: Voice, words: str) -> None:
        before = self.now.contents_sha256
        if self._do(put_goal, self.plan_id, goal(words), voice=voice):
            assert self._do(acts.undo, self.plan_id, voice=voice)
            assert self.now.contents_sha256 == before

    @rule(voice=VOICES)
    def undo(self, voice: Voice) -> None:
        state = self.now.plan.state
        if self._do(acts.undo, self.plan_id, voice=voice):
            assert self.now.plan.state is state
            assert state in WRITABLE

    @rule(stance=st.sampled_from(list(PartStance)))
    def let_a_part_speak(self, stance: PartStance) -> None:
        parts = self.now.contents.parts
        given = replace(part(stance=stance), id=parts[0].id if parts else "")
        assert self._do(put_part_voice, self.plan_id, given, voice=Voice.PATIENT) is self._is_open()

    @rule()
    def go_on_over_it(self) -> None:
        self._do(go_on_anyway, self.plan_id, voice=Voice.PATIENT)

    @rule(voice=VOICES)
    def follow(self, voice: Voice) -> None:
        for one in self.now.contents.goals:
            before = self.now.contents_sha256
            self._do(turn_goal, one.id, GoalState.ACTIVE, voice=voice)
            self._do(rate, one.id, voice=voice, halves=-1)
            assert self.now.contents_sha256 == before

    @rule(voice=VOICES, way=st.sampled_from(list(AckWay)))
    def answer(self, voice: Voice, way: AckWay) -> None:
        before = self.now
        strokes = STROKES if way is AckWay.SIGNED else ""
        self._do(acknowledge, self.plan_id, way, voice=voice, contents_sha256=before.contents_sha256, strokes=strokes)
        if len(self.now.versions) > len(before.versions):
            assert way in YES
            assert self.now.plan.state is PlanState.AGREED
            assert not waits_for_tap(self.now.contents.parts, self.now.contents.going_on)
            assert {one.voice for one in self.now.versions[-1].acknowledgements} == set(SIDES)

    @invariant()
    def versions_stay_as_they_were(self) -> None:
        for number, line in enumerate(self.now.versions, start=1):
            row = self.practice.db.row("SELECT * FROM plan_version WHERE id = ?", line.id)
            assert row is not None
            as_it_lies = tuple(row[name] for name in row.keys())  # noqa: SIM118 - a row is no mapping
            assert self.seen.setdefault(line.id, as_it_lies) == as_it_lies
            assert line.number == number

    @invariant()
    def nothing_is_agreed_without_a_version(self) -> None:
        plan = self.now.plan
        lived = plan.state in LIVED or plan.paused_from in LIVED
        assert bool(self.now.versions) is bool(plan.version_id)
        assert not lived or plan.version_id == self.now.versions[-1].id
        assert (plan.state is PlanState.PAUSED) is (plan.paused_from is not None)

    def _do(self, act: Callable[..., object], *args: object, voice: Voice, **given: object) -> bool:
        """Whether it was done; whatever was not changed nothing."""
        self._before = self.now
        try:
            self.practice.do(act, *args, by=voice, **given)  # type: ignore[arg-type]
        except (RuleBroken, Refused):
            assert self._whole() == self.now
            return False
        self.now = self._whole()
        return True

    def _whole(self) -> WholePlan:
        return whole(self.practice, self.person_id, self.plan_id)

    def _is_open(self) -> bool:
        return self._before.plan.state in WRITABLE | LIVED

    def _agreed_without_parts(self) -> str:
        agreed = version_with(self.practice.db, self.now.plan.version_id).contents
        return sha256_of(replace(agreed, parts=()))


def test_whatever_the_two_do_with_a_plan_what_holds_goes_on_to_hold(practice: Practice) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: Walk(practice), settings=settings(max_examples=25, stateful_step_count=30, deadline=None)
    )
    # All walks are written into one ledger: it follows itself and makes the present.
    found = [*proof.present(practice.db, schema=migrations.newest()), *practice.vault.chain_steps()]
    assert [step.found for step in found if step.found] == []
