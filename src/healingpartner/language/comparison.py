"""Two texts side by side, word by word: what stands in both, what was taken out, and what came in.

A pure reading, for screen and paper alike, of whatever two people have put into words together. Rooms match the parts
of their own texts by id, so that one that moved is not told as removed.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

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
    """One part of both texts. `label`: its heading, may be empty; `subject_id`: of what it tells, "" for the whole."""

    subject_id: str
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
    if former == present:
        return (Run(change=Change.SAME, words=former),) if former else ()
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


def part(subject_id: str, label: str, former: str, present: str) -> Part:
    """One part of both texts, compared."""
    return Part(subject_id=subject_id, label=label, runs=compare_words(former, present))
