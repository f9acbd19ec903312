"""A hard thing, on the turned view: asked about before it is told, whoever has it to say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.journal.words import ICONS
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.model import HARD_WAY_WORDS, KIND_WORDS, HardOffer, HardWay, Kind
from healingpartner.journal.views import PersonJournal


class HardThing(QWidget):
    """offers: the patient has one. answers: (offer id, way). writes: the offer's id, once it is known how."""

    offers = Signal()
    answers = Signal(str, object)
    writes = Signal(str)

    def __init__(self, found: PersonJournal) -> None:
        """What is offered and not told yet stands in `found`."""
        super().__init__()
        self.buttons: dict[str, QuietButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._name = isolated(found.names.practitioner)
        by = {one.by: one for one in found.offers}
        if Voice.PRACTITIONER in by:
            self._asked(by[Voice.PRACTITIONER])
        self._own(by.get(Voice.PATIENT))

    def _asked(self, offer: HardOffer) -> None:
        asks = _("{name} has something hard to say. How would you like to hear it?").format(name=self._name)
        self._column.addWidget(TitleLabel(asks))
        row = FlowLayout(gap=12)
        for way, words in HARD_WAY_WORDS.items():
            button = QuietButton(_(words), large=True)
            button.setCheckable(True)
            button.setChecked(offer.answer is way)
            button.clicked.connect(lambda _on=False, way=way: self.answers.emit(offer.id, way))
            self.buttons[way.value] = button
            row.addWidget(button)
        self._column.addLayout(row)

    def _own(self, offer: HardOffer | None) -> None:
        row = FlowLayout(gap=12)
        if offer is None:
            self._button(row, "offer", _(KIND_WORDS[Kind.HARD])).clicked.connect(self.offers)
            self._column.addLayout(row)
            return
        if offer.answer is None:
            words = _("You have something hard to say. {name} has not said yet how to hear it.")
        elif offer.answer is HardWay.NOT_AT_ALL:
            words = _("{name} asked not to be told now. You can tell it to someone else you trust.")
        else:
            words = _("{name} would like to hear the hard thing: {way}.")
            button = self._button(row, "write", _("Write the hard thing"))
            button.clicked.connect(lambda: self.writes.emit(offer.id))
        way_words = "" if offer.answer is None else _(HARD_WAY_WORDS[offer.answer])
        self._column.addWidget(PlainLabel(words.format(name=self._name, way=way_words)))
        self._column.addLayout(row)

    def _button(self, row: FlowLayout, key: str, words: str) -> QuietButton:
        button = QuietButton(words, icon=ICONS[Kind.HARD.value], large=True)
        self.buttons[key] = button
        row.addWidget(button)
        return button
