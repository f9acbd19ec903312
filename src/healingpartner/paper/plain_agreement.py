"""The agreement with its plain version beside the full one: each promise twice, the plain words first."""

from contextlib import nullcontext
from dataclasses import dataclass

from healingpartner.agreements.marks import OpenPoint
from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import fonts, ink
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

NOTE = N_(
    "This is for reading. The plain words help you to see what is meant. The full words below them are what both "
    "of us sign."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainCopy:
    """What it shows. Where a promise has no plain words, the full ones stand alone.

    open: commitments that bind nobody, as the text marks them.
    """

    practitioner: str
    patient: str
    wording: Wording
    made: Instant
    open: tuple[OpenPoint, ...] = ()


def plain_paper(copy: PlainCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """Both versions, promise by promise."""
    wording = copy.wording
    sheet = Sheet(
        title=wording.title, about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    sheet.heading(wording.title, level=1)
    sheet.para(words.say(NOTE), colour=ink.SOFT)
    sheet.para(wording.opening)
    for number, one in enumerate(wording.commitments, start=1):
        _commitment(sheet, copy, number, one)
    sheet.gap(sheet.sizes.body)
    sheet.para(wording.closing)
    return sheet.printed()


def _commitment(sheet: Sheet, copy: PlainCopy, number: int, one: Commitment) -> None:
    labels, plain = copy.wording.labels, one.plain
    with nullcontext() if sheet.paper.large else sheet.together():
        sheet.heading(f"{number}. {one.title}")
        for point in copy.open:
            if point.commitment_id == one.id:
                sheet.para(point.words, colour=ink.OURS, role=fonts.Role.STRONG)
        for voice, label, name, full, short in (
            (
                Voice.PRACTITIONER,
                labels.practitioner,
                copy.practitioner,
                one.practitioner,
                "" if plain is None else plain.practitioner,
            ),
            (Voice.PATIENT, labels.patient, copy.patient, one.patient, "" if plain is None else plain.patient),
        ):
            heading = " · ".join(part for part in (label, isolated(name)) if part)
            with sheet.together(), sheet.beside(voice):
                if short:
                    sheet.marked_label(heading, voice)
                    sheet.text([Piece(short, fonts.Role.STRONG)], size=sheet.sizes.body * 1.06)
                    sheet.gap(4, keep=True)
                    sheet.text([Piece(full)], size=sheet.sizes.small)
                else:
                    sheet.answer(heading, full, voice)
            sheet.gap(sheet.sizes.body * 0.7)
