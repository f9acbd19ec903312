"""The order of a plan's parts: by their place, and what shares one as it was written."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A part that has a place among others."""

    @property
    def place(self) -> int: ...  # noqa: D102 - the class says it


T = TypeVar("T", bound=Placed)


def in_order(parts: Iterable[T]) -> tuple[T, ...]:
    """By their place; what shares one, as it was written."""
    return tuple(sorted(parts, key=lambda part: part.place))


def next_place(parts: Iterable[Placed]) -> int:
    """The place behind all of them."""
    return max((part.place for part in parts), default=-1) + 1
