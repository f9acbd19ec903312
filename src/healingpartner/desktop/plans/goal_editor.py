"""The page on which a goal is written: the patient's words first, then the levels in words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.goal_words import level_number
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.desktop.plans.ruler_field import RulerField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _, spoken
from healingpartner.plans.goals import acts
from healingpartner.plans.goals.model import LEVEL_WORDS, LEVELS, Form, Goal
from healingpartner.plans.versions.model import Names, WholePlan

FORM_WORDS: Mapping[Form, str] = {
    Form.LIGHT: N_("In two levels: where it is now, and what is hoped for"),
    Form.FIVE: N_("In five levels, each in words"),
    Form.NEAR: N_("From 0 to 10: how near are we"),
}
_FOUR = (N_("not"), N_("a little"), N_("fairly"), N_("very"))
_LIGHT = (-1, 0)


class GoalForm(PartForm):
    """Only the levels of the chosen form are shown; words of the others stay typed."""

    def __init__(self, names: Names) -> None:
        """`names`: how the two are called."""
        super().__init__()
        called = isolated(names.called)
        self.head(_("In {name}’s words").format(name=called), voice=Voice.PATIENT)
        self.add("patient_words", TextField(_("What {name} wants").format(name=called), lines=2))
        self.add("why", TextField(_("Why it matters"), lines=1))
        self.head(_("In words you share"), voice=Voice.BOTH)
        self.add("shared_wording", LensField(_("The same in words that you both use"), lines=2))
        self.head(_("How we will know"), soft=_("Say each level so that anyone could see it is there."))
        forms = [(form.value, _(words)) for form, words in FORM_WORDS.items()]
        self.form_field: ChoiceField = self.add("form", ChoiceField(_("How it is followed"), forms, value="light"))
        for level in LEVELS:
            label = _("{level}: {meaning}").format(level=level_number(level), meaning=_(LEVEL_WORDS[level]))
            self.add(f"level{level}", TextField(label, lines=1))
        steps = [(str(level), level_number(level)) for level in LEVELS]
        self.add("baseline", ChoiceField(_("Where it is now, at the start"), steps))
        self.head(_("How much it weighs"), soft=_("Both may stay open."))
        four = [_(words) for words in _FOUR]
        self.add("importance", RulerField(_("How important it is"), steps=four))
        self.add("difficulty", RulerField(_("How hard it is"), steps=four))
        self.add("by_when", PartialDateField(_("Hoped for by"), hint=_("May stay open. Nothing presses.")))
        self.form_field.changed.connect(self._show_levels)
        self._show_levels()

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Fields as they were, and the levels that belong to them."""
        super().show_typed(typed)
        self._show_levels()

    def field_for(self, name: str) -> str:
        """A rule about the light form's start speaks of its words."""
        if name == "baseline" and self.fields["baseline"].isHidden():
            return "level-1"
        return name

    def goal(self, former: Goal) -> Goal:
        """What is typed; RuleBroken beside the day."""
        form = Form(self.form_field.value())
        chosen = self.fields["baseline"].value()
        return replace(
            former,
            patient_words=self.fields["patient_words"].value(),
            why=self.fields["why"].value(),
            shared_wording=self.fields["shared_wording"].value(),
            form=form,
            levels={level: self.fields[f"level{level}"].value() for level in LEVELS},
            baseline=-1 if form is Form.LIGHT else int(chosen) if chosen else None,
            importance=self.fields["importance"].value(),
            difficulty=self.fields["difficulty"].value(),
            by_when=day_of(self.fields["by_when"], "by_when"),
        )

    def _show_levels(self) -> None:
        chosen = Form(self.form_field.value() or "light")
        shown = {Form.LIGHT: _LIGHT, Form.FIVE: LEVELS, Form.NEAR: ()}[chosen]
        for level in LEVELS:
            field = self.fields[f"level{level}"]
            field.setVisible(level in shown)
            light = _("Where it is now") if level < 0 else _("What is hoped for")
            meaning = _("{level}: {meaning}").format(level=level_number(level), meaning=_(LEVEL_WORDS[level]))
            field.label.setText(light if chosen is Form.LIGHT else meaning)
        self.fields["baseline"].setVisible(chosen is Form.FIVE)
        for name in ("importance", "difficulty"):
            self.fields[name].setVisible(chosen is not Form.NEAR)


class GoalEditor(PartEditor):
    """A new goal, or one that stands."""

    FORM = "plans.goal"

    def __init__(self, place: PlanPlace, found: WholePlan, goal_id: str) -> None:
        """`goal_id`: "" for a new one."""
        self._place, self._plan_id = place, found.plan.id
        self.goal = goal_with(found, goal_id)
        form = GoalForm(found.names)
        self.goal_form = form
        super().__init__(
            place.desk,
            _("Change this goal") if goal_id else _("A goal"),
            form,
            subject_id=goal_id or found.plan.id,
            now=typed_of(self.goal),
        )
        if goal_id:
            self.remove = LinkButton(_("Take this goal out of the plan"), icon="trash")
            self.remove.clicked.connect(self._take_out)
            form.add_part(self.remove)

    def show_plan(self, found: WholePlan) -> None:
        """The goal as it stands by now."""
        if self.goal.id:
            self.show_now(typed_of(goal_with(found, self.goal.id)))

    def keep(self) -> None:
        """Written by both: the wording is shared."""
        goal = self.goal_form.goal(self.goal).cleaned()
        self._place.do(
            acts.put_goal, self._plan_id, goal, by=Voice.BOTH, owner=self, then=self.kept, sorry=self.say
        )  # fmt: skip

    def _take_out(self) -> None:
        goal_id = self.goal.id

        def answered(yes: bool) -> None:
            if yes:
                self._place.do(
                    acts.remove_goal, goal_id, by=Voice.BOTH, owner=self, then=self.kept, sorry=self.say
                )  # fmt: skip

        self.desk.notices.ask(
            _("Take this goal out of the plan?"), yes=_("Take it out"), no=_("Leave it in"),
            more=_("You can take this back with Undo."), then=answered,
        )  # fmt: skip


def goal_with(found: WholePlan, goal_id: str) -> Goal:
    """The goal of that id, or an empty one."""
    empty = Goal(id="", plan_id=found.plan.id, patient_words="", place=len(found.contents.goals))
    return next((one for one in found.contents.goals if one.id == goal_id), empty)


def typed_of(goal: Goal) -> dict[str, Any]:
    """A goal as its form shows it."""
    return {
        "patient_words": goal.patient_words,
        "why": goal.why,
        "shared_wording": goal.shared_wording,
        "form": goal.form.value,
        **{f"level{level}": goal.levels.get(level, "") for level in LEVELS},
        "baseline": "" if goal.baseline is None else str(goal.baseline),
        "importance": goal.importance,
        "difficulty": goal.difficulty,
        "by_when": spoken().partial_date(goal.by_when) if goal.by_when else "",
    }


def day_of(field: PartialDateField, name: str) -> Any:
    """The day typed, or None; RuleBroken under the model's own name for the field."""
    try:
        return field.date()
    except RuleBroken as broken:
        raise RuleBroken(name, broken.sentence) from None
