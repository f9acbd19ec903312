"""The slip with the patient's six words: shown once, printed before the first answer, kept by nobody else."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.fonts import Role
from healingpartner.paper.pages import FIRMEST, Row
from healingpartner.paper.pen import Pen
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

TITLE = N_("Your six words")
NOTE = N_(
    "Your answers are sealed with these six words. Only they open them. We do not keep them, and we cannot make them "
    "again. Keep this slip until we open our answers together."
)
LOST = N_("If the slip gets lost, what you wrote stays closed for good. Nothing else is lost, and we can begin anew.")
_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """called: how the patient asked to be called; words: the six, in order."""

    called: str
    words: tuple[str, ...]
    made: Instant


def slip_paper(slip: Slip, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The slip: the words in numbered boxes, read from left to right in every language."""
    say = words.say
    sheet = Sheet(title=say(TITLE), about=slip.called, letterhead=letterhead, words=words, paper=paper, made=slip.made)
    sheet.heading(say(N_("Six words for {name}")).format(name=isolated(slip.called)), level=1)
    sheet.para(say(NOTE))
    sheet.gap(6)
    _boxes(sheet, slip.words)
    sheet.para(say(LOST))
    return sheet.printed()


def _boxes(sheet: Sheet, words: tuple[str, ...]) -> None:
    edges, gap, small = sheet.edges(), 10.0, sheet.sizes.small
    columns = _COLUMNS if not sheet.paper.large else 2
    width = (edges.right - edges.left - gap * (columns - 1)) / columns
    size = 18.0 if not sheet.paper.large else 26.0
    height = small * 1.3 + size * 1.5 + 10
    with sheet.inside("L"):
        for start in range(0, len(words), columns):
            row = range(start, min(start + columns, len(words)))
            cells = []
            for place, at in enumerate(row):
                item = sheet.parent.add("LI")
                number = sheet.one_line(sheet.words.number(at + 1), size=small, colour=ink.SOFT)
                word = sheet.one_line(words[at], size=size, role=Role.STRONG)
                cells.append((edges.left + place * (width + gap), number, word, item.add("Lbl"), item.add("LBody")))

            def frame(pen: Pen, y: float, cells: object = tuple(cells)) -> None:
                for x, *_rest in cells:  # type: ignore[attr-defined]
                    pen.box(x, y + 2, width, height - 6, edge=ink.YOURS, fill=ink.YOURS_TINT, radius=6)

            def write(pen: Pen, y: float, cells: object = tuple(cells)) -> None:
                for x, number, word, label, body in cells:  # type: ignore[attr-defined]
                    pen.into(label)
                    pen.line(number, x + 8, y + 4 + small, small)
                    pen.into(body)
                    pen.line(word, x + (width - word.width) / 2, y + small * 1.3 + size * 1.12, size)

            sheet.row(Row(height=height, ground=frame, write=write, keep=FIRMEST))
    sheet.gap(8)
