"""Repairs below each other, those under way first, and a place to begin one. What is being typed in them stays."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from healingpartner.desktop.journal.repair_card import RepairCard
from healingpartner.desktop.journal.repair_forms import SAID, LinesForm, statement_of
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.card_column import CardColumn
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.journal.repairs.model import Repair, RepairState
from healingpartner.journal.views import PersonJournal

_GOING = frozenset(RepairState) - {RepairState.CLOSED, RepairState.TAKEN_BACK}


class MendingColumn(CardColumn):
    """asked: (act, the repair, what it needs, the form it came from). said: (statement, entry id, its form).

    typed_on: at each key in one of the forms.
    """

    asked = Signal(str, object, object, object)
    said = Signal(object, str, object)
    typed_on = Signal()

    def __init__(self) -> None:
        """Begins empty."""
        super().__init__(gap=14)
        self.cards: dict[str, RepairCard] = {}
        self.form: LinesForm | None = None
        self._entry_id = ""
        self._words = PlainLabel(tone="soft")
        self.begin_button = QuietButton(_("Say that something let me down"))
        self.begin_button.clicked.connect(lambda _on=False: self.begin())
        self._begin_card = Card()
        self._begin_card.column.addWidget(self._words)
        self._begin_card.column.addWidget(self.begin_button)
        self.add(self._begin_card)

    def show_found(self, found: PersonJournal, today: date) -> None:
        """The repairs as they stand; only those that differ are made anew."""
        ordered = sorted(found.repairs, key=lambda one: one.state not in _GOING)
        stands = {repair.id: repair for repair in ordered}
        for repair_id, card in tuple(self.cards.items()):
            if stands.get(repair_id) != card.repair:
                self.take(self.cards.pop(repair_id))
        for at, repair in enumerate(ordered):
            if repair.id not in self.cards:
                self.cards[repair.id] = self._made(repair, found, today)
                self.insert(at, self.cards[repair.id])
        hears = (
            _("Told gently, it can be mended. What you say to a patient sleeps one night first.")
            if found.hears_such
            else _("{name} has not said yet that they wish to hear such things. It is asked among their wishes, and "
                   "on the turned journal. Until then, talk it over with a peer.")
        )  # fmt: skip
        told = hears.format(name=isolated(found.names.called))
        guard = _("Tell of the work you share, not of money or of needs of your own. When unsure, ask a peer first.")
        self._words.setText(f"{told} {guard}" if found.hears_such else told)
        self.begin_button.setVisible(found.hears_such)

    def begin(self, entry_id: str = "") -> LinesForm:
        """Lines for the practitioner to say what let them down, perhaps from an entry of their own."""
        self.close_form()
        self._entry_id = entry_id
        self.form = form = LinesForm(SAID, _("Let it sleep until tomorrow"))
        form.given.connect(lambda typed: self.said.emit(statement_of(typed), entry_id, form))
        form.leaves.connect(self._leave)
        form.typed_on.connect(self.typed_on)
        self._begin_card.column.addWidget(form)
        form.fields()["when"].setFocus()
        return form

    def close_form(self) -> None:
        """Put the lines away."""
        if self.form is not None:
            _away(self.form)
            self.form = None

    def typed(self) -> dict[str, Any]:
        """What is being typed in the forms, for a draft; nothing where no word is."""
        giving = {one: words for one, card in self.cards.items() if any((words := card.typed()).values())}
        begun = {} if self.form is None else self.form.typed()
        said = {"entry": self._entry_id, "lines": begun} if any(begun.values()) else {}
        return {name: part for name, part in (("said", said), ("giving", giving)) if part}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """What was typed before, in forms that are opened for it."""
        said, giving = typed.get("said"), typed.get("giving")
        if isinstance(said, dict) and isinstance(said.get("lines"), dict):
            self.begin(str(said.get("entry", ""))).show_typed(said["lines"])
        for repair_id, words in (giving if isinstance(giving, dict) else {}).items():
            if repair_id in self.cards and isinstance(words, dict):
                self.cards[repair_id].show_typed(words)

    def _leave(self) -> None:
        self.close_form()
        self.typed_on.emit()

    def _made(self, repair: Repair, found: PersonJournal, today: date) -> RepairCard:
        card = RepairCard(repair, found.names, today)
        card.asked.connect(lambda act, one, given: self.asked.emit(act, one, given, card.form))
        card.typed_on.connect(self.typed_on)
        return card


def _away(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
