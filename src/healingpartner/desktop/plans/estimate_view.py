"""One estimate on the screen: its sentences, its people as icons, and, for the practitioner who asks, NNT."""

from fractions import Fraction
from math import sqrt

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.icon_array import IconPair
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.numbers.estimate import (
    OUTCOME_DIRECTION_WORDS,
    Interval,
    OutcomeDirection,
    OutcomeEstimate,
)
from healingpartner.plans.numbers.for_practitioners import needed_sentence
from healingpartner.plans.numbers.intervals import Between
from healingpartner.plans.numbers.needed import number_needed
from healingpartner.plans.numbers.sentences import (
    difference_sentence,
    outcome_sentence,
    range_sentence,
    source_sentence,
)


class EstimateView(QWidget):
    """Benefit, harm and burden look alike and weigh alike."""

    def __init__(self, estimate: OutcomeEstimate, called: str, *, folded: bool = True) -> None:
        """`called`: whom the numbers are told about; `folded`: whether NNT waits behind a link."""
        super().__init__()
        words = spoken()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(PlainLabel(_(OUTCOME_DIRECTION_WORDS[estimate.direction]), tone="label"))
        column.addWidget(PlainLabel(outcome_sentence(estimate, words, name=called), selectable=True))
        pair = IconPair(estimate)
        pair.setVisible(estimate.has_numbers)
        column.addWidget(pair)
        for sentence in (difference_sentence(estimate, words), range_sentence(estimate, words)):
            if sentence:
                column.addWidget(PlainLabel(sentence, selectable=True))
        column.addWidget(PlainLabel(source_sentence(estimate, words), tone="soft", selectable=True))
        needed = needed_words(estimate)
        self.fold = LinkButton(_("For the practitioner: how many are treated for one"))
        self.needed = PlainLabel(needed, tone="soft", selectable=True)
        self.fold.setVisible(folded and bool(needed))
        self.needed.hide()
        self.fold.clicked.connect(lambda: self.needed.setVisible(self.needed.isHidden()))
        column.addWidget(self.fold)
        column.addWidget(self.needed)


def needed_words(estimate: OutcomeEstimate) -> str:
    """How many are treated for one to gain or to be harmed; "" where one of the two numbers is not known."""
    gain = gain_of(estimate)
    try:
        return "" if gain is None else needed_sentence(number_needed(gain), spoken())
    except RuleBroken:
        return ""


def gain_of(estimate: OutcomeEstimate) -> Between | None:
    """The difference as gain above 0: more who are helped, or fewer who are harmed.

    Its ends are Newcombe's from those of the two numbers, where both have some; else the difference itself.
    """
    if estimate.more is None or not estimate.denominator:
        return None
    one, other = estimate.n_with or 0, estimate.n_without or 0
    value = Fraction(one - other, estimate.denominator)
    low = high = float(value)
    if estimate.interval_with is not None and estimate.interval_without is not None:
        of = estimate.denominator
        down = _away(one, estimate.interval_with, of)[0], _away(other, estimate.interval_without, of)[1]
        up = _away(one, estimate.interval_with, of)[1], _away(other, estimate.interval_without, of)[0]
        low, high = float(value) - sqrt(down[0] ** 2 + down[1] ** 2), float(value) + sqrt(up[0] ** 2 + up[1] ** 2)
    if estimate.direction is OutcomeDirection.BENEFIT:
        return Between(value=value, low=low, high=high)
    return Between(value=-value, low=-high, high=-low)


def _away(count: int, interval: Interval, of: int) -> tuple[float, float]:
    """How far the ends lie from the number, downward and upward, as shares."""
    return (count - interval.low) / of, (interval.high - count) / of
