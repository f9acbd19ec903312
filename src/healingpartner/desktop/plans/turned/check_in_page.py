"""A check-in on the turned view: how it went, what helped, what got in the way; and whether the plan still fits."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import PatientButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.turned.page import LIST, PlanPage
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.acts import rework
from healingpartner.plans.follow_through import acts
from healingpartner.plans.follow_through.model import OBSTACLE_WORDS, WENT_WORDS, CheckIn, Obstacle, Went
from healingpartner.plans.model import PlanState
from healingpartner.plans.steps.model import StepState
from healingpartner.plans.versions.model import WholePlan

WHOLE = "plan"
LEADS_ON = frozenset({Went.CHANGED_MIND, Went.NO_LONGER_FITS})
_OVER = frozenset({StepState.ADAPTED})
_NOT_YET = Instant(utc_us=0, offset_min=0, zone="UTC")


class CheckInPage(PlanPage):
    """Every answer is a good one, “not now” too; nothing is counted up."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the id of a step, or "" for the plan as a whole."""
        back = "steps" if about else LIST
        lead = _("Every answer is a good one. It is kept beside what was said before.")
        super().__init__(
            desk, found, _("How did it go?"), lead=lead, back=back, form=f"check-in:{about or found.plan.id}"
        )
        steps = [one for one in found.contents.steps if Voice.PATIENT in one.owners and one.state not in _OVER]
        answers = [(WHOLE, _("The plan as a whole")), *((one.id, one.what) for one in steps)]
        about_what = ChoiceField(_("About what"), answers, value=about or WHOLE)
        self.field("step", about_what)
        went = [(one.value, _(words)) for one, words in WENT_WORDS.items()]
        self.field("went", PickField(_("How it went"), went))
        self.field("helped", TextField(_("What helped"), lines=1))
        obstacles = [(one.value, _(words)) for one, words in OBSTACLE_WORDS.items()]
        self.field("obstacles", PickField(_("What got in the way"), obstacles, many=True))
        self.field("got_in_the_way", TextField(_("In my own words"), lines=1))
        fits = [("yes", _("Yes")), ("no", _("No"))]
        self.field("still_fits", PickField(_("Does it still feel right, in head, heart and body?"), fits))
        self.choose(_("Keep that"), self.keep, think=_("Not now"))
        self.end()

    def keep(self) -> None:
        """Keep it as the patient's."""
        step, went = self.fields["step"].value(), self.fields["went"].value()
        fits = {"yes": True, "no": False}.get(self.fields["still_fits"].value())
        given = CheckIn(
            id="",
            plan_id=self.found.plan.id,
            by=Voice.PATIENT,
            at=_NOT_YET,
            step_id="" if step in {"", WHOLE} else step,
            went=Went(went) if went else None,
            obstacles=tuple(Obstacle(one) for one in self.fields["obstacles"].picked()),
            helped=self.fields["helped"].value(),
            got_in_the_way=self.fields["got_in_the_way"].value(),
            still_fits=fits,
        )
        place = "still_fits" if given.went in LEADS_ON or fits is False else self.back
        self.do(acts.check_in, self.found.plan.id, given, then=self.leads(place, _("Thank you. It is kept.")))


class StillFitsPage(PlanPage):
    """After a step was set down, or no longer fits: the plan is asked, never the person."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """Three ways on, none of them better."""
        super().__init__(desk, found, _("Does the plan still fit?"))
        card = Card()
        said = _("When a step no longer fits, it is the plan that can change. Nothing is counted against you.")
        card.column.addWidget(PlainLabel(said))
        parts = _("Perhaps a part of you was not on board. You may ask it.")
        card.column.addWidget(PlainLabel(parts, tone="soft"))
        self.add(card)
        self.rework = PatientButton(_("Rework it together"), large=True)
        self.fits = QuietButton(_("It still fits"), large=True)
        ask = QuietButton(_("Ask every part of me"), large=True)
        self.rework.clicked.connect(self._rework)
        self.fits.clicked.connect(self._fits)
        ask.clicked.connect(lambda: self.goes.emit("parts"))
        self.row(self.fits, ask, self.rework)
        self.end()

    def _fits(self) -> None:
        given = CheckIn(id="", plan_id=self.found.plan.id, by=Voice.PATIENT, at=_NOT_YET, still_fits=True)
        told = _("Good to know. The rest goes on as it is.")
        self.do(acts.check_in, self.found.plan.id, given, then=self.leads(LIST, told))

    def _rework(self) -> None:
        if self.found.plan.state is PlanState.REVIEWING:
            self.goes.emit(LIST)
            return
        self.do(rework, self.found.plan.id, then=self.leads(LIST, _("Now every word of it can change.")))
