"""Whole bodies in words: rooms that keep a part as one canonical JSON are told field by field, as a person can read it.

Moments, days, money and answers are written as this language writes them. Left out are only the house's own marks,
strokes (they stand on the papers they belong to) and what is sealed.
"""

import json
import re
from collections.abc import Iterator, Mapping

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.record_copy import CopyEntry

_LEFT_OUT = frozenset(
    {
        "id",
        "kind",
        "version",
        "place",
        "strokes",
        "drawing",
        "box",
        "sealed_to",
        "instead_of",
        "plan",
        "chosen",
        "parts",
    }
)
_MARKS = ("_id", "_sha256")
_THE_PATIENTS = frozenset(
    {"matters", "hopes", "fears", "patient_words", "inner_words", "ready_why", "sure_why", "needs", "limits"}
)
_SPOKEN_AS = ("voice", "by", "proposed_by", "owner")
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}\Z")
_SIDES: Mapping[str, str] = {
    "patient": N_("The patient"),
    "practitioner": N_("The practitioner"),
    "both": N_("Both"),
}


def is_body(text: str) -> bool:
    """Whether this is a part as a room writes it down whole (vault/written.py)."""
    return text.startswith("{") and '"kind":"hp/' in text


def entries_of_body(
    text: str, words: Words, *, labels: Mapping[str, str], values: Mapping[str, Mapping[str, str]]
) -> Iterator[CopyEntry]:
    """An entry for each thing a body says. labels and values: marked words, by the field's name and its value."""
    body = json.loads(text)
    voice = next((Voice(str(body[name])) for name in _SPOKEN_AS if str(body.get(name)) in _SIDES), Voice.BOTH)
    yield from _Telling(words, labels, values, voice).of(body)


class _Telling:
    def __init__(
        self, words: Words, labels: Mapping[str, str], values: Mapping[str, Mapping[str, str]], voice: Voice
    ) -> None:
        self._words, self._labels, self._values, self._voice = words, labels, values, voice

    def of(self, body: Mapping[str, object]) -> Iterator[CopyEntry]:
        for name, value in body.items():
            if name not in _LEFT_OUT and not name.endswith(_MARKS):
                yield from self._value(name, value)

    def _value(self, name: str, value: object) -> Iterator[CopyEntry]:
        whole = self._as_one(name, value)
        if whole:
            spoken = isinstance(value, str) and name not in self._values and not _DAY.match(value)
            whose = Voice.PATIENT if name in _THE_PATIENTS else self._voice if spoken else Voice.BOTH
            yield CopyEntry(label=self._label(name), words=whole, voice=whose)
        elif isinstance(value, dict):
            for inner, part in value.items():
                told = inner if inner in self._labels or not inner.lstrip("-").isdigit() else name
                if inner not in _LEFT_OUT and not inner.endswith(_MARKS):
                    yield from self._value(told, part)
        elif isinstance(value, list):
            for part in value:
                yield from self._value(name, part)

    def _as_one(self, name: str, value: object) -> str:
        """What can be said in one line; "" for what holds more than that, or nothing."""
        words = self._words
        if isinstance(value, dict):
            if value.keys() == {"utc_us", "offset_min", "zone"}:
                return words.moment(Instant(**value))
            if value.keys() == {"minor", "currency"}:
                return words.money(Money(**value))
            return ""
        if isinstance(value, bool):
            return words.say(N_("yes")) if value else ""  # a no that nobody said is no answer
        if isinstance(value, int):
            return words.number(value)
        if not isinstance(value, str) or not value:
            return ""
        known = self._values.get(name, {}).get(value) or (_SIDES.get(value) if name in _SPOKEN_AS else None)
        if known is not None:
            return words.say(known)
        return _day(value, words) if _DAY.match(value) else value

    def _label(self, name: str) -> str:
        known = self._labels.get(name)
        return self._words.say(known) if known else name.replace("_", " ").capitalize()


def _day(value: str, words: Words) -> str:
    """A whole day or a part of one, as it is spoken; as it lies where it is none."""
    try:
        return words.partial_date(PartialDate.read(value))
    except ValueError:
        return value
