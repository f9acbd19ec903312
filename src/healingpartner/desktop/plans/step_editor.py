"""The page on which a step is written: who, what, when, where, how often; what could get in the way; a treatment."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.plans import cost_field
from healingpartner.desktop.plans.cost_field import CostField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.desktop.plans.ruler_field import RulerField
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.ruling import RULE_WORDS, Rule, RuleKind
from healingpartner.plans.steps import acts
from healingpartner.plans.steps.model import (
    DAY_TIME_WORDS,
    FOOD_WORDS,
    TREATMENT_WORDS,
    DayTime,
    Step,
    Treatment,
    TreatmentKind,
    WithFood,
)
from healingpartner.plans.versions.model import WholePlan

_LINES, _TEXTS = ("when", "where", "how_often"), ("in_the_way", "supports")


class StepForm(PartForm):
    """The same questions for a step of either side."""

    def __init__(self, found: WholePlan) -> None:
        """`found`: for names, ways and goals it can belong to."""
        super().__init__()
        name = isolated(found.names.called)
        owners = [
            (Voice.PRACTITIONER.value, _("I do")),
            (Voice.PATIENT.value, _("{name} does").format(name=name)),
            (Voice.BOTH.value, _("We do together")),
        ]
        self.add("owner", ChoiceField(_("Who does it"), owners, value=Voice.PATIENT.value))
        self.add("what", LensField(_("What will be done"), lines=1))
        grid = self.add_grid()
        for field, label in (("when", _("When")), ("where", _("Where")), ("how_often", _("How often"))):
            self.add(field, LineField(label), grid=grid)
        for field, label in (("begins_on", _("From when")), ("due_on", _("By when"))):
            self.add(field, PartialDateField(label), grid=grid)
        ways = [("", _("Nothing in particular")), *((one.id, one.label) for one in found.contents.options)]
        goals = [("", _("Nothing in particular")), *((one.id, one.patient_words) for one in found.contents.goals)]
        self.add("option_id", ChoiceField(_("The way it belongs to"), ways), grid=grid)
        self.add("goal_id", ChoiceField(_("The goal it serves"), goals), grid=grid)
        self.add("in_the_way", LensField(_("What could get in the way"), lines=1))
        self.add("supports", LensField(_("What would help"), lines=1))
        self.add(
            "sure", RulerField(_("How sure is whoever does it, from 0 to 10"), hint=_("Below 7: make it smaller."))
        )
        self.head(_("What it costs"))
        self.add("cost", CostField(cost_field.currency_of(found)), label=_("What it costs"))
        self._treatment()
        self.head(
            _("A rule, not you"), soft=_("Where it is here because of a rule, say so. Nobody should take it to heart.")
        )
        rules = [("", _("No rule asks for it")), *((one.value, _(words)) for one, words in RULE_WORDS.items())]
        self.add("rule", ChoiceField(_("Is it here for a rule?"), rules))
        self.add("rule_words", LineField(_("Which rule, in plain words")))

    def step(self, former: Step) -> Step:
        """What is typed; RuleBroken beside the first field that does not fit."""
        typed = self.typed()
        return replace(
            former,
            owner=Voice(typed["owner"] or Voice.PATIENT.value),
            what=typed["what"],
            begins_on=self._day("begins_on"),
            due_on=self._day("due_on"),
            option_id=typed["option_id"],
            goal_id=typed["goal_id"],
            sure=typed["sure"],
            cost=self.fields["cost"].cost(),
            treatment=self._given(typed),
            rule=Rule(kind=RuleKind(typed["rule"]), words=typed["rule_words"]) if typed["rule"] else None,
            **{name: typed[name] for name in (*_LINES, *_TEXTS)},
        )

    def field_for(self, name: str) -> str:
        """Amounts stand in four fields; their sentence stands beside the first."""
        return {"amounts": "morning", "treatment_why": "taken_for"}.get(name, name)

    def _treatment(self) -> None:
        self.head(_("Something to take or to do"), soft=_("Only where it is one. It has a start, a rest and a stop."))
        kinds = [("", _("It is none")), *((one.value, _(words)) for one, words in TREATMENT_WORDS.items())]
        grid = self.add_grid()
        self.add("kind", ChoiceField(_("What it is"), kinds), grid=grid)
        self.add("by_whom", LineField(_("Who prescribed it, where it is from elsewhere")), grid=grid)
        for time, words in DAY_TIME_WORDS.items():
            self.add(time.value, LineField(_(words)), grid=grid)
        food = [(one.value, _(words)) for one, words in FOOD_WORDS.items()]
        self.add("food", ChoiceField(_("With a meal"), food, value=WithFood.EITHER.value), grid=grid)
        self.add("until", PartialDateField(_("Until when")), grid=grid)
        self.add("taken_for", LineField(_("What it is for")))

    def _given(self, typed: Mapping[str, Any]) -> Treatment | None:
        if not typed["kind"]:
            return None
        return Treatment(
            kind=TreatmentKind(typed["kind"]),
            amounts={time: typed[time.value] for time in DayTime if typed[time.value].strip()},
            food=WithFood(typed["food"] or WithFood.EITHER.value),
            until=self._day("until"),
            why=typed["taken_for"],
            by_whom=typed["by_whom"],
        )

    def _day(self, name: str) -> date | None:
        from healingpartner.foundation.errors import RuleBroken

        try:
            day = self.fields[name].date()
        except RuleBroken as broken:
            raise RuleBroken(name, broken.sentence) from None
        return None if day is None else day.latest()


class StepEditor(PartEditor):
    """A new step, one that stands, or another in its place. It is proposed; taking it on is the owner's own act."""

    FORM = "plans.step"

    def __init__(self, place: PlanPlace, found: WholePlan, step_id: str, *, adapts: bool = False) -> None:
        """`step_id`: "" for a new one; `adapts`: the step gives way to what is written here."""
        self._place, self._plan_id, self._adapts = place, found.plan.id, adapts
        self.step = step_with(found, step_id)
        self.step_form = StepForm(found)
        title = _("Another step instead") if adapts else _("A step")
        subject = f"{step_id}:instead" if adapts else step_id or found.plan.id
        super().__init__(place.desk, title, self.step_form, subject_id=subject, now=typed_of(self.step))

    def show_plan(self, found: WholePlan) -> None:
        """The step as it stands by now."""
        if self.step.id and not self._adapts:
            self.show_now(typed_of(step_with(found, self.step.id)))

    def keep(self) -> None:
        """As the practitioner's proposal; what the other had taken on is asked again where it changes."""
        step = self.step_form.step(self.step)
        if self._adapts:
            owner = Voice.PATIENT if self.step.owner is Voice.PATIENT else Voice.PRACTITIONER
            self._place.do(acts.adapt_step, self.step.id, step, by=owner, owner=self, then=self.kept, sorry=self.say)
            return
        self._place.do(acts.put_step, self._plan_id, step, owner=self, then=self.kept, sorry=self.say)


