"""An examination as a sequence: asked in plain words, one step after the other, and stopped at one tap."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.desktop.visits.words import button_name
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.visits.examinations import acts
from healingpartner.visits.examinations.model import STEP_WORDS, Asked, Examination, Step
from healingpartner.visits.examinations.views import VisitExaminations, examinations_in
from healingpartner.visits.views import VisitInFull


class AskForm(QWidget):
    """What is asked, and how to stop. given: an `Asked`."""

    given = Signal(object)

    def __init__(self, name: str) -> None:
        """`name`: whom it is asked."""
        super().__init__()
        self.what = LineField(_("What I would like to do"), example=_("Feel how the knee bends"))
        self.where_on = LineField(_("Where"))
        self.why = LineField(_("Why it would help"))
        nobody, offered = _("Nobody else is wanted"), _("A relative or a friend is here")
        self.chaperone = ChoiceField(
            _("Who else is there"), [(nobody, nobody), (offered, offered)], own_words=True,
            hint=_("Ask {name} who should be there, or choose other words.").format(name=name),
        )  # fmt: skip
        self.stop_signal = LineField(_("How to say stop"), example=_("A raised hand"))
        self.ask = QuietButton(_("Ask {name}").format(name=name))
        self.ask.setProperty("small", True)
        self.ask.clicked.connect(self._give)
        row = FlowLayout()
        row.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.what, self.where_on, self.why, self.chaperone, self.stop_signal):
            column.addWidget(part)
        column.addLayout(row)

    def say(self, problem: Problem) -> None:
        """Why it cannot be asked yet, beside what is missing."""
        named = problem.field if isinstance(problem, RuleBroken) else ""
        field = getattr(self, named) if named in ("what", "where_on", "why", "chaperone", "stop_signal") else self.what
        field.say(sentence_of(problem))
        field.setFocus()

    def clear(self) -> None:
        """It is asked: make room for another, with the same sign for stopping."""
        for field in (self.what, self.where_on, self.why):
            field.set_value("")
        self.chaperone.set_value("")

    def _give(self) -> None:
        self.given.emit(
            Asked(
                what=self.what.value(),
                where_on=self.where_on.value(),
                why=self.why.value(),
                chaperone=self.chaperone.value(),
                stop_signal=self.stop_signal.value(),
            )
        )


class ExaminationCard(Card):
    """One that goes on stands open; those that are over stand below it, as they were."""

    def __init__(self, doing: Doing, found: VisitInFull) -> None:
        """Asks for the examinations of the visit."""
        super().__init__(_("Examining"))
        self._doing, self._visit = doing, found.visit
        self._name = short_name(found.names.called)
        self.found: VisitExaminations | None = None
        called = button_name(found.names.called)
        self.form = AskForm(called)
        self.form.given.connect(self._ask)
        self.form.hide()
        self.begin = LinkButton(_("Ask to examine, step by step"), icon="hand-palm")
        self.begin.clicked.connect(self._show_form)
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        self.yes = PatientButton(_("{name} says yes").format(name=called))
        self.no = QuietButton(_("{name} says no, or not today").format(name=called))
        self.halt = PatientButton(_("{name} says stop").format(name=called), icon="hand-palm")
        self.result = TextField(_("What was found, in plain words"), lines=2)
        self.end = QuietButton(_("The examination is over"))
        self._answers, self._ways, self.sentence = FlowLayout(gap=8), FlowLayout(gap=8), PlainLabel(tone="warn")
        self.steps: dict[Step, QuietButton] = {}
        self._lay_out()
        self.ask()

    def ask(self) -> None:
        """Look again."""
        self._doing.ask(examinations_in, self._visit.person_id, self._visit.id, then=self._show)

    def _lay_out(self) -> None:
        for answer, agreed in ((self.yes, True), (self.no, False)):
            answer.clicked.connect(partial(self._answer, agreed))
            self._answers.addWidget(answer)
        self.halt.clicked.connect(self._stop)
        self.end.clicked.connect(self._end)
        for step, words in STEP_WORDS.items():
            button = self.steps[step] = QuietButton(_(words))
            button.clicked.connect(partial(self._reach, step))
            button.hide()
            self._ways.addWidget(button)
        for last in (self.end, self.halt):
            self._ways.addWidget(last)
        self.sentence.hide()
        self.column.addLayout(self._place)
        self.column.addLayout(self._answers)
        self.column.addWidget(self.result)
        self.column.addLayout(self._ways)
        for part in (self.sentence, self.form):
            self.column.addWidget(part)
        self.column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        self._settle(None)

    def _show(self, found: VisitExaminations) -> None:
        self.found = found
        if found.stop_signal and not self.form.stop_signal.value():
            self.form.stop_signal.set_value(found.stop_signal)
        clear(self._place)
        for one in found.over:
            self._tell(one, over=True)
        if found.open is not None:
            self._tell(found.open, over=False)
        self._settle(found.open)

    def _tell(self, one: Examination, *, over: bool) -> None:
        said = one.said
        self._place.addWidget(PlainLabel(said.what, tone="strong"))
        lines = [part for part in (said.where_on, said.why, said.chaperone) if part]
        if lines:
            self._place.addWidget(PlainLabel(" · ".join(lines), tone="soft"))
        if over:
            self._place.addWidget(Chip(self._outcome(one), tint="yours" if one.stopped or not one.agreed else "plain"))
            if one.found:
                self._place.addWidget(PlainLabel(one.found))
            return
        self._place.addWidget(PlainLabel(_("To stop: {signal}").format(signal=said.stop_signal), tone="yours"))
        if one.agreed:
            told = _("Now: {step}").format(step=_(STEP_WORDS[one.stands_at()]))
            self._place.addWidget(PlainLabel(told))

    def _outcome(self, one: Examination) -> str:
        if one.stopped is not None:
            return _("Stopped at {time}").format(time=spoken().time(one.stopped))
        if one.agreed is False:
            return _("{name} said no").format(name=self._name)
        return _("Over at {time}").format(time=spoken().time(one.ended)) if one.ended else ""

    def _settle(self, going: Examination | None) -> None:
        asked = going is not None and going.agreed is None
        agreed = going is not None and bool(going.agreed)
        for button in (self.yes, self.no):
            button.setVisible(asked)
        for step, button in self.steps.items():
            button.setVisible(going is not None and step in going.next_steps())
        self.halt.setVisible(agreed)
        last = agreed and going is not None and going.stands_at() is Step.TALK_AFTER
        self.result.setVisible(last)
        self.end.setVisible(last)
        self.begin.setVisible(going is None and self.form.isHidden())
        if going is not None:
            self.form.hide()

    def _show_form(self) -> None:
        self.form.show()
        self.begin.hide()
        self.form.what.setFocus()

    def _ask(self, said: Asked) -> None:
        self._doing.do(
            acts.ask_to_examine, self._visit.id, said, by=Voice.PRACTITIONER,
            then=lambda _id: self.form.clear(), sorry=self.form.say,
        )  # fmt: skip

    def _answer(self, agreed: bool) -> None:
        self._do(acts.answer_asked, Voice.PATIENT, agreed=agreed)

    def _reach(self, step: Step) -> None:
        self._do(acts.reach, Voice.PRACTITIONER, step)

    def _stop(self) -> None:
        self._do(acts.stop, Voice.PATIENT)

    def _end(self) -> None:
        self._do(acts.end_examination, Voice.PRACTITIONER, self.result.value())
        self.result.set_value("")

    def _do(self, act: object, voice: Voice, *args: object, **more: object) -> None:
        if self.found is None or self.found.open is None:
            return
        self.sentence.hide()
        self._doing.do(act, self.found.open.id, *args, by=voice, sorry=self._sorry, **more)  # type: ignore[arg-type]

    def _sorry(self, problem: Problem) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()
