"""The page on which a yes is asked for: what, why, what could go wrong, what else; then the patient says it."""

from typing import Any

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.consent_words import NOT_GIVEN_YET, asked_of
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.part_acts import short_name
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.desktop.plans.turned.task import PlanTask
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.consents import acts
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent
from healingpartner.plans.versions.model import WholePlan

_TEXTS = ("what", "why", "risks", "alternatives", "questions")


class ConsentForm(PartForm):
    """The practitioner's words first; below them what only the patient can say."""

    def __init__(self, found: WholePlan) -> None:
        """`found`: ways that the words can be taken from."""
        super().__init__()
        self._found, name = found, isolated(found.names.called)
        ways = [("", _("Nothing in particular")), *((one.id, one.label) for one in found.contents.options)]
        way = self.add("option_id", ChoiceField(_("The way it belongs to"), ways, hint=_("Takes over its words.")))
        steps = [("", _("Nothing in particular")), *((one.id, one.what) for one in found.contents.steps)]
        self.add("step_id", ChoiceField(_("The step it belongs to"), steps))
        labels = (_("What it is"), _("Why it is proposed"), _("What could go wrong"), _("What else could be done"))
        for field, label in zip(_TEXTS, labels, strict=False):
            self.add(field, LensField(label, lines=1))
        self.head(_("What {name} says").format(name=name), voice=Voice.PATIENT)
        self.add("questions", LensField(_("What was asked, and the answer"), lines=1))
        self.add("questions_answered", CheckField(_("“My questions were answered.”")))
        self.add("free_choice", CheckField(_("“This is my own free choice.”")))
        way.changed.connect(self._take_over)

    def consent(self, plan_id: str, way: ConsentWay) -> TreatmentConsent:
        """What is typed."""
        typed = self.typed()
        return TreatmentConsent(id="", plan_id=plan_id, given=NOT_GIVEN_YET, way=way, **typed)

    def _take_over(self) -> None:
        """Words of the way fill what is still empty; nothing typed is written over."""
        option_id = self.fields["option_id"].value()
        if not option_id:
            return
        asked = asked_of(self._found, option_id)
        for name in _TEXTS:
            if not self.fields[name].value().strip():
                self.fields[name].set_value(getattr(asked, name))


class ConsentEditor(PartEditor):
    """Said aloud and written down here, or asked for on the turned screen. Until then it is a draft."""

    FORM = "plans.consent"

    def __init__(self, place: PlanPlace, found: WholePlan) -> None:
        """Empty, or as it was left."""
        self._place, self._found = place, found
        self.consent_form = ConsentForm(found)
        name = short_name(found.names.called)
        now: dict[str, Any] = {**dict.fromkeys(_TEXTS, ""), "option_id": "", "step_id": ""}
        save = _("{name} says yes aloud").format(name=name)
        super().__init__(
            place.desk, _("Asking for a yes"), self.consent_form, subject_id=found.plan.id, now=now, save=save
        )
        self.turn_button = QuietButton(_("Turn to {name}").format(name=name), icon="arrows-left-right")
        self.turn_button.clicked.connect(self.turn)
        row = FlowLayout()
        row.addWidget(self.turn_button)
        self.page.column.insertLayout(self.page.column.count() - 1, row)
        told = _("{name} reads it there, asks, and says yes or not now.").format(name=name)
        self.page.column.insertWidget(self.page.column.count() - 1, PlainLabel(told, tone="small"))

    def turn(self) -> None:
        """Turn the screen with these words; what is typed stays here until the yes is given."""
        self.flush()
        asked = self.consent_form.consent(self._found.plan.id, ConsentWay.TAPPED)
        self._place.turns(
            PlanTask(self.desk, self._found.person_id, self._found.plan.id, first="consent/asked", asked=asked)
        )

    def keep(self) -> None:
        """The patient said yes aloud."""
        consent = self.consent_form.consent(self._found.plan.id, ConsentWay.SAID)
        self._place.do(
            acts.give, self._found.plan.id, consent, by=Voice.PATIENT, owner=self, then=self.kept, sorry=self.say
        )
