"""The card above the text while an agreement is talked over: open points, and the way to the changed text."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from healingpartner.agreements.negotiation.model import has_unwritten, waiting
from healingpartner.agreements.practising.model import Adoption, Practised
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.answers import name_of
from healingpartner.desktop.agreements.open_points import AgreeWithAll, OpenPoints
from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class TalkCard(Card):
    """`jumps`: to a commitment; the other signals: what was pressed."""

    jumps = Signal(str)
    agrees_with_all = Signal()
    makes_text = Signal()
    compares = Signal()
    practises = Signal()
    recalls = Signal()

    def __init__(self, found: PersonAgreement) -> None:
        """`found`: an agreement with its points."""
        super().__init__(_("Talking it over"))
        self.open, self.agree_with_all = OpenPoints(), AgreeWithAll(Voice.PRACTITIONER)
        self.make_text = QuietButton(_("Make the changed text"), icon="note-pencil")
        self.compare = QuietButton(_("See what changed"))
        self.practise = QuietButton(_("Not yet where I still practise"))
        self.practise.hide()
        self.recall = LinkButton(_("What was said so far"))
        self._points = found.points
        self._words = PlainLabel(tone="soft")
        row = FlowLayout(gap=10)
        for button in (self.make_text, self.agree_with_all, self.practise, self.compare, self.recall):
            row.addWidget(button)
        for part in (self.open, self._words):
            self.column.addWidget(part)
        self.column.addLayout(row)
        self.open.jumps.connect(self.jumps)
        self.agree_with_all.clicked.connect(self.agrees_with_all)
        self.make_text.clicked.connect(self.makes_text)
        self.compare.clicked.connect(self.compares)
        self.recall.clicked.connect(self.recalls)
        self.practise.clicked.connect(self.practises)
        self.show_found(found)

    def show_found(self, found: PersonAgreement) -> None:
        """Count and offer again."""
        version = found.version
        if version is None:
            return
        self._points = found.points
        self.open.show_points(found.points)
        self.agree_with_all.show_points(found.points)
        wait = waiting(found.points)
        unwritten = has_unwritten(version.body, found.points)
        self.make_text.setVisible(unwritten and not wait)
        self.compare.setVisible(version.number > 1)
        new = wait[0].reworded() if wait else None
        if new is not None:
            other = Voice.PRACTITIONER if new.side is Voice.PATIENT else Voice.PATIENT
            words = (
                _("New words wait for your answer.")
                if other is Voice.PRACTITIONER
                else _("Your new words wait for the answer of {name}.").format(name=name_of(other, found.names))
            )
        elif unwritten:
            words = _(
                "The text does not carry all of this yet. Make the changed text; then you both read it and sign. "
                "What stays open is marked in it, and binds nobody."
            )
        else:
            words = _("Each of you may answer point by point, or just talk. Nothing presses.")
        self._words.setText(words)

    def show_adopted(self, adopted: Mapping[str, Adoption]) -> None:
        """Offer "not yet" in one step where something here is still being practised."""
        still = {key for key, one in adopted.items() if one.state is not Practised.PROMISED}
        self.practise.setVisible(
            any(point.commitment.id in still and point.practitioner is None for point in self._points)
        )

    def say(self, words: str) -> None:
        """Say one thing that comes first."""
        self._words.setText(words)
        self._words.set_tone("warn")
        announce(self, words)
