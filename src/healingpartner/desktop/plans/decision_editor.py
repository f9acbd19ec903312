"""The page on which a question is written: what there is to choose, why now, by when, and who decides this time."""

from dataclasses import replace
from typing import Any

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.goal_editor import day_of
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import ROLE_WORDS, Decision, PreferredRole
from healingpartner.plans.versions.model import Names, WholePlan

_TEXTS = ("question", "why_now", "others", "why_few", "revisit_if")


class DecisionForm(PartForm):
    """One question."""

    def __init__(self, names: Names) -> None:
        """`names`: how the two are called."""
        super().__init__()
        self.add("question", LensField(_("What is there to decide?"), lines=2))
        self.add("why_now", LensField(_("Why now"), lines=1))
        grid = self.add_grid()
        self.add("decide_by", PartialDateField(_("By when"), hint=_("May stay open.")), grid=grid)
        label = _("How much {name} wants to decide, this time").format(name=isolated(names.called))
        roles = [("", _("Not asked yet")), *((one.value, _(words)) for one, words in ROLE_WORDS.items())]
        self.add("role", ChoiceField(label, roles), grid=grid)
        self.add("others", TextField(_("Who else is part of it"), lines=1))
        self.head(_("Later"))
        self.add("revisit_if", TextField(_("What would change our minds"), lines=1))
        self.add("revisit_on", PartialDateField(_("Look at it again on")))
        self.add(
            "why_few",
            TextField(
                _("If there are not two ways to weigh: why"), lines=1,
                hint=_("Waiting and doing nothing are ways too. Usually nothing has to stand here."),
            ),
        )  # fmt: skip

    def decision(self, former: Decision) -> Decision:
        """What is typed; RuleBroken beside the day."""
        typed = self.typed()
        again = day_of(self.fields["revisit_on"], "revisit_on")
        return replace(
            former,
            decide_by=day_of(self.fields["decide_by"], "decide_by"),
            revisit_on=None if again is None else again.latest(),
            role=PreferredRole(typed["role"]) if typed["role"] else None,
            **{name: typed[name] for name in _TEXTS},
        )


class DecisionEditor(PartEditor):
    """A new question, or one that stands."""

    FORM = "plans.decision"

    def __init__(self, place: PlanPlace, found: WholePlan, decision_id: str) -> None:
        """`decision_id`: "" for a new one."""
        self._place, self._plan_id = place, found.plan.id
        self.decision = decision_with(found, decision_id)
        self.decision_form = DecisionForm(found.names)
        super().__init__(
            place.desk, _("Change the question") if decision_id else _("A question to decide"), self.decision_form,
            subject_id=decision_id or found.plan.id, now=typed_of(self.decision),
        )  # fmt: skip
        if decision_id:
            self.remove = LinkButton(_("Take this question out, with its ways"), icon="trash")
            self.remove.clicked.connect(self._take_out)
            self.decision_form.add_part(self.remove)

    def show_plan(self, found: WholePlan) -> None:
        """The question as it stands by now."""
        if self.decision.id:
            self.show_now(typed_of(decision_with(found, self.decision.id)))

    def keep(self) -> None:
        """Written by both: the question is shared."""
        decision = self.decision_form.decision(self.decision)
        self._place.do(
            acts.put_decision, self._plan_id, decision, by=Voice.BOTH, owner=self, then=self.kept, sorry=self.say
        )  # fmt: skip

    def _take_out(self) -> None:
        decision_id = self.decision.id

        def answered(yes: bool) -> None:
            if yes:
                self._place.do(
                    acts.remove_decision, decision_id, by=Voice.BOTH, owner=self, then=self.kept, sorry=self.say
                )  # fmt: skip

        self.desk.notices.ask(
            _("Take this question and its ways out of the plan?"), yes=_("Take it out"), no=_("Leave it in"),
            more=_("You can take this back with Undo."), then=answered,
        )  # fmt: skip


def decision_with(found: WholePlan, decision_id: str) -> Decision:
    """The decision of that id, or an empty one."""
    empty = Decision(id="", plan_id=found.plan.id, question="")
    return next((one for one in found.contents.decisions if one.id == decision_id), empty)


def typed_of(decision: Decision) -> dict[str, Any]:
    """A question as its form shows it."""
    return {
        **{name: getattr(decision, name) for name in _TEXTS},
        "decide_by": spoken().partial_date(decision.decide_by) if decision.decide_by else "",
        "revisit_on": spoken().date(decision.revisit_on, "long") if decision.revisit_on else "",
        "role": "" if decision.role is None else decision.role.value,
    }
