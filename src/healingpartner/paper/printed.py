"""What goes in and what comes out of every printing: the sheet's size, its letterhead, and the finished bytes."""

from dataclasses import dataclass
from enum import StrEnum


class PaperSize(StrEnum):
    """The two sheets of the world."""

    A4 = "A4"
    LETTER = "Letter"

    def points(self) -> tuple[float, float]:
        """Width and height in points (1/72 inch)."""
        return (595.28, 841.89) if self is PaperSize.A4 else (612.0, 792.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How it is to be printed. `large`: 18 pt for everything that is read."""

    size: PaperSize = PaperSize.A4
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who writes, and how to reach them. Every part may be empty; `address` is a tuple of lines."""

    practice: str = ""
    practitioner: str = ""
    title: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A finished paper: its bytes, its title and its number of pages.

    `unprintable` names characters no face of ours can draw ("U+0378"); each stands on the paper in a small box.
    """

    pdf: bytes
    title: str
    pages: int
    unprintable: tuple[str, ...]
