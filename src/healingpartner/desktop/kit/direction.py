"""Which way a line of words runs: a sentence as its language does, words alone as their own script does."""

from unicodedata import bidirectional

_OPENS, _CLOSES = frozenset({"LRI", "RLI", "FSI"}), "PDI"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _POP = "\u2066", "\u2067", "\u2069"


def in_reading_order(sentence: str, *, rtl: bool) -> str:
    """A sentence of this program kept in the direction of its language, whatever name it begins with.

    Names in it come isolated (`foundation.text.isolated`), so that they keep their own.
    """
    return f"{_RIGHT_TO_LEFT if rtl else _LEFT_TO_RIGHT}{sentence}{_POP}" if sentence else ""


def runs_right_to_left(words: str) -> bool:
    """Whether the first letter outside any isolated part belongs to a script written from the right."""
    inside = 0
    for kind in map(bidirectional, words):
        if kind in _OPENS:
            inside += 1
        elif kind == _CLOSES:
            inside = max(0, inside - 1)
        elif not inside and kind in {"L", "R", "AL"}:
            return kind != "L"
    return False
