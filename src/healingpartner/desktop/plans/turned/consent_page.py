"""The patient's yes to one treatment or touch: what, why, risks, other ways; given by them, taken back in one tap."""

from dataclasses import replace

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.consent_words import asked_of, parts_of_consent, stands
from healingpartner.desktop.plans.turned.entry import Entry
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.words import _
from healingpartner.plans.consents import acts
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent
from healingpartner.plans.decisions.model import OptionStanding
from healingpartner.plans.versions.model import WholePlan


class ConsentsPage(PlanPage):
    """Those that were given, each with its way back; and what a yes could be asked for."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """Each stands for itself."""
        lead = _("Nothing is done to you without your yes. Each stands for itself, and you can take one back at once.")
        super().__init__(desk, found, _("My yes to a treatment"), lead=lead)
        contents = found.contents
        for one in contents.consents:
            self.add(self._card(one))
        given = {one.option_id for one in contents.consents if one.withdrawn is None}
        chosen = [one for one in contents.options if one.standing is OptionStanding.CHOSEN and one.id not in given]
        for option in chosen:
            entry = Entry(f"consent/{option.id}", option.label, _("Read what it is, and say yes or not now."))
            entry.clicked.connect(lambda _on=False, option=option: self.goes.emit(f"consent/{option.id}"))
            self.add(entry)
        if not contents.consents and not chosen:
            self.add(PlainLabel(_("No yes is asked of you now.")))
        self.end()

    def _card(self, one: TreatmentConsent) -> Card:
        card = Card()
        card.column.addWidget(TitleLabel(one.what, level=2))
        card.column.addWidget(PlainLabel(stands(one), tone="soft"))
        if one.withdrawn is None:
            back = QuietButton(_("Take it back"))
            back.setAccessibleName(_("{kind}: {act}").format(kind=one.what, act=back.text()))
            back.clicked.connect(lambda: self._withdraw(one))
            row = FlowLayout()
            row.addWidget(back)
            card.column.addLayout(row)
        return card

    def _withdraw(self, one: TreatmentConsent) -> None:
        told = _("It is taken back, from this moment. Nobody asks why.")
        self.do(acts.withdraw, one.id, ConsentWay.TAPPED, then=self.leads("consents", told))


class ConsentPage(PlanPage):
    """One yes, asked for in words that can be read; both of the patient's own sentences are theirs to tick."""

    def __init__(self, desk: Desk, found: WholePlan, about: str, *, asked: TreatmentConsent | None = None) -> None:
        """`about`: an option's id, or "asked" for what was written down at the desk."""
        self.asked = asked if about == "asked" and asked is not None else asked_of(found, about)
        named = next((one.label for one in found.contents.options if one.id == self.asked.option_id), "")
        super().__init__(desk, found, named or _("My yes to a treatment"), back="consents", form=f"yes:{about}")
        for label, words in parts_of_consent(self.asked):
            self.add(TitleLabel(label, level=3))
            self.add(PlainLabel(words or _("Not written yet. Ask, and it will be."), tone="plain" if words else "warn"))
        self.field("questions", TextField(_("What I asked, and the answer"), value=self.asked.questions, lines=1))
        self.field("questions_answered", CheckField(_("My questions were answered.")))
        self.field("free_choice", CheckField(_("This is my own free choice. I can take it back at any time.")))
        self.choose(_("Yes"), self.give, think=_("Not now"))
        self.end()

    def give(self) -> None:
        """The yes, by the patient's own tap."""
        consent = replace(
            self.asked,
            way=ConsentWay.TAPPED,
            questions=self.fields["questions"].value(),
            questions_answered=self.fields["questions_answered"].value(),
            free_choice=self.fields["free_choice"].value(),
        )
        told = _("Your yes is kept, with the time. You can take it back at once.")
        self.do(acts.give, self.found.plan.id, consent, then=self.leads("consents", told))
