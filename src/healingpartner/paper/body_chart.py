"""Where it is on the body, on paper: the figure with what each marked and drew, and beside it the same in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.paper import ink, signs
from healingpartner.paper.pages import FIRMEST, Draw, Row
from healingpartner.paper.pen import Pen
from healingpartner.paper.stationery import Sheet
from healingpartner.paper.tags import Tag
from healingpartner.visits.body.model import (
    HIGH,
    SIDE_WORDS,
    WIDE,
    Drawing,
    Region,
    Side,
    Stroke,
    names_of,
    regions_of,
)

TITLE = N_("On the body")
DRAWN = N_("{name}, {day}: {places}")
_HEIGHT = 230.0  # points
_SCALE = _HEIGHT / HIGH
_TINT: Mapping[Voice, ink.Colour] = {
    Voice.PATIENT: ink.YOURS_TINT,
    Voice.PRACTITIONER: ink.MINE_TINT,
    Voice.BOTH: ink.OURS_TINT,
}


def body_chart(sheet: Sheet, layers: Sequence[Drawing], names: Mapping[Voice, str]) -> None:
    """The layers of each side on one figure, then each layer in words; nothing where there are none."""
    if not layers:
        return
    say = sheet.words.say
    with sheet.together():
        sheet.heading(say(TITLE))
        write: Draw | None = None
        for at, side in enumerate(each for each in Side if any(one.side is each for one in layers)):
            on_it = [one for one in layers if one.side is side]
            tag = sheet.parent.add("Figure", alt="; ".join((say(SIDE_WORDS[side]), *(_places(sheet, on_it)))))
            write = signs.both(write, _figure(tag, sheet.edges().begin(at * WIDE * _SCALE), sheet, on_it))
        sheet.row(Row(height=_HEIGHT, write=write, keep=FIRMEST))
        sheet.gap(sheet.sizes.body * 0.4, keep=True)
    for one, places in zip(layers, _places(sheet, layers), strict=True):
        day = sheet.words.date(one.drawn, "long")
        label = say(DRAWN).format(name=isolated(names[one.voice]), day=day, places=places)
        if one.words:
            sheet.voice(label, one.words, one.voice, spoken=one.voice is Voice.PATIENT)
        else:
            sheet.marked_label(label, one.voice)
            sheet.gap(sheet.sizes.body * 0.5)


def _places(sheet: Sheet, layers: Sequence[Drawing]) -> list[str]:
    say = sheet.words.say
    return [", ".join(map(say, names_of(one.side, one.regions))) or say(SIDE_WORDS[one.side]) for one in layers]


def _figure(tag: Tag, begin: float, sheet: Sheet, layers: Sequence[Drawing]) -> Draw:
    left = begin - WIDE * _SCALE if sheet.edges().turned else begin
    marked = {key: one.voice for one in layers for key in one.regions}

    def write(pen: Pen, y: float) -> None:
        pen.into(tag)
        tag.box = (left, pen.up(y + _HEIGHT), left + WIDE * _SCALE, pen.up(y))
        for region in regions_of(layers[0].side):
            _region(pen, region, left, y, marked.get(region.key))
        for one in layers:
            for stroke in one.strokes:
                _stroke(pen, stroke, (left, pen.up(y)), ink.VOICE[one.voice])

    return write


def _region(pen: Pen, region: Region, left: float, top: float, voice: Voice | None) -> None:
    """A part of the figure; what is marked has a firm edge, so that it is seen without colour."""
    x, y, right, foot = region.box
    wide, high = (right - x) * _SCALE, (foot - y) * _SCALE
    pen.box(
        left + x * _SCALE,
        top + y * _SCALE,
        wide,
        high,
        edge=ink.LINE if voice is None else ink.VOICE[voice],
        fill=None if voice is None else _TINT[voice],
        weight=0.75 if voice is None else 2,
        radius=min(wide, high) * (0.45 if region.key == "head" else 0.28),
    )


def _stroke(pen: Pen, stroke: Stroke, corner: tuple[float, float], colour: ink.Colour) -> None:
    points = [(corner[0] + x * _SCALE, corner[1] - y * _SCALE) for x, y in stroke]

    def draw(path: Any) -> None:
        path.moveTo(*points[0])
        for point in points[1:] or points:
            path.lineTo(*point)

    pen.stroke(draw, colour=colour, weight=1.8)
