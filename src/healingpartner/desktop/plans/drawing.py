"""What a hand drew, as text: the strokes in the shape that agreements keep theirs in, read by paper and by screen."""

import json

from healingpartner.desktop.kit.strokes import Strokes
from healingpartner.foundation.strokes import Drawing, drawing_body, drawing_from


def drawing_text(drawing: Drawing) -> str:
    """One line of JSON, its names in order."""
    return json.dumps(drawing_body(drawing), separators=(",", ":"), sort_keys=True)


def strokes_of(text: str) -> Strokes | None:
    """The strokes of such a text; None where there are none, or where it is no drawing."""
    if not text:
        return None
    try:
        drawing = drawing_from(json.loads(text))
    except ValueError:
        return None
    lines = tuple(tuple((p.x, p.y, p.pressure, p.t) for p in stroke) for stroke in drawing.strokes)
    return Strokes(width=drawing.width, height=drawing.height, lines=lines)
