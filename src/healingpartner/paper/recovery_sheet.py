"""The recovery sheet: the one paper that opens a practice when its passphrase is lost; for its practitioner alone."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.words import Words
from healingpartner.paper import ink
from healingpartner.paper.fonts import Role
from healingpartner.paper.lines import Line
from healingpartner.paper.pages import FIRMEST, Draw, Row
from healingpartner.paper.pen import Pen
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.square_code import square_code
from healingpartner.paper.stationery import Sheet
from healingpartner.paper.tags import Tag

_SQUARE = 132.0  # points; some two to a dot, so that any camera reads it


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """`groups`: the code as it is read aloud and typed back; `slot`: the sealed key slot, kept beside it as a square
    code when given; `made`: when the practice was created or the code renewed.
    """

    practice: str
    groups: tuple[str, ...]
    made: Instant
    slot: bytes = b""


def recovery_paper(sheet: RecoverySheet, *, words: Words, paper: Paper) -> Printed:
    """The sheet, with large groups, where to keep it, and room for a hand."""
    say = words.say
    page = Sheet(
        title=say("Recovery sheet"),
        about=sheet.practice,
        letterhead=Letterhead(practice=sheet.practice),
        words=words,
        paper=paper,
        made=sheet.made,
    )
    page.heading(say("Recovery sheet"), level=1)
    page.para(
        say(
            "If the passphrase is ever lost, this code opens the practice. Nothing else can. Nobody else has it, "
            "and nobody can make a new one from outside."
        )
    )
    page.gap(6)
    _groups(page, sheet.groups)
    page.heading(say("Where to keep it"))
    page.points(
        (
            say("On paper, in a safe place that is not the room of the computer."),
            say("Never as a photograph, in a mail or in a file beside the practice."),
            say("A copy for someone you trust, in a closed envelope, if you wish."),
        )
    )
    page.heading(say("What to know"))
    page.para(
        say(
            "Whoever holds this sheet and a copy of the practice can read everything in it. When you make a new code, "
            "the old one stops working: destroy the old paper."
        )
    )
    page.para(
        say(
            "To use it, choose the recovery code when you open the practice, and type the groups in order. Capital and "
            "small letters both work."
        )
    )
    if sheet.slot:
        page.para(
            say(
                "The square holds the sealed key of the practice, should the key file be lost as well. It is of no use "
                "without the code above."
            )
        )
    with page.together():
        _kept(page, sheet.slot)
    return page.printed()


def _groups(page: Sheet, groups: tuple[str, ...]) -> None:
    """The groups in numbered boxes, read from left to right in every language."""
    columns = 3 if page.paper.large else 5
    edges, gap, small = page.edges(), 10.0, page.sizes.small
    width = (edges.right - edges.left - gap * (columns - 1)) / columns
    size = min(24.0 if not page.paper.large else 30.0, width / 3.4)
    height = small * 1.3 + size * 1.45 + 10
    with page.inside("L"):
        for start in range(0, len(groups), columns):
            cells = [
                (at + 1, groups[at], page.parent.add("LI")) for at in range(start, min(start + columns, len(groups)))
            ]
            boxes = [edges.left + place * (width + gap) for place in range(len(cells))]
            lines = [
                (
                    page.one_line(page.words.number(number), size=small, colour=ink.SOFT),
                    page.one_line(group, size=size, role=Role.STRONG),
                )
                for number, group, _ in cells
            ]
            tags = [(item.add("Lbl"), item.add("LBody")) for _, _, item in cells]

            def frame(pen: Pen, y: float, boxes: list[float] = boxes) -> None:
                for x in boxes:
                    pen.box(x, y + 2, width, height - 6, edge=ink.MINE, fill=ink.MINE_TINT, radius=6)

            def write(
                pen: Pen,
                y: float,
                boxes: list[float] = boxes,
                lines: list[tuple[Line, Line]] = lines,
                tags: list[tuple[Tag, Tag]] = tags,
            ) -> None:
                for x, (number, group), (label, body) in zip(boxes, lines, tags, strict=True):
                    pen.into(label)
                    pen.line(number, x + 8, y + 4 + small, small)
                    pen.into(body)
                    pen.line(group, x + (width - group.width) / 2, y + small * 1.3 + size * 1.08, size)

            page.row(Row(height=height, ground=frame, write=write, keep=FIRMEST))
    page.gap(6)


def _kept(page: Sheet, slot: bytes) -> None:
    """Boxes to tick and lines to fill in, beside the square code of the sealed slot where there is one."""
    say, start = page.words.say, page.mark()
    if slot:
        page.row(Row(height=0.0, write=_square(page, slot)))
    with page.narrowed(_SQUARE + 24 if slot else 0):
        page.ticks((say("Two groups typed back into the program"), say("Sheet put in its place")))
        page.hand_line(say("Where it is kept"))
        page.hand_line(say("Date and initials"))
    missing = _SQUARE + 8 - page.height_since(start)
    if slot and missing > 0:
        page.gap(missing)


def _square(page: Sheet, slot: bytes) -> Draw:
    rows = square_code(slot)
    tag = page.parent.add("Figure", alt=page.words.say("Square code with the sealed key of the practice"))
    edges, dot = page.edges(), _SQUARE / len(rows)
    x = edges.left if edges.turned else edges.right - _SQUARE

    def write(pen: Pen, y: float) -> None:
        pen.into(tag)
        tag.box = (x, pen.up(y + _SQUARE), x + _SQUARE, pen.up(y))
        for down, row in enumerate(rows):
            for begin, length in row:
                pen.box(x + begin * dot, y + down * dot, length * dot, dot, fill=ink.BLACK)

    return write
