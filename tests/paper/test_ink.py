"""Inks and sizes: readable on white paper, also when printed without colour."""

import pytest

from healingpartner.paper import ink
from healingpartner.paper.printed import Paper, PaperSize

TEXT = {"black": ink.BLACK, "soft": ink.SOFT, "mine": ink.MINE, "yours": ink.YOURS, "ours": ink.OURS}


def light(colour: ink.Colour) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: ink.Colour, other: ink.Colour) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize("ground", [(1.0, 1.0, 1.0), ink.MINE_TINT, ink.YOURS_TINT, ink.OURS_TINT])
def test_text_stands_out_from_its_ground(name: str, ground: ink.Colour) -> None:
    assert contrast(TEXT[name], ground) >= 6


def test_lines_that_carry_meaning_stand_out_from_paper() -> None:
    assert contrast(ink.EDGE, (1.0, 1.0, 1.0)) >= 3


def test_nothing_is_small_and_large_print_is_large() -> None:
    for paper, least in ((Paper(), 12), (Paper(large=True), 18)):
        sizes = ink.sizes_of(paper)
        assert min(sizes.title, sizes.heading, sizes.body, sizes.small) >= least


def test_both_sheets_of_the_world_have_their_size() -> None:
    assert [size.points() for size in PaperSize] == [(595.28, 841.89), (612.0, 792.0)]
