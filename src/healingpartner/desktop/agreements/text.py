"""The text of an agreement on screen: each commitment with both voices side by side, and why it is here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.wording import Commitment, Labels, Wording
from healingpartner.desktop.agreements.promise import Promise
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.measure import colour
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class CommitmentCard(Card):
    """One commitment, reached by keys so that a screen reader reads it whole. `reached`: it has the focus."""

    reached = Signal()

    def __init__(self, number: int, commitment: Commitment, labels: Labels) -> None:
        """`number` from 1, as in the exact text."""
        super().__init__()
        self.commitment = commitment
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{number}. {commitment.title}")
        said = (
            f"{labels.practitioner}: {commitment.practitioner}",
            f"{labels.patient}: {commitment.patient}",
            f"{labels.why}: {commitment.why}",
        )
        self.setAccessibleDescription("\n".join(said))
        self.column.addWidget(TitleLabel(f"{number}. {commitment.title}"))
        self.column.addWidget(
            TwoVoicePanel(
                Promise(commitment.practitioner, voice=Voice.PRACTITIONER, caption=labels.practitioner),
                Promise(commitment.patient, voice=Voice.PATIENT, caption=labels.patient),
            )
        )
        self.column.addWidget(
            PlainLabel(_("{label}: {words}").format(label=labels.why, words=commitment.why), tone="soft")
        )

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
    """The whole text in a column: opening, commitments, closing."""

    def __init__(self, wording: Wording) -> None:
        """The agreement's own title stands above it."""
        super().__init__()
        self.cards = tuple(
            CommitmentCard(number, one, wording.labels) for number, one in enumerate(wording.commitments, start=1)
        )
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
