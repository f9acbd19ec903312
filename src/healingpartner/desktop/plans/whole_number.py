"""A whole number as people type it."""

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _

LONGEST = 12


def whole_number(words: str, field: str) -> int | None:
    """The number meant, in any digits; None where nothing is typed. RuleBroken beside `field` where it is none."""
    typed = words.strip().replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if not typed:
        return None
    if not typed.isdecimal() or len(typed) > LONGEST:
        raise RuleBroken(field, _("This is not a whole number. Write it with digits, as in 38."))
    return int(typed)
