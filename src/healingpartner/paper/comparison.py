"""Two versions of an agreement side by side: what stood before, what stands now, the differing words in heavy type."""

from collections.abc import Sequence
from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.language.comparison import Change, Comparison, Part, Run
from healingpartner.paper import ink, signs
from healingpartner.paper.fonts import Role
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.lines import Setting, set_lines
from healingpartner.paper.pages import FIRMEST, Draw, Row
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.paper.tags import Tag

NOTE = N_(
    "What stood before is on one side, what stands now on the other. Words that differ are in heavy type. "
    "Both of us can read here what has changed."
)
SAME = N_("Nothing has changed between these two.")
STAYS = N_("All the rest stays as it was.")
NOTHING = N_("nothing stood here")
GONE = N_("nothing stands here any more")
_BETWEEN = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonCopy:
    """What it shows. `titles`: heading of a commitment by its id, for parts that have none of their own."""

    patient: str
    title: str
    comparison: Comparison
    titles: dict[str, str]
    made: Instant


def comparison_paper(copy: ComparisonCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The parts that differ, in their order; in large print one below the other."""
    say, found = words.say, copy.comparison
    title = say(N_("What has changed: {title}")).format(title=isolated(copy.title))
    sheet = Sheet(title=title, about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made)
    sheet.heading(title, level=1)
    sheet.para(say(NOTE if found.changed else SAME), colour=ink.SOFT)
    last = ""
    for part in found.changed:
        with sheet.together():
            if part.subject_id and part.subject_id != last:
                sheet.heading(copy.titles.get(part.subject_id, part.subject_id))
            last = part.subject_id
            if part.label:
                sheet.label(part.label, ink.OURS)
            _both(sheet, part, (found.former, found.present))
        sheet.gap(sheet.sizes.body * 0.8)
    if found.changed:
        sheet.para(say(STAYS))
    return sheet.printed()


def _both(sheet: Sheet, part: Part, numbers: tuple[int, int]) -> None:
    say = sheet.words.say
    heads = [say(N_("Version {number}")).format(number=sheet.words.number(number)) for number in numbers]
    sides = (_pieces(part.runs, Change.OUT, say(NOTHING)), _pieces(part.runs, Change.IN, say(GONE)))
    if sheet.paper.large:
        for head, pieces in zip(heads, sides, strict=True):
            sheet.label(head, ink.SOFT)
            sheet.text(pieces, size=sheet.sizes.body)
            sheet.gap(6)
        return
    _rows(sheet, [[Piece(head, Role.LABEL, ink.SOFT)] for head in heads], size=sheet.sizes.small, keep=True)
    _rows(sheet, sides, size=sheet.sizes.body)


def _pieces(runs: Sequence[Run], own: Change, nothing: str) -> list[Piece]:
    """One side of a part: what is the same, and its own words in heavy type."""
    pieces = [
        Piece(run.words, Role.TEXT if run.change is Change.SAME else Role.STRONG)
        for run in runs
        if run.change in (Change.SAME, own)
    ]
    return pieces if any(piece.text.strip() for piece in pieces) else [Piece(nothing, Role.TEXT, ink.SOFT)]


def _rows(sheet: Sheet, sides: Sequence[Sequence[Piece]], *, size: float, keep: bool = False) -> None:
    """Two texts beside each other, line by line; each is an element of its own, read one after the other."""
    edges = sheet.edges()
    width = (edges.right - edges.left - _BETWEEN) / 2
    places = [edges.left, edges.left + width + _BETWEEN]
    if edges.turned:
        places.reverse()
    settings = [
        set_lines(sheet.setter, pieces, size=size, width=width, right=None, otherwise=sheet.right) for pieces in sides
    ]
    tags = [sheet.parent.add("P", spoken=setting.spoken) for setting in settings]
    columns = list(zip(settings, tags, places, strict=True))
    for at in range(max(len(setting.lines) for setting in settings)):
        tall = max(setting.lines[at].tall for setting in settings if at < len(setting.lines))
        height = size * sheet.sizes.leading * tall
        drawn: Draw | None = None
        for setting, tag, left in columns:
            if at < len(setting.lines):
                drawn = signs.both(drawn, _line(setting, tag, at, left, width, height, size))
        sheet.row(Row(height=height, write=drawn, keep=FIRMEST if keep or at == 0 else 0))


def _line(setting: Setting, tag: Tag, at: int, left: float, width: float, height: float, size: float) -> Draw:
    line = setting.lines[at]
    return signs.text_line(tag, line, left + width - line.width if setting.right else left, height, size)
