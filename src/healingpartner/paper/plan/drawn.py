"""What hands drew for a plan: signatures under it, and the drawing the two made together."""

import json
from collections.abc import Sequence

from healingpartner.foundation.strokes import Drawing, drawing_from
from healingpartner.foundation.words import N_
from healingpartner.paper import ink, signs
from healingpartner.paper.fonts import Role
from healingpartner.paper.pages import FIRMEST, Draw, Row
from healingpartner.paper.plan.columns import places
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.signature import drawn
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.versions.model import Acknowledgement

_SIGNED, _TOGETHER = 40.0, 190.0  # points high


def drawing_of(text: str) -> Drawing | None:
    """The strokes kept as text; None where there are none, or where it is no drawing."""
    if not text:
        return None
    try:
        return drawing_from(json.loads(text))
    except ValueError:
        return None


def drawing_told(sheet: Sheet, copy: PlanCopy) -> None:
    """The drawing of both, where they made one."""
    drawing = drawing_of(copy.contents.plan.drawing)
    if drawing is None or not drawing.points():
        return
    said = sheet.words.say(N_("What we drew together"))
    with sheet.together():
        sheet.label(said, ink.OURS)
        figure = sheet.parent.add("Figure", alt=said)
        sheet.row(Row(height=_TOGETHER, write=drawn(figure, drawing, sheet.edges(), _TOGETHER)))
    sheet.gap(sheet.sizes.body * 0.5)


def signatures(sheet: Sheet, copy: PlanCopy, given: Sequence[Acknowledgement]) -> None:
    """The signatures that were drawn, beside each other, each over its name."""
    signed = [(one, drawing) for one in given if (drawing := drawing_of(one.strokes)) is not None]
    if not signed:
        return
    write: Draw | None = None
    below: Draw | None = None
    size = sheet.sizes.small
    step = size * sheet.sizes.leading
    for spot, (one, drawing) in zip(places(sheet, [1.0] * len(signed)), signed, strict=True):
        name = copy.name_of(one.voice, sheet.words)
        figure = sheet.parent.add("Figure", alt=sheet.words.say(N_("Signature of {name}")).format(name=name))
        write = signs.both(write, drawn(figure, drawing, spot, _SIGNED))
        line = sheet.one_line(name, size=size, role=Role.LABEL, colour=ink.VOICE[one.voice])
        x = spot.right - line.width if spot.turned else spot.left
        below = signs.both(below, signs.text_line(sheet.parent.add("P"), line, x, step, size))
    sheet.row(Row(height=_SIGNED, write=write, keep=FIRMEST))
    sheet.row(Row(height=step, write=below, keep=FIRMEST))
