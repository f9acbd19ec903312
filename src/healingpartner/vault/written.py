"""How parts of a record are written down: each as canonical JSON with its kind and version, read for ever.

A part is a frozen dataclass of text, whole numbers, yes and no, days, instants, money, voices and the like, lists and
mappings of them, and parts inside parts. What a later program adds has a default, so that older words are read as they
were; what this program does not know is refused.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.vault.canonical import canonical

VERSION = 1
_HEAD = ("kind", "version")
_AS_THEY_ARE = frozenset({str, int, bool, NoneType})
_BESIDE_HEAD = {f"{name}_": name for name in _HEAD}

P = TypeVar("P")
Read = Callable[[Any], Any]


def to_text(part: object, *, kind: str) -> str:
    """The part as it is kept, under its kind. TypeError for what cannot be kept, a float say."""
    own = {_aside(name): value for name, value in _members(part).items()}
    return canonical({"kind": kind, "version": VERSION, **own}).decode()


def said_text(part: object, *, kind: str) -> str:
    """What the part says, to be hashed: as `to_text`, without all that is as it is by default.

    So a field that a later program adds does not change what was said before.
    """
    return canonical({"kind": kind, "said": _said(part)}).decode()


def from_text(shape: type[P], text: str, *, kind: str) -> P:
    """What `to_text` wrote. ValueError when it is of another kind, newer, or not whole."""
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("kind") != kind:
        raise ValueError("these are not the words of this kind of part")
    if not isinstance(content.get("version"), int) or not 1 <= content["version"] <= VERSION:
        raise ValueError("these words were written by a newer program")
    own = {_BESIDE_HEAD.get(name, name): value for name, value in content.items() if name not in _HEAD}
    part: P = _reader(cast(Any, shape))(own)
    return part


def _aside(name: str) -> str:
    """A field of the part that is called like one of the head steps aside: an option's own kind is "kind_"."""
    return f"{name}_" if name in _HEAD else name


def _members(part: object) -> dict[str, object]:
    return {each.name: _plain(getattr(part, each.name)) for each in _fields(cast(Any, type(part)))}


def _plain(value: object) -> object:
    shape: Any = type(value)  # asked once for each type: a large part has ten thousand values
    return value if shape in _AS_THEY_ARE else _writer(shape, _members)(value)


def _said(value: object) -> object:
    shape: Any = type(value)
    return value if shape in _AS_THEY_ARE else _writer(shape, _members_said)(value)


def _members_said(part: object) -> dict[str, object]:
    given = ((name, getattr(part, name), default) for name, default in _defaults(cast(Any, type(part))))
    return {name: _said(value) for name, value, default in given if value != default}


@cache
def _defaults(shape: type) -> tuple[tuple[str, object], ...]:
    """Each field's name and its default; MISSING, which equals nothing, where there is none."""
    return tuple(
        (each.name, each.default if each.default_factory is MISSING else each.default_factory())
        for each in _fields(shape)
    )


@cache
def _writer(shape: type, members: Read) -> Read:
    """What makes values of this type plain; what cannot be kept is left as it is, for `canonical` to refuse.

    members: what makes a part inside plain.
    """
    plain = _plain if members is _members else _said
    if issubclass(shape, Enum):
        return lambda value: value.value
    if shape is PartialDate:
        return PartialDate.text
    if issubclass(shape, date):
        return lambda value: value.isoformat()
    if issubclass(shape, Mapping):
        return lambda value: {str(_plain(name)): plain(inner) for name, inner in value.items()}
    if issubclass(shape, tuple | list):
        return lambda value: [plain(inner) for inner in value]
    return members if is_dataclass(shape) else lambda value: value


@cache
def _fields(shape: type) -> tuple[Field[Any], ...]:
    if not is_dataclass(shape):
        raise TypeError("a part is a dataclass")
    return tuple(each for each in fields(shape) if each.init)


@cache
def _reader(shape: Any) -> Read:
    """What reads a value of this shape back. TypeError for a shape that is never kept."""
    origin, inside = get_origin(shape), get_args(shape)
    if origin in {Union, UnionType}:
        (given,) = (each for each in inside if each is not NoneType)
        inner = _reader(given)
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        each_one = _reader(inside[0])
        return lambda value: tuple(each_one(one) for one in _of(list, value))
    if origin is not None and issubclass(origin, Mapping):
        name_of, value_of = _reader_of_name(inside[0]), _reader(inside[1])
        return lambda value: {name_of(name): value_of(inner) for name, inner in _of(dict, value).items()}
    if shape in {str, int, bool}:
        return lambda value: _of(shape, value)
    if shape is PartialDate:
        return lambda value: PartialDate.read(_of(str, value))
    if shape is date:
        return lambda value: date.fromisoformat(_of(str, value))
    if issubclass(shape, Enum):
        return cast(Read, shape)
    return _reader_of_part(shape)


def _reader_of_name(shape: Any) -> Read:
    return int if shape is int else _reader(shape)


def _reader_of_part(shape: type) -> Read:
    hints = get_type_hints(shape)
    readers = {each.name: _reader(hints[each.name]) for each in _fields(shape)}
    needed = {each.name for each in _fields(shape) if each.default is MISSING and each.default_factory is MISSING}

    def read(value: object) -> object:
        content = _of(dict, value)
        if not needed <= content.keys() <= readers.keys():
            raise ValueError("these words are not whole, or hold something this program does not know")
        return shape(**{name: readers[name](inner) for name, inner in content.items()})

    return read


def _of(shape: type, value: object) -> Any:
    if type(value) is not shape:
        raise ValueError("these words do not hold what they should")
    return value
