"""The text of an agreement on screen: each commitment with both voices side by side, and why it is here."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.marks import Text
from healingpartner.agreements.negotiation.model import Point, points_of
from healingpartner.agreements.views import Names
from healingpartner.agreements.wording import Labels
from healingpartner.desktop.agreements.answer_bar import AnswerBar
from healingpartner.desktop.agreements.answers import chips_of
from healingpartner.desktop.agreements.plain_words import PlainWords
from healingpartner.desktop.agreements.promise import Promise
from healingpartner.desktop.agreements.said import SaidPanel
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import colour
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class CommitmentCard(Card):
    """One commitment, reached by keys so that a screen reader reads it whole. `reached`: it has the focus."""

    reached = Signal()
    answered = Signal(object)
    typed_on = Signal()

    def __init__(
        self, number: int, point: Point, labels: Labels, *, names: Names | None = None, answering: Voice | None = None
    ) -> None:
        """`number` from 1, as in the exact text; `names`: whose voices stand beside it, None for the words alone.

        answering: who may answer here.
        """
        super().__init__()
        self.commitment = commitment = point.commitment
        self._point, self._names = point, names
        self.bar: AnswerBar | None = None
        self.said: SaidPanel | None = None
        self._chips = FlowLayout()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{number}. {commitment.title}")
        self._plain: PlainWords | None = None
        self._labels = labels
        self._said = (
            *(() if point.mark is None else (point.mark.words,)),
            f"{labels.practitioner}: {commitment.practitioner}",
            f"{labels.patient}: {commitment.patient}",
            f"{labels.why}: {commitment.why}",
        )
        self._describe()
        self.column.addWidget(TitleLabel(f"{number}. {commitment.title}"))
        self.column.addLayout(self._chips)
        if point.mark is not None:
            self.column.addWidget(PlainLabel(point.mark.words, tone="strong"))
        self.column.addWidget(
            TwoVoicePanel(
                Promise(commitment.practitioner, voice=Voice.PRACTITIONER, caption=labels.practitioner),
                Promise(commitment.patient, voice=Voice.PATIENT, caption=labels.patient),
            )
        )
        self._plain_at = self.column.count()
        self.column.addWidget(
            PlainLabel(_("{label}: {words}").format(label=labels.why, words=commitment.why), tone="soft")
        )
        if names is not None:
            self._add_voices(labels, names, answering)
            self.show_point(point)

    def show_plain(self, shown: bool) -> None:
        """Show the plain words below the full ones, or not; a commitment without them stays as it is."""
        if shown and self._plain is None and self.commitment.plain is not None:
            self._plain = PlainWords(self.commitment.plain, self._labels)
            self.column.insertWidget(self._plain_at, self._plain)
        if self._plain is not None:
            self._plain.setVisible(shown)
        self._describe()

    def _describe(self) -> None:
        chips = () if self._names is None else chips_of(self._point, self._names)
        plain = self._plain.said() if self._plain is not None and not self._plain.isHidden() else ()
        self.setAccessibleDescription("\n".join((*(words for words, _tint in chips), *self._said, *plain)))

    def show_point(self, point: Point) -> None:
        """Show what both say of it now; what is being typed stays."""
        if self._names is None:
            return
        before, self._point = self._point, point
        chips = chips_of(point, self._names)
        self._chips.clear()
        for words, tint in chips:
            self._chips.addWidget(Chip(words, tint=tint))
        self._describe()
        if self.said is not None and (point != before or self.said.reply is None):
            self.said.show_point(point)
        if self.bar is not None:
            self.bar.show_point(point)

    def say(self, problem: RuleBroken) -> None:
        """A rule's sentence beside what is being typed here."""
        if self.said is not None and self.said.reply is not None and problem.field == "reason":
            self.said.reply.say(problem)
        elif self.bar is not None:
            self.bar.say(problem)

    def _add_voices(self, labels: Labels, names: Names, answering: Voice | None) -> None:
        self.said = SaidPanel(labels, names, answering=answering)
        self.said.answered.connect(self.answered)
        self.column.addWidget(self.said)
        if answering is not None:
            self.bar = AnswerBar(self._point, labels, side=answering)
            self.bar.answered.connect(self.answered)
            self.bar.typed_on.connect(self.typed_on)
            self.column.addWidget(self.bar)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and a ring while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("mine"), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 13, 13)


class AgreementText(QWidget):
    """The whole text in a column: opening, commitments, closing. `answered` and `typed_on`: as on a card."""

    answered = Signal(object)
    typed_on = Signal()

    def __init__(
        self,
        text: Text,
        *,
        points: Sequence[Point] = (),
        names: Names | None = None,
        answering: Voice | None = None,
    ) -> None:
        """The agreement's own title stands above it. `points`, `names`: what both say; `answering`: who may, here."""
        super().__init__()
        wording = text.wording
        self.cards = tuple(
            CommitmentCard(number, point, wording.labels, names=names, answering=answering)
            for number, point in enumerate(points or points_of(text, ()), start=1)
        )
        for card in self.cards:
            card.answered.connect(self.answered)
            card.typed_on.connect(self.typed_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._title = TitleLabel(wording.title, level=1)
        column.addWidget(self._title)
        opening, closing = PlainLabel(wording.opening, selectable=True), PlainLabel(wording.closing, selectable=True)
        self.parts: tuple[QWidget, ...] = (opening, *self.cards, closing)
        for part in self.parts:
            column.addWidget(part)

    def show_only(self, at: int | None) -> None:
        """Show one part (0 is the opening, the last is the closing), or all of it."""
        self._title.setVisible(at in {None, 0})
        for place, part in enumerate(self.parts):
            part.setVisible(at is None or place == at)

    def show_plain(self, shown: bool) -> None:
        """Show the plain words below the full ones, or not."""
        for card in self.cards:
            card.show_plain(shown)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show what both say now, each beside its commitment."""
        by_id = {point.commitment.id: point for point in points}
        for card in self.cards:
            if card.commitment.id in by_id:
                card.show_point(by_id[card.commitment.id])

    def card(self, commitment_id: str) -> CommitmentCard | None:
        """The card of that commitment."""
        return next((card for card in self.cards if card.commitment.id == commitment_id), None)

    def typed(self) -> dict[str, dict[str, str]]:
        """What is being typed, by commitment, for a draft."""
        found = {card.commitment.id: card.bar.typed() for card in self.cards if card.bar is not None}
        return {key: typed for key, typed in found.items() if typed}

    def set_typed(self, kept: Mapping[str, Mapping[str, str]]) -> None:
        """What was being typed before, from a draft."""
        for card in self.cards:
            if card.bar is not None and card.commitment.id in kept:
                card.bar.set_typed(kept[card.commitment.id])
