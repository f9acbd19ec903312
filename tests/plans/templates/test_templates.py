"""Templates: made of any plan without its person, changed in plain words, handed on as a file, begun from."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from healingpartner.demo.planning import stories
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.voices import Voice
from healingpartner.plans.acts import change_plan
from healingpartner.plans.decisions.model import (
    Decision,
    Evidence,
    EvidenceKind,
    Felt,
    GridRow,
    Leaning,
    Option,
    Outcome,
    Stance,
)
from healingpartner.plans.decisions.store import DECISION, OPTION
from healingpartner.plans.goals.acts import put_goal
from healingpartner.plans.goals.model import Form
from healingpartner.plans.money import Cost, Per
from healingpartner.plans.steps.model import DayTime, Step, StepState, Treatment, TreatmentKind
from healingpartner.plans.steps.store import STEP
from healingpartner.plans.store import put_part
from healingpartner.plans.templates.acts import (
    begin_from,
    change_template,
    make_template,
    set_aside,
    take_in_template,
)
from healingpartner.plans.templates.file import FILE_LIMIT, from_bytes, to_bytes
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.plans.templates.views import template_with, templates
from healingpartner.practice import Practice
from healingpartner.vault.search import find
from healingpartner.vault.transaction import Transaction
from plans.planning import add, begun, does, goal, says, whole

SECRET = "Zwetschgenkuchen"  # stands wherever a person's own words may stand, and nowhere in a template


def _fill(tx: Transaction, plan_id: str, person_id: str) -> None:
    decision = Decision(
        id="d1", plan_id=plan_id, question="How to sleep", why_now=SECRET, others=SECRET,
        rows=(GridRow(id="r1", words="Will it hurt?", by=Voice.PRACTITIONER), GridRow(id="r2", words=SECRET)),
        outcome=Outcome(by=Voice.PATIENT, decided=tx.at, chosen=("o1",), words=SECRET),
    )  # fmt: skip
    option = Option(
        id="o1", plan_id=plan_id, decision_id="d1", label="Regular hours", helps="Often", felt=Felt(inner_words=SECRET),
        leaning=Leaning(stance=Stance.TOWARD, reason=SECRET), cells={"r1": "No", "r2": SECRET},
        evidence=(Evidence(kind=EvidenceKind.OWN, words=SECRET), Evidence(kind=EvidenceKind.STUDY, words="A study")),
        cost=Cost(low=Money(minor=500, currency="EUR"), per=Per.WEEK, note=SECRET),
    )  # fmt: skip
    own = Option(id="o2", plan_id=plan_id, decision_id="d1", label=SECRET, proposed_by=Voice.PATIENT)
    step = Step(
        id="s1", plan_id=plan_id, owner=Voice.PATIENT, what="To bed at ten", proposed_by=Voice.PRACTITIONER,
        option_id="o1", where=SECRET, in_the_way=SECRET, due_on=date(2027, 1, 1), state=StepState.TAKEN_ON,
        taken_by=(Voice.PATIENT,), treatment=Treatment(kind=TreatmentKind.PRACTICE, amounts={DayTime.EVENING: "once"}),
    )  # fmt: skip
    theirs = Step(id="s2", plan_id=plan_id, owner=Voice.PATIENT, what=SECRET, proposed_by=Voice.PATIENT)
    put_part(tx, DECISION, decision, person_id=person_id)
    for one in (option, own):
        put_part(tx, OPTION, one, person_id=person_id)
    for each in (step, theirs):
        put_part(tx, STEP, each, person_id=person_id)


def _made(practice: Practice) -> PlanTemplate:
    person_id, plan_id = begun(practice)
    says(practice, change_plan, replace(whole(practice, person_id).plan, matters=SECRET, hopes=SECRET, fears=SECRET))
    says(practice, put_goal, plan_id, goal(SECRET, why=SECRET, shared_wording="Sleep through the night",
                                           levels={-1: SECRET, 0: "Six hours"}))  # fmt: skip
    says(practice, put_goal, plan_id, goal(SECRET, levels={-1: SECRET}))
    practice.do(_fill, plan_id, person_id, by=Voice.PRACTITIONER)
    return practice.ask(template_with, does(practice, make_template, plan_id, title="Sleep"))


def test_a_template_keeps_the_ways_and_nothing_of_the_person(practice: Practice) -> None:
    template = _made(practice)
    assert SECRET not in to_bytes(template).decode()
    assert [one.patient_words for one in template.goals] == ["Sleep through the night"]
    assert [one.label for one in template.options] == ["Regular hours"]
    (step,) = template.steps
    assert (step.what, step.due_on, step.taken_by, step.option_id) == (
        "To bed at ten",
        None,
        (),
        template.options[0].id,
    )
    assert template.options[0].decision_id == template.decisions[0].id != "d1"
    assert template.options[0].cells == {"r1": "No"}


def test_a_plan_begun_from_a_template_is_all_proposals_under_ids_of_its_own(practice: Practice) -> None:
    template = _made(practice)
    other = add(practice, "Ivo Anders")
    plan_id = does(practice, begin_from, other, template.id)
    contents = whole(practice, other, plan_id).contents
    assert contents.plan.template_id == template.id
    assert contents.plan.title == "Sleep"
    assert [one.label for one in contents.options_of(contents.decisions[0].id)] == ["Regular hours"]
    assert contents.steps[0].state is StepState.PROPOSED
    ids = {one.id for one in (*contents.goals, *contents.decisions, *contents.options, *contents.steps)}
    assert not ids & {one.id for one in (*template.goals, *template.decisions, *template.options, *template.steps)}


def test_a_template_is_changed_in_plain_words_and_set_aside(practice: Practice) -> None:
    template = _made(practice)
    more = Step(id="", plan_id="", owner=Voice.BOTH, what="Look at it together", proposed_by=Voice.PRACTITIONER)
    does(practice, change_template, replace(template, title="Sleep well", steps=(*template.steps, more)))
    changed = practice.ask(template_with, template.id)
    assert changed.title == "Sleep well"
    assert len({one.id for one in changed.steps} - {""}) == 2
    assert [hit.title for hit in find(practice.db, "sleep well")] == ["Sleep well"]
    does(practice, set_aside, template.id)
    assert practice.ask(templates) == ()
    assert [one.id for one in practice.ask(templates, set_aside=True)] == [template.id]
    with pytest.raises(RuleBroken) as broken:
        does(practice, change_template, replace(changed, title=" "))
    assert broken.value.field == "title"


def test_a_template_goes_out_as_a_file_and_comes_in_as_it_was(practice: Practice) -> None:
    template = _made(practice)
    data = to_bytes(template)
    assert from_bytes(data) == template
    again = practice.ask(template_with, does(practice, take_in_template, data, name="sleep.json"))
    assert again.id != template.id
    assert [one.what for one in again.steps] == [one.what for one in template.steps]
    assert again.steps[0].option_id == again.options[0].id


@pytest.mark.parametrize("baseline", [-2, -1, 0, 1, None])
def test_a_template_of_any_goal_goes_out_and_comes_in(practice: Practice, baseline: int | None) -> None:
    person_id, plan_id = begun(practice)
    levels = {level: f"{level + 3} nights" for level in range(-2, 3)}
    practice.do(put_goal, plan_id, replace(goal(), form=Form.FIVE, levels=levels, baseline=baseline), by=Voice.BOTH)
    made = template_with(practice.db, practice.do(make_template, plan_id, title="Sleep", by=Voice.PRACTITIONER))
    assert from_bytes(to_bytes(made)).goals == made.goals
    assert person_id not in to_bytes(made).decode()


def test_a_template_that_nobody_could_take_in_is_not_handed_on(practice: Practice) -> None:
    with pytest.raises(Refused) as refused:
        to_bytes(replace(_made(practice), title="Sle\u00adep"))
    assert refused.value.where


def test_markup_in_a_file_is_letters_and_nothing_else(practice: Practice) -> None:
    members = json.loads(to_bytes(_made(practice)))
    members["title"] = "<b>Bold</b> {place} %s <script>alert(1)</script>"
    assert from_bytes(json.dumps(members).encode()).title == members["title"]


def _changed(path: str, value: object) -> object:
    def change(members: dict[str, object]) -> None:
        at: object = members
        *way, last = path.split("/")
        for name in way:
            at = at[int(name)] if isinstance(at, list) else at[name]  # type: ignore[index]
        at[last] = value  # type: ignore[index]

    return change


HOSTILE = {
    "another kind": _changed("kind", "healingpartner.wording"),
    "a newer version": _changed("version", 99),
    "no version": _changed("version", None),
    "a member nobody knows": _changed("run", "rm -rf"),
    "a member nobody knows, inside": _changed("steps/0/run", "rm -rf"),
    "a person's feelings": _changed("options/0/felt/inner_words", "Afraid"),
    "a leaning": _changed("options/0/leaning", {"stance": "toward", "reason": "for you"}),
    "a day": _changed("steps/0/due_on", "2027-01-01"),
    "no title": _changed("title", ""),
    "a title of another shape": _changed("title", {"a": 1}),
    "a level that is none": _changed("goals/0/levels", {"seven": "Words"}),
    "a form that is none": _changed("goals/0/form", "endless"),
    "money below nothing": _changed("options/0/cost/low/minor", -1),
    "an option of no decision": _changed("options/0/decision_id", "elsewhere"),
    "a title without end": _changed("title", "x" * 10_000),
    "steps without end": _changed("steps", [{}] * 5_000),
    "letters that turn the others": _changed("steps/0/what", "Take \u202eeno\u202c"),
    "letters that are not seen": _changed("title", "Sle\u200bep"),
    "a fraction": _changed("steps/0/place", 1.5),
}  # fmt: skip


@pytest.mark.parametrize("how", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_file_that_is_not_strictly_a_template_is_not_taken_in(practice: Practice, how: object) -> None:
    members = json.loads(to_bytes(_made(practice)))
    how(members)  # type: ignore[operator]
    with pytest.raises(Refused) as refused:
        does(practice, take_in_template, json.dumps(members).encode(), name="odd.json")
    assert "odd.json" in refused.value.what
    assert refused.value.where
    assert refused.value.then
    assert len(practice.ask(templates)) == 1


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=5),
    st.just([]),
    st.just({}),
    st.lists(st.integers(), max_size=2),
    st.just("x" * 20_000),
    st.just(10**30),
    st.just("\ud800"),
)


@settings(max_examples=120)
@given(odd=ODD, at=st.integers(0, 10_000))
def test_a_file_changed_anywhere_is_taken_in_whole_or_not_at_all(odd: object, at: int) -> None:
    members = json.loads(json.dumps(_LARGE))
    places = list(_places(members))
    holder, name = places[at % len(places)]
    holder[name] = odd
    try:
        taken = from_bytes(json.dumps(members).encode())
    except Refused:
        return
    assert from_bytes(to_bytes(taken)) == taken


def _places(inside: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a value in lists and mappings."""
    names = list(inside) if isinstance(inside, dict) else range(len(inside)) if isinstance(inside, list) else ()
    for name in names:
        yield inside, name
        yield from _places(inside[name])


_LARGE = json.loads(stories()[0].template)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"kind":"hp/plan-template","kind":"hp/plan-template","version":1}',
        b'{"kind":"hp/plan-template","version":1}',
        b" " * (FILE_LIMIT + 1),
    ],
    ids=["empty", "not text", "a list", "nothing in it", "too deep", "a member twice", "not whole", "too long"],
)
def test_bytes_that_are_no_template_are_not_taken_in(data: bytes) -> None:
    with pytest.raises(Refused):
        from_bytes(data)
