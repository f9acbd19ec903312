"""How many points are still open, with a way to each; and one calm button for who agrees with all of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from healingpartner.agreements.negotiation.model import Point
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext


class OpenPoints(QWidget):
    """A line that is there while anything is open. `jumps`: to the commitment of that id, each press to the next."""

    jumps = Signal(str)

    def __init__(self) -> None:
        """Begins with nothing to say."""
        super().__init__()
        self._ids: list[str] = []
        self._at = -1
        self.words = PlainLabel(tone="strong", wraps=False)
        self.jump = LinkButton(_("Go to the next open point"), icon="arrow-right")
        row = FlowLayout(self, gap=12)
        for part in (self.words, self.jump):
            row.addWidget(part)
        self.jump.clicked.connect(self._go)
        self.hide()

    def show_points(self, points: Sequence[Point]) -> None:
        """Count again."""
        self._ids = [point.commitment.id for point in points if point.is_open]
        count = len(self._ids)
        said = ngettext("{count} point is still open", "{count} points are still open", count)
        self.words.setText(said.format(count=count))
        self.setVisible(bool(count))

    def _go(self) -> None:
        if self._ids:
            self._at = (self._at + 1) % len(self._ids)
            self.jumps.emit(self._ids[self._at])


class AgreeWithAll(QuietButton):
    """One press for who agrees with everything not answered yet; gone once everything is."""

    def __init__(self, side: Voice) -> None:
        """`side`: who is here, and in whose colour."""
        super().__init__(_("I agree with all of it"), icon="check")
        self._side = side

    def show_points(self, points: Sequence[Point]) -> None:
        """Be there while something waits for an answer of this side."""
        self.setVisible(any(point.of(self._side) is None and point.mark is None for point in points))
