"""The card of follow-through: what is worth asking now, check-ins of both, kept promises, and days to look again."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.voice_mark import VoiceMark
from healingpartner.desktop.plans.check_in_editor import CheckInEditor
from healingpartner.desktop.plans.follow_words import caption_words, day_about, said_words
from healingpartner.desktop.plans.part_acts import short_name
from healingpartner.desktop.plans.place import PlanCard, PlanPlace, sentence_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.follow_through import acts
from healingpartner.plans.follow_through.promises import KeptPromises, said_at_the_desk
from healingpartner.plans.follow_through.questions import Question
from healingpartner.plans.follow_through.review_days import Looked, ReviewDay
from healingpartner.plans.follow_through.views import kept_promises, questions_now, review_days
from healingpartner.plans.model import LIVED
from healingpartner.plans.versions.model import WholePlan
from healingpartner.vault.reading import Reader

AT_FIRST = 5
_MOVABLE = frozenset({Looked.STEP, Looked.GOAL, Looked.PLAN})
Asked = tuple[tuple[Question, ...], tuple[ReviewDay, ...], KeptPromises]


def following(db: Reader, plan_id: str, today: date) -> Asked:
    """What this card asks for, in one go."""
    return questions_now(db, plan_id, today), review_days(db, plan_id), kept_promises(db, plan_id, today)


class FollowCard(PlanCard):
    """No score, no curve: sentences, and what each said."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("How it goes"))
        self._place = place
        self._found: WholePlan | None = None
        self._shown: tuple[Any, ...] = ()
        self._all = False
        self.questions, self.days, self._said = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.kept, self.sentence = PlainLabel(tone="ours"), PlainLabel(tone="warn")
        self.movers: dict[str, DayMover] = {}
        self.add = QuietButton(_("Write down how it went"), icon="note-pencil")
        self.more = LinkButton(_("Show all of it"))
        self.add.clicked.connect(self.check)
        self.more.clicked.connect(self._show_all)
        self._lay_out()

    def show_plan(self, found: WholePlan) -> None:
        """Ask what is worth asking today."""
        self._found = found
        today = self._place.desk.clock.now().local().date()
        self._place.desk.runner.ask(
            following, found.plan.id, today, owner=self, then=lambda asked: self._show(found, asked)
        )

    def check(self) -> None:
        """A check-in by either, typed here."""
        if self._found is not None:
            self._place.opens(CheckInEditor(self._place, self._found, ""))

    def _lay_out(self) -> None:
        for rows in (self.questions, self._said, self.days):
            rows.setSpacing(8)
        self.sentence.hide()
        row = FlowLayout(gap=12)
        row.addWidget(self.add)
        row.addWidget(self.more)
        self._days_head = TitleLabel(_("When we look again"), level=3)
        self.column.addLayout(self.questions)
        self.column.addWidget(self.kept)
        self.column.addLayout(self._said)
        self.column.addLayout(row)
        self.column.addWidget(self._days_head)
        self.column.addLayout(self.days)
        self.column.addWidget(self.sentence)

    def _show(self, found: WholePlan, asked: Asked) -> None:
        questions, days, kept = asked
        lived = found.plan.state in LIVED
        shown = (asked, found.check_ins, found.plan.state, found.names, self._all)
        self.setVisible(lived or bool(found.check_ins) or bool(questions))
        if shown == self._shown:
            return
        self._shown = shown
        for rows in (self.questions, self._said, self.days):
            _empty(rows)
        for question in questions if self._all else questions[:AT_FIRST]:
            self.questions.addWidget(_QuestionLine(question))
        self.kept.setText(said_at_the_desk(kept, spoken(), name=found.names.called))
        self.kept.setVisible(bool(self.kept.text()))
        newest = found.check_ins[::-1] if self._all else found.check_ins[: -AT_FIRST - 1 : -1]
        for one in newest:
            self._said.addWidget(SpeechLabel(said_words(one), voice=one.by, caption=caption_words(found, one)))
        self.more.setVisible(max(len(found.check_ins), len(days), len(questions)) > AT_FIRST and not self._all)
        self.add.setVisible(lived)
        self._days_head.setVisible(bool(days))
        self.movers = {}
        for day in days if self._all else days[:AT_FIRST]:
            mover = DayMover(day_about(found, day), day, found.names.called, can_move=lived and day.looked in _MOVABLE)
            mover.moves = partial(self._move, day, mover)
            self.movers[day.part_id] = mover
            self.days.addWidget(mover)

    def _move(self, day: ReviewDay, mover: "DayMover", on: date | None) -> None:
        if self._found is None:
            return
        step_id = day.part_id if day.looked is Looked.STEP else ""
        goal_id = day.part_id if day.looked is Looked.GOAL else ""
        self._place.do(
            acts.move_review, self._found.plan.id, on=on, step_id=step_id, goal_id=goal_id, by=Voice.PATIENT,
            sorry=mover.say,
        )  # fmt: skip

    def _show_all(self) -> None:
        self._all = True
        if self._found is not None:
            self.show_plan(self._found)

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()


class DayMover(QWidget):
    """One day to look again. The patient may move it or drop it, and says so aloud here."""

    def __init__(self, about: str, day: ReviewDay, called: str, *, can_move: bool) -> None:
        """`about`: what it is for; `moves`: set by the card, hears the new day, or None for none."""
        super().__init__()
        self.moves: Callable[[date | None], None] = _nobody_hears
        name = short_name(called)
        said = _("{day} · {about}").format(day=isolated(spoken().date(day.on)), about=isolated(about))
        self.day = PartialDateField(_("The new day"))
        self.open = LinkButton(_("{name} moves it").format(name=name))
        self.drop = LinkButton(_("{name} drops it").format(name=name))
        self.keep = QuietButton(_("Move the day"))
        for button in (self.open, self.drop, self.keep):
            button.setAccessibleName(_("{act}: {subject}").format(act=button.text(), subject=about))
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 4, 0, 4)
        form.addWidget(self.day)
        keep = FlowLayout()
        keep.addWidget(self.keep)
        form.addLayout(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = FlowLayout(gap=12)
        row.addWidget(PlainLabel(said))
        row.addWidget(self.open)
        row.addWidget(self.drop)
        column.addLayout(row)
        column.addWidget(self._form)
        self._form.hide()
        self.open.setVisible(can_move)
        self.drop.setVisible(can_move)
        self.open.clicked.connect(lambda: self._form.setVisible(self._form.isHidden()))
        self.drop.clicked.connect(lambda: self.moves(None))
        self.keep.clicked.connect(self._keep)

    def say(self, problem: RuleBroken | Refused) -> None:
        """Why the day stays, beside it."""
        self._form.show()
        self.day.say(sentence_of(problem))

    def _keep(self) -> None:
        try:
            day = self.day.date()
        except RuleBroken as broken:
            self.day.say(broken.sentence)
            return
        if day is None:
            self.day.say(_("Write the new day, or choose that there is none."))
            return
        self.moves(day.latest())


class _QuestionLine(QWidget):
    """A question with the mark of whom it is asked first."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(VoiceMark(question.asked))
        row.addWidget(PlainLabel(question.words(spoken())), 1)


def _empty(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        former = item.widget()
        if former is not None:
            former.hide()
            former.deleteLater()


def _nobody_hears(_day: date | None) -> None:
    """Until the card listens."""
