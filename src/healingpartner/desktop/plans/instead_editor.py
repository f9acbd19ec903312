"""The page on which either puts another way in place of one, with its safety net."""

from typing import Any

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions.model import Option, OptionKind
from healingpartner.plans.differing import acts
from healingpartner.plans.differing.model import DissentState
from healingpartner.plans.versions.model import WholePlan

_NET = ("changes", "watch_for", "call_when")
_NOTHING: dict[str, Any] = dict.fromkeys(("side", "instead", "label", "involves", "helps", "review_on", *_NET), "")


class InsteadForm(PartForm):
    """The way first, then its net."""

    def __init__(self, found: WholePlan) -> None:
        """`found`: the ways it can stand in place of."""
        super().__init__()
        self.add("side", SideChoice(_("Whose idea it is"), found.names.called))
        ways = [(one.id, one.label) for one in found.contents.options]
        self.add("instead", ChoiceField(_("In place of"), ways))
        self.add("label", LineField(_("The other way, in a few words")))
        self.add("involves", LensField(_("What it involves"), lines=1))
        self.add("helps", LensField(_("How it may help"), lines=1))
        self.add("changes", LensField(_("What is different about it"), lines=1))
        self.head(_("The safety net"), soft=_("The patient can also say that none is needed."))
        self.add("watch_for", LensField(_("What to watch for"), lines=1))
        self.add("call_when", LensField(_("When to call"), lines=1))
        self.add("review_on", PartialDateField(_("When to look at it again")))


class InsteadEditor(PartEditor):
    """It stands beside the others as soon as it is kept; taking it is the patient's."""

    FORM = "plans.instead"

    def __init__(self, place: PlanPlace, found: WholePlan) -> None:
        """Empty, or as it was left."""
        self._place, self._found = place, found
        super().__init__(
            place.desk, _("Another way"), InsteadForm(found), subject_id=found.plan.id, now=_NOTHING,
            save=_("Put it beside the others"),
        )  # fmt: skip

    def keep(self) -> None:
        """In the voice of whoever proposes it."""
        typed = self.form.typed()
        instead = next((one for one in self._found.contents.options if one.id == typed["instead"]), None)
        if not typed["side"]:
            raise RuleBroken("side", _("Choose this first: it is kept with the words."))
        if instead is None:
            raise RuleBroken("instead", _("Choose the way that it stands in place of."))
        try:
            day = self.form.fields["review_on"].date()
        except RuleBroken as broken:
            raise RuleBroken("review_on", broken.sentence) from None
        voice = Voice(typed["side"])
        kind = OptionKind.PROPOSED if voice is Voice.PATIENT else instead.kind
        option = Option(
            id="", plan_id=self._found.plan.id, decision_id=instead.decision_id, label=typed["label"], kind=kind,
            proposed_by=voice, involves=typed["involves"], helps=typed["helps"],
        )  # fmt: skip
        self._place.do(
            acts.propose_instead, instead.id, option=option, review_on=None if day is None else day.latest(),
            dissent_id=self._answers(instead.id), by=voice, owner=self, then=self.kept, sorry=self.say,
            **{name: typed[name] for name in _NET},
        )  # fmt: skip

    def _answers(self, option_id: str) -> str:
        """The newest thing said of that way which still waits for another."""
        waits = {DissentState.OPEN, DissentState.HEARD}
        said = (
            one.id
            for one in reversed(self._found.contents.dissents)
            if one.about_id == option_id and one.state in waits
        )
        return next(said, "")
