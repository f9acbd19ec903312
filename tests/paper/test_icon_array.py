"""Pictures of people on paper: of one size, large enough, told in words, and alike for good and ill."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from healingpartner.foundation.words import Words
from healingpartner.paper.icon_array import Measure, icon_pictures, pictures_of
from healingpartner.paper.printed import Paper, PaperSize, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.numbers.estimate import OutcomeDirection, OutcomeEstimate
from healingpartner.plans.numbers.icons import icon_array
from paper.elm import ELM, NOON
from paper.reading import tags
from plans.numbers.test_estimate import DROWSY, SLEEP

EN = Words("en_GB")


def sheet(words: Words = EN, paper: Paper | None = None) -> Sheet:
    return Sheet(title="Numbers", about="Mira", letterhead=ELM, words=words, paper=paper or Paper(), made=NOON)


def printed(*estimates: OutcomeEstimate, words: Words = EN, paper: Paper | None = None) -> Printed:
    made = sheet(words, paper)
    for one in estimates:
        icon_pictures(made, one)
    return made.printed()


def figures(pdf: bytes) -> list[tuple[str, list[float]]]:
    """Alternative text and box of every figure."""
    found: list[tuple[str, list[float]]] = []

    def walk(element: pikepdf.Object) -> None:
        if "/S" not in element:
            return
        if element.S == "/Figure":
            found.append((str(element.Alt), [float(edge) for edge in element.A.BBox]))
        for kid in element.K:
            walk(kid)

    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        for top in document.Root.StructTreeRoot.K:
            walk(top)
    return found


def test_without_and_with_stand_side_by_side_and_are_told_in_words() -> None:
    without, with_it = figures(printed(SLEEP).pdf)
    assert without[0] == "24 of 100 without it. 24 of 100 people: sleep better."
    assert with_it[0] == "38 of 100 with it. 38 of 100 people: sleep better."
    assert without[1][1] == with_it[1][1]
    assert without[1][2] < with_it[1][0]


def test_right_to_left_the_first_picture_stands_at_the_right() -> None:
    without, with_it = figures(printed(SLEEP, words=Words("ar")).pdf)
    assert without[1][0] > with_it[1][2]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("of", [100, 1_000, 10_000])
def test_pictures_of_benefit_and_harm_are_of_one_size_and_keep_to_the_page(
    of: int, size: PaperSize, large: bool
) -> None:
    paper = Paper(size=size, large=large)
    found = figures(printed(replace(SLEEP, denominator=of), replace(DROWSY, denominator=of), paper=paper).pdf)
    assert len(found) == 4
    width, height = size.points()
    margin = sheet(paper=paper).margin
    for _alt, (left, bottom, right, top) in found:
        assert margin - 0.1 <= left < right <= width - margin + 0.1
        assert 0 < bottom < top < height
    assert len({(round(right - left, 1), round(top - bottom, 1)) for _alt, (left, bottom, right, top) in found}) == 1


def test_icons_of_a_hundred_are_three_millimetres_or_more() -> None:
    assert Measure.of(icon_array(3, 100), large=False).icon >= 3 * 72 / 25.4
    assert Measure.of(icon_array(3, 100), large=True).icon > Measure.of(icon_array(3, 100), large=False).icon


def test_shape_tells_good_from_ill_without_colour() -> None:
    streams = {direction: printed(replace(SLEEP, direction=direction)).pdf for direction in OutcomeDirection}
    assert len({len(pdf) for pdf in streams.values()}) == 3


def test_without_a_number_there_is_no_picture() -> None:
    bare = replace(SLEEP, n_with=None, n_without=None, denominator=None, interval_with=None)
    assert pictures_of(bare, sheet()) == ()
    assert figures(printed(bare).pdf) == []
    assert len(figures(printed(replace(SLEEP, n_without=None)).pdf)) == 1


def test_every_figure_is_followed_by_its_number() -> None:
    roles = [role.strip() for role in tags(printed(SLEEP).pdf)]
    assert roles[-4:] == ["Figure", "P", "Figure", "P"]
