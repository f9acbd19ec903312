"""The page for what the patient says of a way, where they say it aloud and it is typed at the desk for them."""

from typing import Any

from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.option_editor import option_with
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.desktop.plans.ruler_field import RulerField
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import DIRECTION_WORDS, Direction, Felt, Option
from healingpartner.plans.versions.model import WholePlan

_RULERS = ("preference", "ready", "sure")


class FeltForm(PartForm):
    """The patient's own words first, then rulers from 0 to 10; every one may stay open."""

    def __init__(self, option: Option, called: str) -> None:
        """`called`: the patient's name as they asked for it."""
        super().__init__()
        name = isolated(called)
        self.add_part(TitleLabel(option.label))
        self.add_part(
            PlainLabel(
                _("Only what {name} says, in their own words. You write it down.").format(name=name), tone="soft"
            )
        )
        self.add("inner_words", TextField(_("What my body or inner wisdom says"), lines=2))
        directions = [("", _("Not asked")), *((one.value, _(words)) for one, words in DIRECTION_WORDS.items())]
        self.add("direction", ChoiceField(_("Where it draws me"), directions))
        low, high = _("not at all"), _("fully")
        self.add("preference", RulerField(_("How much I would like it"), low=low, high=high))
        self.add("ready", RulerField(_("How ready I am"), low=low, high=high))
        self.add("ready_why", TextField(_("Why not lower?"), lines=1))
        self.add("sure", RulerField(_("How sure I am that I can do it"), low=low, high=high))
        self.add("sure_why", TextField(_("Why not lower?"), lines=1))

    def felt(self) -> Felt:
        """What is typed."""
        typed = self.typed()
        direction = typed.pop("direction")
        return Felt(direction=Direction(direction) if direction else None, **typed)


class FeltEditor(PartEditor):
    """In the patient's voice, by the practitioner's hand."""

    FORM = "plans.felt"

    def __init__(self, place: PlanPlace, found: WholePlan, option_id: str) -> None:
        """`option_id`: of which way."""
        self._place, self._option_id = place, option_id
        option = option_with(found, "", option_id)
        self.felt_form = FeltForm(option, found.names.called)
        title = _("What {name} says").format(name=isolated(found.names.called))
        super().__init__(place.desk, title, self.felt_form, subject_id=option_id, now=typed_of(option))

    def show_plan(self, found: WholePlan) -> None:
        """What they say by now."""
        self.show_now(typed_of(option_with(found, "", self._option_id)))

    def keep(self) -> None:
        """As the patient's own."""
        self._place.do(
            acts.say_felt, self._option_id, self.felt_form.felt(), by=Voice.PATIENT, owner=self,
            then=self.kept, sorry=self.say,
        )  # fmt: skip


def typed_of(option: Option) -> dict[str, Any]:
    """What is felt as its form shows it."""
    felt = option.felt
    return {
        "inner_words": felt.inner_words,
        "direction": "" if felt.direction is None else felt.direction.value,
        "ready_why": felt.ready_why,
        "sure_why": felt.sure_why,
        **{name: getattr(felt, name) for name in _RULERS},
    }
