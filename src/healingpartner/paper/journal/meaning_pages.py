"""Pages to keep: what this is teaching, in words and drawings, and what each learned from the other."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.strokes import drawing_from
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.journal.model import KIND_WORDS, Entry
from healingpartner.paper import signature
from healingpartner.paper.pages import Row
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

TITLE = N_("What this is teaching us")
_DRAWING_HEIGHT = 240.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningPages:
    """patient, practitioner: as printed; entries: the oldest first."""

    patient: str
    practitioner: str
    entries: tuple[Entry, ...]
    made: Instant


def meaning_paper(pages: MeaningPages, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The entries one after the other, each with its day and its voice."""
    say = words.say
    sheet = Sheet(
        title=say(TITLE), about=pages.patient, letterhead=letterhead, words=words, paper=paper, made=pages.made
    )
    sheet.heading(say(TITLE), level=1)
    for entry in pages.entries:
        name = pages.patient if entry.voice is Voice.PATIENT else pages.practitioner
        label = say(N_("{name}, {day} · {what}")).format(
            name=isolated(name), day=words.date(entry.shared, "long"), what=say(KIND_WORDS[entry.kind])
        )
        if entry.words:
            sheet.voice(label, entry.words, entry.voice, spoken=entry.voice is Voice.PATIENT)
        else:
            sheet.marked_label(label, entry.voice)
        if entry.strokes:
            _drawing(sheet, entry.strokes, say(N_("A drawing by {name}")).format(name=isolated(name)))
        if entry.picture_id:
            sheet.note(say(N_("A picture belongs here; it is kept in the practice.")))
    return sheet.printed()


def questions_paper(
    questions: Sequence[str], *, name: str, made: Instant, letterhead: Letterhead, words: Words, paper: Paper
) -> Printed:
    """Questions for next time: those that are open, and room for more."""
    say = words.say
    title = say(N_("Questions for next time"))
    sheet = Sheet(title=title, about=name, letterhead=letterhead, words=words, paper=paper, made=made)
    sheet.heading(title, level=1)
    sheet.para(
        say(N_("Write what you want to ask, in any words. Bring the sheet along. Every question gets an answer."))
    )
    if questions:
        sheet.heading(say(N_("Still open between us")))
        sheet.ticks(questions)
    sheet.heading(say(N_("What I want to ask")))
    sheet.blank_lines(10)
    return sheet.printed()


def _drawing(sheet: Sheet, strokes: str, alt: str) -> None:
    try:
        drawing = drawing_from(json.loads(strokes))
    except ValueError:
        sheet.note(sheet.words.say(N_("This drawing cannot be read any more.")))
        return
    tag = sheet.parent.add("Figure", alt=alt)
    sheet.row(Row(height=_DRAWING_HEIGHT, write=signature.drawn(tag, drawing, sheet.edges(), _DRAWING_HEIGHT)))
    sheet.gap(sheet.sizes.body)
