"""The head of a decision: the question, by when and who decides, and what can be done with all its ways together."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.chip import Chip, Tint
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.plans.decisions.model import DECISION_STATE_WORDS, ROLE_WORDS, Decision, DecisionState
from healingpartner.plans.versions.model import Names

BESIDE_FROM = 520


class DecisionHead(QWidget):
    """`compares`, `adds`, `edits`, `decides`: what was pressed, with the decision's id."""

    compares = Signal(str)
    adds = Signal(str)
    edits = Signal(str)
    decides = Signal(str)

    def __init__(self, decision: Decision, names: Names, *, options: int, writable: bool) -> None:
        """`options`: how many ways stand beside each other; `writable`: whether the plan may be changed now."""
        super().__init__()
        self._decision = decision
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 0)
        column.setSpacing(4)
        self._title = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._title.setSpacing(8)
        self._title.addWidget(TitleLabel(decision.question), 1)
        title = FlowLayout(gap=8)
        tint: Tint = "ours" if decision.state is DecisionState.DECIDED else "plain"
        title.addWidget(Chip(_(DECISION_STATE_WORDS[decision.state]), tint=tint))
        self.compare = self._button(_("Side by side"), "arrows-left-right", self.compares)
        self.compare.setVisible(options > 1)
        title.addWidget(self.compare)
        beside = QWidget()
        beside.setLayout(title)
        self._title.addWidget(beside)
        column.addLayout(self._title)
        facts = decision_facts(decision, names)
        if facts:
            column.addWidget(PlainLabel(facts, tone="soft", selectable=True))
        outcome = decision.outcome
        if outcome is not None and (outcome.words or outcome.tradeoffs):
            mine = outcome.by is Voice.PRACTITIONER
            caption = _("What you said to it") if mine else _("What {name} said to it").format(
                name=isolated(names.called)
            )  # fmt: skip
            said = "\n".join(part for part in (outcome.words, outcome.tradeoffs) if part)
            column.addWidget(SpeechLabel(said, voice=outcome.by, caption=caption))
        row = FlowLayout(gap=10)
        if writable:
            self.decide = self._button(_("What is decided"), "check", self.decides)
            self.decide.setVisible(options > 0)
            row.addWidget(self.decide)
            for words, icon, signal in (
                (_("Add a way"), "plus", self.adds), (_("Change the question"), "pencil-simple", self.edits),
            ):  # fmt: skip
                row.addWidget(self._link(words, icon, signal))
        column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the question, its state stands below."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(self, BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._title.direction() is not way:
            self._title.setDirection(way)

    def _button(self, words: str, icon: str, signal: object) -> QuietButton:
        button = QuietButton(words, icon=icon)
        self._name(button, words, signal)
        return button

    def _link(self, words: str, icon: str, signal: object) -> LinkButton:
        link = LinkButton(words, icon=icon)
        self._name(link, words, signal)
        return link

    def _name(self, button: QuietButton | LinkButton, words: str, signal: object) -> None:
        decision_id = self._decision.id
        button.setAccessibleName(_("{act}: {subject}").format(act=words, subject=self._decision.question))
        button.clicked.connect(lambda: signal.emit(decision_id))  # type: ignore[attr-defined]


def decision_facts(decision: Decision, names: Names) -> str:
    """Why now, by when, who decides this time, who else is part of it: what is known, in one paragraph."""
    parts = []
    if decision.why_now:
        parts.append(decision.why_now)
    if decision.decide_by is not None:
        parts.append(_("To be decided by {day}").format(day=spoken().partial_date(decision.decide_by)))
    if decision.role is not None:
        role = _(ROLE_WORDS[decision.role])
        parts.append(_("{name} this time: “{role}”").format(name=isolated(names.called), role=role))
    if decision.others:
        parts.append(_("Also part of it: {names}").format(names=isolated(decision.others)))
    if decision.revisit_if:
        parts.append(_("We look again if: {words}").format(words=isolated(decision.revisit_if)))
    if decision.revisit_on is not None:
        parts.append(_("We look again on {day}").format(day=spoken().date(decision.revisit_on)))
    return " · ".join(parts)


def how_many_ways(options: int) -> str:
    """3 ways."""
    return ngettext("{n} way", "{n} ways", options).format(n=spoken().number(options))
