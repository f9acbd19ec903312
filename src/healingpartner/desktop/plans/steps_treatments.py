"""The card of what is taken and done: when, how much, until when; with start, rest and stop, each with its why."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.part_acts import ActRow, WhyBar, voice_of
from healingpartner.desktop.plans.place import PlanCard, PlanPlace, sentence_of
from healingpartner.desktop.plans.step_words import state_tint, treatment_words
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.model import LIVED
from healingpartner.plans.steps import acts
from healingpartner.plans.steps.model import STEP_STATE_WORDS, STEP_TURNS, Step, StepState
from healingpartner.plans.versions.model import Names, WholePlan

AT_FIRST = 12


class TreatmentsCard(PlanCard):
    """Hidden while nothing is taken. What is agreed stands with the steps; here is how it goes on and stops."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("What is taken and done"))
        self._place = place
        self._shown: tuple[Any, ...] = ()
        self.lines: dict[str, TreatmentLine] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.column.addLayout(self._rows)
        self._all = False
        self._found: WholePlan | None = None
        self.more = LinkButton(_("Show all of it"))
        self.more.clicked.connect(self.show_all)
        row = FlowLayout()
        row.addWidget(self.more)
        self.column.addLayout(row)

    def show_plan(self, found: WholePlan) -> None:
        """Each with its state, and what can be done now."""
        given = [
            one for one in found.contents.steps if one.treatment is not None and one.state is not StepState.ADAPTED
        ]
        self._found = found
        shown = (given, found.plan.state, self._all)
        self.more.setVisible(len(given) > AT_FIRST and not self._all)
        self.setVisible(bool(given))
        if shown == self._shown:
            return
        self._shown, self.lines = shown, {}
        while (item := self._rows.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        for step in given if self._all else given[:AT_FIRST]:
            self._place.later.add(partial(self._draw, shown, step, found))

    def show_all(self) -> None:
        """Every one, however many there are."""
        self._all = True
        if self._found is not None:
            self.show_plan(self._found)

    def _draw(self, drawn_for: object, step: Step, found: WholePlan) -> None:
        if drawn_for is not self._shown:  # newer words have come before this one's turn
            return
        line = self.lines[step.id] = TreatmentLine(step, found.names, lived=found.plan.state in LIVED)
        line.connect_to(self._turn)
        self._rows.addWidget(line)

    def _turn(self, step: Step, to: StepState, voice: Voice, why: str) -> None:
        line = self.lines[step.id]
        self._place.do(acts.turn_step, step.id, to, why=why, by=voice, sorry=line.say)


class TreatmentLine(QWidget):
    """One remedy, supplement, exercise, food or practice."""

    def __init__(self, step: Step, names: Names, *, lived: bool) -> None:
        """`lived`: whether both agreed and it goes on."""
        super().__init__()
        self._step = step
        self.rest = WhyBar(_("Rest it"), names.called, must=True)
        self.stop = WhyBar(_("Stop it"), names.called, must=True)
        self.sentence = PlainLabel(tone="warn")
        self.acts = ActRow(step.what)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(step.what, tone="strong"), 1)
        chip = Chip(_(STEP_STATE_WORDS[step.state]), tint=state_tint(step))
        head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(PlainLabel(treatment_words(step), tone="soft"))
        if step.treatment is not None and step.treatment.why:
            column.addWidget(PlainLabel(_("For: {words}").format(words=isolated(step.treatment.why))))
        turned = _turned_words(step)
        if turned:
            column.addWidget(PlainLabel(turned, tone="small"))
        self._open = STEP_TURNS[step.state]
        self._lived = lived
        column.addLayout(self.acts)
        for part in (self.rest, self.stop, self.sentence):
            part.hide()
            column.addWidget(part)

    def connect_to(self, turn: Any) -> None:
        """`turn` hears the step, where it turns, whose word it is and why."""
        step = self._step
        own = Voice.PATIENT if step.owner is Voice.PATIENT else Voice.PRACTITIONER
        starts = StepState.UNDER_WAY in self._open and step.state is not StepState.DONE
        if self._lived and starts:
            words = _("Start it") if step.state is StepState.TAKEN_ON else _("Start it again")
            self.acts.act(words, lambda: turn(step, StepState.UNDER_WAY, own, ""), first=True)
        if StepState.PAUSED in self._open:
            self.acts.act(_("Rest it"), self.rest.begin)
        if StepState.SET_DOWN in self._open and step.state is not StepState.PROPOSED:
            self.acts.act(_("Stop it"), self.stop.begin)
        self.rest.given.connect(lambda voice, why: turn(step, StepState.PAUSED, voice_of(voice), why))
        self.stop.given.connect(lambda voice, why: turn(step, StepState.SET_DOWN, voice_of(voice), why))

    def say(self, problem: RuleBroken | Refused) -> None:
        """A rule's sentence beside the why, or below."""
        bar = self.stop if self.stop.isVisibleTo(self) else self.rest
        if isinstance(problem, RuleBroken) and problem.field == "why":
            bar.say(problem.sentence)
            return
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()


def _turned_words(step: Step) -> str:
    """Since when it rests or was stopped, and why."""
    if step.turned is None or step.state not in {StepState.PAUSED, StepState.SET_DOWN, StepState.UNDER_WAY}:
        return ""
    said = {
        StepState.PAUSED: _("Rests since {day}."),
        StepState.SET_DOWN: _("Stopped on {day}."),
        StepState.UNDER_WAY: _("Under way since {day}."),
    }[step.state].format(day=isolated(spoken().date(step.turned)))
    return f"{said} {isolated(step.why)}" if step.why else said
