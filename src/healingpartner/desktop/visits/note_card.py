"""The note of a visit: written here, kept, and then signed and locked by acts of their own."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing, Problem
from healingpartner.desktop.visits.note_editor import NoteEditor
from healingpartner.desktop.visits.note_reader import NoteReader
from healingpartner.desktop.visits.note_tools import NoteTools
from healingpartner.desktop.visits.words import standing_words
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import AT_THE_DESK, Hand, Place, Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.visits.model import Word, WordKind
from healingpartner.visits.notes import acts, views
from healingpartner.visits.notes.model import Note, NoteAsked, Standing, Way
from healingpartner.visits.notes.views import NoteInFull
from healingpartner.visits.views import VisitInFull

FORM, CONTACT_FORM = "visit-note", "contact-note"
FROM_PAPER = Hand(typed_by=Voice.PRACTITIONER, place=Place.PAPER)


class NoteCard(Card):
    """turns: (note id) to be read on the turned view. noted: the notes as they are kept.

    The draft is kept within two seconds of the last key.
    """

    turns = Signal(str)
    noted = Signal(object)

    def __init__(self, desk: Desk, doing: Doing, person_id: str, *, visit_id: str = "", note_id: str = "") -> None:
        """Asks for the notes of the visit, and for what was being typed. Without a visit: one note of a contact."""
        super().__init__(_("Our note") if visit_id else _("A note without a visit"))
        self._doing, self._person_id, self._id, self._note_id = doing, person_id, visit_id, note_id
        self._desk: views.Desk | None = None
        self.editing: NoteInFull | None = None
        self._notes: tuple[NoteInFull, ...] | None = None
        self._read: tuple[NoteInFull, ...] = ()
        self.editor: NoteEditor | None = None
        self.readers: dict[str, NoteReader] = {}
        self.draft = DraftKeeper(
            desk, FORM if visit_id else CONTACT_FORM, visit_id or note_id or person_id, self._typed, owner=self
        )
        self.draft.kept.connect(self._say_drafted)
        self._above, self._place = QVBoxLayout(), QVBoxLayout()
        self._above.setSpacing(16)
        self.state = PlainLabel(tone="small")
        self.keep = PrimaryButton(_("Keep this note"), icon="check")
        self.sign = QuietButton(_("Sign it"), icon="signature")
        self.show_patient = LinkButton(_("Read it together"), icon="arrows-left-right")
        self.another = LinkButton(_("Write another note"), icon="plus")
        self.keep.clicked.connect(self.keep_now)
        self.sign.clicked.connect(self._sign)
        self.show_patient.clicked.connect(self._turn)
        self.another.clicked.connect(self._write_another)
        self.tools = NoteTools(doing)
        self.tools.put_in.connect(self._put_in)
        self._ways = FlowLayout(gap=10)
        for button in (self.keep, self.sign, self.show_patient, self.another):
            self._ways.addWidget(button)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(8)
        self._said: tuple[Word, ...] = ()
        self.takes: list[LinkButton] = []
        for part in (self._above, self._beside, self._place):
            self.column.addLayout(part)
        self._headings = QVBoxLayout()
        self.column.addWidget(self.tools)
        self.column.addWidget(self.state)
        self.column.addLayout(self._ways)
        self.column.addLayout(self._headings)
        self._begin()

    def ask(self) -> None:
        """Look at the notes again; what is being typed stays."""
        self._doing.ask(views.notes_for, self._id, self._note_id, then=self._show)

    def show_beside(self, found: VisitInFull) -> None:
        """What was jotted down in the quiet view, and what the patient said when reading along."""
        said = (*found.of_kind(WordKind.JOT), *found.of_kind(WordKind.REMARK))
        if said == self._said:
            return
        self._said = said
        clear(self._beside)
        self.takes.clear()
        for one in said:
            jot = one.kind is WordKind.JOT
            caption = _("Jotted down, {time}") if jot else _("Said when reading the note, {time}")
            line = SpeechLabel(one.words, voice=one.voice, caption=caption.format(time=spoken().time(one.said)))
            self._beside.addWidget(line)
            if jot:
                take = LinkButton(_("Put it into the note"))
                take.setAccessibleName(_("Put it into the note: {words}").format(words=one.words[:80]))
                take.clicked.connect(partial(self._put_in, f"{one.words}\n"))
                self.takes.append(take)
                self._beside.addWidget(take, 0, Qt.AlignmentFlag.AlignLeading)
        self._settle()

    def flush(self) -> None:
        """Keep the draft now."""
        self.draft.flush()

    def keep_now(self) -> None:
        """Keep the note: it is whole and usable from here on."""
        if self.editor is None:
            return
        self.draft.flush()
        asked = self.editor.asked()
        self._doing.do(
            acts.keep_note,
            self._person_id,
            asked,
            visit_id=self._id,
            note_id="" if self.editing is None else self.editing.note.id,
            base=0 if self.editing is None else self.editing.base,
            by=Voice.PRACTITIONER,
            hand=FROM_PAPER if self.editor.is_from_paper() else AT_THE_DESK,
            then=lambda note_id: self._kept(asked, note_id),
            sorry=self._sorry,
        )

    # -- inside -------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._doing.ask(
            views.desk_of, self._person_id, visit_id=self._id, language=spoken().locale, then=self._take_desk
        )

    def _take_desk(self, found: views.Desk) -> None:
        self._desk = found
        self.tools.show_snippets(found.snippets)
        self.ask()

    def _show(self, notes: tuple[NoteInFull, ...]) -> None:
        first, self._notes = self._notes is None, notes
        self._show_readers(notes)
        written = next((one for one in notes if one.note.standing() is Standing.WRITTEN), None)
        if first:
            self.editing = written
            self._open_editor(written)
            self.draft.fetch(self._take_draft)
        elif not self.draft.holds_anything:
            self._follow(written)
        self._settle()
        self._show_headings()
        self.noted.emit(notes)

    def _show_readers(self, notes: tuple[NoteInFull, ...]) -> None:
        signed = tuple(found for found in notes if found.note.standing() is not Standing.WRITTEN)
        if signed == self._read:
            return
        self._read = signed
        clear(self._above)
        self.readers.clear()
        for found in signed:
            self._add_reader(found)

    def _follow(self, written: NoteInFull | None) -> None:
        """Nothing is being typed: show what is kept now, and leave alone what shows it already."""
        self.editing = written
        if written is not None and self.editor is not None and self.editor.shows(written.note):
            self.draft.begin_from(written.base)
        elif written is not None or self._notes:
            clear(self._place)
            self.editor = None
            self._open_editor(written)

    def _open_editor(self, written: NoteInFull | None) -> None:
        if written is None and self._notes:
            return
        self._put_editor()
        if written is not None and self.editor is not None:
            self.editor.show_note(written.note)
            self.draft.begin_from(written.base)

    def _put_editor(self) -> None:
        if self._desk is None:
            return
        clear(self._place)
        self.editor = NoteEditor(self._desk, contact=not self._id)
        self.editor.typed_on.connect(self._typed_on)
        self.editor.template.changed.connect(self._show_shape)
        self._show_shape()
        self._place.addWidget(self.editor)
        self._settle()

    def _take_draft(self, typed: dict[str, Any] | None, began_from: int) -> None:
        if typed is None:
            return
        if self.editor is None:
            self._put_editor()
        base = 0 if self.editing is None else self.editing.base
        if self.editor is not None:
            self.editor.set_typed(typed)
            self.state.setText(_("Here is what you were writing. It is not kept as a note yet."))
            if began_from != base:
                self.editor.say(RuleBroken("base", _("The note was changed since. Look at both before you keep it.")))
        self.draft.begin_from(base)
        self._settle()

    def _show_shape(self) -> None:
        self.tools.show_shape("" if self.editor is None else self.editor.template.value())

    def _show_headings(self) -> None:
        """From a kept note of any standing a template can be made; from a signed one below its words."""
        clear(self._headings)
        if self.editing is not None and self.editor is not None:
            note = self.editing.note
            self._headings.addWidget(self.tools.ways_of(note, lock=self._sign, open_again=self._sign))

    def _typed(self) -> dict[str, Any]:
        return {} if self.editor is None else self.editor.typed()

    def _typed_on(self) -> None:
        self.draft.touch()
        self._settle()

    def _say_drafted(self) -> None:
        self.state.setText(_("What you write is kept as you go. Press to make it a note."))
        self._settle()

    def _kept(self, asked: NoteAsked, note_id: str) -> None:
        """Kept; what was typed while it was being kept is the beginning of a new draft."""
        self._note_id = "" if self._id else note_id
        if self.editor is not None and self.editor.asked() == asked:
            self.draft.drop(then=self.ask)
            return
        self._doing.ask(views.notes_for, self._id, self._note_id, then=self._go_on_typing)

    def _go_on_typing(self, notes: tuple[NoteInFull, ...]) -> None:
        self._notes = notes
        self.editing = next((one for one in notes if one.note.standing() is Standing.WRITTEN), None)
        if self.editing is not None:
            self.draft.begin_from(self.editing.base)
        self.draft.touch()
        self._settle()

    def _sorry(self, problem: Problem) -> None:
        if self.editor is not None:
            self.editor.say(problem)

    def _sign(self) -> None:
        """Sign what was kept; where more was typed since, keep it first."""
        if self.editing is None:
            return
        if self.draft.holds_anything:
            self.state.setText(_("Keep what you wrote first. Then sign it."))
            return
        self._doing.do(
            acts.sign_note,
            self.editing.note.id,
            by=Voice.PRACTITIONER,
            then=lambda _none: self.ask(),
            sorry=self._sorry,
        )

    def _turn(self) -> None:
        if self._notes:
            self.turns.emit(self._notes[-1].note.id)

    def _write_another(self) -> None:
        self._put_editor()
        if self.editor is not None:
            self.editor.setFocus()

    def _put_in(self, words: str) -> None:
        if self.editor is not None:
            self.editor.put_in(words)

    def _add_reader(self, found: NoteInFull) -> None:
        reader = self.readers[found.note.id] = NoteReader(found)
        reader.added.connect(partial(self._add_below, reader))
        reader.read_aloud.connect(
            partial(self._doing.do, acts.note_seen, found.note.id, Way.READ_ALOUD, by=Voice.PATIENT)
        )
        self._above.addWidget(reader)
        ways = self.tools.ways_of(
            found.note, lock=partial(self._lock, found.note), open_again=partial(self._open, found.note)
        )
        reader.layout().addWidget(ways)  # type: ignore[union-attr]

    def _add_below(self, reader: NoteReader, voice: Voice, words: str) -> None:
        self._doing.do(acts.add_below, reader.note.id, words, by=voice, sorry=reader.sides[voice].say)

    def _lock(self, note: Note) -> None:
        self._doing.desk.notices.ask(
            _("Lock this note?"),
            yes=_("Lock it"),
            no=_("Not yet"),
            more=_("After that nothing in it can be changed. Both of you can still add words below."),
            then=lambda yes: self._doing.do(acts.lock_note, note.id, by=Voice.PRACTITIONER) if yes else None,
        )

    def _open(self, note: Note) -> None:
        self._doing.do(acts.open_again, note.id, by=Voice.PRACTITIONER)

    def _settle(self) -> None:
        writing = self.editor is not None
        self.keep.setVisible(writing)
        self.tools.setVisible(writing)
        self.sign.setVisible(writing and self.editing is not None)
        self.another.setVisible(not writing and bool(self._id))
        self.show_patient.setVisible(bool(self._notes))
        for take in self.takes:
            take.setVisible(writing)
        if not writing:
            self.state.setText("")
        elif self.editing is not None and not self.draft.holds_anything:
            self.state.setText(standing_words(self.editing.note))
        self.state.setVisible(bool(self.state.text()))
