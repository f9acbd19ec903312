"""What the frame can ask of a page it shows: where it stands, what it can turn to the patient or print.

Every answer has a default, so a page overrides only what it can do, and emits `moved` when an answer changes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from healingpartner.people.called import Called


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something the page in sight can do now. `name`: whom it is turned to, as they asked to be called, or "".

    why_not: a sentence when it cannot be done yet ("" when it can).
    """

    run: Callable[[], None]
    name: str = ""
    why_not: str = ""


class Page(QWidget):
    """A page the frame shows."""

    moved = Signal()

    def about_whom(self) -> "Called | None":
        """Of whom one writes on this page: their names and their own words; None when it is about nobody."""
        return None

    def beside(self) -> QWidget | None:
        """A list that stands beside the page from top to bottom (people, say), left of the top bar; or None.

        The frame mounts it, and hides it in discreet mode.
        """
        return None

    def place(self) -> str:
        """Where the page stands, for coming back after locking; never words of a person. "" = its beginning."""
        return ""

    def return_to(self, place: str) -> None:
        """Stand again where `place()` said; a place that is gone is quietly the beginning."""

    def turning(self) -> Offer | None:
        """How to turn the screen to the patient from here; None when there is nothing to turn to."""
        return None

    def printing(self) -> Offer | None:
        """How to print from here; None when there is nothing on paper for this page."""
        return None

    def focus_filter(self) -> bool:
        """Put the cursor into the page's filter (Ctrl+F); False when it has none."""
        return False

    def go_back(self) -> bool:
        """One step back (Escape); False when there is none."""
        return False

    def go_to_tab(self, number: int) -> bool:
        """Show tab `number`, from 1; False when there is none."""
        return False

    def flush(self) -> None:
        """Keep what is being typed as a draft, now: locking follows."""
