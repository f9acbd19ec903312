"""Every pair of text and ground can be read, and every line that carries meaning can be seen."""

import re

import pytest

from healingpartner.desktop import tokens
from healingpartner.desktop.tokens import Tokens, contrast

SETS = {
    "light": tokens.LIGHT,
    "dark": tokens.DARK,
    "light, high contrast": tokens.LIGHT_HIGH_CONTRAST,
    "dark, high contrast": tokens.DARK_HIGH_CONTRAST,
}
GROUNDS = ("paper", "surface", "sunk")
TEXTS = [(text, ground) for text in ("ink", "soft") for ground in GROUNDS]
TEXTS += [(voice, ground) for voice in ("mine", "yours", "ours", "warn") for ground in ("paper", "surface")]
TEXTS += [(voice, f"{voice}_tint") for voice in ("mine", "yours", "ours", "warn")]
TEXTS += [("ink", f"{voice}_tint") for voice in ("mine", "yours", "ours", "warn")]
TEXTS += [("on_mine", "mine"), ("on_yours", "yours"), ("page_ink", "page"), ("page_soft", "page")]
TEXTS += [(text, ground) for text in ("rail_ink", "rail_soft") for ground in ("rail", "rail_active")]
LINES = [(line, ground) for line in ("edge", "mine", "yours", "ours") for ground in ("paper", "surface")]


@pytest.mark.parametrize("of", SETS.values(), ids=SETS.keys())
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_stands_out_from_its_ground(of: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(of, text), getattr(of, ground)) >= 4.5


@pytest.mark.parametrize("of", SETS.values(), ids=SETS.keys())
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_that_carry_meaning_can_be_seen(of: Tokens, line: str, ground: str) -> None:
    assert contrast(getattr(of, line), getattr(of, ground)) >= 3


@pytest.mark.parametrize("of", [tokens.LIGHT_HIGH_CONTRAST, tokens.DARK_HIGH_CONTRAST])
def test_high_contrast_is_seven_to_one(of: Tokens) -> None:
    assert all(contrast(getattr(of, text), of.paper) >= 7 for text in ("ink", "soft", "mine", "yours", "ours", "warn"))


@pytest.mark.parametrize("of", SETS.values(), ids=SETS.keys())
def test_every_colour_is_six_hexadecimal_digits(of: Tokens) -> None:
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in of.colours().values())


def test_contrast_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
