"""A copy of a person's record, for them or for whoever walks on with them: chapter by chapter, as it is kept."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper import fonts, ink
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEntry:
    """One labelled text; `label` may be empty. `voice`: whose words they are, BOTH for a fact."""

    label: str
    words: str
    voice: Voice = Voice.BOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySection:
    """A titled part of a chapter."""

    title: str
    entries: tuple[CopyEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyChapter:
    """What one room keeps about the person. `title`: in the language of the paper."""

    title: str
    sections: tuple[CopySection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCopy:
    """The whole copy. `patient`: as printed at the foot of each page; `called`: as they asked to be called."""

    patient: str
    called: str
    chapters: tuple[CopyChapter, ...]
    made: Instant


def record_paper(copy: RecordCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The copy by itself, for the patient."""
    say = words.say
    title = say("Copy of your record")
    sheet = Sheet(title=title, about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made)
    sheet.heading(title, level=1)
    sheet.para(isolated(copy.patient), colour=ink.YOURS, role=fonts.Role.STRONG)
    sheet.para(
        say(
            "This is what we keep about you. It is yours: read it, show it to whom you like, and tell us what should "
            "read otherwise. Drawn signatures stand on the signed copy of your agreement."
        )
    )
    _chapters(sheet, copy)
    return sheet.printed()


def set_record(sheet: Sheet, copy: RecordCopy) -> None:
    """The copy behind a letter that it comes with, for whoever walks on with the patient."""
    say, patient = sheet.words.say, isolated(copy.patient)
    sheet.gap(sheet.sizes.body * 2)
    sheet.heading(say("Copy of the record"))
    sheet.para(
        say("With this letter comes a copy of what is kept about {patient}. It belongs to {patient}.").format(
            patient=patient
        )
    )
    _chapters(sheet, copy)


def _chapters(sheet: Sheet, copy: RecordCopy) -> None:
    """Every chapter that holds anything; empty ones are named at the end, so that nothing seems left out."""
    say = sheet.words.say
    held = [chapter.title for chapter in copy.chapters if chapter.sections]
    sheet.note(say("This copy holds: {titles}").format(titles=", ".join(held)))
    for chapter in copy.chapters:
        if chapter.sections:
            _chapter(sheet, chapter)
    empty = [chapter.title for chapter in copy.chapters if not chapter.sections]
    if empty:
        sheet.gap(sheet.sizes.body)
        sheet.note(say("Nothing is kept under: {titles}").format(titles=", ".join(empty)))


def _chapter(sheet: Sheet, chapter: CopyChapter) -> None:
    sheet.gap(sheet.sizes.body * 0.6)
    sheet.rule(ink.OURS, 1.2)
    sheet.heading([Piece(chapter.title, fonts.Role.TITLE, ink.OURS)])
    for section in chapter.sections:
        if section.title:
            sheet.gap(sheet.sizes.body * 0.5)
            sheet.text([Piece(section.title, fonts.Role.STRONG)], size=sheet.sizes.body, role="H3", keep=True)
            sheet.gap(3, keep=True)
        for entry in section.entries:
            _entry(sheet, entry)


def _entry(sheet: Sheet, entry: CopyEntry) -> None:
    """A fact in one run after its label; words of one of the two beside their bar."""
    if entry.voice is not Voice.BOTH:
        sheet.voice(entry.label, entry.words, entry.voice, spoken=entry.voice is Voice.PATIENT)
        return
    pieces = [Piece(f"{entry.label}: ", fonts.Role.LABEL, ink.SOFT)] if entry.label else []
    first, *others = entry.words.split("\n\n")
    sheet.text([*pieces, Piece(first, fonts.Role.TEXT)], size=sheet.sizes.body)
    for paragraph in others:
        sheet.gap(sheet.sizes.body * 0.4)
        sheet.text([Piece(paragraph, fonts.Role.TEXT)], size=sheet.sizes.body)
    sheet.gap(sheet.sizes.body * 0.3)
