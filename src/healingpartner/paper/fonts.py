"""The faces of paper and the order in which they stand in for one another.

A face is read from its file on first need and kept for the life of the program; the Chinese one is ten
megabytes and is opened only for text that the faces before it cannot write.
"""

import struct
import threading
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from healingpartner.foundation.paths import resource

RENDERING = threading.Lock()  # a face belongs to one document while that document is being written


class Role(StrEnum):
    """What a piece of text is for; each role has its own first face."""

    TEXT = "text"
    STRONG = "strong"
    LABEL = "label"
    TITLE = "title"
    SERIF = "serif"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class Box:
    """The ink of a glyph above and below the base line, in thousandths of the type size."""

    low: float
    high: float


class Face:
    """One font file: which characters it writes, how wide they are, and where their ink stands."""

    def __init__(self, name: str, file: str, *, bold: bool) -> None:
        """`name`: how the canvas knows it; `file`: its path below resources/fonts."""
        self.name = name
        self.bold = bold
        self._file = file
        self._font: Any = None
        self._boxes: dict[str, Box] = {}

    @property
    def font(self) -> Any:
        """The reportlab font, read and registered on first need."""
        if self._font is None:
            from reportlab.pdfbase import pdfmetrics

            from healingpartner.paper.unicode_map import mended_font

            self._font = mended_font(self.name, str(resource("fonts", *self._file.split("/"))))
            pdfmetrics.registerFont(self._font)
        return self._font

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph of its own for this character. Controls have none, whatever a file says."""
        if char < " " or "\x7f" <= char <= "\x9f":
            return False
        return bool(self.font.face.charToGlyph.get(ord(char)))

    def width(self, char: str) -> float:
        """The advance, in thousandths of the type size."""
        return float(self.font.face.charWidths.get(ord(char), 0))

    def box(self, char: str) -> Box:
        """The ink of the character's glyph; an empty glyph has a box of nothing."""
        known = self._boxes.get(char)
        if known is None:
            known = self._boxes[char] = self._read_box(char)
        return known

    def _read_box(self, char: str) -> Box:
        face = self.font.face
        glyph = face.charToGlyph.get(ord(char), 0)
        start, end = face.glyphPos[glyph], face.glyphPos[glyph + 1]
        if end - start < 10:
            return Box(0, 0)
        table = face.get_table_pos("glyf")[0]
        _contours, _x_min, y_min, _x_max, y_max = struct.unpack(">5h", face.get_chunk(table + start, 10))
        scale = 1000 / face.unitsPerEm
        return Box(y_min * scale, y_max * scale)


@cache
def _face(file: str, bold: bool) -> Face:
    return Face("HP-" + file.rsplit("/", 1)[-1].removesuffix(".ttf"), file, bold=bold)


_ATKINSON = "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_"
_FIRST = {
    Role.TEXT: (_ATKINSON + "400Regular.ttf", False),
    Role.STRONG: (_ATKINSON + "700Bold.ttf", True),
    Role.LABEL: (_ATKINSON + "600SemiBold.ttf", True),
    Role.TITLE: ("literata/Literata_600SemiBold.ttf", True),
    Role.SERIF: ("literata/Literata_400Regular.ttf", False),
    Role.SPEECH: ("literata/Literata_400Regular_Italic.ttf", False),
}
_STAND_INS = (
    "noto-sans-arabic/NotoSansArabic_400Regular.ttf",
    "noto-sans-hebrew/NotoSansHebrew_400Regular.ttf",
    "noto-sans-sc/NotoSansSC_400Regular.ttf",
    "noto-emoji/NotoEmoji_400Regular.ttf",
)


def is_bold(role: Role) -> bool:
    """Whether the role asks for heavy type; a stand-in without a bold file is then thickened."""
    return _FIRST[role][1]


@cache
def chain(role: Role) -> tuple[Face, ...]:
    """The faces to try for a role, in order."""
    file, bold = _FIRST[role]
    noto = "noto-sans/NotoSans_700Bold.ttf" if bold else "noto-sans/NotoSans_400Regular.ttf"
    return (_face(file, bold), _face(noto, bold), *(_face(each, False) for each in _STAND_INS))
