"""What goes from a plan into a template, and what a template needs before it can be kept.

A template tells of no person: what the patient said and felt, where they stood, days, leanings and outcomes are left
out. Words for where somebody stands now are theirs; words for what can be hoped for are kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions.model import (
    OPTIONS_LIMIT,
    Decision,
    DecisionState,
    EvidenceKind,
    Felt,
    GridRow,
    Option,
    OptionStanding,
)
from healingpartner.plans.decisions.rules import cleaned_decision, cleaned_option
from healingpartner.plans.goals.model import Goal, GoalState
from healingpartner.plans.numbers.estimate import Basis
from healingpartner.plans.steps.model import Step, StepState, TreatmentKind
from healingpartner.plans.templates.model import ABOUT_LIMIT, TITLE_LIMIT, PlanTemplate
from healingpartner.plans.versions.model import PlanContents

GOALS_LIMIT, DECISIONS_LIMIT, STEPS_LIMIT = 30, 40, 300
LONG_AGO, FAR_OFF = date(1, 1, 1), date(9999, 12, 31)  # a template has no day of its own to measure by


def of_plan(contents: PlanContents) -> PlanTemplate:
    """What a plan says that may stand in a template, under the plan's own ids; not cleaned, without id and title."""
    goals = tuple(
        replace(one, patient_words=one.shared_wording or one.levels.get(0, ""))
        for one in contents.goals
        if fold(one.shared_wording or one.levels.get(0, ""))
    )
    options = tuple(one for one in contents.options if one.proposed_by is not Voice.PATIENT)
    steps = tuple(one for one in contents.steps if one.proposed_by is not Voice.PATIENT and not _is_of_another(one))
    return nobodys(
        PlanTemplate(
            id="",
            title="",
            made=contents.plan.made,
            goals=goals,
            decisions=contents.decisions,
            options=options,
            steps=steps,
        )
    )


def nobodys(template: PlanTemplate) -> PlanTemplate:
    """The template without anything that only a person's plan can hold."""
    goal_ids, option_ids = {one.id for one in template.goals}, {one.id for one in template.options}
    rows = {one.id: frozenset(row.id for row in _rows(one)) for one in template.decisions}
    return replace(
        template,
        goals=tuple(_goal(one) for one in template.goals),
        decisions=tuple(_decision(one) for one in template.decisions),
        options=tuple(_option(one, rows.get(one.decision_id, frozenset())) for one in template.options),
        steps=tuple(_step(one, goal_ids, option_ids) for one in template.steps),
    )


def checked(template: PlanTemplate) -> PlanTemplate:
    """The template with its words cleaned; RuleBroken beside the first part that is missing or does not fit."""
    title = clean_line(template.title, field="title", limit=TITLE_LIMIT)
    if not fold(title):
        raise RuleBroken("title", _("This template has no name yet. A few words are enough."))
    _check_counts(template)
    decisions = {one.id for one in template.decisions} - {""}
    if any(one.decision_id not in decisions for one in template.options):
        raise RuleBroken("options", _("One of the ways belongs to no decision here."))
    return replace(
        template,
        title=title,
        about=clean_text(template.about, field="about", limit=ABOUT_LIMIT),
        goals=tuple(one.cleaned() for one in template.goals),
        decisions=tuple(cleaned_decision(one, first_day=LONG_AGO) for one in template.decisions),
        options=tuple(cleaned_option(one, today=FAR_OFF) for one in template.options),
        steps=tuple(one.cleaned() for one in template.steps),
    )


