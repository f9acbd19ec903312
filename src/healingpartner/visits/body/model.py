"""A figure of 1,000 by 2,000 points, its named regions, and what was drawn on it as whole numbers.

Left and right are the person's own: seen from the front their right is on the left of the page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _

WIDE, HIGH = 1_000, 2_000
WORDS_LIMIT, STROKES_LIMIT, POINTS_LIMIT = 5_000, 200, 20_000
Point = tuple[int, int]
Stroke = tuple[Point, ...]


class Side(StrEnum):
    """From where the figure is seen."""

    FRONT = "front"
    BACK = "back"


SIDE_WORDS: Mapping[Side, str] = {Side.FRONT: N_("From the front"), Side.BACK: N_("From the back")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the figure: a box of (left, top, right, bottom) in the figure's points."""

    key: str
    name: str
    box: tuple[int, int, int, int]


_MIDDLE: tuple[tuple[str, Mapping[Side, str], tuple[int, int, int, int]], ...] = (
    ("head", {Side.FRONT: N_("Face and head"), Side.BACK: N_("Back of the head")}, (405, 30, 595, 265)),
    ("neck", {Side.FRONT: N_("Throat"), Side.BACK: N_("Neck")}, (450, 265, 550, 330)),
    ("upper_middle", {Side.FRONT: N_("Upper belly"), Side.BACK: N_("Middle of the back")}, (350, 620, 650, 730)),
    ("lower_middle", {Side.FRONT: N_("Lower belly"), Side.BACK: N_("Small of the back")}, (345, 730, 655, 850)),
)
_PAIRS: tuple[tuple[str, Mapping[Side, tuple[str, str]], tuple[int, int, int, int]], ...] = (
    (
        "shoulder",
        {
            Side.FRONT: (N_("Left shoulder"), N_("Right shoulder")),
            Side.BACK: (N_("Left shoulder, behind"), N_("Right shoulder, behind")),
        },
        (290, 335, 495, 435),
    ),
    (
        "chest",
        {
            Side.FRONT: (N_("Left side of the chest"), N_("Right side of the chest")),
            Side.BACK: (N_("Left shoulder blade"), N_("Right shoulder blade")),
        },
        (345, 435, 498, 620),
    ),
    ("upper_arm", {each: (N_("Left upper arm"), N_("Right upper arm")) for each in Side}, (235, 435, 330, 650)),
    ("elbow", {each: (N_("Left elbow"), N_("Right elbow")) for each in Side}, (215, 650, 315, 745)),
    ("forearm", {each: (N_("Left forearm"), N_("Right forearm")) for each in Side}, (190, 745, 295, 950)),
    ("hand", {each: (N_("Left hand"), N_("Right hand")) for each in Side}, (155, 950, 275, 1090)),
    (
        "hip",
        {
            Side.FRONT: (N_("Left hip"), N_("Right hip")),
            Side.BACK: (N_("Left buttock"), N_("Right buttock")),
        },
        (335, 850, 498, 1000),
    ),
    ("thigh", {each: (N_("Left thigh"), N_("Right thigh")) for each in Side}, (340, 1000, 492, 1330)),
    (
        "knee",
        {
            Side.FRONT: (N_("Left knee"), N_("Right knee")),
            Side.BACK: (N_("Hollow of the left knee"), N_("Hollow of the right knee")),
        },
        (352, 1330, 486, 1450),
    ),
    (
        "lower_leg",
        {
            Side.FRONT: (N_("Left shin"), N_("Right shin")),
            Side.BACK: (N_("Left calf"), N_("Right calf")),
        },
        (358, 1450, 480, 1790),
    ),
    ("foot", {each: (N_("Left foot"), N_("Right foot")) for each in Side}, (325, 1790, 482, 1910)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One layer: regions by key, strokes in the figure's points, and words. `voice`: who drew."""

    id: str
    person_id: str
    visit_id: str
    voice: Voice
    side: Side
    regions: tuple[str, ...]
    strokes: tuple[Stroke, ...]
    words: str
    drawn: Instant


def regions_of(side: Side) -> tuple[Region, ...]:
    """The regions of a side from head to foot, left before right; names are marked for translation."""
    found = [Region(key=key, name=names[side], box=box) for key, names, box in _MIDDLE]
    for key, names, box in _PAIRS:
        mirrored = (WIDE - box[2], box[1], WIDE - box[0], box[3])
        on_left = mirrored if side is Side.FRONT else box
        on_right = box if side is Side.FRONT else mirrored
        found.append(Region(key=f"left_{key}", name=names[side][0], box=on_left))
        found.append(Region(key=f"right_{key}", name=names[side][1], box=on_right))
    return tuple(sorted(found, key=lambda one: (one.box[1], not one.key.startswith("left"))))


def region_at(side: Side, x: int, y: int) -> Region | None:
    """The region under a point, or None beside the figure."""
    return next(
        (one for one in regions_of(side) if one.box[0] <= x <= one.box[2] and one.box[1] <= y <= one.box[3]), None
    )


def names_of(side: Side, keys: Iterable[str]) -> tuple[str, ...]:
    """Names of regions, marked for translation, from head to foot; unknown keys are left out."""
    wanted = set(keys)
    return tuple(one.name for one in regions_of(side) if one.key in wanted)


def checked_layer(
    side: Side, regions: Iterable[str], strokes: Sequence[Stroke], words: str
) -> tuple[tuple[str, ...], tuple[Stroke, ...], str]:
    """A layer as it is kept. RuleBroken when nothing is on it, when it is too much, or beside the figure."""
    known = [one.key for one in regions_of(side)]
    wanted = set(regions)
    kept = tuple(key for key in known if key in wanted)
    if wanted - set(known):
        raise RuleBroken("regions", _("This part of the body has no name here. Draw it instead."))
    points = sum(len(stroke) for stroke in strokes)
    if len(strokes) > STROKES_LIMIT or points > POINTS_LIMIT:
        raise RuleBroken("strokes", _("This layer is full. Keep it, and go on with another."))
    if any(not (0 <= x <= WIDE and 0 <= y <= HIGH) for stroke in strokes for x, y in stroke):
        raise RuleBroken("strokes", _("This was drawn beside the figure. Draw it once more."))
    said = clean_text(words, field="words", limit=WORDS_LIMIT)
    if not kept and not points and not said:
        raise RuleBroken("regions", _("Nothing is marked yet. Choose a place, draw, or write a word."))
    return kept, tuple(stroke for stroke in strokes if stroke), said
