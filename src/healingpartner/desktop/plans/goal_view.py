"""One goal on the tab: the patient's words, the shared wording beside, its levels, and what can be done with it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.plans.goal_words import cells_of, change_words, newest_rating, rating_words
from healingpartner.desktop.plans.level_row import LevelRow
from healingpartner.desktop.plans.short_label import ShortLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, _, spoken
from healingpartner.plans.goals.model import GOAL_STATE_WORDS, GOAL_TURNS, Form, Goal, GoalState, Rating
from healingpartner.plans.versions.model import Names

_SAID = frozenset({GoalState.PROPOSED, GoalState.ACTIVE})  # said by where the plan stands; a chip would only repeat it


TURN_WORDS: Mapping[GoalState, str] = {
    GoalState.ACTIVE: N_("Go on with it"),
    GoalState.REACHED: N_("It is reached"),
    GoalState.SUSTAINING: N_("It holds"),
    GoalState.PAUSED: N_("Let it rest"),
    GoalState.SET_DOWN: N_("Set it down for now"),
}


class GoalView(QWidget):
    """`rates`, `edits`, `turns`: what was pressed, with the goal's id (and the state it turns to)."""

    rates = Signal(str)
    edits = Signal(str)
    turns = Signal(str, object)

    def __init__(
        self,
        goal: Goal,
        ratings: Sequence[Rating],
        names: Names,
        *,
        writable: bool,
        lived: bool,
        alone: bool,
        said_above: bool = False,
    ) -> None:
        """`alone`: the plan's only goal, whose change stands in the card's head; `said_above`: so do its words."""
        super().__init__()
        self.goal = goal
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        said = tuple(ratings)
        newest = newest_rating(goal, said)
        if not said_above:
            caption = _("What {name} wants").format(name=isolated(names.called))
            column.addWidget(SpeechLabel(goal.patient_words, caption=caption))
        if goal.why:
            why = _("Why it matters: {words}").format(words=isolated(goal.why))
            column.addWidget(PlainLabel(why, tone="soft", selectable=True))
        if goal.shared_wording:
            column.addWidget(PlainLabel(goal.shared_wording, tone="soft", selectable=True))
        if goal.form is Form.NEAR:
            self.row: QWidget = NearRow(None if newest is None else newest.near)
        else:
            self.row = LevelRow(cells_of(goal, newest))
        column.addWidget(self.row)
        notes = self._notes(goal, newest, said, names, alone=alone)
        self._foot(column, goal, notes, writable=writable, lived=lived)

    def _notes(self, goal: Goal, newest: Rating | None, said: tuple[Rating, ...], names: Names, *, alone: bool) -> str:
        parts = [] if alone else [change_words(goal, said)]
        if newest is not None:
            parts.append(rating_words(newest, names))
        elif goal.form is not Form.NEAR and goal.baseline is not None:
            parts.append(_("It began here. Not rated yet."))
        if goal.by_when is not None:
            parts.append(_("Hoped for by {day}; nothing presses.").format(day=spoken().partial_date(goal.by_when)))
        return " · ".join(part for part in parts if part)

    def _foot(self, column: QVBoxLayout, goal: Goal, notes: str, *, writable: bool, lived: bool) -> None:
        row = FlowLayout(gap=12)
        if notes:
            row.addWidget(ShortLabel(notes, tone="small", selectable=True))
        if goal.state not in _SAID:
            row.addWidget(Chip(_(GOAL_STATE_WORDS[goal.state])))
        if lived:
            row.addWidget(self._link(_("Rate it now"), goal, lambda: self.rates.emit(goal.id)))
        if writable:
            row.addWidget(self._link(_("Change this goal"), goal, lambda: self.edits.emit(goal.id)))
        for to in _turns(goal.state, writable=writable, lived=lived):
            words = _("Begin with it") if goal.state is GoalState.PROPOSED else _(TURN_WORDS[to])
            row.addWidget(self._link(words, goal, lambda to=to: self.turns.emit(goal.id, to)))  # type: ignore[misc]
        if row.count():
            column.addLayout(row)

    def _link(self, words: str, goal: Goal, then: Callable[[], None]) -> LinkButton:
        link = LinkButton(words)
        link.setAccessibleName(_("{act}: {subject}").format(act=words, subject=goal.patient_words))
        link.clicked.connect(then)
        return link


def _turns(state: GoalState, *, writable: bool, lived: bool) -> tuple[GoalState, ...]:
    """Where a goal may be turned from here. While it is only proposed, it can begin."""
    if state is GoalState.PROPOSED:
        return (GoalState.ACTIVE,) if writable or lived else ()
    return tuple(to for to in TURN_WORDS if to in GOAL_TURNS[state]) if lived else ()


class NearRow(QWidget):
    """ "How near are we", from 0 to 10, with the number said in words beside it."""

    def __init__(self, near: int | None) -> None:
        """`near`: the newest answer, or None."""
        super().__init__()
        self.near = near
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(near_words(near))

    def sizeHint(self) -> QSize:
        """A line of words over a bar."""
        return QSize(scaled(self, 240), self.fontMetrics().height() + scaled(self, 22))

    def minimumSizeHint(self) -> QSize:
        """As high as `sizeHint`."""
        return QSize(scaled(self, 160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ten steps from where reading begins, as many filled as were said."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("mine" if self.near is not None else "soft"))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), int(side | Qt.AlignmentFlag.AlignTop), near_words(self.near))
        top, gap = self.fontMetrics().height() + scaled(self, 8), scaled(self, 4)
        wide = (self.width() - 9 * gap) / 10
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(10):
            at = self.width() - (step + 1) * wide - step * gap if self.isRightToLeft() else step * (wide + gap)
            painter.setBrush(colour("mine" if self.near is not None and step < self.near else "sunk"))
            painter.drawRoundedRect(QRectF(at, top, wide, scaled(self, 12)), 4, 4)


def near_words(near: int | None) -> str:
    """How near are we: 6 of 10."""
    if near is None:
        return _("How near are we: not said yet")
    return _("How near are we: {near} of 10").format(near=spoken().number(near))
