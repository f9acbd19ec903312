"""What both said in a finished review of the promises that one of them at least would change, side by side."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.renewals.model import CHOICE_WORDS, Review
from healingpartner.agreements.views import Names
from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class ReviewSaid(QWidget):
    """Empty until a review is shown."""

    def __init__(self) -> None:
        """Hidden to begin with."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_review(self, review: Review, wording: Wording, names: Names) -> None:
        """Show this one instead."""
        while (item := self._column.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        for one in review.to_change(wording):
            self._column.addWidget(PlainLabel(one.title, tone="strong"))
            patient, practitioner = (
                _said(review, one, voice, name)
                for voice, name in ((Voice.PATIENT, names.called), (Voice.PRACTITIONER, names.practitioner))
            )
            self._column.addWidget(TwoVoicePanel(patient, practitioner))


def _said(review: Review, one: Commitment, voice: Voice, name: str) -> SpeechLabel:
    answer = review.answer_of(one.id, voice)
    choice = "" if answer is None else _(CHOICE_WORDS[answer.choice])
    caption = " · ".join(part for part in (isolated(name), choice) if part)
    return SpeechLabel("" if answer is None else answer.words, voice=voice, caption=caption)
