"""The card about renewing: the day, moving it, and looking at each promise together. Nothing here is late."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.negotiation.acts import talk_over_again
from healingpartner.agreements.renewals import acts
from healingpartner.agreements.renewals.model import Outcome
from healingpartner.agreements.renewals.views import Renewal, renewal_of
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.beside_papers import renewal_sheet
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.agreements.renewal_review import RenewalReview
from healingpartner.desktop.agreements.renewal_said import ReviewSaid
from healingpartner.desktop.agreements.renewal_task import RenewalTask
from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken


class RenewalCard(Card):
    """`found` has a signed agreement. talks: the words are to be changed, and a new version has been begun."""

    talks = Signal()

    def __init__(self, desk: Desk, found: PersonAgreement, *, turns: Callable[[GivingBack], None]) -> None:
        """Asks its view at once. `turns`: turns the screen with a task."""
        super().__init__(_("Renewing"))
        if found.agreement is None:
            raise ValueError("there is nothing to renew")
        self._desk, self._found, self._id, self._turns = desk, found, found.agreement.id, turns
        self.state: Renewal | None = None
        self.review: RenewalReview | None = None
        self.words, self.after = PlainLabel(), PlainLabel(tone="soft")
        self.begin_button = QuietButton(_("Look at it together"), icon="users-three")
        self.begin_button.clicked.connect(self.begin)
        called = isolated(found.names.called)
        self.turn_button = QuietButton(_("Turn to {name}").format(name=called), icon="arrows-left-right")
        self.turn_button.clicked.connect(self.turn)
        self.talk_button = PrimaryButton(_("Talk over the new words"), icon="handshake")
        self.talk_button.clicked.connect(self.talk_over)
        self.move_link = LinkButton(_("Choose another day"))
        self.move_link.clicked.connect(self._show_mover)
        self.papers = PaperLinks(desk, _("Sheet for renewing"), lambda: renewal_sheet(desk, found))
        self.day, self.side = PartialDateField(_("The day to look at it again")), SideChoice(
            _("Who moves the day"), found.names.called
        )  # fmt: skip
        self.move_button = QuietButton(_("Move the day"))
        self.move_button.clicked.connect(self.move_day)
        self._mover, self.said = QWidget(), ReviewSaid()
        self._place = QVBoxLayout()
        self._lay_out()
        self.ask()

    def ask(self) -> None:
        """Ask again how renewing stands."""
        today = self._desk.clock.now().local().date()
        self._desk.runner.ask(renewal_of, self._id, today=today, owner=self, then=self._show)

    def begin(self) -> None:
        """Open the review, or go on with the one that is open."""
        self._desk.runner.do(
            acts.begin_review, self._id, by=Voice.BOTH, owner=self, then=lambda _id: self.ask(), sorry=self._say
        )

    def turn(self) -> None:
        """Turn the screen: the patient answers in their own hand; the review begins if none is open."""
        self._desk.runner.do(acts.begin_review, self._id, by=Voice.BOTH, owner=self, then=self._turn, sorry=self._say)

    def _turn(self, review_id: str) -> None:
        self.ask()
        task = RenewalTask(self._desk, review_id)
        task.kept.connect(self._heard)
        self._turns(task)

    def _heard(self, answer: object) -> None:
        if self.review is not None:
            self.review.show_answer(answer)

    def move_day(self) -> None:
        """Keep the chosen day, as the side that chose it."""
        voice = self.side.voice()
        if voice is None:
            return
        try:
            day = self.day.date()
        except RuleBroken as broken:
            self.day.say(broken.sentence)
            return
        self._desk.runner.do(
            acts.move_renewal,
            self._id,
            renew_on="" if day is None else day.text(),
            by=voice,
            owner=self,
            then=lambda _none: self._moved(),
            sorry=lambda problem: self.day.say(_sentence(problem)),
        )

    def talk_over(self) -> None:
        """Begin a new version from the signed words; they bind until both have signed the new ones."""
        self._desk.runner.do(
            talk_over_again,
            self._id,
            by=Voice.PRACTITIONER,
            owner=self,
            then=lambda _id: self.talks.emit(),
            sorry=self._say,
        )

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._mover)
        inside.setContentsMargins(0, 0, 0, 0)
        for part in (self.day, self.side):
            inside.addWidget(part)
        row = FlowLayout(gap=10)
        row.addWidget(self.move_button)
        inside.addLayout(row)
        self._mover.hide()
        ways = FlowLayout(gap=10)
        for button in (self.talk_button, self.begin_button, self.turn_button, self.move_link):
            ways.addWidget(button)
        self.column.addWidget(self.words)
        self.column.addWidget(self.after)
        self.column.addWidget(self.said)
        self.column.addLayout(ways)
        self.column.addWidget(self._mover)
        self.column.addLayout(self._place)
        self.column.addWidget(self.papers)

    def _show_mover(self) -> None:
        self._mover.setVisible(self._mover.isHidden())

    def _moved(self) -> None:
        self._mover.hide()
        self.day.set_date(None)
        self.ask()

    def _show(self, state: Renewal | None) -> None:
        self.state = state
        self.setVisible(state is not None)
        if state is None:
            return
        day = spoken().date(state.renew_on, "long")
        if state.due:
            self.words.setText(_("It is time to look at your promises again. Nothing presses: they hold until then."))
        else:
            self.words.setText(_("You look at your promises again on {day}.").format(day=day))
        last = next(iter(state.finished), None)
        wanted = () if last is None or last.outcome is not Outcome.CHANGES else last.to_change(state.wording)
        self.after.setText(self._after_words(state, len(wanted)))
        self.after.setVisible(bool(self.after.text()))
        self.said.setVisible(bool(wanted) and state.open_review is None)
        if last is not None and self.said.isVisibleTo(self):
            self.said.show_review(last, state.wording, self._found.names)
        self.talk_button.setVisible(bool(wanted) and state.open_review is None)
        self.begin_button.setVisible(state.open_review is None)
        if state.open_review is not None and self.review is None:
            self.review = RenewalReview(self._desk, state.open_review, state.wording, self._found.names)
            self.review.finished.connect(self._finished)
            self._place.addWidget(self.review)

    def _after_words(self, state: Renewal, wanted: int) -> str:
        last = next(iter(state.finished), None)
        if last is None or last.finished is None:
            return ""
        day = spoken().date(last.finished, "long")
        if not wanted:
            return _("On {day} you both kept every promise.").format(day=isolated(day))
        return ngettext(
            "On {day} one of you would have changed {count} promise, or both would. Write the new words together.",
            "On {day} one of you would have changed {count} promises, or both would. Write the new words together.",
            wanted,
        ).format(day=isolated(day), count=wanted)

    def _finished(self) -> None:
        if self.review is not None:
            self.review.hide()
            self.review.deleteLater()
            self.review = None
        self.ask()

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.after.setText(_sentence(problem))
        self.after.show()


def _sentence(problem: RuleBroken | Refused) -> str:
    return problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
