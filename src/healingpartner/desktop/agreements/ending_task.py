"""Ending in the patient's own hand, on the turned view: words if they like, no reason needed, today if they wish."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from healingpartner.agreements.endings.acts import begin_ending
from healingpartner.agreements.endings.model import LEADS_TO_WORDS, REASON_WORDS, EndingAsked, LeadsTo, StepKind
from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.foundation.words import _

FORM = "agreements.ending-turned"


class EndingTask(GivingBack):
    """`gives_back`: the patient is done."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Everything may stay empty."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.words = TextField(_("What I would like to say, if anything"), lines=3)
        reasons = [(one.value, _(said)) for one, said in REASON_WORDS.items()]
        self.reason = ChoiceField(_("What led to it, if I want to say"), reasons)
        leads = [(one.value, _(said)) for one, said in LEADS_TO_WORDS.items()]
        self.leads_to = ChoiceField(_("What comes after"), leads, value=LeadsTo.OPEN_DOOR.value)
        self.last_day = PartialDateField(_("The last day"), hint=_("Today, when this stays empty."))
        self.copy = CheckField(_("I would like a copy of my record."), value=True)
        self.choices = Choices(_("End it"), think=_("I want to think about it"))
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.done: DonePage | None = None
        self._draft = DraftKeeper(desk, FORM, person_id, self._typed, owner=self, voice=Voice.PATIENT)
        page = ScrollPage(self.title(), margin=4)
        soft = _("You may end it today, and you need not say why. You can come back at any time.")
        for part in (
            TitleLabel(self.title(), level=1), PlainLabel(soft), self.words, self.reason, self.leads_to, self.last_day,
            self.copy, self.sentence, self.choices,
        ):  # fmt: skip
            page.column.addWidget(part)
        page.column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.choices.goes_on.connect(self.end)
        self.choices.thinks.connect(self._think)
        for field in (self.words, self.reason, self.leads_to, self.last_day):
            field.changed.connect(self._draft.touch)

    def title(self) -> str:
        """What stands on top."""
        return _("Ending our work together")

    def begin(self) -> None:
        """Begin with words; a draft comes back."""
        self.words.setFocus()
        self._draft.fetch(self._take_draft)

    def flush(self) -> None:
        """Keep what was typed."""
        if self.done is None:
            self._draft.flush()

    def end(self) -> None:
        """End it, as the patient's act by the patient's hand."""
        try:
            day = self.last_day.date()
        except RuleBroken as broken:
            self.last_day.say(broken.sentence)
            return
        asked = EndingAsked(
            leads_to=LeadsTo(self.leads_to.value() or LeadsTo.OPEN_DOOR.value),
            reason=self.reason.value(),
            patient_words=self.words.value(),
            last_day="" if day is None else day.text(),
        )
        steps = [(StepKind.RECORD_COPY, _("A copy of the record"))] if self.copy.value() else []
        self._desk.runner.do(
            begin_ending, self._person_id, asked, steps=steps, by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW, owner=self,
            then=lambda _id: self._ended(), sorry=self._sorry,
        )  # fmt: skip

    def _ended(self) -> None:
        self._draft.drop()
        self.done = DonePage(
            _("Thank you for the way so far"), _("It is kept as you wished. The door stays open for you.")
        )
        self.done.gives_back.connect(self.gives_back)
        self._stack.addWidget(self.done)
        self._stack.setCurrentWidget(self.done)
        self.done.begin()
        self.finished.emit()

    def _think(self) -> None:
        self._draft.flush()
        self.gives_back.emit()

    def _typed(self) -> dict[str, Any]:
        return {
            "words": self.words.value(),
            "reason": self.reason.value(),
            "leads_to": self.leads_to.value(),
            "last_day": self.last_day.value(),
        }

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None:
            for name, field in (
                ("words", self.words), ("reason", self.reason), ("leads_to", self.leads_to),
                ("last_day", self.last_day),
            ):  # fmt: skip
                field.set_value(str(typed.get(name, "")))

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        if isinstance(problem, RuleBroken) and problem.field == "last_day":
            self.last_day.say(sentence)
            self.last_day.setFocus()
            return
        self.sentence.setText(sentence)
        self.sentence.show()
