"""Leaving: how both go, what is offered to whoever goes unsettled, and the end of the visit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.visits.doing import Doing
from healingpartner.desktop.visits.owed_card import OweForm
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.people.names import short_name
from healingpartner.visits import acts
from healingpartner.visits.model import OwedKind
from healingpartner.visits.times import Point
from healingpartner.visits.views import VisitInFull

GROUNDING = (
    N_("Feel both feet on the floor. Press them down a little, and let go."),
    N_("Look around. Name five things you can see, and two that are blue."),
    N_("Let the breath out slowly, longer than it came in. Three times."),
    N_("Hold something cold or rough. Say what it is like."),
)


class UnsettledPanel(QWidget):
    """What is offered when the patient leaves unsettled: time, something to hold on to, and a call."""

    def __init__(self, doing: Doing, found: VisitInFull) -> None:
        """`found`: the visit as it stands."""
        super().__init__()
        name = short_name(found.names.called)
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        self.words = PlainLabel(tone="strong")
        self.owed = PlainLabel(tone="mine")
        self.offer = OweForm(doing, found.visit.person_id, kind=OwedKind.CALL_BACK, visit_id=found.visit.id)
        column.addWidget(self.words)
        column.addWidget(PlainLabel(_("Stay a little, if you both can. Nobody has to leave like this.")))
        self._steps = [PlainLabel(_(step)) for step in GROUNDING]
        for step in self._steps:
            step.hide()
            column.addWidget(step)
        self.ground = QuietButton(_("Come to rest together"), icon="flower-lotus")
        self.ground.setProperty("small", True)
        self.ground.clicked.connect(self.show_steps)
        row = FlowLayout(gap=8)
        row.addWidget(self.ground)
        column.addLayout(row)
        column.addWidget(self.offer)
        column.addWidget(self.owed)
        self.show_found(found)

    def show_steps(self) -> None:
        """Four small things to do, one after the other."""
        for step in self._steps:
            step.show()
        self.ground.hide()

    def show_found(self, found: VisitInFull) -> None:
        """Show who leaves unsettled, and whether a call is owed already."""
        patient = found.visit.leaves_unsettled(Voice.PATIENT)
        practitioner = found.visit.leaves_unsettled(Voice.PRACTITIONER)
        self.setVisible(patient or practitioner)
        self.words.setText(
            _("{name} leaves unsettled.").format(name=self._name) if patient else _("You leave unsettled yourself.")
        )
        owed = next((one for one in found.owed if one.is_open() and one.kind is OwedKind.CALL_BACK), None)
        self.offer.setVisible(patient and owed is None)
        self.owed.setVisible(owed is not None)
        if owed is not None:
            self.owed.setText(_("You call back. It stands among what you owe."))


class LeavingCard(Card):
    """ended: the visit has ended."""

    ended = Signal()

    def __init__(self, doing: Doing, found: VisitInFull) -> None:
        """`found`: the visit as it stands."""
        super().__init__(_("Going"))
        self._doing, self._id = doing, found.visit.id
        self.unsettled = UnsettledPanel(doing, found)
        self.follow = OweForm(doing, found.visit.person_id, kind=OwedKind.FOLLOW_UP, visit_id=found.visit.id)
        self.follow.hide()
        self.add = LinkButton(_("Look at something again later"), icon="plus")
        self.add.clicked.connect(self._show_follow)
        self.end = QuietButton(_("End this visit"), icon="check")
        self.end.clicked.connect(self._end)
        self.words = PlainLabel(tone="soft")
        self.column.addWidget(self.unsettled)
        self.column.addWidget(self.follow)
        ways = FlowLayout(gap=8)
        ways.addWidget(self.end)
        ways.addWidget(self.add)
        self.look_back = QuietButton(_("Look back together"), icon="arrows-left-right")
        self.look_back.clicked.connect(lambda: doing.desk.ways.person.emit(found.visit.person_id, "journal"))
        ways.addWidget(self.look_back)
        self.column.addWidget(self.words)
        self.column.addLayout(ways)
        self.show_found(found)

    def show_found(self, found: VisitInFull) -> None:
        """Show whether it has ended."""
        self.unsettled.show_found(found)
        self.end.setVisible(found.visit.ended is None)
        self.look_back.setVisible(found.visit.ended is not None)  # two minutes, for whoever wants them
        self.words.setText(
            _("The end is noted when you press it. Writing can go on after that.")
            if found.visit.ended is None
            else _("This visit has ended. Everything here can still be written.")
        )

    def _show_follow(self) -> None:
        self.follow.show()
        self.add.hide()
        self.follow.words.setFocus()

    def _end(self) -> None:
        self._doing.do(
            acts.press_point, self._id, Point.ENDED, by=Voice.PRACTITIONER, then=lambda _none: self.ended.emit()
        )
