"""The page for what the plan as a whole says: its name, what matters, hopes and fears, what it has to fit into."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.money_field import read_money
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.cost_field import code_of, currency_field, currency_of
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.goal_editor import day_of
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.acts import PATIENTS_OWN, change_plan
from healingpartner.plans.model import LIMIT_WORDS, Limit, LimitKind, Plan
from healingpartner.plans.money import Ceiling, Per
from healingpartner.plans.versions.model import WholePlan

_TEXTS = ("title", "matters", "hopes", "fears", "reach")


class ParticularsForm(PartForm):
    """The patient's own fields first."""

    def __init__(self, found: WholePlan) -> None:
        """`found`: whose plan, and the currency it has so far."""
        super().__init__()
        called = isolated(found.names.called)
        self.add("title", LineField(_("The plan, in a few words")))
        self.head(_("In {name}’s words").format(name=called), voice=Voice.PATIENT)
        self.add("matters", TextField(_("What matters to me"), lines=2))
        self.add("hopes", TextField(_("What I hope for"), lines=1))
        self.add("fears", TextField(_("What I am afraid of"), lines=1))
        self.head(_("What it has to fit into"), voice=Voice.PATIENT)
        grid = self.add_grid()
        for kind in LimitKind:
            self.add(f"limit:{kind.value}", LineField(_(LIMIT_WORDS[kind])), grid=grid)
        self.add("ceiling", LineField(_("The most it may cost"), hint=_("Empty: not talked about.")), grid=grid)
        self.add("currency", currency_field(currency_of(found)), grid=grid)
        per = [(Per.MONTH.value, _("a month")), (Per.ONCE.value, _("in all"))]
        self.add("per", ChoiceField(_("That is"), per, value=Per.MONTH.value), grid=grid)
        self.head(_("Days, and how to reach you"))
        days = self.add_grid()
        self.add("begins_on", PartialDateField(_("It begins on")), grid=days)
        self.add("review_on", PartialDateField(_("We look at it again on")), grid=days)
        self.add("reach", LensField(_("How and when to reach you; printed on every copy"), lines=2))

    def field_for(self, name: str) -> str:
        """Limits stand in fields of their own."""
        return f"limit:{LimitKind.OTHER.value}" if name == "limits" else name

    def plan(self, former: Plan) -> Plan:
        """What is typed; RuleBroken beside the first field that does not fit."""
        typed = self.typed()
        limits = [
            Limit(kind=kind, words=typed[f"limit:{kind.value}"])
            for kind in LimitKind
            if typed[f"limit:{kind.value}"].strip()
        ]
        begins, again = (day_of(self.fields[name], name) for name in ("begins_on", "review_on"))
        return replace(
            former,
            **{name: typed[name] for name in _TEXTS},
            limits=tuple(limits),
            ceiling=self._ceiling(typed),
            begins_on=None if begins is None else begins.earliest(),
            review_on=None if again is None else again.latest(),
        )

    def _ceiling(self, typed: Mapping[str, Any]) -> Ceiling | None:
        words = typed["ceiling"].strip()
        if not words:
            return None
        amount = read_money(words, code_of(self.fields["currency"], "currency"), field="ceiling")
        return Ceiling(amount=amount, per=Per(typed["per"] or Per.MONTH.value))


class ParticularsEditor(PartEditor):
    """The patient's own fields are kept in the patient's voice, the others in the practitioner's."""

    FORM = "plans.plan"

    def __init__(self, place: PlanPlace, found: WholePlan, *, at: str = "") -> None:
        """`at`: the field where the cursor begins."""
        self._place, self.plan = place, found.plan
        self.plan_form = ParticularsForm(found)
        super().__init__(
            place.desk, _("The plan as a whole"), self.plan_form, subject_id=found.plan.id, now=typed_of(found.plan)
        )  # fmt: skip
        if at:
            self.plan_form.fields[at].setFocus()

    def show_plan(self, found: WholePlan) -> None:
        """The plan as it stands by now."""
        self.plan = found.plan
        self.show_now(typed_of(found.plan))

    def keep(self) -> None:
        """In one act: of both, where fields of both were changed."""
        given = self.plan_form.plan(self.plan)
        theirs = any(getattr(given, name) != getattr(self.plan, name) for name in PATIENTS_OWN)
        mine = replace(given, **{name: getattr(self.plan, name) for name in PATIENTS_OWN}) != self.plan
        voice = Voice.BOTH if theirs and mine else Voice.PATIENT if theirs else Voice.PRACTITIONER
        self._place.do(change_plan, given, by=voice, owner=self, then=self.kept, sorry=self.say)


def typed_of(plan: Plan) -> dict[str, Any]:
    """A plan as its form shows it."""
    said = {one.kind: one.words for one in plan.limits}
    ceiling = plan.ceiling
    typed: dict[str, Any] = {name: getattr(plan, name) for name in _TEXTS}
    typed |= {f"limit:{kind.value}": said.get(kind, "") for kind in LimitKind}
    typed |= {"begins_on": _day(plan.begins_on), "review_on": _day(plan.review_on)}
    typed["ceiling"] = "" if ceiling is None else spoken().money(ceiling.amount)
    if ceiling is not None:
        typed |= {"currency": ceiling.amount.currency, "per": ceiling.per.value}
    return typed


def _day(day: date | None) -> str:
    return "" if day is None else spoken().date(day, "long")
