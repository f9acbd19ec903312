"""The first and the last page when an agreement is read one at a time: between whom it is, and what is still open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.negotiation.model import Point
from healingpartner.agreements.views import Names
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, ngettext, spoken


class BetweenTwo(Card):
    """Who the two are, what this is, and how it is read."""

    def __init__(self, names: Names, count: int) -> None:
        """`count`: of its promises."""
        super().__init__()
        self.column.addWidget(PlainLabel(_("An agreement between two people"), tone="soft"))
        for name in (names.patient, names.practitioner or _("Practitioner")):
            self.column.addWidget(TitleLabel(isolated(name)))
        said = ngettext(
            "{count} promise, with a part for each of you. One page shows one.",
            "{count} promises, each with a part for each of you. One page shows one.",
            count,
        ).format(count=spoken().number(count))
        self.column.addWidget(PlainLabel(said))
        self.column.addWidget(PlainLabel(_("Stop, go back, or ask at any page. Signing comes last, if you want it.")))


class StillOpen(Card):
    """What is still open, by name, before anyone signs. `jumps`: to the commitment of that id."""

    jumps = Signal(str)

    def __init__(self) -> None:
        """Begins with nothing to say."""
        super().__init__()
        self.words = PlainLabel(tone="strong")
        self.links: dict[str, LinkButton] = {}
        self._place = QWidget()
        self._list = QVBoxLayout(self._place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.words)
        self.column.addWidget(self._place)

    def show_points(self, points: Sequence[Point]) -> None:
        """Name those that are open now; a press leads there."""
        while (item := self._list.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        self.links = {}
        for number, point in enumerate(points, start=1):
            if point.is_open:
                link = LinkButton(f"{number}. {point.commitment.title}".replace("&", "&&"), icon="arrow-right")
                link.clicked.connect(lambda _on=False, one=point.commitment.id: self.jumps.emit(one))
                self.links[point.commitment.id] = link
                self._list.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._place.setVisible(bool(self.links))
        self.words.setText(
            _("These points are still open. They may stay open: what is open binds nobody.")
            if self.links
            else _("No point is open.")
        )
