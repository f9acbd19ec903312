"""People instead of chances: one denominator, equal chances alike, and pictures that sum to the whole."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as some

from healingpartner.foundation.errors import RuleBroken
from healingpartner.plans.numbers.frequencies import Frequencies, Shares, as_shares, on_one_denominator
from healingpartner.plans.numbers.given import from_millionths, half_up, millionths
from healingpartner.plans.numbers.icons import Icon, icon_array

CHANCES = some.lists(some.fractions(0, 1, max_denominator=100_000), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("chances", "of", "counts"),
    [
        (("0.15", "0.10"), 100, (15, 10)),
        (("0.004", "0.002"), 1_000, (4, 2)),
        (("0.151", "0.149"), 1_000, (151, 149)),
        (("0.3", "0.3"), 100, (30, 30)),
        (("0", "0.5"), 100, (0, 50)),
        (("1", "0.997"), 1_000, (1_000, 997)),
        (("0.005", "0.2"), 100, (1, 20)),
        (("0.0004", "0.2"), 10_000, (4, 2_000)),
    ],
)
def test_the_smallest_denominator_that_tells_the_truth(chances, of: int, counts: tuple[int, ...]) -> None:
    assert on_one_denominator([Decimal(one) for one in chances]) == Frequencies(of=of, counts=counts)


def test_what_even_ten_thousand_cannot_show_is_said() -> None:
    assert on_one_denominator([Decimal("0.00001"), Fraction(1, 2)]) == Frequencies(
        of=10_000, counts=(0, 5_000), hidden=(0,)
    )


def test_thirds_are_drawn_equal_on_another_whole() -> None:
    assert as_shares([Decimal("0.333"), Decimal("0.333"), Decimal("0.334")]) == Shares(of=100, counts=(33, 33, 34))
    assert as_shares([Fraction(1, 3)] * 3) == Shares(of=99, counts=(33, 33, 33))
    assert as_shares([Fraction(1, 101)] * 101) is None


@given(CHANCES)
def test_equal_chances_draw_equal_and_greater_ones_never_less(chances: list[Fraction]) -> None:
    found = on_one_denominator(chances)
    for one, count in zip(chances, found.counts, strict=True):
        assert abs(count - one * found.of) <= Fraction(1, 2)
        for other, beside in zip(chances, found.counts, strict=True):
            assert (one == other) <= (count == beside)
            assert (one >= other) <= (count >= beside)


@given(some.lists(some.integers(0, 30), min_size=1, max_size=8).filter(any))
def test_parts_sum_to_the_whole_and_equal_parts_are_equal(weights: list[int]) -> None:
    parts = [Fraction(weight, sum(weights)) for weight in weights]
    found = as_shares(parts)
    if found is None:
        return
    assert sum(found.counts) == found.of
    for part, count in zip(parts, found.counts, strict=True):
        assert abs(count - part * found.of) < 1
        assert {beside for other, beside in zip(parts, found.counts, strict=True) if other == part} == {count}


@given(some.integers(0, 1_000_000))
def test_a_stored_share_comes_back_as_it_was(parts: int) -> None:
    assert millionths(from_millionths(parts, "chance")) == parts


def test_a_half_goes_up() -> None:
    assert [half_up(Fraction(at, 2)) for at in (1, 3, 5, -1)] == [1, 2, 3, 0]


def test_a_picture_is_filled_from_the_bottom_left_in_rows() -> None:
    icons = list(icon_array(12, 100).icons())
    assert icons[0] == Icon(column=0, row=9, event=True)
    assert icons[11] == Icon(column=1, row=8, event=True)
    assert icons[12] == Icon(column=2, row=8, event=False)
    assert icons[-1] == Icon(column=9, row=0, event=False)


@pytest.mark.parametrize(
    ("of", "columns", "rows"), [(100, 10, 10), (1_000, 40, 25), (99, 10, 10), (10_000, 125, 80), (3, 3, 1)]
)
def test_a_picture_is_a_block(of: int, columns: int, rows: int) -> None:
    array = icon_array(of // 3, of)
    assert (array.columns, array.rows) == (columns, rows)
    assert sum(icon.event for icon in array.icons()) == of // 3
    assert len({(icon.column, icon.row) for icon in array.icons()}) == of


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (lambda: on_one_denominator([Decimal("1.01")]), "chances"),
        (lambda: on_one_denominator([Decimal("-0.01")]), "chances"),
        (lambda: on_one_denominator([Decimal("NaN")]), "chances"),
        (lambda: on_one_denominator([]), "chances"),
        (lambda: as_shares([Decimal("0.5"), Decimal("0.4")]), "parts"),
        (lambda: icon_array(3, 2), "events"),
        (lambda: icon_array(-1, 2), "events"),
        (lambda: icon_array(0, 0), "of"),
        (lambda: icon_array(0, 10_001), "of"),
        (lambda: from_millionths(1_000_001, "chance"), "chance"),
    ],
)
def test_numbers_that_cannot_be_are_told_beside_their_field(broken, field: str) -> None:
    with pytest.raises(RuleBroken) as amiss:
        broken()
    assert amiss.value.field == field
