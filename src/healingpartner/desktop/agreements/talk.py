"""Talking an agreement over from a page: answers go to the room, and what both say comes back."""

from PySide6.QtCore import QObject, Signal

from healingpartner.agreements.negotiation.acts import answer_all, offer_changed
from healingpartner.agreements.views import for_reading
from healingpartner.desktop.agreements.answers import Answer, WordsAnswered, act_of
from healingpartner.desktop.desk import Desk
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Hand, Voice


class Talk(QObject):
    """One side's voice in one agreement. `said` and `changed` carry it as it stands then, `changed` with a new text.

    kept and not_kept: an answer to the commitment of that id was kept, or why it was not.
    """

    said = Signal(object)
    changed = Signal(object)
    kept = Signal(str)
    not_kept = Signal(str, object)

    def __init__(self, desk: Desk, agreement_id: str, *, by: Voice, hand: Hand, owner: QObject) -> None:
        """`owner`: the page; what comes back after it is gone is dropped."""
        super().__init__(owner)
        self._desk, self._id, self._by, self._hand = desk, agreement_id, by, hand

    def through(self, hand: Hand) -> None:
        """Another hand from now on: an interpreter is here, say."""
        self._hand = hand

    def answer(self, answer: Answer | WordsAnswered) -> None:
        """Keep one answer."""
        act, args, more = act_of(answer)
        commitment_id = answer.commitment_id

        def kept(_none: object) -> None:
            self.kept.emit(commitment_id)
            self._ask_again()

        self._desk.runner.do(
            act,
            self._id,
            *args,
            by=self._by,
            hand=self._hand,
            owner=self,
            then=kept,
            sorry=lambda problem: self._sorry(commitment_id, problem),
            **more,
        )

    def agree_with_all(self) -> None:
        """Agree with everything that was not answered."""
        self._desk.runner.do(
            answer_all, self._id, by=self._by, hand=self._hand, owner=self, then=lambda _none: self._ask_again(),
            sorry=lambda problem: self._sorry("", problem),
        )  # fmt: skip

    def make_changed_text(self) -> None:
        """Bring what both said into the next text."""
        self._desk.runner.do(
            offer_changed, self._id, by=self._by, hand=self._hand, owner=self,
            then=lambda _id: self._desk.runner.ask(for_reading, self._id, owner=self, then=self.changed.emit),
            sorry=lambda problem: self._sorry("", problem),
        )  # fmt: skip

    def _ask_again(self) -> None:
        self._desk.runner.ask(for_reading, self._id, owner=self, then=self.said.emit)

    def _sorry(self, commitment_id: str, problem: RuleBroken | Refused) -> None:
        self.not_kept.emit(commitment_id, problem)
        self._ask_again()
