"""The recovery code: 160 bits on paper, 32 Crockford characters and two that check them, in groups of four.

The check is a Reed-Solomon code over the field of 37: the characters' values, and the values weighted by
their place, both add up to nothing. Any one wrong character and any two exchanged are always noticed, and one
wrong character is also found. Codes whose check would need a character beyond Crockford's 32 are drawn
again, which costs 0.4 of the 160 bits.
"""

import unicodedata
from collections.abc import Callable, Sequence

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _, ngettext

FIELD = "recovery_code"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_SECRET_BYTES = 20
_DATA = 32
_LENGTH = 34
_GROUP = 4
_PRIME = 37


def new_code(entropy: Callable[[int], bytes]) -> str:
    """A fresh code, written in groups. `entropy(n)` must give n random bytes."""
    while True:
        code = code_of(entropy(_SECRET_BYTES))
        if code is not None:
            return code


def code_of(secret: bytes) -> str | None:
    """The code that carries these 20 bytes, or None for the quarter of secrets that have none."""
    number = int.from_bytes(secret)
    values = [number >> 5 * place & 31 for place in range(_DATA - 1, -1, -1)]
    plain, weighted = _sums(values)
    last = (33 * plain - weighted) % _PRIME
    before_last = (-plain - last) % _PRIME
    if last >= len(_ALPHABET) or before_last >= len(_ALPHABET):
        return None
    return _written([*values, before_last, last])


def groups(code: str) -> tuple[str, ...]:
    """The groups as they stand on the recovery sheet: eight of four and one of two."""
    return tuple(code.split("-"))


def is_group(typed: str, group: str) -> bool:
    """True when someone typed this group, in whatever case and with look-alike letters."""
    return [_VALUES.get(letter) for letter in _letters(typed)] == [_VALUES[letter] for letter in group]


def secret_of(typed: str) -> bytes:
    """The 20 bytes of a typed code. RuleBroken says what to look at, and names the group where it can."""
    letters = _letters(typed)
    for place, letter in enumerate(letters):
        if letter not in _VALUES:
            raise RuleBroken(FIELD, _strange(letter, place))
    if len(letters) != _LENGTH:
        raise RuleBroken(FIELD, _wrong_length(len(letters)))
    values = [_VALUES[letter] for letter in letters]
    if any(_sums(values)):
        raise RuleBroken(FIELD, _mistyped(values))
    number = 0
    for value in values[:_DATA]:
        number = number << 5 | value
    return number.to_bytes(_SECRET_BYTES)


def _letters(typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(letter for letter in plain if not (letter.isspace() or unicodedata.category(letter) in {"Pd", "Cf"}))


def _written(values: Sequence[int]) -> str:
    letters = "".join(_ALPHABET[value] for value in values)
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _sums(values: Sequence[int]) -> tuple[int, int]:
    weighted = sum(place * value for place, value in enumerate(values, start=1))
    return sum(values) % _PRIME, weighted % _PRIME


def _suspect(values: Sequence[int]) -> int | None:
    """The place that, were it alone wrong, explains both sums; None when more than one must be wrong."""
    off, weighted = _sums(values)
    if not off:
        return None
    place = weighted * pow(off, -1, _PRIME) % _PRIME - 1
    if 0 <= place < len(values) and (values[place] - off) % _PRIME < len(_ALPHABET):
        return place
    return None


def _mistyped(values: Sequence[int]) -> str:
    place = _suspect(values)
    if place is None:
        return _("More than one character is mistyped. Compare each group with the sheet.")
    group = place // _GROUP
    return _("Something is mistyped. Look at group {number} first, the one that reads {group}.").format(
        number=group + 1, group=groups(_written(values))[group]
    )


def _strange(letter: str, place: int) -> str:
    shown = letter if letter.isprintable() else "?"
    return _(
        "Group {number} has “{letter}”, which is never part of a recovery code. Compare it with the sheet."
    ).format(number=place // _GROUP + 1, letter=shown)


def _wrong_length(count: int) -> str:
    if count < _LENGTH:
        missing = _LENGTH - count
        return ngettext(
            "{count} character is missing. A recovery code has 34, in eight groups of four and one of two.",
            "{count} characters are missing. A recovery code has 34, in eight groups of four and one of two.",
            missing,
        ).format(count=missing)
    over = count - _LENGTH
    return ngettext(
        "There is {count} character too many. A recovery code has 34, in eight groups of four and one of two.",
        "There are {count} characters too many. A recovery code has 34, in eight groups of four and one of two.",
        over,
    ).format(count=over)
