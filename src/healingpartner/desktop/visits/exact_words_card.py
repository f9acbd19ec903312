"""The first minutes in the patient's exact words, kept as they were said and mended only beside what stood."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.visits import acts
from healingpartner.visits.model import Word, WordKind
from healingpartner.visits.views import VisitInFull, words_before


class ExactWordsCard(Card):
    """typed_on: something is being typed that is not kept yet."""

    typed_on = Signal()

    def __init__(self, doing: Doing, found: VisitInFull) -> None:
        """`found`: the visit as it stands."""
        name = short_name(found.names.called)
        super().__init__(_("The first minutes, in {name}'s words").format(name=name))
        self._doing, self._id, self._mends, self._name = doing, found.visit.id, "", name
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.exact = SayField(
            _("Word for word"),
            keep=_("Keep these words"),
            voice=Voice.PATIENT,
            hint=_("Let them speak to the end. Write what they say, not what it means."),
            lines=3,
        )
        self.exact.said.connect(self._keep)
        self.exact.typed_on.connect(self.typed_on)
        self.before = LinkButton(_("How it stood before"))
        self.before.clicked.connect(lambda: doing.ask(words_before, found.visit.id, then=self._show_before))
        self._before = QVBoxLayout()
        self.column.addLayout(self._lines)
        self.column.addWidget(self.before, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(self._before)
        self.speaker = LineField(
            _("Whose words, if not {name}'s").format(name=name), example=_("A partner, a parent, a child")
        )
        self.speaker.hide()
        self.others = LinkButton(_("Somebody else speaks, too"), icon="users")
        self.others.clicked.connect(self._show_speaker)
        self.column.addWidget(self.exact)
        self.column.addWidget(self.speaker)
        self.column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_found(found)

    def show_found(self, found: VisitInFull) -> None:
        """Show what was said; what is being typed stays."""
        clear(self._lines)
        clear(self._before)
        self.before.setVisible(any(one.in_place_of for one in found.of_kind(WordKind.FIRST_MINUTES)))
        for word in found.of_kind(WordKind.FIRST_MINUTES):
            who = short_name(word.speaker) if word.speaker else self._name
            caption = _("{name}, {time}").format(name=who, time=spoken().time(word.said))
            self._lines.addWidget(SpeechLabel(word.words, voice=Voice.PATIENT, caption=caption, large=True))
            mend = LinkButton(_("Mend these words"))
            mend.setAccessibleName(_("Mend these words: {words}").format(words=word.words[:80]))
            mend.clicked.connect(partial(self._mend, word))
            self._lines.addWidget(mend, 0, Qt.AlignmentFlag.AlignLeading)

    def fields(self) -> dict[str, SayField]:
        """What can be typed here, by name, for the draft."""
        return {"first-minutes": self.exact}

    def _show_before(self, words: tuple[Word, ...]) -> None:
        self.before.hide()
        for word in words:
            when = _("Before, {time}").format(time=spoken().time(word.said))
            self._before.addWidget(SpeechLabel(word.words, voice=word.voice, caption=when))

    def _show_speaker(self) -> None:
        self.speaker.show()
        self.others.hide()
        self.speaker.setFocus()

    def _mend(self, word: Word) -> None:
        self._mends = word.id
        self.speaker.set_value(word.speaker)
        self.exact.show_words(word.words)
        self.exact.field.set_hint(_("What stood before stays readable here."))
        self.exact.setFocus()

    def _keep(self, words: str) -> None:
        self._doing.do(
            acts.say,
            self._id,
            WordKind.FIRST_MINUTES,
            words,
            in_place_of=self._mends,
            speaker=self.speaker.value(),
            by=Voice.PATIENT,
            then=lambda _id: self._kept(),
            sorry=self.exact.say,
        )

    def _kept(self) -> None:
        self._mends = ""
        self.exact.clear()
        self.exact.field.set_hint("")
