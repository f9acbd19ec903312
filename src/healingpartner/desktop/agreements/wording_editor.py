"""Editing a wording of one's own: its title, its commitments in any order, and every word in them."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.own.model import blank_commitment, moved, without
from healingpartner.agreements.wording import Commitment, Labels, Wording
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import _


class WordingEditor(QWidget):
    """`keeps`: the wording as it stands in the fields. `leaves`: nothing is kept. `typed_on`: something was typed."""

    keeps = Signal(object)
    leaves = Signal()
    typed_on = Signal()

    def __init__(self, wording: Wording) -> None:
        """`wording`: what to begin from."""
        super().__init__()
        self._base = wording
        self.title = LineField(_("Title"), value=wording.title)
        self.opening = TextField(_("Opening"), value=wording.opening)
        self.closing = TextField(_("Closing"), value=wording.closing)
        self.cards: list[EditedCard] = []
        self.add = QuietButton(_("Add a commitment"), icon="plus")
        self.keep = PrimaryButton(_("Keep this wording"))
        self.leave = LinkButton(_("Leave without keeping"))
        self._amiss = PlainLabel(tone="warn")
        self._amiss.hide()
        page = ScrollPage(_("My own wording"), margin=4)
        page.column.addWidget(TitleLabel(_("My own wording"), level=1))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        for part in (self.title, self.opening):
            page.column.addWidget(part)
        page.column.addLayout(self._column)
        page.column.addWidget(self.closing)
        page.column.addWidget(self._amiss)
        row = FlowLayout(gap=10)
        for button in (self.add, self.keep, self.leave):
            row.addWidget(button)
        page.column.addLayout(row)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._connect()
        self._show(wording)

    def wording(self) -> Wording:
        """What stands in the fields now."""
        return replace(
            self._base,
            title=self.title.value(),
            opening=self.opening.value(),
            closing=self.closing.value(),
            commitments=tuple(card.commitment() for card in self.cards),
        )

    def say(self, problem: RuleBroken | Refused) -> None:
        """Show what is missing beside its field, and put the keyboard there."""
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        field = self._fields().get(problem.field) if isinstance(problem, RuleBroken) else None
        self._amiss.setText("" if field else sentence)
        self._amiss.setVisible(field is None)
        if field is not None:
            field.say(sentence)
            field.setFocus()

    def begin(self) -> None:
        """Put the keyboard into the title."""
        self.title.setFocus()

    def _fields(self) -> Mapping[str, Field]:
        found: dict[str, Field] = {"title": self.title, "opening": self.opening, "closing": self.closing}
        for card in self.cards:
            found |= {f"{card.id}.{name}": field for name, field in card.fields.items()}
        return found

    def _connect(self) -> None:
        for field in (self.title, self.opening, self.closing):
            field.changed.connect(self.typed_on)
        self.add.clicked.connect(self._add)
        self.keep.clicked.connect(lambda: self.keeps.emit(self.wording()))
        self.leave.clicked.connect(self.leaves)

    def _add(self) -> None:
        now = self.wording()
        new = blank_commitment(now)
        self._show(replace(now, commitments=(*now.commitments, new)))
        self.cards[-1].fields["title"].setFocus()
        self.typed_on.emit()

    def _move(self, commitment_id: str, by: int) -> None:
        self._show(moved(self.wording(), commitment_id, by))
        self.typed_on.emit()

    def _remove(self, commitment_id: str) -> None:
        self._show(without(self.wording(), commitment_id))
        self.typed_on.emit()

    def _show(self, wording: Wording) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [
            EditedCard(number, one, wording.labels) for number, one in enumerate(wording.commitments, start=1)
        ]
        for card in self.cards:
            card.moves.connect(self._move)
            card.removes.connect(self._remove)
            card.typed_on.connect(self.typed_on)
            self._column.addWidget(card)


class EditedCard(Card):
    """One commitment being edited. `moves`: by so many places; `removes`: out of this wording."""

    moves = Signal(str, int)
    removes = Signal(str)
    typed_on = Signal()

    def __init__(self, number: int, commitment: Commitment, labels: Labels) -> None:
        """`number` from 1, as it would stand in the text."""
        super().__init__(_("Commitment {number}").format(number=number))
        self.id, self._base = commitment.id, commitment
        self.fields: dict[str, LineField | TextField] = {
            "title": LineField(_("Title"), value=commitment.title),
            "practitioner": TextField(labels.practitioner, value=commitment.practitioner, lines=2),
            "patient": TextField(labels.patient, value=commitment.patient, lines=2),
            "why": TextField(labels.why, value=commitment.why, lines=1),
        }
        for field in self.fields.values():
            field.changed.connect(self.typed_on)
            self.column.addWidget(field)
        row = FlowLayout(gap=10)
        for words, act in (
            (_("Move up"), lambda: self.moves.emit(self.id, -1)),
            (_("Move down"), lambda: self.moves.emit(self.id, +1)),
            (_("Take it out"), lambda: self.removes.emit(self.id)),
        ):
            button = LinkButton(words)
            button.setAccessibleName(_("{answer}: {title}").format(answer=words, title=commitment.title or str(number)))
            button.clicked.connect(act)
            row.addWidget(button)
        self.column.addLayout(row)

    def commitment(self) -> Commitment:
        """What stands in the fields; plain words go with the promises they belonged to."""
        words = {name: field.value() for name, field in self.fields.items()}
        promised = (words["practitioner"], words["patient"]) == (self._base.practitioner, self._base.patient)
        return Commitment(
            id=self.id,
            plain=self._base.plain if promised else None,
            title=words["title"],
            practitioner=words["practitioner"],
            patient=words["patient"],
            why=words["why"],
        )
