"""Parts written as canonical JSON: read back as they were, older ones too, and nothing else is read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings, strategies as st

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.plans import kept
from healingpartner.plans.model import Plan
from healingpartner.plans.store import Kept
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.plans.versions.model import PlanContents
from healingpartner.vault.canonical import canonical
from healingpartner.vault.written import VERSION, from_text, said_text, to_text

KIND = "hp/test"
PARTS = [value for value in vars(kept).values() if isinstance(value, Kept)]
WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
MONEY = st.builds(Money, minor=st.integers(0, 2**40), currency=st.sampled_from(["EUR", "USD", "JPY"]))
PARTLY = st.one_of(
    st.builds(PartialDate, year=st.integers(1, 9999)),
    st.builds(PartialDate, year=st.integers(1, 9999), month=st.integers(1, 12)),
    st.builds(lambda day: PartialDate(year=day.year, month=day.month, day=day.day), st.dates()),
)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8),
    int: WHOLE,
    bool: st.booleans(),
    date: st.dates(),
    Money: MONEY,
    PartialDate: PARTLY,
}


def _any(shape: Any) -> st.SearchStrategy[Any]:
    """Anything of this shape, whatever the rules of the room would say to it."""
    origin, inside = get_origin(shape), get_args(shape)
    if origin in {Union, UnionType}:
        return st.one_of(st.none(), *(_any(each) for each in inside if each is not NoneType))
    if origin is tuple:
        return st.lists(_any(inside[0]), max_size=2).map(tuple)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(_any(inside[0]), _any(inside[1]), max_size=2)
    if shape in PLAIN:
        return PLAIN[shape]
    if issubclass(shape, Enum):
        return st.sampled_from(list(shape))
    hints = get_type_hints(shape)
    assert is_dataclass(shape)
    if shape.__name__ == "Ceiling":
        return st.builds(shape, amount=MONEY)
    return st.builds(shape, **{each.name: _any(hints[each.name]) for each in fields(shape) if each.init})


@pytest.mark.parametrize("shape", [Plan, PlanTemplate, PlanContents, *(one.shape for one in PARTS)])
def test_what_was_written_is_read_back_as_it_was(shape: type) -> None:
    @settings(max_examples=12)
    @given(_any(shape))
    def law(part: object) -> None:
        text = to_text(part, kind=KIND)
        assert canonical(json.loads(text)).decode() == text
        assert from_text(shape, text, kind=KIND) == part

    law()


class Mood(StrEnum):
    """A word out of two."""

    CALM = "calm"
    WILD = "wild"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A part inside."""

    at: Instant
    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """A part with a field called like the head, and one that came later."""

    id: str
    kind: Mood
    inner: tuple[Inner, ...] = ()
    levels: Mapping[int, str] = field(default_factory=dict)
    came_later: str = "not yet"


AT = Instant(utc_us=5, offset_min=60, zone="CET")
PART = Outer(id="a", kind=Mood.WILD, inner=(Inner(at=AT, amount=Money(minor=5, currency="EUR")),), levels={-2: "x"})


def _with(path: str, value: object) -> str:
    members: Any = json.loads(to_text(PART, kind=KIND))
    at, (*way, last) = members, path.split("/")
    for name in way:
        at = at[int(name)] if isinstance(at, list) else at[name]
    at[last] = value
    return json.dumps(members)


def test_a_field_called_kind_steps_aside_for_the_head() -> None:
    members = json.loads(to_text(PART, kind=KIND))
    assert (members["kind"], members["kind_"], members["version"]) == (KIND, "wild", VERSION)
    assert from_text(Outer, to_text(PART, kind=KIND), kind=KIND) == PART


def test_older_words_are_read_with_what_came_later_as_it_is_by_default() -> None:
    members = json.loads(to_text(PART, kind=KIND))
    del members["came_later"], members["levels"], members["inner"][0]["amount"]
    read = from_text(Outer, json.dumps(members), kind=KIND)
    assert (read.came_later, read.levels, read.inner[0].amount) == ("not yet", {}, None)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("kind", "hp/other"),
        ("version", VERSION + 1),
        ("version", 0),
        ("version", "1"),
        ("unknown", "x"),
        ("inner/0/unknown", 1),
        ("inner/0/at", None),
        ("inner/0/amount/minor", -1),
        ("inner/0/amount/minor", 1.5),
        ("inner/0/amount/currency", "euro"),
        ("inner", {}),
        ("levels", {"two": "x"}),
        ("levels", []),
        ("kind_", "furious"),
        ("id", 7),
        ("id", None),
        ("inner/0/at/utc_us", True),
    ],
)  # fmt: skip
def test_anything_else_is_not_read(path: str, value: object) -> None:
    with pytest.raises(ValueError):
        from_text(Outer, _with(path, value), kind=KIND)


@pytest.mark.parametrize("text", ["", "[]", "null", "7", "{", '{"kind":"hp/test"}', '{"kind":"hp/test","version":1}'])
def test_what_is_no_part_at_all_is_not_read(text: str) -> None:
    with pytest.raises(ValueError):
        from_text(Outer, text, kind=KIND)


def test_a_float_is_never_written() -> None:
    with pytest.raises(TypeError):
        to_text(Outer(id=1.5, kind=Mood.CALM), kind=KIND)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A part as an earlier program knew it."""

    id: str
    inner: tuple[Inner, ...] = ()
    mood: Mood = Mood.CALM


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """The same as a later program knows it."""

    id: str
    inner: tuple[Inner, ...] = ()
    mood: Mood = Mood.CALM
    said_later: str = ""
    listed: tuple[str, ...] = ()
    by_name: Mapping[str, str] = field(default_factory=dict)


@given(st.text(max_size=4), st.lists(st.builds(Inner, at=_any(Instant), amount=_any(Money | None)), max_size=2))
def test_what_was_said_is_the_same_to_a_later_program(part_id: str, inner: list[Inner]) -> None:
    earlier, grown = Earlier(id=part_id, inner=tuple(inner)), Grown(id=part_id, inner=tuple(inner))
    assert said_text(earlier, kind=KIND) == said_text(grown, kind=KIND)
    assert said_text(replace(grown, said_later="more"), kind=KIND) != said_text(grown, kind=KIND)
    assert said_text(replace(grown, mood=Mood.WILD), kind=KIND) != said_text(grown, kind=KIND)


@pytest.mark.parametrize("shape", [PlanContents])
def test_two_parts_say_the_same_only_when_they_are_the_same(shape: type) -> None:
    @settings(max_examples=20)
    @given(_any(shape), _any(shape))
    def law(one: object, other: object) -> None:
        assert (said_text(one, kind=KIND) == said_text(other, kind=KIND)) is (one == other)

    law()
