"""Two texts side by side, word by word: what stands in both, what was taken out, and what came in.

A pure reading of two texts, for screen and paper alike. Commitments are matched by their id, so one that moved is not
told as removed.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.agreements.marks import Text
from healingpartner.agreements.wording import Commitment

_WORD = re.compile(r"\s+|[^\W_]+(?:['’-][^\W_]+)*|.", re.DOTALL)
LEAST_STAYED = 0.5  # of the words of the longer text
FEW_WORDS = 6  # a short line is compared word by word all the same


class Change(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that share one fate."""

    change: Change
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of both texts. `label`: its heading, "" for opening and closing; `commitment_id`: "" outside of them."""

    commitment_id: str
    label: str
    runs: tuple[Run, ...]

    @property
    def changed(self) -> bool:
        """Whether the two differ here."""
        return any(run.change is not Change.SAME for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts by their numbers, part by part, in the order of the newer one; what is gone stands at the end."""

    former: int
    present: int
    parts: tuple[Part, ...]

    @property
    def changed(self) -> tuple[Part, ...]:
        """The parts that differ."""
        return tuple(part for part in self.parts if part.changed)


def compare_words(former: str, present: str) -> tuple[Run, ...]:
    """The runs that lead from one text to the other; without IN they give the former, without OUT the present."""
    before, after = _WORD.findall(former), _WORD.findall(present)
    runs: list[Run] = []
    out = new = ""
    codes = difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    if _is_written_anew(before, after, codes):
        return tuple(_changed(former, present))
    for place, (tag, a, b, c, d) in enumerate(codes):
        was, now = "".join(before[a:b]), "".join(after[c:d])
        # A space between two changed words is read with them, so that a sentence does not fall into shreds.
        joins = bool(out or new) and not was.strip() and place + 1 < len(codes)
        if tag != "equal" or joins:
            out, new = out + was, new + now
            continue
        runs += _changed(out, new)
        out = new = ""
        runs.append(Run(change=Change.SAME, words=was))
    return (*runs, *_changed(out, new))


def _is_written_anew(before: list[str], after: list[str], codes: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether so few words stayed that two whole sentences read better than their shreds."""
    stayed = sum(bool(word.strip()) for tag, a, b, _c, _d in codes if tag == "equal" for word in before[a:b])
    longer = max(sum(bool(word.strip()) for word in words) for words in (before, after))
    return stayed < longer * LEAST_STAYED and longer > FEW_WORDS


def _changed(out: str, new: str) -> list[Run]:
    return [Run(change=change, words=words) for change, words in ((Change.OUT, out), (Change.IN, new)) if words]


def compare(former: Text, present: Text, *, numbers: tuple[int, int]) -> Comparison:
    """Compare two texts; `numbers`: of the former and of the present version."""
    parts = list(_parts(former, present))
    return Comparison(former=numbers[0], present=numbers[1], parts=tuple(part for part in parts if part.runs))


def _parts(former: Text, present: Text) -> Iterator[Part]:
    old, new = former.wording, present.wording
    yield _part("", "", old.title, new.title)
    yield _part("", "", old.opening, new.opening)
    before = {one.id: one for one in old.commitments}
    for one in new.commitments:
        yield from _commitment(before.pop(one.id, None), one, former, present)
    for gone in before.values():
        yield from _commitment(gone, None, former, present)
    yield _part("", "", old.closing, new.closing)


def _commitment(before: Commitment | None, after: Commitment | None, former: Text, present: Text) -> Iterator[Part]:
    one, labels = after or before, present.wording.labels
    if one is None:
        return
    yield _part(one.id, "", before.title if before else "", after.title if after else "")
    yield _part(one.id, "", _mark(former, before), _mark(present, after))
    for name in ("practitioner", "patient", "why"):
        yield _part(one.id, getattr(labels, name), getattr(before, name, ""), getattr(after, name, ""))


def _mark(text: Text, one: Commitment | None) -> str:
    found = text.open_point(one.id) if one is not None else None
    return "" if found is None else found.words


def _part(commitment_id: str, label: str, former: str, present: str) -> Part:
    return Part(commitment_id=commitment_id, label=label, runs=compare_words(former, present))
