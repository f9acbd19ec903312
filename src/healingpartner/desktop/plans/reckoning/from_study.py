"""From a study to an estimate: counts of two groups, or a ratio and the chance without it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.plans.estimate_view import EstimateView
from healingpartner.desktop.plans.reckoning.bench import Bench, filled
from healingpartner.desktop.plans.whole_number import whole_number
from healingpartner.foundation.words import _
from healingpartner.plans.numbers.estimate import Horizon, HorizonUnit, Interval, OutcomeDirection, OutcomeEstimate
from healingpartner.plans.numbers.from_study import from_counts, from_ratio
from healingpartner.plans.numbers.given import Exact
from healingpartner.plans.numbers.intervals import Counted
from healingpartner.plans.numbers.ratios import Ratio, RatioKind
from healingpartner.plans.numbers.typed import decimal_typed, share_typed

COUNTS = "counts"
_COUNTED = ("with_events", "with_of", "without_events", "without_of")
_RATIO = ("base", "ratio", "ratio_low", "ratio_high")


class FromStudy(Bench):
    """`taken`: the numbers as fields of an estimate, with the time they hold for, when they are wanted there."""

    taken = Signal(dict)

    def __init__(self, outcome: str = "", *, called: str = "", offers: bool = False) -> None:
        """`outcome`: what may happen, if it is known; `called`: whom it is told about; `offers`: show the way to take
        the numbers over.
        """
        self._called, self._offers = called, offers
        super().__init__(
            _("From a study"),
            _("What a study reports, made into people. The range comes with it."),
            _fields(outcome),
            self._told,
            wide=frozenset({"reports"}),
        )
        self.fields["reports"].changed.connect(self._turn)
        self._turn()

    def estimate(self, typed: Mapping[str, str]) -> OutcomeEstimate | None:
        """What is typed as an estimate; None while something is still missing. RuleBroken beside its field."""
        amount = whole_number(typed["horizon"], "horizon")
        blank = OutcomeEstimate(
            outcome=typed["outcome"] or _("have it"),
            direction=OutcomeDirection(typed["direction"] or "benefit"),
            horizon=Horizon(amount=amount or 1, unit=HorizonUnit(typed["unit"] or "weeks")),
            source=_("the study before you"),
        )
        if typed["reports"] == COUNTS:
            if not filled(typed, "with_events", "with_of"):
                return None
            return from_counts(blank, _group(typed, "with"), _second(typed)).cleaned()
        if not filled(typed, "base", "ratio"):
            return None
        kind = RatioKind(typed["reports"])
        ends = [decimal_typed(typed[name], name) if typed[name].strip() else None for name in _RATIO[2:]]
        ratio = Ratio(kind=kind, value=decimal_typed(typed["ratio"], "ratio"), low=ends[0], high=ends[1])
        base: Exact = share_typed(typed["base"], "base")
        return from_ratio(blank, base, ratio).cleaned()

    def type(self, **typed: str) -> None:
        """Show values, the fields that belong to them, and what they come to."""
        for name, value in typed.items():
            self.fields[name].set_value(value)
        self._turn()

    def _told(self, typed: Mapping[str, str]) -> list[QWidget]:
        estimate = self.estimate(typed)
        if estimate is None:
            return []
        shown: list[QWidget] = [EstimateView(estimate, self._called, folded=True)]
        if self._offers:
            take = QuietButton(_("Use these numbers"), icon="check")
            take.clicked.connect(lambda: self.taken.emit(numbers_of(estimate) | _told_of(typed)))
            shown.append(take)
        return shown

    def _turn(self) -> None:
        """Show the fields of what the study reports."""
        counts = self.fields["reports"].value() == COUNTS
        for names, wanted in ((_COUNTED, counts), (_RATIO, not counts)):
            for name in names:
                self.fields[name].setVisible(wanted)
        self.reckon()


def numbers_of(estimate: OutcomeEstimate) -> dict[str, str]:
    """The numbers of an estimate as its fields show them."""

    def ends(interval: Interval | None) -> str:
        return "" if interval is None else f"{interval.low}–{interval.high}"

    return {
        "denominator": str(estimate.denominator or ""),
        "n_with": "" if estimate.n_with is None else str(estimate.n_with),
        "n_without": "" if estimate.n_without is None else str(estimate.n_without),
        "interval_with": ends(estimate.interval_with),
        "interval_without": ends(estimate.interval_without),
    }


def _told_of(typed: Mapping[str, str]) -> dict[str, str]:
    """What the numbers tell of: without it they could end beside another time or another outcome."""
    outcome = {"outcome": typed["outcome"]} if typed["outcome"].strip() else {}
    return outcome | {name: typed[name] for name in ("direction", "horizon", "unit")}


def _group(typed: Mapping[str, str], which: str) -> Counted:
    events = whole_number(typed[f"{which}_events"], f"{which}_events")
    return Counted(events=events or 0, of=whole_number(typed[f"{which}_of"], f"{which}_of") or 0)


def _second(typed: Mapping[str, str]) -> Counted | None:
    """The group without it, where it was counted."""
    return _group(typed, "without") if filled(typed, "without_events", "without_of") else None


def _fields(outcome: str) -> dict[str, Any]:
    kinds = [
        (COUNTS, _("How many of how many")),
        (RatioKind.RISK.value, _("A relative risk")),
        (RatioKind.ODDS.value, _("An odds ratio")),
        (RatioKind.HAZARD.value, _("A hazard ratio")),
    ]
    directions = [("benefit", _("May help")), ("harm", _("May harm")), ("burden", _("May be a burden"))]
    units = [("days", _("Days")), ("weeks", _("Weeks")), ("months", _("Months")), ("years", _("Years"))]
    share = _("as 15 %, 0.15 or 3/20")
    return {
        "reports": ChoiceField(_("What the study reports"), kinds, value=COUNTS),
        "outcome": LineField(_("What may happen"), value=outcome, example=_("sleep better")),
        "direction": ChoiceField(_("What that would be"), directions, value="benefit"),
        "horizon": LineField(_("Within what time"), value="1"),
        "unit": ChoiceField(_("Counted in"), units, value="years"),
        "with_events": LineField(_("With it: how many")),
        "with_of": LineField(_("With it: of how many")),
        "without_events": LineField(_("Without it: how many")),
        "without_of": LineField(_("Without it: of how many")),
        "base": LineField(_("The chance without it"), hint=share),
        "ratio": LineField(_("The ratio"), example="0.80"),
        "ratio_low": LineField(_("Its lower end"), hint=_("may stay empty")),
        "ratio_high": LineField(_("Its upper end"), hint=_("may stay empty")),
    }
