"""The patient has something hard to say: the practitioner says how they would like to hear it."""

from PySide6.QtCore import Signal

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.journal.model import HARD_WAY_WORDS, HardOffer, HardWay


class HardCard(Card):
    """answers: (offer id, way)."""

    answers = Signal(str, object)

    def __init__(self, offer: HardOffer, called: str) -> None:
        """`offer`: the patient's, not told yet; `called`: as they asked to be called."""
        super().__init__()
        asks = _("{name} has something hard to say. How would you like to hear it?").format(name=isolated(called))
        self.column.addWidget(PlainLabel(asks, tone="strong"))
        self.buttons: dict[HardWay, QuietButton] = {}
        row = FlowLayout(gap=8)
        for way, words in HARD_WAY_WORDS.items():
            button = QuietButton(_(words))
            button.setCheckable(True)
            button.setChecked(offer.answer is way)
            button.clicked.connect(lambda _on=False, way=way: self.answers.emit(offer.id, way))
            self.buttons[way] = button
            row.addWidget(button)
        self.column.addLayout(row)
