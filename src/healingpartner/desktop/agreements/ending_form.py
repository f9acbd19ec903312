"""The form to end or hand on: who begins it, words from both, the last day, what is handed over."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.endings.model import (
    LEADS_TO_WORDS,
    REASON_WORDS,
    EndingAsked,
    LeadsTo,
    StepKind,
)
from healingpartner.agreements.views import Names
from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, _

HANDED_OVER = (
    (StepKind.RECORD_COPY, N_("A copy of the record")),
    (StepKind.LETTER, N_("A letter to say goodbye")),
    (StepKind.REFERRAL, N_("A letter for whoever walks on with them")),
)


class EndingForm(QWidget):
    """`begins`: the button was pressed. `leaves`: not now. `changed`: something was typed."""

    begins = Signal()
    leaves = Signal()
    changed = Signal()

    def __init__(self, names: Names) -> None:
        """Nobody and nothing is chosen beforehand, save what is handed over."""
        super().__init__()
        called = isolated(names.called)
        self.side = SideChoice(_("Who begins it"), names.called)
        self.leads_to = ChoiceField(
            _("What comes after"), [(one.value, _(words)) for one, words in LEADS_TO_WORDS.items()],
            value=LeadsTo.OPEN_DOOR.value,
        )  # fmt: skip
        reasons = [(one.value, _(words)) for one, words in REASON_WORDS.items()]
        self.reason = ChoiceField(_("What led to it, if you want to say"), reasons)
        self.reason_words = LineField(_("In your own words, if you want to"))
        self.patient_words = TextField(_("{name}'s words to you").format(name=called), lines=2)
        self.practitioner_words = TextField(_("Your words to {name}").format(name=called), lines=2)
        hint = _("{name} may end it today. From you, thirty days are the custom.").format(name=called)
        self.last_day = PartialDateField(_("The last day"), hint=hint)
        self.why_then = LineField(_("Why then, if it comes sooner than thirty days"))
        self.ticks = [CheckField(_(words), value=True) for _kind, words in HANDED_OVER]
        self.open_promises = TextField(_("Promises still open, one on each line"), lines=2)
        self.results = TextField(_("Results you wait for, one on each line"), lines=2)
        self.begin_button, self.leave_link = QuietButton(_("Begin to end")), LinkButton(_("Not now"))
        self._amiss = PlainLabel(tone="warn")
        self._amiss.hide()
        self._lay_out()
        for field in self.fields().values():
            field.changed.connect(self.changed)
        self.begin_button.clicked.connect(self.begins)
        self.leave_link.clicked.connect(self.leaves)

    def fields(self) -> Mapping[str, Field]:
        """Every field by the name a rule gives it."""
        return {
            "side": self.side,
            "leads_to": self.leads_to,
            "reason": self.reason,
            "reason_words": self.reason_words,
            "patient_words": self.patient_words,
            "practitioner_words": self.practitioner_words,
            "last_day": self.last_day,
            "why_then": self.why_then,
            "step": self.open_promises,
            "results": self.results,
        }

    def typed(self) -> dict[str, Any]:
        """What stands there, for a draft."""
        return {name: field.value() for name, field in self.fields().items() if hasattr(field, "value")}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """What was typed before."""
        for name, field in self.fields().items():
            if name in typed and hasattr(field, "set_value"):
                field.set_value(str(typed[name]))

    def asked(self) -> EndingAsked:
        """What the form holds; RuleBroken beside a day that is none."""
        day = self.last_day.date()
        return EndingAsked(
            leads_to=LeadsTo(self.leads_to.value() or LeadsTo.OPEN_DOOR.value),
            reason=self.reason.value(),
            reason_words=self.reason_words.value(),
            patient_words=self.patient_words.value(),
            practitioner_words=self.practitioner_words.value(),
            last_day="" if day is None else day.text(),
            why_then=self.why_then.value(),
        )

    def steps(self) -> tuple[tuple[StepKind, str], ...]:
        """What is handed over, in order."""
        found = [(kind, _(words)) for (kind, words), tick in zip(HANDED_OVER, self.ticks, strict=True) if tick.value()]
        for kind, field in ((StepKind.PROMISE, self.open_promises), (StepKind.RESULT, self.results)):
            found += [(kind, line) for line in field.value().splitlines() if line.strip()]
        return tuple(found)

    def say(self, problem: RuleBroken | Refused) -> None:
        """Show what is amiss beside its field."""
        field = self.fields().get(problem.field) if isinstance(problem, RuleBroken) else None
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        self._amiss.setText("" if field else sentence)
        self._amiss.setVisible(field is None)
        if field is not None:
            field.say(sentence)
            field.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        words = _("No reason is needed, and none is asked for twice. What both signed stays readable for ever.")
        column.addWidget(PlainLabel(words, tone="soft"))
        for name in (
            "side", "leads_to", "patient_words", "practitioner_words", "reason", "reason_words", "last_day", "why_then",
        ):  # fmt: skip
            column.addWidget(self.fields()[name])
        column.addWidget(PlainLabel(_("What you hand over"), tone="label"))
        for part in (*self.ticks, self.open_promises, self.results, self._amiss):
            column.addWidget(part)
        row = FlowLayout(gap=10)
        row.addWidget(self.begin_button)
        row.addWidget(self.leave_link)
        column.addLayout(row)
