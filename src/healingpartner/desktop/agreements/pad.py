"""From the pad's strokes to the drawing that the agreements room checks and keeps. Both count in the same units."""

from healingpartner.desktop.kit.signature_pad import SignaturePad
from healingpartner.foundation.strokes import Drawing, Point


def drawing_of(pad: SignaturePad) -> Drawing:
    """What stands on the pad now; it may be empty."""
    strokes = pad.strokes()
    lines = (tuple(Point(x=x, y=y, pressure=pressure, t=t) for x, y, pressure, t in line) for line in strokes.lines)
    return Drawing(width=strokes.width, height=strokes.height, strokes=tuple(lines))