def with_new_ids(template: PlanTemplate, new_id: Callable[[], str], *, plan_id: str = "") -> PlanTemplate:
    """The same parts under ids of their own, what they point at among themselves too; all in the plan `plan_id`."""
    new: Mapping[str, str] = {"": "", **{each: new_id() for each in _ids(template) if each}}
    return replace(
        template,
        goals=tuple(replace(one, id=new.get(one.id) or new_id(), plan_id=plan_id) for one in template.goals),
        decisions=tuple(replace(one, id=new.get(one.id) or new_id(), plan_id=plan_id) for one in template.decisions),
        options=tuple(
            replace(one, id=new.get(one.id) or new_id(), plan_id=plan_id, decision_id=new.get(one.decision_id, ""))
            for one in template.options
        ),
        steps=tuple(
            replace(
                one,
                id=new.get(one.id) or new_id(),
                plan_id=plan_id,
                goal_id=new.get(one.goal_id, ""),
                option_id=new.get(one.option_id, ""),
            )
            for one in template.steps
        ),
    )


def _ids(template: PlanTemplate) -> list[str]:
    return [
        *(one.id for one in template.goals),
        *(one.id for one in template.decisions),
        *(one.id for one in template.options),
        *(one.id for one in template.steps),
    ]


def _check_counts(template: PlanTemplate) -> None:
    ids = [each for each in _ids(template) if each]
    if len(ids) != len(set(ids)):
        raise RuleBroken("", _("Two parts of this template go by the same mark."))
    per_decision = [_many(template.options, one.id) for one in template.decisions]
    if max(per_decision, default=0) > OPTIONS_LIMIT:
        raise RuleBroken("options", _("These are more ways than anybody can compare."))
    for name, parts, limit in (
        ("goals", template.goals, GOALS_LIMIT),
        ("decisions", template.decisions, DECISIONS_LIMIT),
        ("steps", template.steps, STEPS_LIMIT),
    ):
        if len(parts) > limit:
            raise RuleBroken(name, _("These are more than a template can hold."))


def _many(options: Iterable[Option], decision_id: str) -> int:
    return sum(one.decision_id == decision_id for one in options)


def _goal(one: Goal) -> Goal:
    now = -1 if one.baseline is None else max(one.baseline, -1)  # a second look takes away no more
    return Goal(
        id=one.id,
        plan_id="",
        patient_words=one.patient_words,
        place=one.place,
        form=one.form,
        levels={level: words for level, words in one.levels.items() if level > now},
        state=GoalState.PROPOSED,
    )


def _rows(one: Decision) -> tuple[GridRow, ...]:
    return tuple(row for row in one.rows if row.by is not Voice.PATIENT)


def _decision(one: Decision) -> Decision:
    return Decision(
        id=one.id,
        plan_id="",
        question=one.question,
        place=one.place,
        rows=_rows(one),
        revisit_if=one.revisit_if,
        state=DecisionState.EXPLORING,
    )


def _option(one: Option, rows: frozenset[str]) -> Option:
    return replace(
        one,
        plan_id="",
        proposed_by=Voice.PRACTITIONER,
        leaning=None,
        felt=Felt(),
        evidence=tuple(each for each in one.evidence if each.kind is not EvidenceKind.OWN),
        estimates=tuple(each for each in one.estimates if each.basis is not Basis.OWN_EXPERIENCE),
        cost=None if one.cost is None else replace(one.cost, note="", covered=False),
        cells={row: words for row, words in one.cells.items() if row in rows},
        instead_of="",
        standing=OptionStanding.OPEN,
    )


def _step(one: Step, goals: set[str], options: set[str]) -> Step:
    treatment = one.treatment
    return Step(
        id=one.id,
        plan_id="",
        owner=one.owner,
        what=one.what,
        proposed_by=Voice.PRACTITIONER,
        place=one.place,
        when=one.when,
        how_often=one.how_often,
        cost=None if one.cost is None else replace(one.cost, note="", covered=False),
        option_id=one.option_id if one.option_id in options else "",
        goal_id=one.goal_id if one.goal_id in goals else "",
        treatment=None if treatment is None else replace(treatment, until=None, by_whom=""),
        errand=one.errand,
        state=StepState.PROPOSED,
        rule=one.rule,
    )


def _is_of_another(one: Step) -> bool:
    """What somebody else prescribed for this patient is nobody else's."""
    return one.treatment is not None and one.treatment.kind is TreatmentKind.ELSEWHERE
