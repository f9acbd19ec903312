"""What each of the two brings to this visit: the patient's first."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import TickBox
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.names import short_name
from healingpartner.visits import acts
from healingpartner.visits.model import Word, WordKind
from healingpartner.visits.views import VisitInFull


class AgendaCard(Card):
    """typed_on: something is being typed that is not kept yet."""

    typed_on = Signal()

    def __init__(self, doing: Doing, found: VisitInFull) -> None:
        """`found`: the visit as it stands."""
        name = short_name(found.names.called)
        super().__init__(_("What {name} brings").format(name=name))
        self._doing, self._id = doing, found.visit.id
        self._names = {
            Voice.PATIENT: name,
            Voice.PRACTITIONER: short_name(found.names.practitioner or _("Practitioner")),
        }
        self._hers, self._mine = QVBoxLayout(), QVBoxLayout()
        self.ticks: dict[str, TickBox] = {}
        self.hers = SayField(
            _("{name} would like to talk about").format(name=name),
            keep=_("Put it on the list"),
            voice=Voice.PATIENT,
            hint=_("Ask this first. One thing at a time, in their words."),
        )
        self.mine = SayField(_("I would like to talk about"), keep=_("Put mine on the list"), voice=Voice.PRACTITIONER)
        self.mine.hide()
        self.open_mine = LinkButton(_("I bring something, too"), icon="plus")
        self.open_mine.clicked.connect(self.show_mine)
        for field, voice in ((self.hers, Voice.PATIENT), (self.mine, Voice.PRACTITIONER)):
            field.said.connect(partial(self._keep, field, voice))
            field.typed_on.connect(self.typed_on)
        for lines in (self._hers, self._mine):
            lines.setSpacing(8)
        self.column.addLayout(self._hers)
        self.column.addWidget(self.hers)
        self.column.addLayout(self._mine)
        self.column.addWidget(self.mine)
        self.column.addWidget(self.open_mine, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_found(found)

    def show_found(self, found: VisitInFull) -> None:
        """Show what is on both lists; what is being typed stays."""
        clear(self._hers)
        clear(self._mine)
        self.ticks.clear()
        for word in found.of_kind(WordKind.AGENDA):
            (self._hers if word.voice is Voice.PATIENT else self._mine).addWidget(self._line(word))

    def show_mine(self) -> None:
        """Make room for what the practitioner brings."""
        self.mine.show()
        self.open_mine.hide()
        self.mine.setFocus()

    def fields(self) -> dict[str, SayField]:
        """What can be typed here, by name, for the draft."""
        return {"agenda-patient": self.hers, "agenda-practitioner": self.mine}

    def _line(self, word: Word) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tick = self.ticks[word.id] = TickBox(_("Talked about: {words}").format(words=word.words[:80]))
        tick.setChecked(word.done is not None)
        tick.clicked.connect(partial(self._tick, word.id, tick))
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(SpeechLabel(word.words, voice=word.voice, caption=self._names[word.voice]), 1)
        return line

    def _tick(self, word_id: str, tick: TickBox) -> None:
        self._doing.do(acts.mark_talked_about, word_id, done=tick.isChecked(), by=Voice.PRACTITIONER)

    def _keep(self, field: SayField, voice: Voice, words: str) -> None:
        self._doing.do(
            acts.say, self._id, WordKind.AGENDA, words, by=voice, then=lambda _id: field.clear(), sorry=field.say
        )
