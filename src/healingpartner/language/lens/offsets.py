"""Places in a text as Qt counts them: in units of UTF-16, where a sign outside the first plane counts twice."""

from collections.abc import Sequence


def utf16_places(text: str, places: Sequence[int]) -> tuple[int, ...]:
    """The same places, given in rising order as indices into `text`, counted in units of UTF-16."""
    if text.isascii():
        return tuple(places)
    found, units, at = [], 0, 0
    for place in places:
        if place < at:
            raise ValueError("places in rising order")
        units += utf16_length(text[at:place])
        at = place
        found.append(units)
    return tuple(found)


def utf16_length(text: str) -> int:
    """How many units of UTF-16 a text takes; half a pair alone counts as one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
