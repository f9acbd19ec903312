"""Pieces that the papers of a plan are put together from: numbers told, words of two who differ, a framed promise."""

from collections.abc import Iterator
from contextlib import contextmanager

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.paper import ink
from healingpartner.paper.fonts import Role
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.icon_array import icon_pictures
from healingpartner.paper.pages import FIRMEST, Row
from healingpartner.paper.pen import Pen
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.numbers.estimate import OutcomeEstimate
from healingpartner.plans.numbers.sentences import (
    difference_sentence,
    outcome_sentence,
    range_sentence,
    source_sentence,
)

_PAD = 9.0


def estimate_told(sheet: Sheet, estimate: OutcomeEstimate, *, pictured: bool = True) -> None:
    """One outcome: the sentence, the pictures, and small beside them the difference, the range and the source."""
    words = sheet.words
    small = (difference_sentence(estimate, words), range_sentence(estimate, words), source_sentence(estimate, words))
    note = " ".join(one for one in small if one)
    with sheet.together():
        sheet.para(outcome_sentence(estimate, words), keep=True)
        if pictured:
            icon_pictures(sheet, estimate, note=note)
        else:
            sheet.note(note)
    sheet.gap(sheet.sizes.body * 0.4)


def fact(sheet: Sheet, label: str, text: str, *, small: bool = False) -> None:
    """A heavy word or two, and what belongs to it, in one paragraph; nothing for no text."""
    if not text:
        return
    size = sheet.sizes.small if small else sheet.sizes.body
    head, _place, tail = sheet.words.say(N_("{label}: {text}")).partition("{text}")
    sheet.text([Piece(head.format(label=label), Role.STRONG), Piece(text), *([Piece(tail)] if tail else [])], size=size)
    sheet.gap(size * 0.35)


def said(sheet: Sheet, label: str, text: str, voice: Voice) -> None:
    """Words of one side behind its mark; the patient's as speech. Nothing for no words."""
    if text.strip():
        sheet.voice(label, text, voice, spoken=voice is Voice.PATIENT)


@contextmanager
def framed(sheet: Sheet) -> Iterator[None]:
    """What is set meanwhile stands in a frame and stays on one page: for a few lines of our own."""
    edges = sheet.edges()
    tall = [0.0]

    def frame(pen: Pen, y: float) -> None:
        pen.box(edges.left, y, edges.right - edges.left, tall[0], edge=ink.LINE, weight=0.9, radius=8)

    with sheet.together():
        start = sheet.mark()
        sheet.row(Row(height=_PAD, ground=frame, keep=FIRMEST))
        with sheet.indented(14), sheet.narrowed(14):
            yield
        sheet.row(Row(height=_PAD))
        tall[0] = sheet.height_since(start)


def stops_fitting(sheet: Sheet, after: str) -> None:
    """The promise at the end of every plan, and `after` it when both talk again and how to reach each other."""
    say = sheet.words.say
    promise = [Piece(say(STOPS_FITTING), Role.STRONG), Piece(f" {say(WE_LOOK_FOR_ANOTHER)}")]
    sheet.gap(sheet.sizes.body * 0.3)
    with framed(sheet):
        sheet.text(promise, size=sheet.sizes.body)
        if after:
            sheet.gap(sheet.sizes.body * 0.3, keep=True)
            sheet.text([Piece(after)], size=sheet.sizes.body)
    sheet.gap(sheet.sizes.body * 0.6)


def title_and_names(sheet: Sheet, title: str, patient: str, practitioner: str) -> None:
    """The title, and under it the two whose paper it is."""
    sheet.heading(title, level=1)
    if patient and practitioner:
        both = sheet.words.say(N_("{patient} and {practitioner}"))
        sheet.para(
            both.format(patient=isolated(patient), practitioner=isolated(practitioner)), colour=ink.SOFT, small=True
        )


STOPS_FITTING = N_("If this plan stops fitting, say so.")
WE_LOOK_FOR_ANOTHER = N_("We will look for another. You can change your mind at any time.")
