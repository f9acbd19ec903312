"""Looking at each promise again in the patient's own hand, on the turned view: keep it, change it, or let it go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from healingpartner.agreements.renewals import acts
from healingpartner.agreements.renewals.model import Choice, RenewalAnswer, Review
from healingpartner.agreements.renewals.views import review_of
from healingpartner.agreements.wording import Wording
from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.agreements.promise import Promise
from healingpartner.desktop.agreements.renewal_review import SideAnswer
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class RenewalTask(GivingBack):
    """Each answer is kept as soon as it is chosen. kept: that `RenewalAnswer`. What is left open stays open."""

    kept = Signal(object)

    def __init__(self, desk: Desk, review_id: str) -> None:
        """`review_id`: of a review that is open."""
        super().__init__()
        self._desk, self._id = desk, review_id
        self.sides: dict[str, SideAnswer] = {}
        self.done: DonePage | None = None
        self.keep_rest = LinkButton(_("I keep all the rest"))
        self.keep_rest.clicked.connect(self.keep_all)
        self.choices = Choices(_("That is my answer"), think=_("I want to think about it"))
        self.choices.goes_on.connect(self.finish)
        self.choices.thinks.connect(self._think)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.page = ScrollPage(self.title(), margin=4)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def title(self) -> str:
        """What stands on top."""
        return _("Looking at our promises again")

    def begin(self) -> None:
        """Ask for the words and for what was said before."""
        self._desk.runner.ask(review_of, self._id, owner=self, then=lambda found: self._open(*found))

    def flush(self) -> None:
        """Keep the words that are being typed."""
        for side in self.sides.values():
            side.keep_typed()

    def keep_all(self) -> None:
        """Keep everything that has no answer yet."""
        answers = []
        for commitment_id, side in self.sides.items():
            if side.answer() is None:
                answer = RenewalAnswer(commitment_id=commitment_id, voice=Voice.PATIENT, choice=Choice.KEEP)
                side.show_given(answer)
                answers.append(answer)
        self._give(answers)

    def finish(self) -> None:
        """Thank the patient; the two of them close the review together."""
        self.flush()
        waits = any(side.answer() is None for side in self.sides.values())
        words = (
            _("What you left open stays open. Nothing presses.")
            if waits
            else _("You looked at every promise. Now talk about it together.")
        )
        self.done = DonePage(_("Thank you"), words)
        self.done.gives_back.connect(self.gives_back)
        self._stack.addWidget(self.done)
        self._stack.setCurrentWidget(self.done)
        self.done.begin()
        self.finished.emit()

    def _open(self, review: Review, wording: Wording) -> None:
        if self.sides:
            return
        column, labels = self.page.column, wording.labels
        column.addWidget(TitleLabel(self.title(), level=1))
        column.addWidget(PlainLabel(_("What would you do with each promise? They all hold until you both decide.")))
        for number, one in enumerate(wording.commitments, start=1):
            card = Card()
            card.column.addWidget(TitleLabel(f"{number}. {one.title}"))
            card.column.addWidget(
                TwoVoicePanel(
                    Promise(one.practitioner, voice=Voice.PRACTITIONER, caption=labels.practitioner),
                    Promise(one.patient, voice=Voice.PATIENT, caption=labels.patient),
                )
            )
            given = review.answer_of(one.id, Voice.PATIENT)
            side = self.sides[one.id] = SideAnswer(one, Voice.PATIENT, _("What I would do"), given)
            side.answered.connect(self._keep)
            card.column.addWidget(side)
            column.addWidget(card)
        row = FlowLayout()
        row.addWidget(self.keep_rest)
        column.addLayout(row)
        column.addWidget(self.sentence)
        column.addWidget(self.choices)
        column.addStretch(1)
        next(iter(self.sides.values())).choice.setFocus()

    def _keep(self, answer: object) -> None:
        if isinstance(answer, RenewalAnswer):
            self._give([answer])

    def _give(self, answers: list[RenewalAnswer]) -> None:
        if not answers:
            return
        self._desk.runner.do(
            acts.answer, self._id, answers, by=Voice.PATIENT, hand=self.hand, owner=self,
            then=lambda _none: self._kept(answers), sorry=self._sorry,
        )  # fmt: skip

    def _kept(self, answers: list[RenewalAnswer]) -> None:
        for answer in answers:
            self.kept.emit(answer)

    def _think(self) -> None:
        self.flush()
        self.gives_back.emit()

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.sentence.show()
