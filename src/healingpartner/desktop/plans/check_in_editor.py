"""The page of a check-in at the desk: for the practitioner's own, or for what the patient says and is typed here."""

from typing import Any

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.follow_through import acts
from healingpartner.plans.follow_through.model import OBSTACLE_WORDS, WENT_WORDS, CheckIn, Obstacle, Went
from healingpartner.plans.steps.model import StepState
from healingpartner.plans.versions.model import WholePlan

WHOLE = "plan"
_TEXTS = ("helped", "got_in_the_way", "words")
_NOT_YET = Instant(utc_us=0, offset_min=0, zone="UTC")
_NOTHING: dict[str, Any] = {"side": "", "went": "", "obstacles": "", "fits": "", **dict.fromkeys(_TEXTS, "")}


class CheckInForm(PartForm):
    """The four questions: what happened, what helped, what got in the way, does it still feel right."""

    def __init__(self, found: WholePlan) -> None:
        """`found`: the steps it can be about."""
        super().__init__()
        self.add_part(
            PlainLabel(_("Every answer is a good one, “not now” too. It is never changed later."), tone="soft")
        )
        self.side = SideChoice(_("Whose words these are"), found.names.called)
        self.add("side", self.side)
        steps = [(one.id, one.what) for one in found.contents.steps if one.state is not StepState.ADAPTED]
        self.add("step", ChoiceField(_("About what"), [(WHOLE, _("The plan as a whole")), *steps], value=WHOLE))
        went = [(one.value, _(words)) for one, words in WENT_WORDS.items()]
        self.add("went", PickField(_("What happened"), went, voice=Voice.PRACTITIONER))
        self.add("helped", TextField(_("What helped"), lines=1))
        obstacles = [(one.value, _(words)) for one, words in OBSTACLE_WORDS.items()]
        self.add("obstacles", PickField(_("What got in the way"), obstacles, many=True, voice=Voice.PRACTITIONER))
        self.add("got_in_the_way", TextField(_("More about what got in the way"), lines=1))
        fits = [("yes", _("Yes")), ("no", _("No"))]
        self.add("fits", PickField(_("Does it still feel right?"), fits, voice=Voice.PRACTITIONER))
        self.add("words", TextField(_("In own words"), lines=1))

    def check_in(self, plan_id: str) -> CheckIn:
        """What is typed, in the voice that was chosen."""
        typed = self.typed()
        return CheckIn(
            id="",
            plan_id=plan_id,
            by=Voice(typed["side"]),
            at=_NOT_YET,
            step_id="" if typed["step"] in {"", WHOLE} else typed["step"],
            went=Went(typed["went"]) if typed["went"] else None,
            obstacles=tuple(Obstacle(one) for one in typed["obstacles"].split(",") if one),
            still_fits={"yes": True, "no": False}.get(typed["fits"]),
            **{name: typed[name] for name in _TEXTS},
        )


class CheckInEditor(PartEditor):
    """Written once; it stands beside the others from then on."""

    FORM = "plans.check-in"

    def __init__(self, place: PlanPlace, found: WholePlan, step_id: str) -> None:
        """`step_id`: "" for the plan as a whole."""
        self._place, self._plan_id = place, found.plan.id
        self.check_form = CheckInForm(found)
        now = {**_NOTHING, "step": step_id or WHOLE}
        super().__init__(place.desk, _("How it went"), self.check_form, subject_id=step_id or found.plan.id, now=now)

    def keep(self) -> None:
        """In the voice of whoever said it."""
        if not self.check_form.side.value():
            raise RuleBroken("side", _("Choose this first: it is kept with the words."))
        given = self.check_form.check_in(self._plan_id)
        self._place.do(acts.check_in, self._plan_id, given, by=given.by, owner=self, then=self.kept, sorry=self.say)
