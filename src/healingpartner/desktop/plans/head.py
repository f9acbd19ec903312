"""The head of the tab: what the plan is for in the patient's words, its version, how it stands, and what comes next."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.plans.words import STATE_TINTS, said_yes, standing_words, version_words
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.plans.model import PLAN_STATE_WORDS, WRITABLE, PlanState
from healingpartner.plans.versions.model import WholePlan

BESIDE_FROM = 720
OFFER, TALK, AGREE, BEGIN, REWORK, GO_ON, AGAIN, TURN = (
    "offer",
    "talk",
    "agree",
    "begin",
    "rework",
    "go_on",
    "again",
    "turn",
)
NEXT: Mapping[PlanState, tuple[str, str, str]] = {
    PlanState.DRAFT: (OFFER, N_("Offer it"), "handshake"),
    PlanState.OFFERED: (TALK, N_("Talk it over"), "users-three"),
    PlanState.TALKED_OVER: (AGREE, N_("Say yes to it"), "signature"),
    PlanState.AGREED: (BEGIN, N_("Begin with it"), "check"),
    PlanState.UNDER_WAY: (REWORK, N_("Rework together"), "note-pencil"),
    PlanState.REVIEWING: (AGREE, N_("Say yes to it"), "signature"),
    PlanState.PAUSED: (GO_ON, N_("Go on with it"), "check"),
    PlanState.RELEASED: (AGAIN, N_("Take it up again"), "arrow-counter-clockwise"),
}


class PlanHead(QWidget):
    """`goes_on`: the one thing that comes next, by its name; the others: what was pressed."""

    goes_on = Signal(str)
    histories = Signal()
    edits = Signal()
    reworks = Signal()
    leaves = Signal()
    undoes = Signal()

    def __init__(self) -> None:
        """Empty until a plan is shown."""
        super().__init__()
        self._next = ""
        self.title = TitleLabel(level=2)
        self._speech = QVBoxLayout()
        self._speech.setSpacing(2)
        self.chip = Chip(" ")
        self.history = QuietButton(_("History"))
        self.next = PrimaryButton(_("Go on with it"))
        self.rework_link = QuietButton(_("Rework together"))
        self._sentence, self._amiss = PlainLabel(tone="soft"), PlainLabel(tone="warn")
        self._state = Chip(" ")
        self.edit_link = LinkButton(_("Change what it is about"), icon="pencil-simple")
        self.undo_link = LinkButton(_("Undo"), icon="arrow-counter-clockwise")
        self.leave_link = LinkButton(_("Leave it as it was"))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        for button, signal in (
            (self.history, self.histories), (self.edit_link, self.edits), (self.leave_link, self.leaves),
            (self.undo_link, self.undoes), (self.rework_link, self.reworks),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self.next.clicked.connect(lambda: self.goes_on.emit(self._next))

    def show_plan(self, found: WholePlan) -> None:
        """Say how it stands."""
        plan, called = found.plan, isolated(found.names.called)
        while (item := self._speech.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.title.setText(plan.title)
        if plan.matters:
            caption = _("In {name}’s words").format(name=called)
            self._speech.addWidget(SpeechLabel(plan.matters, caption=caption, large=True))
        version = version_words(found)
        self.chip.setText(version)
        self.chip.setVisible(bool(version))
        self.history.setVisible(bool(found.versions))
        self._next, words, icon = _next(found)
        self.next.set_words(_(words))
        self._icon(icon)
        self._state.setText(_(PLAN_STATE_WORDS[plan.state]))
        self._restate(plan.state)
        self._sentence.setText(standing_words(found))
        self._sentence.setVisible(plan.state is not PlanState.UNDER_WAY)
        self.edit_link.setVisible(plan.state in WRITABLE)
        self.undo_link.setVisible(plan.state in WRITABLE)
        self.leave_link.setVisible(plan.state is PlanState.REVIEWING)
        self.rework_link.setVisible(plan.state is PlanState.AGREED)
        self.say("")

    def say(self, sentence: str) -> None:
        """Why what was asked for did not happen; "" takes it away."""
        self._amiss.setText(sentence)
        self._amiss.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand below the words where there is no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(self, BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not way:
            self._box.setDirection(way)

    def _icon(self, icon: str) -> None:
        self.next.setIcon(icons.icon(icon, "on_mine"))

    def _restate(self, state: PlanState) -> None:
        fresh = Chip(_(PLAN_STATE_WORDS[state]), tint=STATE_TINTS[state])
        self._top.replaceWidget(self._state, fresh)
        self._top.setAlignment(fresh, Qt.AlignmentFlag.AlignVCenter)
        self._state.hide()
        self._state.deleteLater()
        self._state = fresh

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(10)
        self._top.addWidget(self.title)
        self._top.addWidget(self._state)
        self._top.addStretch(1)
        ways = QWidget()
        row = FlowLayout(ways, gap=8)
        for part in (self.chip, self.history, self.rework_link, self.next):
            row.addWidget(part)
        self._box.setSpacing(12)
        self._box.addLayout(self._top, 1)
        self._box.addWidget(ways, 0, Qt.AlignmentFlag.AlignVCenter)
        links = FlowLayout(gap=14)
        for link in (self.edit_link, self.undo_link, self.leave_link):
            links.addWidget(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._box)
        column.addLayout(self._speech)
        column.addWidget(self._sentence)
        column.addWidget(self._amiss)
        column.addLayout(links)


def _next(found: WholePlan) -> tuple[str, str, str]:
    """What comes next, its words and its icon; once the practitioner has said yes, the other side is asked."""
    name, words, icon = NEXT[found.plan.state]
    if name == AGREE and said_yes(found, Voice.PRACTITIONER):
        return TURN, N_("Turn the screen"), "arrows-left-right"
    return name, words, icon
