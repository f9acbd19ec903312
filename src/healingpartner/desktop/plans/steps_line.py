"""One step on the card: what it is, how it stands, and what can be done with it; the same for both sides."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.part_acts import ActRow, WhyBar, short_name
from healingpartner.desktop.plans.step_words import due_words, how_words, late_words, state_tint, treatment_words
from healingpartner.desktop.plans.turned.facts import rule_words
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions.grid import cost_words
from healingpartner.plans.model import LIVED, WRITABLE
from healingpartner.plans.steps.model import STEP_STATE_WORDS, STEP_TURNS, Step, StepState
from healingpartner.plans.versions.model import WholePlan

_BEGUN = frozenset({StepState.TAKEN_ON, StepState.UNDER_WAY, StepState.BLOCKED})
Act = tuple[str, Callable[[], object], bool]


class StepLine(QWidget):
    """turns: (step id, state, voice, why) · the other signals: the step's id."""

    turns = Signal(str, object, object, str)
    edits = Signal(str)
    adapts = Signal(str)
    checks = Signal(str)

    def __init__(self, step: Step, found: WholePlan, today: date) -> None:
        """`today`: what a day is late against."""
        super().__init__()
        self.step, self._called = step, short_name(found.names.called)
        self._writable, self._lived = found.plan.state in WRITABLE, found.plan.state in LIVED
        self.why = WhyBar(_("Set it down"), found.names.called)
        self.why.hide()
        self.why.given.connect(lambda voice, why: self.turns.emit(step.id, StepState.SET_DOWN, voice, why))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(3)
        column.addWidget(PlainLabel(step.what, tone="strong"))
        for words in _facts(step):
            column.addWidget(PlainLabel(words, tone="small"))
        column.addLayout(self._chips(step, today))
        if step.why and step.state in {StepState.SET_DOWN, StepState.PAUSED, StepState.BLOCKED}:
            column.addWidget(PlainLabel(isolated(step.why), tone="soft"))
        self.acts = ActRow(step.what)
        for words, then, first in self._acts(step):
            self.acts.act(words, then, first=first)
        if self.acts.made:
            column.addLayout(self.acts)
        column.addWidget(self.why)

    def say(self, sentence: str) -> None:
        """A rule's sentence beside the why."""
        self.why.show()
        self.why.say(sentence)

    def _chips(self, step: Step, today: date) -> FlowLayout:
        chips = FlowLayout(gap=6)
        chips.addWidget(Chip(_(STEP_STATE_WORDS[step.state]), tint=state_tint(step)))
        if step.rule is not None:
            chips.addWidget(Chip(_("A rule, not you"), tint="warn"))
        late = late_words(step, today)
        if late:
            chips.addWidget(Chip(late, tint="warn", icon="clock"))
        if step.owner is Voice.BOTH and step.state is StepState.PROPOSED and step.taken_by:
            who = _("Taken on by you") if Voice.PRACTITIONER in step.taken_by else _("Taken on by {name}")
            chips.addWidget(Chip(who.format(name=self._called), tint="plain"))
        return chips

    def _acts(self, step: Step) -> Iterator[Act]:
        to = STEP_TURNS[step.state]
        if StepState.TAKEN_ON in to and (self._writable or self._lived):
            for voice in step.owners:
                if voice not in step.taken_by or step.state is not StepState.PROPOSED:
                    yield self._words(voice), self._turn(StepState.TAKEN_ON, voice), True
        if self._lived and step.state in _BEGUN:
            yield _("Done"), self._turn(StepState.DONE), True
            yield _("How it went"), lambda: self.checks.emit(step.id), False
            if StepState.BLOCKED in to:
                yield _("Something is in the way"), self._turn(StepState.BLOCKED), False
        if self._lived and step.state is StepState.DONE:
            yield _("Not done after all"), self._turn(StepState.UNDER_WAY), False
        if self._writable and step.state not in {StepState.DONE, StepState.ADAPTED}:
            yield _("Change it"), lambda: self.edits.emit(step.id), False
            if StepState.ADAPTED in to and step.state is not StepState.PROPOSED:
                yield _("Another step instead"), lambda: self.adapts.emit(step.id), False
        if StepState.SET_DOWN in to:
            yield _("Set it down"), self.why.begin, False

    def _words(self, voice: Voice) -> str:
        return _("I take it on") if voice is Voice.PRACTITIONER else _("{name} takes it on").format(name=self._called)

    def _turn(self, to: StepState, voice: Voice | None = None) -> Callable[[], object]:
        """In the owner's voice; of a step that both owe, in the practitioner's, who sits at the desk."""
        by = voice or (Voice.PATIENT if self.step.owner is Voice.PATIENT else Voice.PRACTITIONER)
        return lambda: self.turns.emit(self.step.id, to, by, "")


def _facts(step: Step) -> Iterator[str]:
    rest = " · ".join(words for words in (treatment_words(step), how_words(step), due_words(step)) if words)
    if rest:
        yield rest
    if step.rule is not None:
        yield rule_words(step.rule)
    if step.cost is not None:
        yield cost_words(step.cost)
    if step.in_the_way:
        yield _("What could get in the way: {words}").format(words=isolated(step.in_the_way))
    if step.supports:
        yield _("What would help: {words}").format(words=isolated(step.supports))
    if step.sure is not None:
        yield _("sure {n} of 10").format(n=spoken().number(step.sure))
