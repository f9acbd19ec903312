"""The card of both yeses: each belongs to exact words, and stays behind, visibly, when these change."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.signature_pad import SignaturePad
from healingpartner.desktop.plans.agree_page import AgreePage
from healingpartner.desktop.plans.drawing import strokes_of
from healingpartner.desktop.plans.place import PlanCard, PlanPlace
from healingpartner.desktop.plans.words import said_yes
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.model import WRITABLE, PlanState
from healingpartner.plans.versions.model import ACK_WORDS, YES, Acknowledgement, WholePlan


class AgreeingCard(PlanCard):
    """Hidden while the plan is only being written."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("Saying yes to it"))
        self._place = place
        self._found: WholePlan | None = None
        self._shown: object = None
        self._sides = QHBoxLayout()
        self._sides.setSpacing(24)
        self.answer = QuietButton(_("Give your answer"), icon="signature")
        self.answer.clicked.connect(self.agree)
        self._after = PlainLabel(tone="soft")
        self.column.addLayout(self._sides)
        self.column.addWidget(self._after)
        row = FlowLayout()
        row.addWidget(self.answer)
        self.column.addLayout(row)

    def show_plan(self, found: WholePlan) -> None:
        """Who has said yes to what it says now."""
        self._found = found
        state = found.plan.state
        open_ = state in WRITABLE and state is not PlanState.DRAFT
        given = (*found.acknowledgements, *found.left_behind)
        self.setVisible(open_ or bool(given))
        self.answer.setVisible(open_)
        mine, theirs = said_yes(found, Voice.PRACTITIONER), said_yes(found, Voice.PATIENT)
        self._after.setText(_after_words(found, mine=mine, theirs=theirs) if open_ else "")
        self._after.setVisible(bool(self._after.text()))
        shown = (found.acknowledgements, found.left_behind, open_)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._sides.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for voice in (Voice.PATIENT, Voice.PRACTITIONER):
            self._sides.addWidget(_side(self._place, found, voice), 1)

    def agree(self) -> None:
        """The page on which the practitioner answers."""
        if self._found is not None:
            self._place.opens(AgreePage(self._place, self._found))


def _side(place: PlanPlace, found: WholePlan, voice: Voice) -> QWidget:
    """One side's place: their answer, or what it waits for."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    name = found.names.patient if voice is Voice.PATIENT else found.names.practitioner
    column.addWidget(PlainLabel(name or _("You"), tone="yours" if voice is Voice.PATIENT else "mine"))
    given = next((one for one in found.acknowledgements if one.voice is voice), None)
    behind = next((one for one in found.left_behind if one.voice is voice), None)
    if given is not None:
        strokes = strokes_of(given.strokes)
        if strokes is not None:
            whose = _("Signature of {name}").format(name=isolated(name))
            pad = SignaturePad(whose, ticks=place.desk.clock.ticks, voice=voice)
            pad.show_strokes(strokes)
            column.addWidget(pad)
        column.addWidget(PlainLabel(ack_words(given), tone="small"))
    elif behind is not None:
        column.addWidget(PlainLabel(behind_words(behind), tone="soft"))
    else:
        column.addWidget(PlainLabel(_("No answer yet. Nothing presses."), tone="soft"))
    column.addStretch(1)
    return holder


def ack_words(given: Acknowledgement) -> str:
    """Said yes aloud, 3 Nov 2026, 10:30."""
    return _("{way}, {moment}").format(way=_(ACK_WORDS[given.way]), moment=spoken().moment(given.at))


def behind_words(given: Acknowledgement) -> str:
    """That the words have changed since."""
    if given.way not in YES:
        return _("Said “not now” on {day}. The plan was changed since.").format(day=spoken().date(given.at))
    return _("Said yes on {day} to what the plan said then. It was changed since.").format(day=spoken().date(given.at))


def _after_words(found: WholePlan, *, mine: bool, theirs: bool) -> str:
    called = isolated(found.names.called)
    if mine and not theirs:
        return _("You have said yes. Turn the screen to {name} for theirs.").format(name=called)
    if theirs and not mine:
        return _("{name} has said yes. Yours comes next.").format(name=called)
    return _("When both have said yes to the same words, they are kept as they are, and printed once.")
