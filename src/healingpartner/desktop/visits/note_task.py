"""Reading the note together on the turned view: nothing in it is hidden, and the patient's words stand below it."""

from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.visits.doing import Problem
from healingpartner.desktop.visits.note_reader import NoteWords
from healingpartner.desktop.visits.own_hand import OwnHandTask
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.visits import acts as visits
from healingpartner.visits.model import WordKind
from healingpartner.visits.notes import acts
from healingpartner.visits.notes.model import Standing, Way
from healingpartner.visits.notes.views import NoteInFull, note_in_full

FORM = "note-read-together"


class NoteTask(OwnHandTask):
    """The patient's words are kept below a signed note for good; on one that is not signed yet they are a remark."""

    def __init__(self, desk: Desk, note_id: str) -> None:
        """`note_id`: what is read."""
        super().__init__(desk, _("I have read it"))
        self._note_id = note_id
        self.found: NoteInFull | None = None
        self.own = SayField(
            _("What I would add, or say otherwise"),
            keep=_("Keep my words"),
            voice=Voice.PATIENT,
            hint=_("You need not write anything. What you write stays with the note."),
            lines=3,
        )
        self.draft = DraftKeeper(
            desk, FORM, note_id, lambda: {"own": self.own.field.value()}, owner=self, voice=Voice.PATIENT
        )
        self.own.typed_on.connect(self.draft.touch)
        self.own.said.connect(self._add)
        self.choices.goes_on.connect(self._seen)
        self._added = QVBoxLayout()

    def title(self) -> str:
        """What stands on top."""
        return _("The note about our visit")

    def begin(self) -> None:
        """Ask for the note as it stands."""
        self.doing.ask(note_in_full, self._note_id, then=self._show)

    def flush(self) -> None:
        """Keep what is being typed."""
        self.draft.flush()

    def _show(self, found: NoteInFull) -> None:
        if self.found is not None:
            return
        self.found = found
        column = self.page.column
        column.addWidget(TitleLabel(self.title(), level=1))
        day = spoken().date(found.note.about, "long")
        name = short_name(found.names.practitioner or _("Practitioner"))
        told = _("{name} wrote this about {day}. This is all of it.").format(name=name, day=day)
        column.addWidget(PlainLabel(told, tone="soft"))
        column.addWidget(NoteWords(found.note))
        for one in found.note.addenda:
            self._show_added(one.voice, one.words)
        column.addLayout(self._added)
        column.addWidget(self.own)
        column.addWidget(self.choices)
        column.addStretch(1)
        self.draft.fetch(lambda typed, _seq: self.own.bring_back((typed or {}).get("own")))
        self.page.setFocus()

    def _show_added(self, voice: Voice, words: str) -> None:
        caption = _("Added by me") if voice is Voice.PATIENT else _("Added by the practitioner")
        self._added.addWidget(SpeechLabel(words, voice=voice, caption=caption))

    def _add(self, words: str) -> None:
        if self.found is None:
            return
        note = self.found.note
        if note.standing() is Standing.WRITTEN and note.visit_id:
            self.doing.do(
                visits.say, note.visit_id, WordKind.REMARK, words, by=Voice.PATIENT,
                then=lambda _id: self._kept(words), sorry=self.own.say,
            )  # fmt: skip
            return
        self.doing.do(
            acts.add_below, note.id, words, by=Voice.PATIENT, then=lambda _id: self._kept(words), sorry=self._sorry
        )

    def _kept(self, words: str) -> None:
        self._show_added(Voice.PATIENT, words)
        self.own.clear()
        self.draft.drop()

    def _sorry(self, problem: Problem) -> None:
        self.own.say(problem)

    def _seen(self) -> None:
        """Keep the words that still stand in the field, then that it was read."""
        said = _("It is noted that you have read it. You can ask to see it at any time.")
        self.own.give()
        self.doing.do(
            acts.note_seen, self._note_id, Way.ON_THE_TURNED_VIEW, by=Voice.PATIENT, then=lambda _none: self.thank(said)
        )
