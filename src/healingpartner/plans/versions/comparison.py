"""Two states of a plan side by side, word by word; what it is made of is matched by its id, so that nothing is told as
new because it moved.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from healingpartner.foundation.words import _
from healingpartner.language.comparison import Comparison, Part, part
from healingpartner.plans.model import Plan
from healingpartner.plans.versions.lines import (
    Lines,
    alternative_lines,
    decision_lines,
    dissent_lines,
    goal_lines,
    option_lines,
    part_lines,
    plan_lines,
    step_lines,
)
from healingpartner.plans.versions.model import PlanContents


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_WithId)


def compare(former: PlanContents, present: PlanContents, *, numbers: tuple[int, int]) -> Comparison:
    """Compare what a plan said with what it says; `numbers`: of the former and of the present version."""
    parts: list[Part] = list(_pairs("", plan_lines(former.plan), plan_lines(present.plan)))
    parts.append(_drawing(former.plan, present.plan))
    parts += _matched(former.goals, present.goals, goal_lines)
    both = (former, present)
    parts += _matched(former.decisions, present.decisions, lambda one: decision_lines(one, both))
    parts += _matched(former.options, present.options, lambda one: option_lines(one, both))
    parts += _matched(former.alternatives, present.alternatives, alternative_lines)
    parts += _matched(former.dissents, present.dissents, dissent_lines)
    parts += _matched(former.parts, present.parts, part_lines)
    parts += _matched(former.steps, present.steps, lambda one: step_lines(one, both))
    return Comparison(former=numbers[0], present=numbers[1], parts=tuple(one for one in parts if one.runs))


def _matched(former: Iterable[T], present: Iterable[T], lines: Callable[[T], Lines]) -> Iterator[Part]:
    before = {one.id: one for one in former}
    for one in present:
        old = before.pop(one.id, None)
        yield from _pairs(one.id, [] if old is None else lines(old), lines(one))
    for gone in before.values():
        yield from _pairs(gone.id, lines(gone), [])


def _pairs(subject_id: str, former: Lines, present: Lines) -> Iterator[Part]:
    """Both sides' lines by their headings; a side that is not there has none."""
    was, now = _by_heading(former), _by_heading(present)
    for key in dict.fromkeys((*now, *was)):
        yield part(subject_id, key[0], was.get(key, ""), now.get(key, ""))


def _by_heading(lines: Lines) -> dict[tuple[str, int], str]:
    """Each line by its heading and which of that heading it is: a row of one's own may be named like another."""
    found: dict[tuple[str, int], str] = {}
    for heading, words in lines:
        found[heading, sum(heading == other for other, _nth in found)] = words
    return found


def _drawing(former: Plan, present: Plan) -> Part:
    """Lines cannot be told word by word: a drawing that changed is told as another one."""
    was = _("A drawing") if former.drawing else ""
    now = was if former.drawing == present.drawing else _("A new drawing") if present.drawing else ""
    return part("", _("What we drew"), was, now)
