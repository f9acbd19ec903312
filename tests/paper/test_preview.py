"""Papers as pictures."""

import pytest

from healingpartner.foundation.words import Words
from healingpartner.paper.preview import page_count, pictures
from healingpartner.paper.printed import Paper, PaperSize
from healingpartner.paper.recovery_sheet import recovery_paper
from paper.samples import RECOVERY

LARGE = recovery_paper(RECOVERY, words=Words("en_US"), paper=Paper(size=PaperSize.LETTER, large=True))


def test_every_page_becomes_a_picture() -> None:
    assert page_count(LARGE.pdf) == LARGE.pages == len(list(pictures(LARGE.pdf, dpi=20)))


@pytest.mark.parametrize("dpi", [20, 37, 72])
def test_a_picture_has_the_size_of_its_paper_and_four_bytes_to_a_pixel(dpi: int) -> None:
    picture = next(pictures(LARGE.pdf, dpi=dpi))
    assert abs(picture.width - 8.5 * dpi) <= 1
    assert abs(picture.height - 11 * dpi) <= 1
    assert len(picture.rgba) == picture.width * picture.height * 4


def test_paper_is_white_ink_is_black_and_every_pixel_opaque() -> None:
    rgba = next(pictures(LARGE.pdf, dpi=50)).rgba
    assert rgba[:4] == b"\xff\xff\xff\xff"
    assert set(rgba[3::4]) == {255}
    assert min(rgba[0::4]) < 40


def test_colours_are_not_swapped() -> None:
    rgba = next(pictures(LARGE.pdf, dpi=72)).rgba
    teal = [
        at for at in range(0, len(rgba), 4) if rgba[at] < 0x30 and 0x40 < rgba[at + 1] < 0x60 and rgba[at + 2] > 0x40
    ]
    assert teal


def test_only_the_pages_asked_for_are_drawn() -> None:
    assert len(list(pictures(LARGE.pdf, dpi=20, first=1, last=2))) == 1
    assert list(pictures(LARGE.pdf, dpi=20, first=9)) == []
