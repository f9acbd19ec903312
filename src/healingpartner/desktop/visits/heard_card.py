"""“What I heard you say”: each says back what it heard, and the one who said it confirms it or mends it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing, Problem
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.desktop.visits.words import button_name
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.names import short_name
from healingpartner.visits import acts
from healingpartner.visits.model import Heard, HeardAnswer
from healingpartner.visits.views import VisitInFull


class HeardLine(QWidget):
    """One thing heard. `answered`: the mended words, or "" when it is confirmed."""

    answered = Signal(str)
    typed_on = Signal()

    def __init__(self, heard: Heard, *, heard_by: str, said_by: str) -> None:
        """`heard_by`, `said_by`: names as they are shown."""
        super().__init__()
        self._other = Voice.PATIENT if heard.by is Voice.PRACTITIONER else Voice.PRACTITIONER
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addWidget(SpeechLabel(heard.words, voice=heard.by, caption=_("{name} heard").format(name=heard_by)))
        self.confirm = QuietButton(_("{name}: yes, so it is").format(name=button_name(said_by)))
        self.mend_button = QuietButton(_("{name}: I meant it this way").format(name=button_name(said_by)))
        self.mended = SayField(_("As {name} meant it").format(name=said_by), keep=_("Keep it so"), voice=self._other)
        self.mended.hide()
        if heard.answer is not None:
            column.addWidget(self._said(heard, said_by))
            return
        ways = FlowLayout(gap=8)
        for button in (self.confirm, self.mend_button):
            button.setProperty("small", True)
            ways.addWidget(button)
        column.addLayout(ways)
        column.addWidget(self.mended)
        self.confirm.clicked.connect(lambda: self.answered.emit(""))
        self.mend_button.clicked.connect(self._open)
        self.mended.said.connect(self.answered)

    def say(self, problem: Problem) -> None:
        """Why it could not be kept."""
        self.mended.show()
        self.mended.say(problem)

    def _open(self) -> None:
        self.mended.show()
        self.mended.setFocus()

    def _said(self, heard: Heard, said_by: str) -> QWidget:
        if heard.answer is HeardAnswer.CONFIRMED:
            said = _("{name} says: yes, so it is.").format(name=said_by)
            return PlainLabel(said, tone="yours" if self._other is Voice.PATIENT else "mine")
        caption = _("{name} meant it this way").format(name=said_by)
        return SpeechLabel(heard.mended, voice=self._other, caption=caption)


class HeardCard(Card):
    """typed_on: something is being typed that is not kept yet."""

    typed_on = Signal()

    def __init__(self, doing: Doing, found: VisitInFull) -> None:
        """`found`: the visit as it stands."""
        super().__init__(_("What I heard you say"))
        self._doing, self._id = doing, found.visit.id
        self.names = {
            Voice.PATIENT: short_name(found.names.called),
            Voice.PRACTITIONER: short_name(found.names.practitioner or _("Practitioner")),
        }
        self.lines: dict[str, HeardLine] = {}
        self._shown: tuple[Heard, ...] = ()
        self._place = QVBoxLayout()
        self.mine = SayField(
            _("I heard"),
            keep=_("Say it back"),
            voice=Voice.PRACTITIONER,
            hint=_("In one sentence. The one who said it confirms it, or mends it."),
        )
        self.hers = SayField(
            _("{name} heard").format(name=self.names[Voice.PATIENT]),
            keep=_("Keep what was heard"),
            voice=Voice.PATIENT,
        )
        self.hers.hide()
        self.turn_round = LinkButton(_("The other way round"), icon="arrows-left-right")
        self.turn_round.clicked.connect(self.show_hers)
        for field, voice in ((self.mine, Voice.PRACTITIONER), (self.hers, Voice.PATIENT)):
            field.said.connect(partial(self._keep, field, voice))
            field.typed_on.connect(self.typed_on)
        self.column.addLayout(self._place)
        self.column.addWidget(self.mine)
        self.column.addWidget(self.hers)
        self.column.addWidget(self.turn_round, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_found(found)

    def show_found(self, found: VisitInFull) -> None:
        """Show what was heard; what is being typed stays, and so does a line that has not changed."""
        if self._shown == found.heard and self.lines:
            return
        self._shown = found.heard
        clear(self._place)
        self.lines.clear()
        for heard in found.heard:
            other = Voice.PATIENT if heard.by is Voice.PRACTITIONER else Voice.PRACTITIONER
            line = HeardLine(heard, heard_by=self.names[heard.by], said_by=self.names[other])
            line.answered.connect(partial(self._answer, line, heard.id, other))
            self.lines[heard.id] = line
            self._place.addWidget(line)

    def show_hers(self) -> None:
        """Make room for what the patient heard."""
        self.hers.show()
        self.turn_round.hide()
        self.hers.setFocus()

    def fields(self) -> dict[str, SayField]:
        """What can be typed here, by name, for the draft."""
        return {"heard-practitioner": self.mine, "heard-patient": self.hers}

    def _keep(self, field: SayField, voice: Voice, words: str) -> None:
        self._doing.do(acts.hear, self._id, words, by=voice, then=lambda _id: field.clear(), sorry=field.say)

    def _answer(self, line: HeardLine, heard_id: str, voice: Voice, mended: str) -> None:
        self._doing.do(acts.answer_heard, heard_id, mended=mended, by=voice, sorry=line.say)
