"""Practise before promising: the practitioner's own calm page, one commitment after another. Nobody else sees it."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.library import FULL, starting_wording
from healingpartner.agreements.practising.acts import adopt_commitment
from healingpartner.agreements.practising.model import PRACTISED_WORDS, Adoption, Practised
from healingpartner.agreements.practising.views import adopted
from healingpartner.agreements.wording import Commitment
from healingpartner.desktop import icons
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken


class PractisingPanel(QWidget):
    """Every commitment of the full wording, with how the practitioner stands to it and a note of their own."""

    def __init__(self, desk: Desk) -> None:
        """Asks its view at once."""
        super().__init__()
        self._desk = desk
        page = ScrollPage(_("Practise before promising"), margin=4)
        intro = Card(_("Practise before promising"))
        intro.column.addWidget(
            PlainLabel(
                _(
                    "For yourself alone. Take up one promise at a time, before you offer it to anyone. "
                    "Nobody counts, and not yet is a good answer."
                )
            )
        )
        page.column.addWidget(intro)
        wording = starting_wording(FULL, spoken().locale)
        self.cards = tuple(PractisedCard(one) for one in wording.commitments)
        for card in self.cards:
            card.on_change = self._adopt
            page.column.addWidget(card)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.ask()

    def ask(self) -> None:
        """Ask again how the practitioner stands to each."""
        self._desk.runner.ask(adopted, owner=self, then=self._show)

    def flush(self) -> None:
        """Keep notes typed and not kept yet."""
        for card in self.cards:
            card.keep_note()

    def _show(self, found: Mapping[str, Adoption]) -> None:
        for card in self.cards:
            card.show_adoption(found.get(card.commitment.id))

    def _adopt(self, card: "PractisedCard", state: Practised, note: str) -> None:
        self._desk.runner.do(
            adopt_commitment,
            card.commitment.id,
            title=card.commitment.title,
            state=state,
            note=note,
            by=Voice.PRACTITIONER,
            owner=self,
            then=lambda _id: self.ask(),
            sorry=card.say,
        )


class PractisedCard(Card):
    """One commitment. `on_change`: called with the card, the state and the note."""

    def __init__(self, commitment: Commitment) -> None:
        """`commitment`: of any wording."""
        super().__init__(commitment.title)
        self.commitment = commitment
        self.on_change: Callable[[PractisedCard, Practised, str], None] = _nothing
        self._kept: Adoption | None = None
        self.column.addWidget(PlainLabel(commitment.practitioner))
        row = FlowLayout(gap=8)
        self.buttons: dict[Practised, QuietButton] = {}
        for state, words in PRACTISED_WORDS.items():
            button = QuietButton(_(words))
            button.setCheckable(True)
            button.setProperty("small", True)
            button.setAccessibleName(_("{answer}: {title}").format(answer=_(words), title=commitment.title))
            button.clicked.connect(lambda _on=False, state=state: self._press(state))
            self.buttons[state] = button
            row.addWidget(button)
        self.column.addLayout(row)
        self.own_note = LineField(_("A note to myself"))
        self.own_note.line.setAccessibleName(
            _("{answer}: {title}").format(answer=_("A note to myself"), title=commitment.title)
        )
        self.own_note.line.editingFinished.connect(self.keep_note)
        self.column.addWidget(self.own_note)

    def show_adoption(self, found: Adoption | None) -> None:
        """Show how the practitioner stands to it; a note being typed stays."""
        before = "" if self._kept is None else self._kept.note
        self._kept = found
        for state, button in self.buttons.items():
            chosen = found is not None and found.state is state
            button.setChecked(chosen)
            button.setIcon(icons.icon("check", "mine") if chosen else QIcon())
        if found is not None and self.own_note.value() == before:
            self.own_note.set_value(found.note)

    def keep_note(self) -> None:
        """Keep the note, when it is another than the one kept."""
        kept = "" if self._kept is None else self._kept.note
        if self.own_note.value().strip() != kept:
            state = Practised.NOT_YET if self._kept is None else self._kept.state
            self.on_change(self, state, self.own_note.value())

    def say(self, problem: RuleBroken | Refused) -> None:
        """A rule's sentence beside the note."""
        self.own_note.say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())

    def _press(self, state: Practised) -> None:
        self.show_adoption(self._kept)
        self.on_change(self, state, self.own_note.value())


def _nothing(_card: PractisedCard, _state: Practised, _note: str) -> None:
    """Nobody listens yet."""
