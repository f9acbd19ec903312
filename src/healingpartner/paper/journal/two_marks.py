"""Two marks on one scale: a disc for the patient, a square for the practitioner, joined where they differ."""

from healingpartner.foundation.words import N_
from healingpartner.journal.reflections.statements import LEVEL_WORDS, LEVELS
from healingpartner.paper import ink
from healingpartner.paper.pages import FIRMEST, Row
from healingpartner.paper.pen import Pen
from healingpartner.paper.stationery import Sheet

_SIDE = 9.0  # points
_WIDEST = 300.0
NOT_ANSWERED = N_("no level given")
ALT = N_("Patient: {patient}. Practitioner: {practitioner}.")


def two_marks(sheet: Sheet, patient: int | None, practitioner: int | None) -> None:
    """The scale from “not yet” to “fully”; a side without a level has no mark. Tagged as a figure with its words."""
    say, edges = sheet.words.say, sheet.edges()
    wide = min(edges.right - edges.left - _SIDE, _WIDEST)
    height = _SIDE * 2.2
    tag = sheet.parent.add("Figure")
    tag.alt = say(ALT).format(patient=_said(sheet, patient), practitioner=_said(sheet, practitioner))

    def x_of(level: int) -> float:
        share = level / LEVELS[-1]
        return edges.right - _SIDE / 2 - wide * share if edges.turned else edges.left + _SIDE / 2 + wide * share

    def write(pen: Pen, y: float) -> None:
        pen.into(tag)
        middle, half = y + height / 2, _SIDE / 2
        ends = sorted((x_of(LEVELS[0]), x_of(LEVELS[-1])))
        tag.box = (ends[0] - half, pen.up(middle + half), ends[1] + half, pen.up(middle - half))
        pen.rule(ends[0], middle, ends[1], middle, colour=ink.LINE, weight=1.2)
        for level in LEVELS:
            pen.disc(x_of(level), middle, 1.6, fill=ink.LINE)
        if patient is not None and practitioner is not None and patient != practitioner:
            between = sorted((x_of(patient), x_of(practitioner)))
            pen.rule(between[0], middle, between[1], middle, colour=ink.OURS, weight=3)
        if practitioner is not None:
            pen.box(x_of(practitioner) - half, middle - half, _SIDE, _SIDE, fill=ink.MINE)
        if patient is not None:
            inside = patient == practitioner  # a pale disc on the square, so that both are seen
            pen.disc(x_of(patient), middle, half * (0.6 if inside else 1), fill=ink.YOURS_TINT if inside else ink.YOURS)

    sheet.row(Row(height=height, write=write, keep=FIRMEST))


def _said(sheet: Sheet, level: int | None) -> str:
    return sheet.words.say(NOT_ANSWERED if level is None else LEVEL_WORDS[level])
