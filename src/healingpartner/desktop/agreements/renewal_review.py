"""The joint review on screen: for each promise what either would do with it, kept as soon as it is chosen."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.renewals import acts
from healingpartner.agreements.renewals.model import CHOICE_WORDS, SIDES, Choice, RenewalAnswer, Review
from healingpartner.agreements.views import Names
from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

KEPT_WITHIN_MS = 1200


class SideAnswer(QWidget):
    """One side's answer to one promise. answered: a `RenewalAnswer`, once chosen or some time after the last key."""

    answered = Signal(object)

    def __init__(self, commitment: Commitment, voice: Voice, name: str, given: RenewalAnswer | None) -> None:
        """`name`: whose answer it is; `given`: what was said before."""
        super().__init__()
        self._id, self._voice = commitment.id, voice
        self.choice = ChoiceField(isolated(name), [(one.value, _(words)) for one, words in CHOICE_WORDS.items()])
        self.choice.box.setAccessibleName(_("{name}: {promise}").format(name=isolated(name), promise=commitment.title))
        self.words = LineField(_("In other words"))
        self._soon = QTimer(self, singleShot=True, interval=KEPT_WITHIN_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(self.words)
        self.show_given(given)
        self.choice.changed.connect(self._chosen)
        self.words.changed.connect(self._soon.start)
        self._soon.timeout.connect(self.keep)

    def show_given(self, given: RenewalAnswer | None) -> None:
        """Show an answer without giving it again."""
        if given is not None:
            self.choice.set_value(given.choice.value)
            self.words.set_value(given.words)
        self.words.setVisible(self.answer() is not None and self.choice.value() != Choice.KEEP.value)

    def answer(self) -> RenewalAnswer | None:
        """What stands there; None while nothing is chosen."""
        chosen = self.choice.value()
        if not chosen:
            return None
        return RenewalAnswer(commitment_id=self._id, voice=self._voice, choice=Choice(chosen), words=self.words.value())

    def keep(self) -> None:
        """Give what stands there now, if anything is chosen."""
        self._soon.stop()
        answer = self.answer()
        if answer is not None:
            self.answered.emit(answer)

    def keep_typed(self) -> None:
        """Give at once what was typed and not given yet."""
        if self._soon.isActive():
            self.keep()

    def _chosen(self) -> None:
        self.words.setVisible(self.choice.value() != Choice.KEEP.value)
        self.keep()


class RenewalReview(QWidget):
    """finished: both have looked at everything."""

    finished = Signal()

    def __init__(self, desk: Desk, review: Review, wording: Wording, names: Names) -> None:
        """`review` is open."""
        super().__init__()
        self._desk, self._review = desk, review
        self.sides: dict[tuple[str, Voice], SideAnswer] = {}
        called = {Voice.PATIENT: names.called, Voice.PRACTITIONER: names.practitioner or _("Practitioner")}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        for number, one in enumerate(wording.commitments, start=1):
            column.addWidget(PlainLabel(f"{number}. {one.title}", tone="strong"))
            row = FlowLayout(gap=14)
            for voice in SIDES:
                side = SideAnswer(one, voice, called[voice], review.answer_of(one.id, voice))
                side.answered.connect(self._keep)
                side.setMinimumWidth(260)
                self.sides[one.id, voice] = side
                row.addWidget(side)
            column.addLayout(row)
        ways = FlowLayout(gap=10)
        self.keep_rest: dict[Voice, LinkButton] = {}
        for voice in SIDES:
            link = LinkButton(_("{name} keeps all the rest").format(name=isolated(called[voice])))
            link.clicked.connect(lambda _on=False, voice=voice: self.keep_all(voice))
            self.keep_rest[voice] = link
            ways.addWidget(link)
        column.addLayout(ways)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        column.addWidget(self.sentence)
        self.finish_button = PrimaryButton(_("We have looked at everything"), icon="check")
        self.finish_button.clicked.connect(self.finish)
        foot = FlowLayout()
        foot.addWidget(self.finish_button)
        column.addLayout(foot)

    def keep_all(self, voice: Voice) -> None:
        """One side keeps everything it has not answered."""
        answers = []
        for (commitment_id, side), widget in self.sides.items():
            if side is voice and widget.answer() is None:
                answer = RenewalAnswer(commitment_id=commitment_id, voice=voice, choice=Choice.KEEP)
                widget.show_given(answer)
                answers.append(answer)
        self._give(answers, voice)

    def show_answer(self, answer: object) -> None:
        """Show an answer that was given elsewhere."""
        if isinstance(answer, RenewalAnswer):
            self.sides[answer.commitment_id, answer.voice].show_given(answer)

    def finish(self) -> None:
        """Keep what stands there, and close the review."""
        for voice in SIDES:
            found = [one for (_id, side), widget in self.sides.items() if side is voice and (one := widget.answer())]
            self._give(found, voice)
        self._desk.runner.do(
            acts.finish_review,
            self._review.id,
            by=Voice.BOTH,
            owner=self,
            then=lambda _outcome: self.finished.emit(),
            sorry=self._say,
        )

    def _keep(self, answer: object) -> None:
        if isinstance(answer, RenewalAnswer):
            self._give([answer], answer.voice)

    def _give(self, answers: list[RenewalAnswer], voice: Voice) -> None:
        if answers:
            self._desk.runner.do(acts.answer, self._review.id, answers, by=voice, owner=self, sorry=self._say)

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.sentence.show()
        if isinstance(problem, RuleBroken):
            side = next((w for (one, _v), w in self.sides.items() if one == problem.field and w.answer() is None), None)
            if side is not None:
                side.choice.setFocus()
