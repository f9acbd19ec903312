"""Ending in the patient's own hand, on the turned view: words if they like, no reason needed, today if they wish."""

from healingpartner.agreements.endings.acts import begin_ending
from healingpartner.agreements.endings.model import LEADS_TO_WORDS, REASON_WORDS, EndingAsked, LeadsTo, StepKind
from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.wish_task import WishTask
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

FORM = "agreements.ending-turned"


class EndingTask(WishTask):
    """Everything may stay empty."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Begins with an open door and a copy of the record wished for."""
        super().__init__(desk, person_id, form=FORM)
        reasons = [(one.value, _(said)) for one, said in REASON_WORDS.items()]
        self.reason = ChoiceField(_("What led to it, if I want to say"), reasons)
        leads = [(one.value, _(said)) for one, said in LEADS_TO_WORDS.items()]
        self.leads_to = ChoiceField(_("What comes after"), leads, value=LeadsTo.OPEN_DOOR.value)
        self.last_day = PartialDateField(_("The last day"), hint=_("Today, when this stays empty."))
        self.copy = CheckField(_("I would like a copy of my record."), value=True)
        self.choices = Choices(_("End it"), think=_("I want to think about it"))
        self.lay_out(
            _("You may end it today, and you need not say why. You can come back at any time."),
            self.choices,
            self.end,
            more={"reason": self.reason, "leads_to": self.leads_to, "last_day": self.last_day},
            asked=(self.copy,),
        )

    def title(self) -> str:
        """What stands on top."""
        return _("Ending our work together")

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
        thanks = _("It is kept as you wished. The door stays open for you.")
        self._desk.runner.do(
            begin_ending, self._person_id, asked, steps=steps, by=Voice.PATIENT, hand=self.hand, owner=self,
            then=lambda _id: self.thank(_("Thank you for the way so far"), thanks), sorry=self.sorry,
        )  # fmt: skip