def step_with(found: WholePlan, step_id: str) -> Step:
    """The step of that id, or an empty one."""
    empty = Step(id="", plan_id=found.plan.id, owner=Voice.PATIENT, what="", proposed_by=Voice.PRACTITIONER)
    return next((one for one in found.contents.steps if one.id == step_id), empty)


def typed_of(step: Step) -> dict[str, Any]:
    """A step as its form shows it."""
    given, rule = step.treatment, step.rule
    amounts = {} if given is None else given.amounts
    return {
        "owner": step.owner.value,
        "what": step.what,
        "begins_on": day_words(step.begins_on),
        "due_on": day_words(step.due_on),
        "option_id": step.option_id,
        "goal_id": step.goal_id,
        "sure": step.sure,
        "cost": cost_field.typed_of(step.cost),
        "kind": "" if given is None else given.kind.value,
        "food": WithFood.EITHER.value if given is None else given.food.value,
        "until": "" if given is None else day_words(given.until),
        "taken_for": "" if given is None else given.why,
        "by_whom": "" if given is None else given.by_whom,
        "rule": "" if rule is None else rule.kind.value,
        "rule_words": "" if rule is None else rule.words,
        **{name: getattr(step, name) for name in (*_LINES, *_TEXTS)},
        **{time.value: amounts.get(time, "") for time in DayTime},
    }


def day_words(day: date | None) -> str:
    """A day as its field shows it."""
    return "" if day is None else spoken().partial_date(PartialDate(year=day.year, month=day.month, day=day.day))
