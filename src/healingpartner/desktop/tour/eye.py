"""Finding things on the screen as a screen reader does: by the name they are announced with."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from healingpartner.desktop.tour.book import NotHeld
from healingpartner.foundation.text import clean_line

W = TypeVar("W", bound=QWidget)
_DIRECTIONS = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u200e\u200f\u200b")


def plain(words: str) -> str:
    """Words without direction marks and doubled mnemonics, in one line."""
    return clean_line(words.translate(_DIRECTIONS).replace("&&", "&"), field="", limit=1_000_000)


def name_of(widget: QWidget) -> str:
    """What a screen reader would call it."""
    named = widget.accessibleName()
    if not named and isinstance(widget, QAbstractButton | QLabel):
        named = widget.text()
    return plain(named)


def windows() -> Iterator[QWidget]:
    """Every visible window, the active one first."""
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    yield from sorted(shown, key=lambda each: not each.isActiveWindow())


def in_sight(kind: type[W]) -> Iterator[W]:
    """Every visible widget of a kind, in the windows in front first, then as they were made."""
    for window in windows():
        for widget in (window, *window.findChildren(QWidget)):
            if isinstance(widget, kind) and isValid(widget) and widget.isVisible():
                yield widget


def find(name: str, kind: type[W], *, nth: int = 0, enabled: bool = True) -> W | None:
    """The `nth` widget of that name, or None. A name that ends in … may go on."""
    wanted = plain(name)
    begins = wanted.removesuffix("…")
    found = [
        each
        for each in in_sight(kind)
        if (each.isEnabled() or not enabled)
        and (name_of(each) == wanted or (begins != wanted and name_of(each).startswith(begins)))
    ]
    return found[nth] if -len(found) <= nth < len(found) else None


def words_in_sight() -> str:
    """Everything that can be read now, a line for each label, button and field."""
    lines = []
    for widget in in_sight(QWidget):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            lines.append(plain(widget.text()))
        elif isinstance(widget, QPlainTextEdit):
            lines.append(plain(widget.toPlainText()))
        named = plain(widget.accessibleName())
        if named and (not lines or named != lines[-1]):
            lines.append(named)
    return "\n".join(line for line in lines if line)


def reads(words: str) -> bool:
    """Whether these words stand somewhere in sight."""
    return plain(words) in words_in_sight()


def must_read(*sentences: str) -> str:
    """The sentences, when all stand in sight; NotHeld otherwise, with a part of what stands there."""
    there = words_in_sight()
    for sentence in sentences:
        if plain(sentence) not in there:
            raise NotHeld(f"“{sentence}” was not to be read; there was: {there[:600]}")
    return " · ".join(sentences)


def must_not_read(*sentences: str) -> None:
    """NotHeld when one of these stands in sight."""
    there = words_in_sight()
    for sentence in sentences:
        if plain(sentence) in there:
            raise NotHeld(f"“{sentence}” could be read")
