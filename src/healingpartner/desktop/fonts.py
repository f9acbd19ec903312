"""The bundled faces: Atkinson Hyperlegible Next to read, Literata for titles and spoken words, Noto behind both.

Only bundled faces are named, so that a picture is the same on every machine.
"""

from PySide6.QtGui import QFont, QFontDatabase

from healingpartner.foundation.paths import resource

FAMILY_TEXT = "Atkinson Hyperlegible Next"
FAMILY_SERIF = "Literata"
FALLBACKS = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans SC", "Noto Emoji")
BODY = 15

_loaded: list[int] = []


def load() -> None:
    """Make the bundled faces known to Qt; the second call does nothing."""
    if not _loaded:
        faces = sorted(resource("fonts").glob("*/*.ttf"))
        _loaded.extend(QFontDatabase.addApplicationFont(str(face)) for face in faces)


def text_font(px: float = BODY, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The reading face, `px` pixels high at 100 %."""
    return _font(FAMILY_TEXT, px, weight)


def serif_font(px: float, *, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
    """The face of titles and of spoken words."""
    font = _font(FAMILY_SERIF, px, weight)
    font.setItalic(italic)
    return font


def families(first: str) -> list[str]:
    """`first` with every fallback behind it, in order."""
    return [first, *FALLBACKS]


def _font(family: str, px: float, weight: QFont.Weight) -> QFont:
    font = QFont(families(family))
    font.setPixelSize(max(1, round(px)))
    font.setWeight(weight)
    return font
