"""A pad that both can draw on while they work on the plan: a path, a week, where it hurts."""

from collections.abc import Callable
from dataclasses import replace

from healingpartner.desktop.agreements.pad import drawing_of
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.drawing_pad import DrawingPad
from healingpartner.desktop.kit.field import Field
from healingpartner.desktop.plans.drawing import drawing_text, strokes_of
from healingpartner.desktop.plans.turned.page import LIST, PlanPage
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans import acts
from healingpartner.plans.versions.model import WholePlan


class SheetField(Field):
    """The shared sheet as a field: what is drawn is kept as a draft, like words."""

    def __init__(self, label: str, *, ticks: Callable[[], float], value: str = "") -> None:
        """`value`: strokes as text; `ticks`: as the pad's."""
        self.pad = DrawingPad(label, ticks=ticks, voice=Voice.BOTH)
        super().__init__(label, self.pad)
        self.set_value(value)
        self.pad.changed.connect(self._by_hand)

    def value(self) -> str:
        """What is drawn, as text; "" for an empty sheet."""
        drawn = drawing_of(self.pad)
        return drawing_text(drawn) if drawn.points() else ""

    def set_value(self, text: object) -> None:
        """Lay a drawing on the sheet without saying that it changed."""
        strokes = strokes_of(str(text or ""))
        if strokes is not None:
            self.pad.go_on_from(strokes)
            return
        self.pad.blockSignals(True)
        self.pad.clear()
        self.pad.blockSignals(False)


class DrawPage(PlanPage):
    """What was drawn before lies there and may be gone on with."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """Shows what the plan keeps."""
        lead = _("A path, a week, where it hurts: draw it, each of you as you like.")
        super().__init__(desk, found, _("Draw it"), lead=lead, form="drawing")
        sheet = SheetField(_("Our shared sheet"), ticks=desk.clock.ticks, value=found.plan.drawing)
        self.pad = self.field("drawing", sheet).pad
        anew = LinkButton(_("Begin on an empty sheet"))
        anew.clicked.connect(self.pad.clear)
        self.row(anew)
        self.choose(_("Keep this drawing"), self.keep, think=_("Leave it"))
        self.end()

    def keep(self) -> None:
        """It belongs to the plan, and both agree to it with the words."""
        plan = replace(self.found.plan, drawing=self.fields["drawing"].value())
        self.do(acts.change_plan, plan, then=self.leads(LIST, _("The drawing is kept.")))
