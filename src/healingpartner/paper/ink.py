"""Sizes and colours of paper: the screen's tokens in print-safe depth, black text, nothing under 12 points."""

from dataclasses import dataclass

from healingpartner.foundation.voices import Voice
from healingpartner.paper.printed import Paper

Colour = tuple[float, float, float]  # red, green, blue, each 0 to 1

BLACK: Colour = (0.0, 0.0, 0.0)


def _colour(token: str) -> Colour:
    return (int(token[1:3], 16) / 255, int(token[3:5], 16) / 255, int(token[5:7], 16) / 255)


SOFT = _colour("#47524D")
LINE = _colour("#B4AD9E")
EDGE = _colour("#6B736E")
MINE = _colour("#17504C")
YOURS = _colour("#8E4222")
OURS = _colour("#583D69")
MINE_TINT = _colour("#EDF4F2")
YOURS_TINT = _colour("#FBF2EB")
OURS_TINT = _colour("#F4EFF7")

VOICE: dict[Voice, Colour] = {Voice.PRACTITIONER: MINE, Voice.PATIENT: YOURS, Voice.BOTH: OURS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Type sizes and the side margin, in points."""

    title: float
    heading: float
    body: float
    small: float
    margin: float
    leading: float = 1.3


NORMAL = Sizes(title=26, heading=16.5, body=13, small=12, margin=68)
LARGE = Sizes(title=32, heading=23, body=19, small=18, margin=58)


def sizes_of(paper: Paper) -> Sizes:
    """The sizes for this paper."""
    return LARGE if paper.large else NORMAL
