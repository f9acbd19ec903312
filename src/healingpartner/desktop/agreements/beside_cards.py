"""What stands below the agreement on its tab: renewing, consents, papers, and ending. Each card asks for itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.model import State
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.beside_papers import blank_copy, comparison, plain_beside_full
from healingpartner.desktop.agreements.consent_card import ConsentCard
from healingpartner.desktop.agreements.ending_card import EndingCard
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.agreements.renewal_card import RenewalCard
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.card import Card
from healingpartner.foundation.words import _

Turns = Callable[[GivingBack], None]


class BesideCards(QWidget):
    """The cards for one person's agreement as it stands now."""

    def __init__(self, desk: Desk, found: PersonAgreement, *, talks: Callable[[], None], turns: Turns) -> None:
        """`talks`: called once a new version of the words has been begun; `turns`: turns the screen with a task.

        The page that outlives these cards owns the turned view: an ending draws the cards anew beneath it.
        """
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.renewal: RenewalCard | None = None
        if found.agreement is not None and found.state in (State.SIGNED, State.RENEWAL_DUE):
            self.renewal = RenewalCard(desk, found, turns=turns)
            self.renewal.talks.connect(talks)
            column.addWidget(self.renewal)
        self.consents, self.ending = ConsentCard(desk, found, turns=turns), EndingCard(desk, found, turns=turns)
        self.papers = _papers(desk, found)
        for card in (self.consents, self.papers, self.ending):
            column.addWidget(card)

    def flush(self) -> None:
        """Keep what is being typed in any card."""
        self.ending.flush()


def _papers(desk: Desk, found: PersonAgreement) -> Card:
    card = Card(_("More on paper"))
    card.column.addWidget(PaperLinks(desk, _("Blank copy to give away"), lambda: blank_copy(desk)))
    if found.version is not None:
        name = _("Plain words beside the full ones")
        card.column.addWidget(PaperLinks(desk, name, lambda: plain_beside_full(desk, found)))
        if found.version.number > 1:
            changed = _("What has changed, side by side")
            card.column.addWidget(PaperLinks(desk, changed, lambda: comparison(desk, found)))
    return card
