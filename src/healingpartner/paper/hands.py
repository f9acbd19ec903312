"""Places for two hands on paper: boxes to tick in a row, initials behind a yes, lines to sign on."""

from collections.abc import Sequence

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.paper import signs
from healingpartner.paper.fonts import Role
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.lines import Line
from healingpartner.paper.pages import FIRMEST, Draw, Row
from healingpartner.paper.stationery import Sheet
from healingpartner.paper.tags import Tag

_BOX = 1.75  # of the type size: the box and the space behind it
_APART = 1.6
_LEAST_LINE = 70.0  # points to write initials on

THE_PATIENT, THE_PRACTITIONER = N_("The patient"), N_("The practitioner")
VOICE_WORDS = {Voice.PATIENT: THE_PATIENT, Voice.PRACTITIONER: THE_PRACTITIONER}


def yes_line(sheet: Sheet, words: str) -> None:
    """A box to tick, words behind it, and a line for initials to the end of the column."""
    size, edges = sheet.sizes.body, sheet.edges()
    line = sheet.one_line(words, size=size)
    if _BOX * size + line.width + size + _LEAST_LINE > edges.right - edges.left:
        sheet.ticks([words])
        sheet.hand_line(sheet.words.say(N_("Initials")))
        return
    height = size * 1.9
    with sheet.inside("L"), sheet.inside("LI") as element:
        label, body = element.add("Lbl"), element.add("LBody")
        box = signs.tick_box(edges, label, height, size)
        start = _BOX * size
        x = edges.right - start - line.width if edges.turned else edges.left + start
        text = signs.text_line(body, line, x, height, size)
        behind = start + line.width + size * 0.7
        left, right = (edges.left, edges.right - behind) if edges.turned else (edges.left + behind, edges.right)
        below = signs.hand_line(signs.Edges(left, right, turned=edges.turned), height - size * 0.3)
        sheet.row(Row(height=0.01, ground=below, keep=FIRMEST))
        sheet.row(Row(height=height, write=signs.both(box, text), keep=FIRMEST))


def choices(sheet: Sheet, options: Sequence[str]) -> None:
    """Boxes to tick beside each other, or one below the other where the column is too narrow."""
    size, edges = sheet.sizes.body, sheet.edges()
    lines = [sheet.one_line(words, size=size) for words in options]
    needed = sum(_BOX * size + line.width + _APART * size for line in lines) - _APART * size
    if needed > edges.right - edges.left:
        sheet.ticks(options)
        return
    height, at = size * 1.6, 0.0
    drawn: Draw | None = None
    with sheet.inside("L"):
        for line in lines:
            with sheet.inside("LI") as element:
                drawn = signs.both(drawn, _choice(sheet, element, line, at=at, height=height))
            at += _BOX * size + line.width + _APART * size
    sheet.row(Row(height=height, write=drawn, keep=FIRMEST))


def to_sign(sheet: Sheet, voice: Voice, name: str = "") -> None:
    """Lines to sign by hand; an empty `name` leaves room for it."""
    say = sheet.words.say
    with sheet.together(), sheet.beside(voice):
        sheet.marked_label(say(VOICE_WORDS[voice]), voice)
        sheet.hand_line(say(N_("Signature")), tall=True)
        if name:
            sheet.text([Piece(name, Role.STRONG)], size=sheet.sizes.body)
        else:
            sheet.hand_line(say(N_("Name")))
        sheet.hand_line(say(N_("Place and date")))
    sheet.gap(sheet.sizes.body * 1.3)


def _choice(sheet: Sheet, element: Tag, line: Line, *, at: float, height: float) -> Draw:
    size, edges = sheet.sizes.body, sheet.edges()
    shifted = (
        signs.Edges(edges.left, edges.right - at, turned=True)
        if edges.turned
        else signs.Edges(edges.left + at, edges.right, turned=False)
    )
    label, body = element.add("Lbl"), element.add("LBody")
    start = _BOX * size
    x = shifted.right - start - line.width if edges.turned else shifted.left + start
    return signs.both(signs.tick_box(shifted, label, height, size), signs.text_line(body, line, x, height, size))
