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

    Its ends are Newcombe's from those of the two numbers. Where only one of them has a range, as behind a ratio, the
    other counts as it stands; where neither has, the ends are the difference itself.
    """
    if estimate.more is None or not estimate.denominator:
        return None
    one, other = estimate.n_with or 0, estimate.n_without or 0
    value = Fraction(one - other, estimate.denominator)
    of = estimate.denominator
    down_one, up_one = _away(one, estimate.interval_with, of)
    down_other, up_other = _away(other, estimate.interval_without, of)
    # Fractions throughout: as a float the difference can lie a hair outside its own range, and nothing would be told.
    low, high = value - _together(down_one, up_other), value + _together(up_one, down_other)
    if estimate.direction is OutcomeDirection.BENEFIT:
        return Between(value=value, low=low, high=high)
    return Between(value=-value, low=-high, high=-low)


def _together(one: Fraction, other: Fraction) -> Fraction:
    return Fraction(sqrt(one**2 + other**2)).limit_denominator(10**9)  # without the dust of the root


def _away(count: int, interval: Interval | None, of: int) -> tuple[Fraction, Fraction]:
    """How far the ends lie from the number, downward and upward, as shares; not at all where none are known."""
    if interval is None:
        return Fraction(0), Fraction(0)
    return Fraction(count - interval.low, of), Fraction(interval.high - count, of)
