"""The patient's own words of the plan: what matters, hopes, fears, what it has to fit into, what it may cost."""

from dataclasses import replace

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.money_field import MoneyField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.people.money_words import home_currency
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.turned.page import LIST, PlanPage
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans import acts
from healingpartner.plans.model import LIMIT_WORDS, Limit, LimitKind
from healingpartner.plans.money import Ceiling, Per
from healingpartner.plans.versions.model import WholePlan


class WordsPage(PlanPage):
    """Every field may stay empty."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """Filled with what stands in the plan."""
        super().__init__(
            desk,
            found,
            _("My own words"),
            lead=_("Only what you like to say. It can change at any time."),
            form="words",
        )
        plan = found.plan
        self.field("matters", TextField(_("What matters to me"), value=plan.matters, lines=2))
        self.field("hopes", TextField(_("What I hope for"), value=plan.hopes, lines=2))
        self.field("fears", TextField(_("What I am afraid of"), value=plan.fears, lines=2))
        self.add(TitleLabel(_("What it has to fit into"), level=2))
        grid = FieldGrid()
        for kind, words in LIMIT_WORDS.items():
            said = "\n".join(one.words for one in plan.limits if one.kind is kind)
            grid.add(self.field(f"limit_{kind.value}", TextField(_(words), value=said, lines=1), shown=False))
        self.add(grid)
        self.add(TitleLabel(_("What it may cost"), level=2))
        self.add(PlainLabel(_("If you name a sum, every way here is held against it."), tone="soft"))
        ceiling = plan.ceiling
        self.money = MoneyField(
            _("At most"), currency=_currency(found), value=None if ceiling is None else ceiling.amount
        )
        self.field("ceiling", self.money)
        every = [(Per.MONTH.value, _("a month")), (Per.ONCE.value, _("in all"))]
        per = Per.MONTH if ceiling is None else ceiling.per
        self.field("per", PickField(_("Counted"), every, value=per.value))
        self.choose(_("Keep my words"), self.keep)
        self.end()

    def keep(self) -> None:
        """Keep all of it in the plan, as the patient's."""
        try:
            amount = self.money.money()
        except RuleBroken as broken:
            self.money.say(broken.sentence)
            self.money.setFocus()
            return
        limits = tuple(
            Limit(kind=kind, words=words)
            for kind in LimitKind
            if (words := str(self.fields[f"limit_{kind.value}"].value()).strip())
        )
        per = Per(self.fields["per"].value() or Per.MONTH.value)
        plan = replace(
            self.found.plan,
            matters=self.fields["matters"].value(),
            hopes=self.fields["hopes"].value(),
            fears=self.fields["fears"].value(),
            limits=limits,
            ceiling=None if amount is None else Ceiling(amount=amount, per=per),
        )
        self.do(acts.change_plan, plan, then=self.leads(LIST, _("Your words are kept.")))


def _currency(found: WholePlan) -> str:
    """The plan's own, when it has one already."""
    contents = found.contents
    costs = [*(one.cost for one in contents.options), *(one.cost for one in contents.steps)]
    return next((cost.low.currency for cost in costs if cost is not None and cost.low is not None), home_currency())
