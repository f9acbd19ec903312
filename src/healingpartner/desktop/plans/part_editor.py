"""The page for what one part of the patient says, told by the patient and typed at the desk."""

from typing import Any

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.parts import acts
from healingpartner.plans.parts.model import PART_STANCE_WORDS, PartStance, PartVoice
from healingpartner.plans.versions.model import WholePlan


class PartVoiceForm(PartForm):
    """In the patient's words throughout."""

    def __init__(self, called: str) -> None:
        """`called`: the patient's name as they asked for it."""
        super().__init__()
        self.add_part(
            PlainLabel(
                _("{name} names the parts. A part of us can want something, and another be afraid of it.").format(
                    name=isolated(called)
                ),
                tone="soft",
            )
        )
        self.add("label", LineField(_("What it is called"), example=_("the one who keeps watch")))
        stances = [(one.value, _(words)) for one, words in PART_STANCE_WORDS.items()]
        self.add("stance", ChoiceField(_("Where it stands"), stances))
        self.add("words", TextField(_("What it says"), lines=2))
        self.add("needs", TextField(_("What it needs"), lines=1))


class PartVoiceEditor(PartEditor):
    """A new part, or one that has spoken."""

    FORM = "plans.part"

    def __init__(self, place: PlanPlace, found: WholePlan, part_id: str) -> None:
        """`part_id`: "" for a new one."""
        self._place, self._plan_id = place, found.plan.id
        self.part = part_with(found, part_id)
        super().__init__(
            place.desk, _("A part of {name}").format(name=isolated(found.names.called)),
            PartVoiceForm(found.names.called), subject_id=part_id or found.plan.id, now=typed_of(self.part),
        )  # fmt: skip
        if part_id:
            self.remove = LinkButton(_("Take this part out"), icon="trash")
            self.remove.clicked.connect(
                lambda: place.do(
                    acts.remove_part_voice, part_id, by=Voice.PATIENT, owner=self, then=self.kept, sorry=self.say
                )
            )
            self.form.add_part(self.remove)

    def show_plan(self, found: WholePlan) -> None:
        """The part as it stands by now."""
        if self.part.id:
            self.show_now(typed_of(part_with(found, self.part.id)))

    def keep(self) -> None:
        """In the patient's voice."""
        typed = self.form.typed()
        if not typed["stance"]:
            raise RuleBroken("stance", _("Where does it stand? “Unsure” and “not now” are answers too."))
        part = PartVoice(
            id=self.part.id, plan_id=self._plan_id, place=self.part.place, label=typed["label"],
            stance=PartStance(typed["stance"]), words=typed["words"], needs=typed["needs"],
        )  # fmt: skip
        self._place.do(
            acts.put_part_voice, self._plan_id, part, by=Voice.PATIENT, owner=self, then=self.kept, sorry=self.say
        )  # fmt: skip


def part_with(found: WholePlan, part_id: str) -> PartVoice:
    """The part of that id, or an empty one."""
    empty = PartVoice(id="", plan_id=found.plan.id, label="", stance=PartStance.UNSURE)
    return next((one for one in found.contents.parts if one.id == part_id), empty)


def typed_of(part: PartVoice) -> dict[str, Any]:
    """A part as its form shows it; nothing is chosen for a new one."""
    stance = part.stance.value if part.id else ""
    return {"label": part.label, "stance": stance, "words": part.words, "needs": part.needs}
