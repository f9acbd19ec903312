"""For what this journal is not for: abuse, injury, discrimination, threats. Ways outside, said plainly."""

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.words import N_, _

WAYS = (
    N_("If anyone is in danger now: call the emergency number of your country."),
    N_("If a boundary was crossed, or you were harmed or treated unfairly: the licensing board of this profession."),
    N_("If you want someone to speak for you: a patient ombudsperson, a counselling centre, or a lawyer."),
    N_("If you want to go on with somebody else: you may leave today, and take a copy of your record along."),
    N_("This program cannot call anyone. Nothing written here reaches anybody but the two of you."),
)


class OutsideCard(Card):
    """A line that opens the ways."""

    def __init__(self) -> None:
        """Closed at first."""
        super().__init__()
        self.link = LinkButton(_("Worse than a let-down?"), icon="shield-warning")
        self.link.clicked.connect(self.open)
        self._ways = [PlainLabel(_(words)) for words in WAYS]
        self.column.addWidget(self.link)
        for way in self._ways:
            way.hide()
            self.column.addWidget(way)

    def open(self) -> None:
        """Show them, or put them away."""
        shown = self._ways[0].isHidden()
        for way in self._ways:
            way.setVisible(shown)
