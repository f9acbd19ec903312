"""The card of steps: what each of the two will do in two equal columns, with whoever owes it taking it on."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.voice_mark import VoiceMark
from healingpartner.desktop.plans.check_in_editor import CheckInEditor
from healingpartner.desktop.plans.place import PlanCard, PlanPlace, sentence_of
from healingpartner.desktop.plans.step_editor import StepEditor
from healingpartner.desktop.plans.steps_line import StepLine
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.model import WRITABLE
from healingpartner.plans.steps import acts
from healingpartner.plans.steps.model import Step, StepState
from healingpartner.plans.versions.model import WholePlan

BESIDE_FROM, AT_FIRST = 620, 12
_OVER = frozenset({StepState.DONE, StepState.SET_DOWN})
SIDES = (Voice.PRACTITIONER, Voice.PATIENT, Voice.BOTH)


class StepsCard(PlanCard):
    """Both sides' steps are as wide, as plain and as visible when late."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("Steps"))
        self._place = place
        self._found: WholePlan | None = None
        self._shown: tuple[Any, ...] = ()
        self.lines: dict[str, StepLine] = {}
        self.sides = {voice: _Side(voice) for voice in SIDES}
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(24)
        for voice in SIDES[:2]:
            self._both.addWidget(self.sides[voice], 1)
        self.add = QuietButton(_("Add a step"), icon="plus")
        self.add.clicked.connect(lambda: self.edit(""))
        self._all = False
        self.more = LinkButton(_("Show all of it"))
        self.more.clicked.connect(self.show_all)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.column.addLayout(self._both)
        self.column.addWidget(self.sides[Voice.BOTH])
        self.column.addWidget(self.sentence)
        row = FlowLayout(gap=12)
        row.addWidget(self.add)
        row.addWidget(self.more)
        self.column.addLayout(row)

    def show_plan(self, found: WholePlan) -> None:
        """Show the steps as they stand; nothing is drawn anew where nothing changed."""
        today = self._place.desk.clock.now().local().date()
        self._found = found
        steps = tuple(one for one in found.contents.steps if one.state is not StepState.ADAPTED)
        shown = (steps, found.plan.state, today, found.names, self._all)
        if shown == self._shown:
            return
        self._shown = shown
        self.add.setVisible(found.plan.state in WRITABLE)
        self.setVisible(bool(steps) or found.plan.state in WRITABLE)
        self.sentence.hide()
        self.lines = {}
        heads = {
            Voice.PRACTITIONER: _("What you will do"),
            Voice.PATIENT: _("What {name} will do").format(name=isolated(found.names.called)),
            Voice.BOTH: _("What you do together"),
        }
        for voice, side in self.sides.items():
            side.begin(heads[voice], empty=not any(one.owner is voice for one in steps))
        self.sides[Voice.BOTH].setVisible(any(one.owner is Voice.BOTH for one in steps))
        drawn = [step for voice in SIDES for step in self._first(steps, voice, today)]
        self.more.setVisible(len(drawn) < len(steps))
        self.more.set_words(_("Show all {n} steps").format(n=spoken().number(len(steps))))
        for step in drawn:
            self._place.later.add(partial(self._draw, shown, step, found, today))

    def edit(self, step_id: str, *, adapts: bool = False) -> None:
        """Write a step; "" for a new one; `adapts`: another in its place."""
        if self._found is not None:
            self._place.opens(StepEditor(self._place, self._found, step_id, adapts=adapts))

    def check(self, step_id: str) -> None:
        """Write down how it went."""
        if self._found is not None:
            self._place.opens(CheckInEditor(self._place, self._found, step_id))

    def show_all(self) -> None:
        """Every step, however many there are."""
        self._all = True
        if self._found is not None:
            self.show_plan(self._found)

    def _first(self, steps: tuple[Step, ...], voice: Voice, today: date) -> list[Step]:
        """The steps of one side: those past their day first, those that are over last; of many, the first of them."""
        theirs = [one for one in steps if one.owner is voice]
        theirs.sort(key=lambda one: 0 if one.is_late(today) else 2 if one.state in _OVER else 1)
        return theirs if self._all else theirs[:AT_FIRST]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column below the other where there is no room for two."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(self, BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._both.direction() is not way:
            self._both.setDirection(way)

    def _draw(self, drawn_for: object, step: Step, found: WholePlan, today: date) -> None:
        if drawn_for is not self._shown:  # newer steps have come before this one's turn
            return
        line = self.lines[step.id] = StepLine(step, found, today)
        line.turns.connect(self._turn)
        line.edits.connect(self.edit)
        line.adapts.connect(lambda step_id: self.edit(step_id, adapts=True))
        line.checks.connect(self.check)
        self.sides[step.owner].put(line)

    def _turn(self, step_id: str, to: object, voice: object, why: str) -> None:
        if isinstance(to, StepState) and isinstance(voice, Voice):
            self._place.do(
                acts.turn_step, step_id, to, why=why, by=voice, sorry=lambda problem: self._say(step_id, problem)
            )

    def _say(self, step_id: str, problem: RuleBroken | Refused) -> None:
        line = self.lines.get(step_id)
        if line is not None and isinstance(problem, RuleBroken) and problem.field in {"why", "side"}:
            line.say(problem.sentence)
            return
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()


class _Side(QWidget):
    """One voice's column: its head with its mark, and its steps."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._head, self._empty = TitleLabel(level=3), PlainLabel(_("Nothing yet."), tone="soft")
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        row.addWidget(VoiceMark(voice))
        row.addWidget(self._head, 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._empty)
        column.addLayout(self._lines)
        column.addStretch(1)

    def begin(self, head: str, *, empty: bool) -> None:
        """Begin anew under this head."""
        self._head.setText(head)
        self._empty.setVisible(empty)
        while (item := self._lines.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()

    def put(self, line: StepLine) -> None:
        """One more line."""
        self._lines.addWidget(line)
