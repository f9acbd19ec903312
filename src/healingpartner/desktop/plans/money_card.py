"""The card about money: the most it may cost, what it comes to so far, and what nobody knows yet."""

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.particulars_editor import ParticularsEditor
from healingpartner.desktop.plans.place import PlanCard, PlanPlace
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.plans.decisions.acts import owe_price
from healingpartner.plans.decisions.model import Option, OptionKind, OptionStanding
from healingpartner.plans.model import WRITABLE
from healingpartner.plans.money import Ceiling, Per, Total
from healingpartner.plans.running_total import running_total
from healingpartner.plans.steps.model import STANDING, Errand
from healingpartner.plans.versions.model import WholePlan


class MoneyCard(PlanCard):
    """What is not known is said, and never counted as nothing."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("Money"))
        self._place = place
        self._found: WholePlan | None = None
        self._chips, self.words = FlowLayout(gap=8), PlainLabel()
        self.over = PlainLabel(tone="warn")
        self._ways = FlowLayout(gap=12)
        self.column.addLayout(self._chips)
        self.column.addWidget(self.words)
        self.column.addWidget(self.over)
        self.column.addLayout(self._ways)

    def show_plan(self, found: WholePlan) -> None:
        """Count again."""
        self._found = found
        self._chips.clear()
        self._ways.clear()
        ceiling = found.plan.ceiling
        self._chips.addWidget(Chip(ceiling_words(ceiling), tint="plain" if ceiling is None else "warn"))
        self.over.hide()
        try:
            total = running_total(found.plan, found.contents.options, found.contents.steps)
        except RuleBroken as broken:
            self.words.setText(broken.sentence)
        else:
            chosen = any(one.standing is OptionStanding.CHOSEN for one in found.contents.options)
            counted = chosen or total.unknown or total.month_high or total.once_high
            self.words.setText(total_words(total) if counted else _("Nothing is chosen yet, so nothing is counted."))
            self._say_over(total, ceiling)
        if found.plan.state in WRITABLE:
            link = LinkButton(_("Say what it may cost") if ceiling is None else _("Change what it may cost"))
            link.clicked.connect(self.edit)
            self._ways.addWidget(link)
            for option in unknown_prices(found):
                self._offer_errand(option)

    def edit(self) -> None:
        """Write the ceiling, with all that the plan as a whole says."""
        if self._found is not None:
            self._place.opens(ParticularsEditor(self._place, self._found, at="ceiling"))

    def _say_over(self, total: Total, ceiling: Ceiling | None) -> None:
        if ceiling is None:
            return
        if total.over(ceiling):
            self.over.setText(
                _("This is more than {name} said it may cost. A lighter, cheaper or later way may be worth a look.")
                .format(name=isolated(self._found.names.called if self._found is not None else ""))
            )  # fmt: skip
            self.over.show()
        elif total.may_be_over(ceiling):
            self.over.setText(_("It could come to more than it may cost."))
            self.over.show()

    def _offer_errand(self, option: Option) -> None:
        link = LinkButton(_("I will find out what “{option}” costs").format(option=isolated(option.label)))
        link.clicked.connect(lambda: self._place.do(owe_price, option.id))
        self._ways.addWidget(link)


def ceiling_words(ceiling: Ceiling | None) -> str:
    """Up to 40 a month; or that nobody has said."""
    if ceiling is None:
        return _("Not talked about yet")
    amount = spoken().money(ceiling.amount)
    if ceiling.per is Per.MONTH:
        return _("Up to {amount} a month").format(amount=amount)
    return _("Up to {amount} in all").format(amount=amount)


def total_words(total: Total) -> str:
    """So far 18 a month and 30 once; 2 prices not known yet."""
    parts = []
    if total.month_high:
        month = _range(total.month_low, total.month_high, total.currency)
        parts.append(_("So far it comes to {amount} a month.").format(amount=month))
    if total.once_high:
        once = _range(total.once_low, total.once_high, total.currency)
        parts.append(_("Once, it comes to {amount}.").format(amount=once))
    if not parts and not total.unknown:
        parts.append(_("So far nothing that was chosen costs anything."))
    if total.unknown:
        parts.append(
            ngettext(
                "{n} price is not known yet, and not counted.", "{n} prices are not known yet, and not counted.",
                total.unknown,
            ).format(n=spoken().number(total.unknown))
        )  # fmt: skip
    return " ".join(parts)


def unknown_prices(found: WholePlan) -> tuple[Option, ...]:
    """Ways that are still in question without a price that anybody is finding out."""
    finding = {one.option_id for one in found.contents.steps if one.errand is Errand.PRICE and one.state in STANDING}
    return tuple(
        one for one in found.contents.options
        if one.id not in finding and one.kind not in {OptionKind.NOTHING, OptionKind.WAIT}
        and one.standing in {OptionStanding.CHOSEN, OptionStanding.OPEN}
        and (one.cost is None or not (one.cost.covered or one.cost.is_known))
    )[:MOST_ERRANDS]  # fmt: skip


MOST_ERRANDS = 3


def _range(low: int, high: int, currency: str) -> str:
    ends = [spoken().money(Money(minor=end, currency=currency)) for end in (low, high)]
    return ends[0] if low == high else _("{low} to {high}").format(low=ends[0], high=ends[1])
