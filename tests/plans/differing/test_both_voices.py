"""Any walk of the two voices: neither decides, takes on or takes back for the other, and nothing said is lost."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.plans import acts as plans
from healingpartner.plans.consents import acts as consents, store as given
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import Decision, DecisionState, Felt, Option, OptionStanding, Stance
from healingpartner.plans.decisions.store import decisions_of, options_of_plan
from healingpartner.plans.decisions.ways import Lighter
from healingpartner.plans.differing import acts as differing, store
from healingpartner.plans.differing.model import About, Alternative, AlternativeState, Dissent, DissentState
from healingpartner.plans.follow_through import acts as following
from healingpartner.plans.follow_through.model import CheckIn, Went
from healingpartner.plans.follow_through.views import questions_now, review_days
from healingpartner.plans.steps import acts as steps
from healingpartner.plans.steps.model import DayTime, Step, StepState, Treatment, TreatmentKind
from healingpartner.practice import Practice
from healingpartner.vault import migrations, proof
from plans.deciding import NO_TIME, PATIENT, PRACTITIONER, Two, ask, doing, way
from plans.planning import both_say_yes

VOICES = st.sampled_from([PATIENT, PRACTITIONER, Voice.BOTH])
WHICH = st.integers(0, 5)
DROPS = Treatment(kind=TreatmentKind.REMEDY, amounts={DayTime.NOON: "5"})
YES = TreatmentConsent(
    id="", plan_id="", what="Drops", given=NO_TIME, way=ConsentWay.SAID, why="x", risks="x", alternatives="x",
    questions_answered=True, free_choice=True,
)  # fmt: skip


class Seen:
    """All that lies in the plan at one moment, by id."""

    def __init__(self, practice: Practice, plan_id: str) -> None:
        self.decisions: dict[str, Decision] = {one.id: one for one in practice.ask(decisions_of, plan_id)}
        self.options: dict[str, Option] = {one.id: one for one in practice.ask(options_of_plan, plan_id)}
        self.dissents: dict[str, Dissent] = {one.id: one for one in practice.ask(store.dissents_of, plan_id)}
        self.others: dict[str, Alternative] = {one.id: one for one in practice.ask(store.alternatives_of, plan_id)}
        self.consents = {one.id: one for one in practice.ask(given.consents_of, plan_id)}

    def one(self, kind: dict[str, Any], number: int) -> str:
        """Some id of this kind, or one that is not here."""
        return list(kind)[number % len(kind)] if kind else "not here"


class Voices(RuleBasedStateMachine):
    """Two people at one plan with a question, two ways and three steps."""

    def __init__(self, practice: Practice) -> None:
        """The plan lies before them."""
        super().__init__()
        self.two = Two(practice)
        self.two.four_ways()
        for what, owner in (("Drops", PATIENT), ("Call", PRACTITIONER), ("Letter", Voice.BOTH)):
            self.two.step(what, owner, treatment=DROPS if what == "Drops" else None)
        self.before, self.seen = self._look(), self._look()
        self.steps: dict[str, Step] = {one.id: one for one in self.two.steps}
        self.by = PRACTITIONER
        self.done: Counter[str] = Counter()

    @rule(voice=VOICES, which=WHICH, chosen=WHICH, chose_not_to=st.booleans())
    def decide(self, voice: Voice, which: int, chosen: int, chose_not_to: bool) -> None:
        decision_id = self.seen.one(self.seen.decisions, which)
        ways = () if chose_not_to else (self.seen.one(self.seen.options, chosen),)
        self._do(voice, decisions.decide, decision_id, chosen=ways, chose_not_to=chose_not_to)

    @rule(voice=VOICES, which=WHICH, to=st.sampled_from(DecisionState))
    def turn_decision(self, voice: Voice, which: int, to: DecisionState) -> None:
        self._do(voice, decisions.turn_decision, self.seen.one(self.seen.decisions, which), to)

    @rule(voice=VOICES, which=WHICH, act=st.sampled_from(
        [decisions.set_aside, decisions.keep_as_fallback, decisions.reopen, decisions.remove_option,
         decisions.owe_price]
    ))  # fmt: skip
    def turn_option(self, voice: Voice, which: int, act: Callable[..., object]) -> None:
        self._do(voice, act, self.seen.one(self.seen.options, which))

    @rule(voice=VOICES, which=WHICH, felt=st.sampled_from([Felt(ready=3), Felt(inner_words="Yes")]))
    def say_felt(self, voice: Voice, which: int, felt: Felt) -> None:
        self._do(voice, decisions.say_felt, self.seen.one(self.seen.options, which), felt)

    @rule(voice=VOICES, which=WHICH, reason=st.sampled_from(["", "It is gentle"]))
    def lean(self, voice: Voice, which: int, reason: str) -> None:
        self._do(voice, decisions.lean, self.seen.one(self.seen.options, which), Stance.TOWARD, reason)

    @rule(voice=VOICES, which=WHICH, label=st.sampled_from(["Tea", "Bath"]))
    def write_option(self, voice: Voice, which: int, label: str) -> None:
        option = self.seen.options.get(self.seen.one(self.seen.options, which))
        if option is not None:
            forged = replace(option, label=label, standing=OptionStanding.CHOSEN)
            self._do(voice, decisions.put_option, option.decision_id, forged)

    @rule(voice=VOICES, which=WHICH)
    def write_and_remove_decision(self, voice: Voice, which: int) -> None:
        self._do(voice, decisions.put_decision, self.two.plan_id, ask("And this?"))
        self._do(voice, decisions.remove_decision, self.seen.one(self.seen.decisions, which))

    @rule(voice=VOICES, which=WHICH, to=st.sampled_from(StepState), why=st.sampled_from(["", "It hurts"]))
    def turn_step(self, voice: Voice, which: int, to: StepState, why: str) -> None:
        self._do(voice, steps.turn_step, self.seen.one(self.steps, which), to, why=why)

    @rule(voice=VOICES, which=WHICH, what=st.sampled_from(["Walk", "Swim"]), owner=VOICES)
    def write_step(self, voice: Voice, which: int, what: str, owner: Voice) -> None:
        step = self.steps.get(self.seen.one(self.steps, which))
        if step is not None:
            forged = replace(step, what=what, owner=owner, taken_by=(PATIENT, PRACTITIONER), state=StepState.TAKEN_ON)
            self._do(voice, steps.put_step, self.two.plan_id, forged)
            self._do(voice, steps.adapt_step, step.id, doing("Rest", owner))
            self._do(voice, steps.remove_step, step.id)

    @rule(voice=VOICES, which=WHICH, about=st.sampled_from([About.OPTION, About.PLAN]))
    def differ(self, voice: Voice, which: int, about: About) -> None:
        about_id = self.seen.one(self.seen.options, which)
        self._do(voice, differing.differ, self.two.plan_id, about=about, about_id=about_id, words="Not so")

    @rule(voice=VOICES, which=WHICH, to=st.sampled_from(DissentState))
    def turn_dissent(self, voice: Voice, which: int, to: DissentState) -> None:
        dissent_id = self.seen.one(self.seen.dissents, which)
        self._do(voice, differing.settle, dissent_id, to)
        self._do(voice, differing.answer_dissent, dissent_id, "I hear you")

    @rule(voice=VOICES, which=WHICH)
    def withdraw_dissent(self, voice: Voice, which: int) -> None:
        self._do(voice, differing.withdraw, self.seen.one(self.seen.dissents, which))

    @rule(voice=VOICES, which=WHICH, net=st.booleans(), said=WHICH)
    def propose(self, voice: Voice, which: int, net: bool, said: int) -> None:
        given_net = {"watch_for": "A rash", "call_when": "It grows"} if net else {}
        dissent_id = next(iter([self.seen.one(self.seen.dissents, said)][: len(self.seen.dissents)]), "")
        option_id = self.seen.one(self.seen.options, which)
        self._do(voice, differing.propose_instead, option_id, option=way("Half"), dissent_id=dissent_id, **given_net)

    @rule(voice=VOICES, which=WHICH, no_net=st.booleans())
    def take_alternative(self, voice: Voice, which: int, no_net: bool) -> None:
        self._do(voice, differing.take_alternative, self.seen.one(self.seen.others, which), no_net_needed=no_net)

    @rule(voice=VOICES, which=WHICH)
    def leave_alternative(self, voice: Voice, which: int) -> None:
        self._do(voice, differing.set_alternative_aside, self.seen.one(self.seen.others, which))

    @rule(voice=VOICES, which=WHICH, kind=st.sampled_from(Lighter))
    def ask_lighter(self, voice: Voice, which: int, kind: Lighter) -> None:
        self._do(voice, differing.ask_lighter, self.seen.one(self.seen.options, which), kind)

    @rule(voice=VOICES, which=WHICH)
    def consent(self, voice: Voice, which: int) -> None:
        self._do(voice, consents.give, self.two.plan_id, YES)
        self._do(voice, consents.withdraw, self.seen.one(self.seen.consents, which), ConsentWay.SAID)

    @rule(voice=VOICES, which=WHICH, went=st.sampled_from(Went))
    def check_in(self, voice: Voice, which: int, went: Went) -> None:
        step_id = self.seen.one(self.steps, which)
        said = CheckIn(id="", plan_id="", by=PATIENT, at=NO_TIME, step_id=step_id, went=went)
        self._do(voice, following.check_in, self.two.plan_id, said)
        if went is Went.CHANGED_MIND:
            self._do(voice, following.ask_anew, step_id)

    @rule(voice=VOICES, act=st.sampled_from(
        [plans.offer, plans.undo, plans.begin_work, plans.rework, plans.leave_as_it_was, plans.pause, plans.go_on,
         plans.release, plans.take_up_again]
    ))  # fmt: skip
    def turn_plan(self, voice: Voice, act: Callable[..., object]) -> None:
        self._do(voice, act, self.two.plan_id, undoes=act in {plans.undo, plans.leave_as_it_was})

    @rule()
    def agree(self) -> None:
        """The two come to live what they planned, from wherever they may."""
        self._do(PRACTITIONER, plans.offer, self.two.plan_id)
        try:
            both_say_yes(self.two.practice, self.two.person_id, self.two.plan_id)
        except RuleBroken:
            return
        self._do(PATIENT, plans.begin_work, self.two.plan_id)

    @invariant()
    def what_stands_can_be_asked_about(self) -> None:
        self.two.practice.ask(questions_now, self.two.plan_id, self.two.today)
        days = self.two.practice.ask(review_days, self.two.plan_id)
        assert list(days) == sorted(days, key=lambda one: one.on)

    @invariant()
    def a_way_they_go_has_its_net(self) -> None:
        for one in self.seen.others.values():
            if one.state is AlternativeState.TAKEN:
                assert one.no_net_needed or (one.watch_for and one.call_when)

    def _look(self) -> Seen:
        return Seen(self.two.practice, self.two.plan_id)

    def _do(
        self, voice: Voice, act: Callable[..., object], *args: object, undoes: bool = False, **more: object
    ) -> None:
        """Ask for it; whatever came of it, nothing was done for the other and nothing said was lost."""
        hand: dict[str, Any] = {"hand": ON_THE_TURNED_VIEW} if voice is PATIENT else {}
        try:
            self.two.practice.do(act, *args, by=voice, **hand, **more)
        except (RuleBroken, Refused):
            return
        self.done[act.__name__] += 1
        self.by, self.before, former_steps = voice, self.seen, self.steps
        self.seen, self.steps = self._look(), {one.id: one for one in self.two.steps}
        self._nothing_said_is_lost()
        if not undoes:  # taking back puts former words in place again, with what each had said to them then
            self._nobody_decided_for_the_patient()
            self._nobody_took_on_for_the_other(former_steps)

    def _nothing_said_is_lost(self) -> None:
        for dissent_id, was in self.before.dissents.items():
            now = self.seen.dissents[dissent_id]
            assert (now.words, now.by, now.said) == (was.words, was.by, was.said)
            if now.state is not was.state and now.state is DissentState.WITHDRAWN:
                assert self.by is was.by
            if was.state is DissentState.WITHDRAWN:
                assert now == was
        for consent_id, consent in self.before.consents.items():
            back = self.seen.consents[consent_id]
            assert back.what == consent.what
            if back.withdrawn != consent.withdrawn:
                assert (consent.withdrawn, self.by) == (None, PATIENT)
        assert self.by is PATIENT or set(self.seen.consents) == set(self.before.consents)

    def _nobody_decided_for_the_patient(self) -> None:
        handed = {one.id for one in self.before.decisions.values() if one.state is DecisionState.HANDED_OVER}
        for now in self.seen.decisions.values():
            was = self.before.decisions.get(now.id)
            if now.outcome is not None and (was is None or was.outcome != now.outcome):
                assert self.by is PATIENT or (self.by is PRACTITIONER and now.id in handed)
                assert now.outcome.by is self.by
            if now.state is DecisionState.HANDED_OVER and (was is None or was.state is not now.state):
                assert self.by is PATIENT
        for option in self.seen.options.values():
            before = self.before.options.get(option.id)
            standing = OptionStanding.OPEN if before is None else before.standing
            if option.standing is not standing:
                assert self.by is PATIENT or (self.by is PRACTITIONER and option.decision_id in handed)
            if option.felt != (Felt() if before is None else before.felt):
                assert self.by is PATIENT
            if option.leaning != (None if before is None else before.leaning):
                assert self.by is PRACTITIONER
            assert option.leaning is None or option.leaning.reason

    def _nobody_took_on_for_the_other(self, former: dict[str, Step]) -> None:
        for step in self.steps.values():
            was = former.get(step.id)
            newly = set(step.taken_by) - (set(was.taken_by) if was else set())
            assert newly <= {self.by}
            assert set(step.taken_by) <= set(step.owners)
            if step.state in {StepState.TAKEN_ON, StepState.UNDER_WAY}:
                assert set(step.taken_by) == set(step.owners)
            if was is not None and step.state is StepState.DONE and was.state is not StepState.DONE:
                assert self.by in step.owners


def test_whatever_the_two_do_neither_acts_for_the_other_and_nothing_said_is_lost(practice: Practice) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: Voices(practice), settings=settings(max_examples=20, stateful_step_count=30, deadline=None)
    )
    found = [*proof.present(practice.db, schema=migrations.newest()), *practice.vault.chain_steps()]
    assert [step.found for step in found if step.found] == []


def test_in_a_long_walk_everything_is_done_by_somebody_and_nothing_for_the_other(practice: Practice) -> None:
    """Blind steps of many kinds at one plan after the other, so that acts meet what other acts have left behind."""
    done: Counter[str] = Counter()
    for seed in range(4):
        dice, walk = Random(seed), Voices(practice)
        for _step in range(250):
            _throw(dice, walk)
            walk.a_way_they_go_has_its_net()
        walk.what_stands_can_be_asked_about()
        done += walk.done
    assert {act for act in EVERY if not done[act]} == set()


def _throw(dice: Random, walk: Voices) -> None:
    """One step of the walk, as the dice fall."""
    voice, which = dice.choice([PATIENT, PATIENT, PRACTITIONER, PRACTITIONER, Voice.BOTH]), dice.randrange(6)
    dice.choice(
        [
            lambda: walk.decide(voice, which, dice.randrange(6), dice.random() < 0.3),
            lambda: walk.turn_decision(voice, which, dice.choice(list(DecisionState))),
            lambda: walk.turn_option(voice, which, dice.choice(
                [decisions.set_aside, decisions.keep_as_fallback, decisions.reopen, decisions.owe_price]
            )),
            lambda: walk.say_felt(voice, which, Felt(ready=dice.randrange(11))),
            lambda: walk.lean(voice, which, dice.choice(["", "It is gentle", "It is quick"])),
            lambda: walk.write_option(voice, which, dice.choice(["Tea", "Bath"])),
            lambda: walk.turn_step(voice, which, dice.choice(list(StepState)), dice.choice(["", "It hurts"])),
            lambda: walk.turn_step(voice, which, StepState.TAKEN_ON, ""),
            lambda: walk.write_step(voice, which, dice.choice(["Walk", "Swim"]), dice.choice(list(Voice))),
            lambda: walk.differ(voice, which, dice.choice([About.OPTION, About.PLAN])),
            lambda: walk.turn_dissent(voice, which, dice.choice(list(DissentState))),
            lambda: walk.withdraw_dissent(voice, which),
            lambda: walk.propose(voice, which, dice.random() < 0.6, dice.randrange(6)),
            lambda: walk.take_alternative(voice, which, dice.random() < 0.3),
            lambda: walk.leave_alternative(voice, which),
            lambda: walk.ask_lighter(voice, which, dice.choice(list(Lighter))),
            lambda: walk.consent(voice, which),
            lambda: walk.check_in(voice, which, dice.choice(list(Went))),
            lambda: walk.turn_plan(voice, dice.choice([plans.undo, plans.rework, plans.leave_as_it_was, plans.go_on])),
            lambda: walk.turn_plan(voice, plans.rework),
            walk.agree,
        ]
    )()  # fmt: skip


EVERY = (
    "decide", "turn_decision", "set_aside", "keep_as_fallback", "reopen", "owe_price", "say_felt", "lean", "put_option",
    "turn_step", "put_step", "adapt_step", "differ", "settle", "answer_dissent", "withdraw", "propose_instead",
    "take_alternative", "set_alternative_aside", "ask_lighter", "give", "check_in", "ask_anew", "undo", "rework",
    "leave_as_it_was",
)  # fmt: skip
