"""A pad that both can draw on while they work on the plan: a path, a week, where it hurts."""

from dataclasses import replace

from healingpartner.desktop.agreements.pad import drawing_of
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.drawing_pad import DrawingPad
from healingpartner.desktop.plans.drawing import drawing_text, strokes_of
from healingpartner.desktop.plans.turned.page import LIST, PlanPage
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans import acts
from healingpartner.plans.versions.model import WholePlan


class DrawPage(PlanPage):
    """What was drawn before lies there and may be gone on with."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """Shows what the plan keeps."""
        lead = _("A path, a week, where it hurts: draw it, each of you as you like.")
        super().__init__(desk, found, _("Draw it"), lead=lead)
        self.pad = DrawingPad(_("Our shared sheet"), ticks=desk.clock.ticks, voice=Voice.BOTH)
        before = strokes_of(found.plan.drawing)
        if before is not None:
            self.pad.go_on_from(before)
        self.add(self.pad)
        anew = LinkButton(_("Begin on an empty sheet"))
        anew.clicked.connect(self.pad.clear)
        self.row(anew)
        self.choose(_("Keep this drawing"), self.keep, think=_("Leave it"))
        self.end()

    def keep(self) -> None:
        """It belongs to the plan, and both agree to it with the words."""
        drawn = drawing_of(self.pad)
        plan = replace(self.found.plan, drawing=drawing_text(drawn) if drawn.points() else "")
        self.do(acts.change_plan, plan, then=self.leads(LIST, _("The drawing is kept.")))
