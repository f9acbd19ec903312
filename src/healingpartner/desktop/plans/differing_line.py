"""One thing that is seen differently: both voices, how it stands, and what either can do about it."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.chip import Chip, Tint
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.plans.part_acts import ActRow, short_name
from healingpartner.desktop.plans.place import sentence_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.differing.model import DISSENT_STATE_WORDS, GROUND_WORDS, About, Dissent, DissentState, Ground
from healingpartner.plans.versions.model import WholePlan

_TINTS: dict[DissentState, Tint] = {
    DissentState.OPEN: "warn",
    DissentState.NEGOTIATED: "ours",
    DissentState.STANDS: "ours",
}
_OVER = frozenset({DissentState.NEGOTIATED, DissentState.STANDS, DissentState.WITHDRAWN})


FORM = "plans.answer"


class DissentLine(QWidget):
    """answers: id, voice, words · settles: id, voice, the state it comes to."""

    answers = Signal(str, object, str)
    settles = Signal(str, object, object)

    def __init__(self, desk: Desk, dissent: Dissent, found: WholePlan) -> None:
        """`found`: for names and for what it is about."""
        super().__init__()
        self.dissent, self._found = dissent, found
        self._called = short_name(found.names.called)
        self.other = Voice.PRACTITIONER if dissent.by is Voice.PATIENT else Voice.PATIENT
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(about_words(found, dissent), tone="strong"), 1)
        chip = Chip(_(DISSENT_STATE_WORDS[dissent.state]), tint=_TINTS.get(dissent.state, "plain"))
        head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(TwoVoicePanel(self._speech(dissent), self._reply(dissent)))
        self.answer = TextField(_("The answer"), value="", lines=1)
        self.keep, leave = QuietButton(_("Keep the answer")), LinkButton(_("Leave it"))
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(self.answer)
        row = FlowLayout(gap=10)
        row.addWidget(self.keep)
        row.addWidget(leave)
        form.addLayout(row)
        self._form.hide()
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.acts = ActRow(dissent.words)
        for words, act, first in self._acts():
            self.acts.act(words, act, first=first)
        self.outcome = ActRow(dissent.words)
        for words, act in self._outcomes():
            self.outcome.act(words, act)
        if self.acts.made:
            column.addLayout(self.acts)
        if self.outcome.made:
            column.addWidget(PlainLabel(self._whose_outcome(), tone="small"))
            column.addLayout(self.outcome)
        column.addWidget(self._form)
        column.addWidget(self.sentence)
        self._draft = DraftKeeper(desk, FORM, dissent.id, lambda: {"answer": self.answer.value()}, owner=self)
        self.answer.changed.connect(self._draft.touch)
        if not dissent.answer and dissent.state is not DissentState.WITHDRAWN:
            self._draft.fetch(self._take_draft)
        self.keep.clicked.connect(lambda: self.answers.emit(dissent.id, self.other, self.answer.value()))
        leave.clicked.connect(self._form.hide)

    def say(self, problem: RuleBroken | Refused) -> None:
        """A rule's sentence beside the answer, or below."""
        if isinstance(problem, RuleBroken) and problem.field == "answer":
            self._form.show()
            self.answer.say(problem.sentence)
            return
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()

    def flush(self) -> None:
        """Keep the answer that is being written."""
        self._draft.flush()

    def answered(self, _none: object = None) -> None:
        """The answer is kept; what was typed goes."""
        self._draft.drop()

    def open_answer(self) -> None:
        """Show the field for the answer."""
        self._form.show()
        self.answer.setFocus()

    def _acts(self) -> Iterator[tuple[str, Callable[[], object], bool]]:
        one, mine = self.dissent, self.dissent.by is Voice.PRACTITIONER
        if one.state is DissentState.WITHDRAWN:
            return
        if not one.answer:
            words = _("Write {name}’s answer").format(name=self._called) if mine else _("Answer it")
            yield words, self.open_answer, True
        if one.state not in _OVER and one.answer and not mine:
            yield _("It stands, and I respect it"), self._to(DissentState.STANDS, self.other), True

    def _outcomes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What became of it, said by whoever sees it differently."""
        one = self.dissent
        if one.state in _OVER:
            return
        for state in (DissentState.NEGOTIATED, DissentState.STANDS, DissentState.PARKED):
            if state is not one.state:
                yield _(DISSENT_STATE_WORDS[state]), self._to(state, one.by)
        yield _(DISSENT_STATE_WORDS[DissentState.WITHDRAWN]), self._to(DissentState.WITHDRAWN, one.by)

    def _whose_outcome(self) -> str:
        if self.dissent.by is Voice.PRACTITIONER:
            return _("What you say became of it")
        return _("What {name} says became of it").format(name=self._called)

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None:
            self._form.show()
            self.answer.set_value(str(typed.get("answer", "")))

    def _to(self, state: DissentState, voice: Voice) -> Callable[[], object]:
        return lambda: self.settles.emit(self.dissent.id, voice, state)

    def _speech(self, one: Dissent) -> SpeechLabel:
        name = self._found.names.called if one.by is Voice.PATIENT else _("You")
        caption = _("{name}, {day}").format(name=isolated(name), day=isolated(spoken().date(one.said)))
        why = "" if one.ground is Ground.UNSAID else _(GROUND_WORDS[one.ground])
        words = "\n".join(part for part in (one.words, one.why or why) if part)
        return SpeechLabel(words, voice=one.by, caption=caption)

    def _reply(self, one: Dissent) -> SpeechLabel:
        name = self._found.names.called if self.other is Voice.PATIENT else _("You")
        caption = _("{name}’s answer").format(name=isolated(name)) if self.other is Voice.PATIENT else _("Your answer")
        if not one.answer:
            caption = _("{caption}: none yet").format(caption=caption)
        return SpeechLabel(one.answer, voice=self.other, caption=caption)


def about_words(found: WholePlan, one: Dissent) -> str:
    """What it is about, by its name."""
    contents = found.contents
    named = {
        About.OPTION: {each.id: each.label for each in contents.options},
        About.DECISION: {each.id: each.question for each in contents.decisions},
        About.STEP: {each.id: each.what for each in contents.steps},
    }.get(one.about, {})
    return named.get(one.about_id, "") or _("The plan as a whole")
