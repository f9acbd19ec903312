"""Rows of any room in words: what a room's `copy_of` gives, table by table, as a person can read it.

What has no words of its own here is still shown, under its column's name: a copy that leaves things out would not
be one. Left out are only the house's own marks: ids, places in an order, hashes, and clocks' offsets.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from healingpartner.exchange.record_bodies import entries_of_body, is_body
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.record_copy import CopyEntry, CopySection
from healingpartner.vault.reading import Value

Rows = Mapping[str, Sequence[Mapping[str, Value]]]
_MARKS = ("_id", "_sha256", "_offset", "_zone", "_head", "_seq")
_HIDDEN = frozenset({"n", "id", "position", "version", "number", "kind_of_body", "drawing"})
_VOICES = {"patient": Voice.PATIENT, "practitioner": Voice.PRACTITIONER}
_VOICE_COLUMNS = ("voice", "side", "by", "begun_by")

LABELS: dict[str, str] = {
    "words": N_("Words"),
    "text": N_("Text"),
    "title": N_("Title"),
    "note": N_("Note"),
    "reason": N_("Reason"),
    "state": N_("State"),
    "said": N_("Said"),
    "made": N_("Made"),
    "written": N_("Written"),
    "begun": N_("Begun"),
    "ended": N_("Ended"),
    "done": N_("Done"),
    "given": N_("Given"),
    "withdrawn": N_("Taken back"),
    "question": N_("Question"),
    "answer": N_("Answer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How the rows of one table are told. `labels` and `values` by column; `left_out`: columns told elsewhere.

    in_lines: a line for each row instead of a section, for short rows of which there are many.
    """

    title: str
    labels: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    in_lines: bool = False


def sections_of_rows(
    rows: Rows, words: Words, *, told: Mapping[str, Told], titles: Mapping[str, str]
) -> Iterator[CopySection]:
    """A section for each row, those of one table one after the other. `titles`: of commitments, by their id."""
    for table, every in rows.items():
        how = told.get(table) or Told(title=_plain(table))
        if how.in_lines and every:
            lines = tuple(_line(tuple(_entries(row, words, how, titles))) for row in every)
            yield CopySection(title=words.say(how.title), entries=lines)
            continue
        for number, row in enumerate(every, start=1):
            entries = tuple(_entries(row, words, how, titles))
            if entries:
                title = words.say(how.title)
                counted = f"{title} {words.number(number)}" if len(every) > 1 else title
                yield CopySection(title=counted, entries=entries)


def _entries(row: Mapping[str, Value], words: Words, how: Told, titles: Mapping[str, str]) -> Iterator[CopyEntry]:
    side = next((_VOICES[str(row[name])] for name in _VOICE_COLUMNS if str(row.get(name)) in _VOICES), Voice.BOTH)
    title = titles.get(str(row.get("commitment_id", "")))
    if title:
        yield CopyEntry(label="", words=title, voice=Voice.BOTH)
    for column, value in row.items():
        if value is None or value == "" or column in how.left_out or _is_mark(column):
            continue
        yield from _told(column, value, row, words, how, side)


def _line(entries: Sequence[CopyEntry]) -> CopyEntry:
    """A whole row in one line, behind the title of its commitment."""
    first = entries[0].words if entries and not entries[0].label else ""
    rest = entries[1:] if first else entries
    return CopyEntry(label=first, words=" · ".join(one.words for one in rest), voice=Voice.BOTH)


def _told(
    column: str, value: Value, row: Mapping[str, Value], words: Words, how: Told, side: Voice
) -> Iterator[CopyEntry]:
    if column.endswith("_us"):
        name = column.removesuffix("_us")
        at = Instant(utc_us=int(str(value)), offset_min=int(str(row[f"{name}_offset"])), zone=str(row[f"{name}_zone"]))
        yield CopyEntry(label=_label(name, words, how), words=words.moment(at), voice=Voice.BOTH)
        return
    label, text = _label(column, words, how), str(value)
    if column == "body" and is_body(text):
        yield from entries_of_body(text, words, labels=LABELS | dict(how.labels), values=how.values)
        return
    if column.endswith(("_on", "_day")):
        yield CopyEntry(label=label, words=_day(text, words), voice=Voice.BOTH)
        return
    known = how.values.get(column, {}).get(text)
    if known is not None:
        yield CopyEntry(label=label, words=words.say(known), voice=Voice.BOTH)
    elif text[:1] in "{[" and (leaves := list(_leaves(text))):
        for name, leaf in leaves:
            yield CopyEntry(label=_label(name, words, how), words=leaf, voice=Voice.BOTH)
    else:
        yield CopyEntry(label=label, words=text, voice=_voice(column, side))


def _day(text: str, words: Words) -> str:
    """A date that may be known in part, as it is spoken; as it lies where it is none."""
    try:
        return words.partial_date(PartialDate.read(text))
    except ValueError:
        return text


def _voice(column: str, side: Voice) -> Voice:
    """Whose words a column holds: said by its name, or by the row where it keeps words at all."""
    if column.startswith("patient_"):
        return Voice.PATIENT
    if column.startswith("practitioner_"):
        return Voice.PRACTITIONER
    return side if column in {"words", "help"} else Voice.BOTH


def _leaves(text: str) -> Iterator[tuple[str, str]]:
    """What a JSON column says: (its own key, words), the house's marks left out; nothing for what is no JSON."""
    try:
        read: object = json.loads(text)
    except ValueError:
        return
    yield from _leaves_of("", read)


def _leaves_of(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            if not _is_mark(str(key)):
                yield from _leaves_of(str(key), part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves_of(name, part)
    elif value not in (None, "", True, False):
        yield name, str(value)


def _is_mark(column: str) -> bool:
    return column in _HIDDEN or column.endswith(_MARKS)


def _label(name: str, words: Words, how: Told) -> str:
    own = how.labels.get(name) or LABELS.get(name)
    return words.say(own) if own else _plain(name)


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()
