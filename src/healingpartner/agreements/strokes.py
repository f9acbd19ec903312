"""When a drawing counts as a signature under an agreement, or as a mark before a witness."""

from healingpartner.foundation.strokes import Drawing, check_readable, check_signature
from healingpartner.foundation.words import _


def check_drawing(drawing: Drawing) -> Drawing:
    """The drawing, when it counts as a signature; RuleBroken("strokes", …) with the next step when it does not."""
    return check_signature(
        drawing,
        nothing=_("There is no signature yet. Draw one, or type your name instead."),
        small=_("This is very small for a signature. Sign a little larger, or type your name instead."),
    )


def check_mark(drawing: Drawing) -> Drawing:
    """The drawing, when it can stand as a mark before a witness: however small, but there; RuleBroken("strokes", …)."""
    check_readable(drawing, nothing=_("There is no mark yet. A cross or a line is enough."))
    return drawing
