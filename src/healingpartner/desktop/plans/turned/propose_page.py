"""The patient's own idea: beside the others, or in place of one that does not suit, with a safety net."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts as deciding
from healingpartner.plans.decisions.model import Option, OptionKind
from healingpartner.plans.differing import acts
from healingpartner.plans.differing.model import DissentState
from healingpartner.plans.versions.model import WholePlan


class ProposePage(PlanPage):
    """With another way in mind, or with none: “no, thank you” is as large."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: "<decision id>", or "<decision id>/<option id>" in place of that option."""
        self._decision_id, _slash, instead = about.partition("/")
        self.instead = next((one for one in found.contents.options if one.id == instead), None)
        title = _("I have another idea") if self.instead is None else _("Another way that would suit me")
        back = f"decision/{self._decision_id}"
        super().__init__(desk, found, title, back=back, form=f"propose:{instead or self._decision_id}")
        if self.instead is not None:
            said = _("In place of: {option}").format(option=isolated(self.instead.label))
            self.add(PlainLabel(said, tone="strong"))
        self.field("label", LineField(_("What I would rather do")))
        self.field("involves", TextField(_("How it would go"), lines=2))
        self.field("helps", TextField(_("How it may help me"), lines=1))
        self.net: PartialDateField | None = None
        if self.instead is not None:
            self._safety_net()
        self.choose(_("Put it beside the others"), self.keep, think=_("No, thank you"), thinks=back)
        self.end()

    def keep(self) -> None:
        """It stands beside the others, as the patient's own."""
        option = Option(
            id="",
            plan_id=self.found.plan.id,
            decision_id=self._decision_id,
            label=self.fields["label"].value(),
            kind=OptionKind.PROPOSED,
            proposed_by=Voice.PATIENT,
            involves=self.fields["involves"].value(),
            helps=self.fields["helps"].value(),
        )
        then = self.leads(self.back, _("Your idea stands beside the others."))
        if self.instead is None or self.net is None:
            self.do(deciding.put_option, self._decision_id, option, then=then)
            return
        try:
            day = self.net.date()
        except RuleBroken as broken:
            self.net.say(broken.sentence)
            self.net.setFocus()
            return
        self.do(
            acts.propose_instead, self.instead.id, option=option, changes=self.fields["changes"].value(),
            watch_for=self.fields["watch_for"].value(), call_when=self.fields["call_when"].value(),
            review_on=None if day is None else day.latest(), dissent_id=self._dissent_id(), then=then,
        )  # fmt: skip

    def _safety_net(self) -> None:
        self.field("changes", TextField(_("What is different about it"), lines=1))
        self.add(TitleLabel(_("Our safety net"), level=2))
        self.add(PlainLabel(_("So that we both sleep well. You can fill this in together."), tone="soft"))
        self.field("watch_for", TextField(_("What we watch for"), lines=1))
        self.field("call_when", TextField(_("When I call"), lines=1))
        self.net = self.field("review_on", PartialDateField(_("When we look at it again")))

    def _dissent_id(self) -> str:
        """What the patient said of the way it stands in place of, when it is still open."""
        if self.instead is None:
            return ""
        mine = (
            one for one in reversed(self.found.contents.dissents)
            if one.about_id == self.instead.id and one.by is Voice.PATIENT
            and one.state in {DissentState.OPEN, DissentState.HEARD}
        )  # fmt: skip
        return next((one.id for one in mine), "")
