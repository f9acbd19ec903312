"""The card about ending and beginning again. It is quiet until somebody wants it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from healingpartner.agreements.endings import acts
from healingpartner.agreements.endings.model import Ending, StepKind
from healingpartner.agreements.endings.views import PersonEndings, endings_of
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.ending_form import EndingForm
from healingpartner.desktop.agreements.ending_letters import EndingLetters
from healingpartner.desktop.agreements.ending_stands import EndingStands, past_words
from healingpartner.desktop.agreements.ending_task import EndingTask
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.agreements.record_order import record_order
from healingpartner.desktop.agreements.resuming_task import ResumingTask
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.partnership import State as Partnership
from healingpartner.practice import Changed

FORM = "agreements.ending"


class EndingCard(Card):
    """Either may begin it: the patient on the turned view, or aloud and typed here."""

    def __init__(self, desk: Desk, found: PersonAgreement, *, turns: Callable[[GivingBack], None]) -> None:
        """Asks its view at once and after each act about this person. `turns`: turns the screen with a task."""
        super().__init__(_("Ending, handing on, beginning again"))
        self._desk, self._found, self._turns = desk, found, turns
        self.state: PersonEndings | None = None
        self.stands: EndingStands | None = None
        called = isolated(found.names.called)
        self.words = PlainLabel(_("Either of you may end this kindly, at any time. The door stays open."), tone="soft")
        self.open_button = QuietButton(_("End or hand on"))
        self.turn_button = LinkButton(_("Let {name} end it on the turned screen").format(name=called))
        self.form = EndingForm(found.names)
        self.form.hide()
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self._place, self._past = QVBoxLayout(), PlainLabel(tone="soft")
        self.letters = EndingLetters(desk, found)
        self.record_copy = PaperLinks(desk, _("Copy of the record"), lambda: record_order(desk, found))
        self.record_copy.left.connect(self._copy_left)
        self.letters.copy_left.connect(self._copy_left)
        self._draft = DraftKeeper(desk, FORM, found.person_id, self.form.typed, owner=self)
        self._lay_out()
        desk.runner.changed.connect(self._on_changed)
        self.ask()
        self._draft.fetch(self._take_draft)

    def ask(self) -> None:
        """Ask again how it stands."""
        self._desk.runner.ask(endings_of, self._found.person_id, owner=self, then=self._show)

    def flush(self) -> None:
        """Keep what is being typed."""
        self._draft.flush()
        self.letters.flush()

    def begin(self) -> None:
        """Begin to end, after a question."""
        voice = self.form.side.voice()
        if voice is None:
            return
        try:
            asked = self.form.asked()
        except RuleBroken as broken:
            self.form.last_day.say(broken.sentence)
            return
        steps = self.form.steps()
        self._desk.notices.ask(
            _("Begin to end your work together?"),
            yes=_("Begin to end"),
            no=_("Not now"),
            more=_("What you signed stays readable, and you can begin again at any time."),
            then=lambda yes: self._begin(voice, asked, steps) if yes else None,
        )

    def turn(self) -> None:
        """Turn the screen: the patient may end it in their own hand."""
        self._turns(EndingTask(self._desk, self._found.person_id))

    def turn_to_resume(self) -> None:
        """Turn the screen: the patient may begin again in their own hand."""
        self._turns(ResumingTask(self._desk, self._found.person_id))

    def _begin(self, voice: Voice, asked: Any, steps: Any) -> None:
        self._desk.runner.do(
            acts.begin_ending, self._found.person_id, asked, steps=steps, by=voice, owner=self,
            then=lambda _id: self._begun(), sorry=self.form.say,
        )  # fmt: skip

    def _begun(self) -> None:
        self._draft.drop()
        self.form.hide()
        self.ask()

    def _lay_out(self) -> None:
        self.form.begins.connect(self.begin)
        self.form.leaves.connect(self._leave)
        self.form.changed.connect(self._draft.touch)
        self.open_button.clicked.connect(self._open)
        self.turn_button.clicked.connect(self.turn)
        ways = FlowLayout(gap=10)
        ways.addWidget(self.open_button)
        ways.addWidget(self.turn_button)
        for part in (self.words, self.form):
            self.column.addWidget(part)
        self.column.addLayout(ways)
        self.column.addLayout(self._place)
        for last in (self.sentence, self._past, self.letters, self.record_copy):
            self.column.addWidget(last)

    def _open(self) -> None:
        self.form.show()
        self.open_button.hide()
        self.form.side.setFocus()

    def _leave(self) -> None:
        self._draft.drop()
        self.form.hide()
        self.open_button.show()

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None:
            self.form.show_typed(typed)
            self._open()

    def _on_changed(self, change: Changed) -> None:
        if self._found.person_id in change.people:
            self.ask()

    def _show(self, state: PersonEndings) -> None:
        if state == self.state:
            return
        self.state = state
        ending = state.standing
        can_begin = ending is None and state.partnership is not Partnership.DIED
        self.words.setVisible(can_begin)
        self.turn_button.setVisible(can_begin)
        self.open_button.setVisible(can_begin and self.form.isHidden())
        self.form.setVisible(can_begin and not self.form.isHidden())
        self._past.setText("\n".join(past_words(one) for one in state.earlier))
        self._past.setVisible(bool(state.earlier))
        self.letters.show_letters(state.letters)
        self._show_standing(ending)

    def _show_standing(self, ending: Ending | None) -> None:
        if self.stands is not None:
            self.stands.hide()
            self.stands.deleteLater()
            self.stands = None
        if ending is None:
            return
        today = self._desk.clock.now().local().date()
        stands = self.stands = EndingStands(ending, self._found.names, today)
        stands.ends.connect(lambda voice: self._do(acts.let_it_end, ending.id, by=voice))
        stands.takes_back.connect(lambda: self._do(acts.take_back_ending, ending.id, by=ending.begun_by))
        stands.marks.connect(lambda step_id, done: self._do(acts.mark_step, step_id, done=done))
        stands.adds.connect(lambda words: self._do(acts.add_step, ending.id, kind=StepKind.OTHER, words=words))
        stands.turns.connect(self.turn_to_resume)
        stands.resumes.connect(
            lambda voice, theirs, mine: self._do(
                acts.resume, self._found.person_id, patient_words=theirs, practitioner_words=mine, by=voice
            )
        )
        self._place.addWidget(stands)

    def _copy_left(self) -> None:
        """The copy of the record has left: the step that owed it is done."""
        ending = None if self.state is None else self.state.standing
        for step in () if ending is None else ending.steps:
            if step.kind is StepKind.RECORD_COPY and step.done is None:
                self._do(acts.mark_step, step.id, done=True)

    def _do(self, act: Any, *args: Any, by: Voice = Voice.PRACTITIONER, **more: Any) -> None:
        self.sentence.hide()
        self._desk.runner.do(act, *args, by=by, owner=self, then=lambda _any: self.ask(), sorry=self._say, **more)

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.sentence.show()
