"""Two texts of an agreement side by side, word by word; commitments are matched by their id."""

from collections.abc import Iterator

from healingpartner.agreements.marks import Text
from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.language.comparison import Comparison, Part, part


def compare(former: Text, present: Text, *, numbers: tuple[int, int]) -> Comparison:
    """Compare two texts; `numbers`: of the former and of the present version."""
    parts = list(_parts(former, present))
    return Comparison(former=numbers[0], present=numbers[1], parts=tuple(one for one in parts if one.runs))


def _parts(former: Text, present: Text) -> Iterator[Part]:
    old, new = former.wording, present.wording
    yield part("", "", old.title, new.title)
    yield part("", "", old.opening, new.opening)
    if (was := _order(old, new)) != (now := _order(new, old)):
        titles = {one.id: one.title for one in new.commitments}
        yield part("", "", *("\n".join(titles[one] for one in ids) for ids in (was, now)))
    before = {one.id: one for one in old.commitments}
    for one in new.commitments:
        yield from _commitment(before.pop(one.id, None), one, former, present)
    for gone in before.values():
        yield from _commitment(gone, None, former, present)
    yield part("", "", old.closing, new.closing)


def _order(wording: Wording, other: Wording) -> list[str]:
    """Ids of the commitments that stand in both, in the order of this one: the order is a part of the exact text."""
    shared = {one.id for one in other.commitments}
    return [one.id for one in wording.commitments if one.id in shared]


def _commitment(before: Commitment | None, after: Commitment | None, former: Text, present: Text) -> Iterator[Part]:
    one, labels = after or before, present.wording.labels
    if one is None:
        return
    yield part(one.id, "", before.title if before else "", after.title if after else "")
    yield part(one.id, "", _mark(former, before), _mark(present, after))
    for name in ("practitioner", "patient", "why"):
        yield part(one.id, getattr(labels, name), getattr(before, name, ""), getattr(after, name, ""))


def _mark(text: Text, one: Commitment | None) -> str:
    found = text.open_point(one.id) if one is not None else None
    return "" if found is None else found.words
