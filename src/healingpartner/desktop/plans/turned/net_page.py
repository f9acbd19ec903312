"""The safety net of a negotiated way: what to watch for, when to call, when to look again; and going that way."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.plans.differing import acts
from healingpartner.plans.versions.model import WholePlan


class NetPage(PlanPage):
    """The patient alone can say that none is needed."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the alternative's id."""
        one = self.alternative = next(each for each in found.contents.alternatives if each.id == about)
        options = {each.id: each for each in found.contents.options}
        way, instead = options[one.option_id], options[one.instead_of]
        title = _("Our safety net")
        super().__init__(desk, found, title, back=f"decision/{way.decision_id}", form=f"net:{about}")
        said = _("{way}, in place of {option}")
        self.add(PlainLabel(said.format(way=isolated(way.label), option=isolated(instead.label)), tone="strong"))
        self.field("changes", TextField(_("What is different about it"), value=one.changes, lines=1))
        self.field("watch_for", TextField(_("What we watch for"), value=one.watch_for, lines=2))
        self.field("call_when", TextField(_("When I call"), value=one.call_when, lines=2))
        day = one.review_on
        shown = None if day is None else PartialDate(year=day.year, month=day.month, day=day.day)
        self.day = self.field("review_on", PartialDateField(_("When we look at it again"), value=shown))
        self.none = self.field(
            "no_net_needed", CheckField(_("I need no safety net for this."), value=one.no_net_needed)
        )
        self.choose(_("I go this way"), self.take)
        aside = LinkButton(_("Set this way aside"))
        aside.clicked.connect(self._set_aside)
        self.row(aside)
        self.end()

    def take(self) -> None:
        """Keep the net as it stands here, then go this way."""
        try:
            day = self.day.date()
        except RuleBroken as broken:
            self.day.say(broken.sentence)
            self.day.setFocus()
            return
        self.do(
            acts.change_alternative, self.alternative.id, changes=self.fields["changes"].value(),
            watch_for=self.fields["watch_for"].value(), call_when=self.fields["call_when"].value(),
            review_on=None if day is None else day.latest(), then=lambda _none: self._take(),
        )  # fmt: skip

    def _take(self) -> None:
        told = _("You go this way, with a safety net. Choosing it comes next, when you are ready.")
        self.do(
            acts.take_alternative, self.alternative.id, no_net_needed=self.none.value(),
            then=self.leads(self.back, told),
        )  # fmt: skip

    def _set_aside(self) -> None:
        self.do(
            acts.set_alternative_aside, self.alternative.id,
            then=self.leads(self.back, _("It is set aside, no hard feelings.")),
        )  # fmt: skip
