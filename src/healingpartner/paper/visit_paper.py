"""A visit on paper, for both to keep: the patient's own words first, then the note and all that was added to it."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.body_chart import body_chart
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.visits.body.model import Drawing
from healingpartner.visits.measurements.model import Measurement
from healingpartner.visits.model import Heard, HeardAnswer, Question, Word, WordKind
from healingpartner.visits.notes.model import Note

INTRO = N_("This is what we talked about and what was written down. You can add your own words to it at any time.")
UNSIGNED = N_("This note is not signed yet. Its words may still change.")
SIGNED = N_("Signed by {name} on {day}.")
LOCKED = N_("Signed by {name} on {day}, and not changed since.")
ADDED = N_("Added by {name} on {day}")
HEARD = N_("{name} heard")
MENDED = N_("{name} meant it this way")
CONFIRMED = N_("{name} said: yes, so it is.")
OPEN = N_("Still open. We come back to it.")
ROOM = N_("What should read otherwise? What do you want to add?")
BY = N_("Measured by {name} on {day}")
CARRIED = N_("Carried over from an earlier note")


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCopy:
    """What it shows; empty parts are left out. `at`: when the visit was, or what the note is about."""

    practitioner: str
    patient: str
    at: Instant
    made: Instant
    words: tuple[Word, ...] = ()
    heard: tuple[Heard, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()
    layers: tuple[Drawing, ...] = ()
    measured: tuple[Measurement, ...] = ()

    def of_kind(self, kind: WordKind, voice: Voice) -> tuple[Word, ...]:
        """Words of one kind and voice."""
        return tuple(one for one in self.words if one.kind is kind and one.voice is voice)


def visit_paper(copy: VisitCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The visit, with room to write by hand at its end."""
    say = words.say
    title = say(N_("Our visit on {day}")).format(day=words.date(copy.at, "long"))
    sheet = Sheet(title=title, about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made)
    sheet.heading(title, level=1)
    sheet.para(say(INTRO))
    sheet.gap(4)
    _own_words(sheet, copy)
    _heard(sheet, copy)
    body_chart(sheet, copy.layers, _names(copy))
    _measured(sheet, copy)
    for note in copy.notes:
        _note(sheet, copy, note)
    for remark in copy.of_kind(WordKind.REMARK, Voice.PATIENT):
        sheet.voice(say(N_("What you said when you read it")), remark.words, Voice.PATIENT, spoken=True)
    _questions(sheet, copy)
    with sheet.together():
        sheet.heading(say(ROOM))
        sheet.blank_lines(4)
    return sheet.printed()


def _own_words(sheet: Sheet, copy: VisitCopy) -> None:
    say = sheet.words.say
    for word in copy.of_kind(WordKind.FIRST_MINUTES, Voice.PATIENT):
        label = isolated(word.speaker) if word.speaker else say(N_("In your own words"))
        sheet.voice(label, word.words, Voice.PATIENT, spoken=True)
    for label, voice in (
        (say(N_("What you brought")), Voice.PATIENT),
        (say(N_("What {name} brought")).format(name=isolated(copy.practitioner)), Voice.PRACTITIONER),
    ):
        brought = copy.of_kind(WordKind.AGENDA, voice)
        if brought:
            with sheet.beside(voice):
                sheet.marked_label(label, voice)
                sheet.points(word.words for word in brought)
            sheet.gap(sheet.sizes.body * 0.5)


def _heard(sheet: Sheet, copy: VisitCopy) -> None:
    say, names = sheet.words.say, _names(copy)
    if not copy.heard:
        return
    sheet.heading(say(N_("What we heard each other say")))
    for one in copy.heard:
        other = Voice.PATIENT if one.by is Voice.PRACTITIONER else Voice.PRACTITIONER
        sheet.voice(say(HEARD).format(name=names[one.by]), one.words, one.by, spoken=one.by is Voice.PATIENT)
        if one.answer is HeardAnswer.MENDED:
            sheet.voice(say(MENDED).format(name=names[other]), one.mended, other, spoken=other is Voice.PATIENT)
        elif one.answer is HeardAnswer.CONFIRMED:
            sheet.note(say(CONFIRMED).format(name=names[other]))
            sheet.gap(sheet.sizes.body * 0.5)


def _measured(sheet: Sheet, copy: VisitCopy) -> None:
    """Figures with who measured them; one that was read wrongly is left out."""
    say, names = sheet.words.say, _names(copy)
    told = [one for one in copy.measured if one.set_aside is None]
    if not told:
        return
    sheet.heading(say(N_("Measured")))
    for one in told:
        label = say(BY).format(name=names[one.voice], day=sheet.words.date(one.measured, "long"))
        figure = " ".join(filter(None, (isolated(f"{one.what}:"), isolated(one.value), isolated(one.unit))))
        sheet.voice(label, "\n".join(filter(None, (figure, one.words))), one.voice)


def _note(sheet: Sheet, copy: VisitCopy, note: Note) -> None:
    say, names = sheet.words.say, _names(copy)
    sheet.heading(note.title or say(N_("The note")))
    for one in note.filled():
        sheet.label(one.title, ink.SOFT)
        if one.carried:
            sheet.note(say(CARRIED))
        sheet.para(one.words)
    if note.signed is None:
        sheet.note(say(UNSIGNED))
    else:
        sentence = SIGNED if note.locked is None else LOCKED
        day = sheet.words.date(note.signed, "long")
        sheet.note(say(sentence).format(name=isolated(copy.practitioner), day=day))
    sheet.gap(sheet.sizes.body * 0.5)
    for added in note.addenda:
        label = say(ADDED).format(name=names[added.voice], day=sheet.words.date(added.added, "long"))
        sheet.voice(label, added.words, added.voice, spoken=added.voice is Voice.PATIENT)


def _questions(sheet: Sheet, copy: VisitCopy) -> None:
    say = sheet.words.say
    if not copy.questions:
        return
    sheet.heading(say(N_("Questions")))
    for one in copy.questions:
        with sheet.together():
            sheet.voice(_names(copy)[one.asked_by], one.words, one.asked_by, spoken=one.asked_by is Voice.PATIENT)
            sheet.para(one.answer or say(OPEN), small=True)


def _names(copy: VisitCopy) -> dict[Voice, str]:
    return {
        Voice.PATIENT: isolated(copy.patient),
        Voice.PRACTITIONER: isolated(copy.practitioner),
        Voice.BOTH: "",
    }
