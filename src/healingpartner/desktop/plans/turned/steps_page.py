"""The steps on the turned view: the patient takes on their own, changes them, sets them down; sees the other side's."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip, Tint
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.plans.ruler_field import RulerField
from healingpartner.desktop.plans.step_words import due_words, how_words, late_words, state_tint, treatment_words
from healingpartner.desktop.plans.turned.facts import rule_words
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.model import LIVED, WRITABLE
from healingpartner.plans.steps import acts
from healingpartner.plans.steps.model import STEP_STATE_WORDS, Step, StepState
from healingpartner.plans.versions.model import WholePlan

GONE = frozenset({StepState.ADAPTED})


class StepsPage(PlanPage):
    """The practitioner's come first, as on paper; the patient's own follow with what can be done."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """In their order."""
        super().__init__(desk, found, _("The steps"))
        self.writable, self.lived = found.plan.state in WRITABLE, found.plan.state in LIVED
        steps = [one for one in found.contents.steps if one.state not in GONE]
        today, sides = desk.clock.now().local().date(), FieldGrid()
        for owner, head in (
            (Voice.PRACTITIONER, _("What {name} will do").format(name=self.practitioner)),
            (Voice.PATIENT, _("What I will do")),
            (Voice.BOTH, _("What we do together")),
        ):
            theirs = [one for one in steps if one.owner is owner]
            if not theirs and owner is Voice.BOTH:
                continue
            side = Card(head)
            for step in theirs:
                side.column.addWidget(self._line(step, late=late_words(step, today)))
            if not theirs:
                side.column.addWidget(PlainLabel(_("Nothing yet."), tone="soft"))
            sides.add(side, wide=owner is Voice.BOTH)
        self.add(sides)
        if self.writable:
            add = PatientButton(_("Add a step of mine"), icon="plus", large=True)
            add.clicked.connect(lambda: self.goes.emit("step/"))
            self.row(add)
        self.end()

    def _line(self, step: Step, *, late: str) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(4)
        head = FlowLayout(gap=10)
        tint: Tint = state_tint(step)
        head.addWidget(Chip(_(STEP_STATE_WORDS[step.state]), tint=tint))
        if step.rule is not None:
            head.addWidget(Chip(_("Law, not you"), tint="warn", icon="warning"))
        if late:
            head.addWidget(Chip(late, tint="warn", icon="clock"))
        column.addWidget(PlainLabel(step.what, tone="strong"))
        for words in (treatment_words(step), how_words(step), due_words(step), rule_words(step.rule)):
            if words:
                column.addWidget(PlainLabel(words, tone="soft"))
        column.addLayout(head)
        row = FlowLayout(gap=10)
        for words, act, first in self._ways(step):
            button = (QuietButton if first else LinkButton)(words)
            button.setAccessibleName(_("{kind}: {act}").format(kind=step.what, act=words))
            button.clicked.connect(lambda _on=False, act=act: act())
            row.addWidget(button)
        if row.count():
            column.addLayout(row)
        return line

    def _ways(self, step: Step) -> list[tuple[str, Callable[[], None], bool]]:
        """What the patient can do with it now; only whoever owes it moves it."""
        differs = (_("I see it differently"), lambda: self.goes.emit(f"differ/step/{step.id}"), False)
        if Voice.PATIENT not in step.owners:
            return [differs]
        ways: list[tuple[str, Callable[[], None], bool]] = []
        taken = Voice.PATIENT in step.taken_by
        if step.state in {StepState.PROPOSED, StepState.SET_DOWN, StepState.PAUSED} and not (
            taken and step.state is StepState.PROPOSED
        ):
            ways.append((_("I take this on"), lambda: self._turn(step, StepState.TAKEN_ON, _("You took it on.")), True))
        if self.lived and step.state in {StepState.TAKEN_ON, StepState.UNDER_WAY, StepState.BLOCKED}:
            ways.append((_("It is done"), lambda: self._turn(step, StepState.DONE, _("Done. Well noted.")), True))
            ways.append((_("How it went"), lambda: self.goes.emit(f"check_in/{step.id}"), False))
        if self.writable and step.state is not StepState.DONE:
            ways.append((_("Change it"), lambda: self.goes.emit(f"step/{step.id}"), False))
        if step.state not in {StepState.SET_DOWN, StepState.DONE}:
            ways.append((_("Set it down"), lambda: self.goes.emit(f"set_down/{step.id}"), False))
        return [*ways, differs] if step.state is StepState.PROPOSED else ways

    def _turn(self, step: Step, to: StepState, told: str) -> None:
        self.do(acts.turn_step, step.id, to, then=self.leads("steps", told))


class StepPage(PlanPage):
    """One step of the patient's: what, when, where, how often, what could get in the way, what would help."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the step's id, or "" for a new one."""
        step = next(one for one in found.contents.steps if one.id == about) if about else None
        self._begun = step or Step(
            id="", plan_id=found.plan.id, owner=Voice.PATIENT, what="", proposed_by=Voice.PATIENT
        )
        now = self._begun
        super().__init__(desk, found, _("A step of mine"), back="steps", form=f"step:{about or found.plan.id}")
        self.field("what", TextField(_("What I will do"), value=now.what, lines=1))
        grid = FieldGrid()
        for name, label in (("when", _("When")), ("where", _("Where")), ("how_often", _("How often"))):
            grid.add(self.field(name, LineField(label, value=getattr(now, name)), shown=False))
        due = now.due_on
        shown = None if due is None else PartialDate(year=due.year, month=due.month, day=due.day)
        self.due = PartialDateField(_("By when, if there is a day"), value=shown)
        grid.add(self.field("due_on", self.due, shown=False))
        self.add(grid)
        self.field("in_the_way", TextField(_("What could get in the way"), value=now.in_the_way, lines=1))
        self.field("supports", TextField(_("What would help"), value=now.supports, lines=1))
        sure = RulerField(_("How sure I am that I can do it"), low=_("not sure"), high=_("quite sure"))
        sure.set_value(now.sure)
        sure.set_hint(_("Below 7, a smaller step may fit better."))
        self.field("sure", sure)
        self.choose(_("Keep this step"), self.keep)
        self.end()

    def keep(self) -> None:
        """Keep it; taking it on is a tap of its own."""
        try:
            due = self.due.date()
        except RuleBroken as broken:
            self.due.say(broken.sentence)
            self.due.setFocus()
            return
        given = {name: self.fields[name].value() for name in (
            "what", "when", "where", "how_often", "in_the_way", "supports", "sure",
        )}  # fmt: skip
        step = replace(self._begun, due_on=None if due is None else due.latest(), **given)
        told = _("The step is kept.")
        self.do(acts.put_step, self.found.plan.id, step, then=self.leads("steps", told))


class SetDownPage(PlanPage):
    """A step is set down by one tap; then it is asked whether the plan still fits. It is never a mark."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the step's id."""
        step = self.step = next(one for one in found.contents.steps if one.id == about)
        lead = _("You may set it down at any time. You need not say why.")
        super().__init__(desk, found, _("Set it down?"), lead=lead, back="steps", form=f"set-down:{about}")
        self.add(PlainLabel(step.what, tone="strong"))
        self.field("why", TextField(_("Why, if I want to say"), lines=2))
        self.choose(_("Set it down"), self.set_down, think=_("Keep it"))
        self.end()

    def set_down(self) -> None:
        """It rests; what was said of it stays."""
        lived = self.found.plan.state in LIVED
        told = _("It is set down: {step}").format(step=isolated(self.step.what))
        self.do(
            acts.turn_step, self.step.id, StepState.SET_DOWN, why=self.fields["why"].value(),
            then=self.leads("still_fits" if lived else "steps", told),
        )  # fmt: skip
