"""The parts of a long page in one row: a press leads to each, so that nobody has to scroll and look for it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.words import _


class PartsRow(QWidget):
    """One link for each card, with the card's own title on it."""

    def __init__(self, page: ScrollPage, cards: Sequence[Card]) -> None:
        """`cards`: in the order in which they are wanted."""
        super().__init__()
        self._page = page
        self.setAccessibleName(_("The parts of this page"))
        row = FlowLayout(gap=12)
        self.links: list[LinkButton] = []
        for card in cards:
            link = LinkButton(card.title.text())
            link.setAccessibleName(_("Go to: {part}").format(part=card.title.text()))
            link.clicked.connect(partial(self._lead_to, card))
            self.links.append(link)
            row.addWidget(link)
        self.setLayout(row)

    def _lead_to(self, card: Card) -> None:
        """The first thing in it that takes keys gets the focus; then its title stands on top."""
        first = next(
            (
                one
                for one in card.findChildren(QWidget)
                if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            ),
            None,
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.bring_to_top(card)
