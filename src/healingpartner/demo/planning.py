"""Plans of invented people, by the acts with which two people make them: begun from a template, decided, agreed, lived.

The plans stand in resources/demo/plans.json as templates, with what the patient of each says and chooses.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from healingpartner.demo.acting import act
from healingpartner.foundation.paths import resource
from healingpartner.foundation.voices import BY_COMMAND, Voice
from healingpartner.plans.acts import begin_work, change_plan, offer
from healingpartner.plans.decisions.acts import decide, say_felt
from healingpartner.plans.decisions.model import Direction, Felt
from healingpartner.plans.follow_through.acts import check_in
from healingpartner.plans.follow_through.model import CheckIn, Went
from healingpartner.plans.goals.acts import put_goal, rate
from healingpartner.plans.parts.acts import put_part_voice
from healingpartner.plans.parts.model import PartStance, PartVoice
from healingpartner.plans.standing import plan_to_change
from healingpartner.plans.steps.acts import turn_step
from healingpartner.plans.steps.model import StepState
from healingpartner.plans.store import plan_with
from healingpartner.plans.templates.acts import begin_from, take_in_template
from healingpartner.plans.versions.acts import acknowledge
from healingpartner.plans.versions.contents import contents_of
from healingpartner.plans.versions.hashing import sha256_of
from healingpartner.plans.versions.model import AckWay
from healingpartner.practice import Practice
from healingpartner.vault.transaction import Transaction

KIND, VERSION = "healingpartner.demo-plans", 1
MOST_PLANS = 24
OFFERED, AGREED, LIVED = 1, 2, 3  # how far one comes, by turns; 0: being written
A_WHILE = timedelta(days=42)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One plan and what its patient says. template: a template's file; chosen: the label of the way taken.

    now, nearer: where the first goal is at the beginning, and after a while.
    """

    template: bytes
    matters: str
    hopes: str
    fears: str
    chosen: str
    decided: str
    inner: str
    part: str
    needs: str
    now: str
    nearer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    plan_id: str
    story: Story
    fate: int


@cache
def stories() -> tuple[Story, ...]:
    """The stories, read once. ValueError when the file is of another kind or version."""
    body = json.loads(resource("demo", "plans.json").read_text("utf-8"))
    if (body["kind"], body["version"]) != (KIND, VERSION):
        raise ValueError("not the plans of invented people")
    return tuple(Story(**{**each, "template": json.dumps(each["template"]).encode("utf-8")}) for each in body["plans"])


def plan_with_some(practice: Practice, ids: Sequence[str]) -> None:
    """Plans for the first few of these people, each as far as its turn."""
    begun = practice.do(_practitioner_begins, ids[:MOST_PLANS], by=Voice.PRACTITIONER, hand=BY_COMMAND)
    practice.do(_patients_say, begun, by=Voice.PATIENT, hand=BY_COMMAND)
    practice.do(_practitioner_agrees, begun, by=Voice.PRACTITIONER, hand=BY_COMMAND)
    practice.do(_patients_follow, begun, by=Voice.PATIENT, hand=BY_COMMAND)


def _practitioner_begins(tx: Transaction, ids: Sequence[str]) -> list[_Begun]:
    known = [(story, act(tx, take_in_template, story.template)) for story in stories()]
    begun = []
    for turn, person_id in enumerate(ids):
        story, template_id = known[turn % len(known)]
        plan_id = act(tx, begin_from, person_id, template_id)
        begun.append(_Begun(plan_id=plan_id, story=story, fate=turn % (LIVED + 1)))
        if begun[-1].fate >= OFFERED:
            act(tx, offer, plan_id)
    return begun


def _patients_say(tx: Transaction, begun: Sequence[_Begun]) -> None:
    for one in begun:
        story, plan = one.story, plan_to_change(tx, one.plan_id)
        review_on = tx.at.local().date() + A_WHILE
        said = replace(plan, matters=story.matters, hopes=story.hopes, fears=story.fears, review_on=review_on)
        act(tx, change_plan, said)
        if one.fate < AGREED:
            continue
        contents = contents_of(tx, plan)
        first = contents.goals[0]
        begins = replace(first, levels={**first.levels, -1: story.now}, baseline=-1, importance=3, difficulty=2)
        act(tx, put_goal, one.plan_id, begins)
        (chosen,) = (each for each in contents.options if each.label == story.chosen)
        act(tx, say_felt, chosen.id, Felt(inner_words=story.inner, direction=Direction.TOWARD, ready=7, sure=6))
        part = PartVoice(id="", plan_id="", label=story.part, stance=PartStance.ON_BOARD, needs=story.needs)
        act(tx, put_part_voice, one.plan_id, part)
        act(tx, decide, chosen.decision_id, chosen=(chosen.id,), words=story.decided)
        _say_yes(tx, one)


def _practitioner_agrees(tx: Transaction, begun: Sequence[_Begun]) -> None:
    for one in begun:
        if one.fate >= AGREED:
            _say_yes(tx, one)
        if one.fate >= LIVED:
            act(tx, begin_work, one.plan_id)
            _take_on(tx, one, Voice.PRACTITIONER)


def _patients_follow(tx: Transaction, begun: Sequence[_Begun]) -> None:
    for one in begun:
        if one.fate < LIVED:
            continue
        _take_on(tx, one, Voice.PATIENT)
        first = contents_of(tx, plan_with(tx, one.plan_id)).goals[0]
        act(tx, rate, first.id, halves=-1, words=one.story.nearer)
        told = CheckIn(id="", plan_id="", by=Voice.PATIENT, at=tx.at, went=Went.SOME, helped="That it is my own.")
        act(tx, check_in, one.plan_id, told)


def _take_on(tx: Transaction, one: _Begun, side: Voice) -> None:
    for step in contents_of(tx, plan_with(tx, one.plan_id)).steps:
        if side in step.owners:
            act(tx, turn_step, step.id, StepState.TAKEN_ON)


def _say_yes(tx: Transaction, one: _Begun) -> None:
    sha256 = sha256_of(contents_of(tx, plan_to_change(tx, one.plan_id)))
    act(tx, acknowledge, one.plan_id, AckWay.SPOKEN, contents_sha256=sha256)
