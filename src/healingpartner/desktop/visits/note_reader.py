"""A note as both read it: its parts, what was carried over, what both added below, and who has seen it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.desktop.visits.words import button_name, standing_words
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.visits.notes.model import WAY_WORDS, Note, Standing
from healingpartner.visits.notes.views import NoteInFull


class NoteWords(QWidget):
    """The words alone, as they are read aloud or on the turned view."""

    def __init__(self, note: Note, *, carried_from: str = "") -> None:
        """`carried_from`: the day the carried words come from, or ""."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if note.title:
            column.addWidget(PlainLabel(note.title, tone="strong"))
        for one in note.filled():
            column.addWidget(PlainLabel(one.title, tone="label"))
            if one.carried:
                told = _("Carried over from {day}").format(day=carried_from) if carried_from else _("Carried over")
                column.addWidget(Chip(told, tint="warn"), 0, Qt.AlignmentFlag.AlignLeading)
            column.addWidget(PlainLabel(one.words, selectable=True))


class NoteReader(QWidget):
    """added: (voice, words) to be added below. read_aloud: it was read together."""

    added = Signal(object, str)
    read_aloud = Signal()

    def __init__(self, found: NoteInFull) -> None:
        """`found`: a note that is signed or locked."""
        super().__init__()
        self.note = found.note
        self._names = {
            Voice.PATIENT: short_name(found.names.called),
            Voice.PRACTITIONER: short_name(found.names.practitioner or _("Practitioner")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        locked = found.note.standing() is Standing.LOCKED
        icon = "lock" if locked else "signature"
        column.addWidget(Chip(standing_words(found.note), tint="mine", icon=icon), 0, Qt.AlignmentFlag.AlignLeading)
        day = "" if found.earlier is None else spoken().date(found.earlier.about)
        column.addWidget(NoteWords(found.note, carried_from=day))
        for one in found.note.addenda:
            said = _("Added by {name} on {day}").format(name=self._names[one.voice], day=spoken().date(one.added))
            column.addWidget(SpeechLabel(one.words, voice=one.voice, caption=said))
        self._seen(column, found)
        self.sides: dict[Voice, SayField] = {}
        self.links: dict[Voice, LinkButton] = {}
        ways = FlowLayout(gap=8)
        short = {
            Voice.PATIENT: button_name(found.names.called),
            Voice.PRACTITIONER: button_name(found.names.practitioner or _("Practitioner")),
        }
        for voice in (Voice.PATIENT, Voice.PRACTITIONER):
            words = _("Words of {name} below this note").format(name=self._names[voice])
            field = self.sides[voice] = SayField(words, keep=_("Add below"), voice=voice, lines=2)
            field.hide()
            field.said.connect(partial(self._give, voice))
            column.addWidget(field)
            link = self.links[voice] = LinkButton(_("{name} adds words").format(name=short[voice]), icon="plus")
            link.clicked.connect(partial(self._open, voice))
            ways.addWidget(link)
        self.aloud = LinkButton(_("We read it aloud together"), icon="eye")
        self.aloud.clicked.connect(self.read_aloud)
        ways.addWidget(self.aloud)
        column.addLayout(ways)

    def _seen(self, column: QVBoxLayout, found: NoteInFull) -> None:
        for one in found.note.readings:
            said = _("Seen by {name} on {day}, {how}.").format(
                name=self._names.get(one.voice, ""), day=spoken().date(one.seen), how=_(WAY_WORDS[one.way])
            )
            if not found.still_reads_as(one):
                said = f"{said} " + _("Its words have changed since.")
            column.addWidget(PlainLabel(said, tone="small"))
        if not any(one.voice is Voice.PATIENT for one in found.note.readings):
            name = self._names[Voice.PATIENT]
            column.addWidget(PlainLabel(_("{name} has not seen it yet.").format(name=name), tone="small"))

    def _open(self, voice: Voice) -> None:
        self.links[voice].hide()
        self.sides[voice].show()
        self.sides[voice].setFocus()

    def _give(self, voice: Voice, words: str) -> None:
        self.added.emit(voice, words)
