"""One entry with what was added to it: whose words, which day, a drawing, and a place to answer."""

import json

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.agreements.drawn import Strokes
from healingpartner.desktop.journal.words import caption, name_of
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.strokes import drawing_from
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.journal.model import HARD_WAY_WORDS, OWED_AN_ANSWER, Kind
from healingpartner.journal.views import EntryLine, Names


class EntryCard(Card):
    """answers: (entry id, words). takes_back, opens_repair: entry id. saves_picture: its id. typed_on: at each key."""

    answers = Signal(str, str)
    takes_back = Signal(str)
    opens_repair = Signal(str)
    saves_picture = Signal(str)
    typed_on = Signal()

    def __init__(self, line: EntryLine, names: Names, *, reader: Voice = Voice.PRACTITIONER) -> None:
        """An entry that was taken back shows that, and none of its words. `reader`: who sits before it."""
        super().__init__()
        self.line, self._reader = line, reader
        entry = line.entry
        self.reply_field: TextField | None = None
        self.reply_button: QuietButton | LinkButton | None = None
        self._reply: QWidget | None = None  # made when it is asked for: a long journal has many cards
        day = PlainLabel(spoken().date(entry.shared), tone="small", wraps=False)
        if line.taken_back is not None:
            said = _("Taken back on {day}.").format(day=spoken().date(line.taken_back.at))
            self.column.addLayout(_beside(PlainLabel(caption(entry, names), tone="soft"), day))
            self.column.addWidget(PlainLabel(said, tone="soft"))
            return
        self.column.addLayout(_beside(SpeechLabel(entry.words, voice=entry.voice, caption=caption(entry, names)), day))
        if entry.offered is not None:
            way = _("Asked for: {way}").format(way=_(HARD_WAY_WORDS[entry.offered]))
            self.column.addWidget(PlainLabel(way, tone="small"))
        if entry.strokes:
            self._add_drawing(entry.strokes)
        if entry.picture_id:
            self._add_picture(entry.picture_id)
        for one in line.replies:
            words = _("{name}, {day}").format(name=name_of(one.voice, names), day=spoken().date(one.at))
            self.column.addWidget(SpeechLabel(one.words, voice=one.voice, caption=words))
        self.waits = entry.kind in OWED_AN_ANSWER and not any(one.voice is not entry.voice for one in line.replies)
        self._add_acts()

    def typed(self) -> str:
        """Words of an answer that are not added yet."""
        return "" if self.reply_field is None else self.reply_field.value()

    def open_reply(self, words: str = "") -> None:
        """A place to answer, with words that were typed before."""
        if self.reply_field is None or self._reply is None:
            self._reply = QWidget()
            self.column.addWidget(self._reply)
            self.reply_field = TextField(_("Your words"), lines=2)
            self.reply_field.changed.connect(self.typed_on)
            keep, leave = QuietButton(_("Add")), LinkButton(_("Not now"))
            ways = FlowLayout(gap=10)
            ways.addWidget(keep)
            ways.addWidget(leave)
            inside = QVBoxLayout(self._reply)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(self.reply_field)
            inside.addLayout(ways)
            keep.clicked.connect(self.give_reply)
            leave.clicked.connect(self.close_reply)
        self._reply.show()
        if words:
            self.reply_field.set_value(words)
        else:
            self.reply_field.setFocus()

    def give_reply(self) -> None:
        """Hand over what is typed."""
        if self.reply_field is not None:
            self.answers.emit(self.line.entry.id, self.reply_field.value())

    def close_reply(self) -> None:
        """Put the place away; what was typed in it goes."""
        if self.reply_field is not None and self._reply is not None:
            self.reply_field.set_value("")
            self._reply.hide()
            self.typed_on.emit()

    def say(self, sentence: str) -> None:
        """Why an answer could not be added; nothing typed is lost."""
        if self.reply_field is not None:
            self.reply_field.say(sentence)

    def _add_drawing(self, strokes: str) -> None:
        try:
            drawing = drawing_from(json.loads(strokes))
        except ValueError:
            self.column.addWidget(PlainLabel(_("This drawing cannot be read any more."), tone="soft"))
            return
        token = "yours" if self.line.entry.voice is Voice.PATIENT else "mine"
        self.column.addWidget(Picture(drawing, token=token, name=_("A drawing")))

    def _add_picture(self, picture_id: str) -> None:
        self.picture_link = LinkButton(_("Save a copy of the picture"), icon="image")
        self.picture_link.setVisible(self._reader is Voice.PRACTITIONER)  # files are chosen at the desk only
        self.picture_link.clicked.connect(lambda: self.saves_picture.emit(picture_id))
        row = FlowLayout(gap=10)
        row.addWidget(Chip(_("A picture is kept with this"), tint="plain", icon="image"))
        row.addWidget(self.picture_link)
        self.column.addLayout(row)

    def _add_acts(self) -> None:
        entry, row = self.line.entry, FlowLayout(gap=10)
        if self.waits and entry.voice is Voice.PATIENT and self._reader is Voice.PRACTITIONER:
            row.addWidget(Chip(_("An answer is owed"), tint="mine", icon="question"))
        self.reply_button = (
            QuietButton(_("Answer")) if self.waits and entry.voice is not self._reader else LinkButton(_("Add words"))
        )
        self.reply_button.clicked.connect(lambda _on=False: self.open_reply())
        row.addWidget(self.reply_button)
        if entry.kind is Kind.LET_DOWN and (self._reader is Voice.PRACTITIONER or entry.voice is self._reader):
            mend = QuietButton(_("Mend it together"))
            mend.clicked.connect(lambda: self.opens_repair.emit(entry.id))
            row.addWidget(mend)
        if entry.voice is self._reader:
            back = LinkButton(_("Take it back"))
            back.clicked.connect(lambda: self.takes_back.emit(entry.id))
            row.addWidget(back)
        self.column.addLayout(row)


class Picture(Strokes):
    """A drawing, larger than a signature."""

    ON_A_LINE = False

    def sizeHint(self) -> QSize:
        """Room to look at it."""
        return QSize(scaled(self, 320), scaled(self, 200))


def _beside(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(first, 1)
    row.addWidget(second, 0, Qt.AlignmentFlag.AlignTop)
    return row
