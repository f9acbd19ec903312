"""The forms of a repair, each with its own few lines: what is said, what is given back, what will change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.journal.repairs.model import GivenBack, Statement
from healingpartner.language.tone import Hint, hints_in

SAID = (
    ("when", N_("When …")), ("felt", N_("I felt …")), ("matters", N_("What matters to me is …")),
    ("like", N_("I would like …")),
)  # fmt: skip
GIVEN = (
    ("hears", N_("What I hear is …")), ("sees", N_("I can see how …")), ("own_part", N_("My part was …")),
    ("sorry", N_("I am sorry for …")), ("differently", N_("I see it differently, and I still care: …")),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedChange:
    """What the form for a change holds."""

    owner: Voice
    words: str
    due_on: date | None


class LinesForm(QWidget):
    """A few lines to fill. given: their words by name. leaves: not now. typed_on: at every key."""

    given = Signal(object)
    leaves = Signal()
    typed_on = Signal()

    def __init__(self, lines: Sequence[tuple[str, str]], button: str, *, hints: bool = True) -> None:
        """`lines`: (name, caption marked for translation); `hints`: gentle hints on tone while typing."""
        super().__init__()
        self._fields = {name: TextField(_(caption), lines=1) for name, caption in lines}
        self._hints = PlainLabel(tone="small")
        self._hints.hide()
        self._amiss = PlainLabel(tone="warn")
        self._amiss.hide()
        self._looks = hints
        self.keep_button, leave = QuietButton(button), LinkButton(_("Not now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        for field in self._fields.values():
            field.changed.connect(self._typed)
            column.addWidget(field)
        column.addWidget(self._hints)
        column.addWidget(self._amiss)
        row = FlowLayout(gap=10)
        row.addWidget(self.keep_button)
        row.addWidget(leave)
        column.addLayout(row)
        self.keep_button.clicked.connect(lambda _on=False: self.given.emit(self.typed()))
        leave.clicked.connect(self.leaves)

    def fields(self) -> Mapping[str, Field]:
        """Every field by the name a rule gives it."""
        return self._fields

    def typed(self) -> dict[str, str]:
        """What stands there."""
        return {name: field.value() for name, field in self._fields.items()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """What was typed before."""
        for name, field in self._fields.items():
            if name in typed:
                field.set_value(str(typed[name]))

    def say(self, problem: RuleBroken | Refused) -> None:
        """Why it could not be kept; nothing typed is lost."""
        field = self._fields.get(problem.field) if isinstance(problem, RuleBroken) else None
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        self._amiss.setText("" if field is not None else sentence)
        self._amiss.setVisible(field is None)
        if field is not None:
            field.say(sentence)
            field.setFocus()

    def hints(self) -> tuple[Hint, ...]:
        """What could be said more gently."""
        return hints_in(" \n".join(self.typed().values())) if self._looks else ()

    def _typed(self) -> None:
        found = self.hints()
        self._hints.setText("\n".join(_("“{words}”: {why}").format(words=one.words, why=one.why) for one in found))
        self._hints.setVisible(bool(found))
        self.typed_on.emit()


class ChangeForm(QWidget):
    """One thing that will be different. given: a `PlannedChange`. leaves: not now."""

    given = Signal(object)
    leaves = Signal()

    def __init__(self, called: str, practitioner: str) -> None:
        """How the two are called."""
        super().__init__()
        self.owner = ChoiceField(
            _("Who does it"),
            [
                (Voice.PRACTITIONER.value, practitioner or _("You")), (Voice.PATIENT.value, called),
                (Voice.BOTH.value, _("Both of us")),
            ],
            value=Voice.PRACTITIONER.value,
        )  # fmt: skip
        self.words = TextField(_("What will be different"), lines=1)
        self.due_on = PartialDateField(_("By when, if there is a day"))
        keep, leave = QuietButton(_("Agree on it")), LinkButton(_("Not now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        for field in (self.owner, self.words, self.due_on):
            column.addWidget(field)
        row = FlowLayout(gap=10)
        row.addWidget(keep)
        row.addWidget(leave)
        column.addLayout(row)
        self.keep_button = keep
        keep.clicked.connect(self.give)
        leave.clicked.connect(self.leaves)

    def give(self) -> None:
        """Hand it over, or say what is no day."""
        try:
            day = self.due_on.date()
        except RuleBroken as broken:
            self.due_on.say(broken.sentence)
            return
        owner = Voice(self.owner.value() or Voice.PRACTITIONER.value)
        self.given.emit(PlannedChange(owner=owner, words=self.words.value(), due_on=day.latest() if day else None))

    def say(self, problem: RuleBroken | Refused) -> None:
        """Why it could not be kept."""
        named = problem.field if isinstance(problem, RuleBroken) else ""
        field: LineField | TextField = self.due_on if named == "due_on" else self.words
        field.say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        field.setFocus()


class OneLineForm(QWidget):
    """One line, for a day or a name. given: the day, or the words. leaves: not now."""

    given = Signal(object)
    leaves = Signal()

    def __init__(self, line: LineField, button: str) -> None:
        """`line`: a field for a day asks for one; `button`: what giving it does."""
        super().__init__()
        self.line = line
        self.keep_button, leave = QuietButton(button), LinkButton(_("Not now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(line)
        row = FlowLayout(gap=10)
        row.addWidget(self.keep_button)
        row.addWidget(leave)
        column.addLayout(row)
        self.keep_button.clicked.connect(self.give)
        leave.clicked.connect(self.leaves)

    def give(self) -> None:
        """Hand it over, or say what is no day."""
        if not isinstance(self.line, PartialDateField):
            self.given.emit(self.line.value())
            return
        try:
            day = self.line.date()
        except RuleBroken as broken:
            self.line.say(broken.sentence)
            return
        if day is None:
            self.line.say(_("Write a day. A month is enough."))
            return
        self.given.emit(day.latest())

    def say(self, problem: RuleBroken | Refused) -> None:
        """Why it could not be kept."""
        self.line.say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.line.setFocus()


RepairForm = LinesForm | ChangeForm | OneLineForm


def statement_of(typed: Mapping[str, str]) -> Statement:
    """The statement that the lines make."""
    return Statement(**{name: typed.get(name, "") for name, _caption in SAID})


def given_back_of(typed: Mapping[str, str], at: Instant) -> GivenBack:
    """The answer that the lines make."""
    said: dict[str, Any] = {name: typed.get(name, "") for name, _caption in GIVEN}
    return GivenBack(at=at, **said)
