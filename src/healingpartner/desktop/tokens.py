"""Every colour of the screen, in four sets; code names a token and never a colour.

`now()` is the set in force: painting widgets read it each time they paint, so a change of theme
needs no more than a repaint.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One set of colours, each "#RRGGBB". A `_tint` is the ground a voice's chips and avatars stand on.

    paper, surface, sunk: window, cards, wells. ink, soft: text and second text. line: hairlines.
    mine, yours, ours: practitioner, patient, both. edge: borders that carry meaning. on_…: text on a filled colour.
    """

    dark: bool
    paper: str
    surface: str
    sunk: str
    ink: str
    soft: str
    line: str
    mine: str
    mine_tint: str
    on_mine: str
    yours: str
    yours_tint: str
    on_yours: str
    ours: str
    ours_tint: str
    warn: str
    warn_tint: str
    edge: str
    rail: str
    rail_active: str
    rail_ink: str
    rail_soft: str
    page: str = "#FFFFFF"
    page_ink: str = "#1F2A26"
    page_soft: str = "#5A6660"

    def colours(self) -> dict[str, str]:
        """Every colour by its token's name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "dark"}


LIGHT = Tokens(
    dark=False,
    paper="#F6F3EC",
    surface="#FFFEFB",
    sunk="#EFEAE0",
    ink="#1F2A26",
    soft="#5A6660",
    line="#E0D9CB",
    mine="#1F6460",
    mine_tint="#E1EEEB",
    on_mine="#FFFEFB",
    yours="#A8512C",
    yours_tint="#F8E9DF",
    on_yours="#FFFEFB",
    ours="#6A4C7D",
    ours_tint="#EFE8F3",
    warn="#8A5A00",
    warn_tint="#FBF0D5",
    edge="#868D88",
    rail="#233832",
    rail_active="#34514A",
    rail_ink="#FFFEFB",
    rail_soft="#C3D1CB",
)

DARK = Tokens(
    dark=True,
    paper="#141B18",
    surface="#1C2521",
    sunk="#26312C",
    ink="#E8EDEA",
    soft="#9FAEA6",
    line="#31403A",
    mine="#6FC2B6",
    mine_tint="#1B3A36",
    on_mine="#141B18",
    yours="#E79A74",
    yours_tint="#43291D",
    on_yours="#141B18",
    ours="#C3A5DA",
    ours_tint="#35273F",
    warn="#E0B354",
    warn_tint="#40320F",
    edge="#6B7A73",
    rail="#101613",
    rail_active="#34514A",
    rail_ink="#E8EDEA",
    rail_soft="#C3D1CB",
)

LIGHT_HIGH_CONTRAST = Tokens(
    dark=False,
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunk="#F2F2F2",
    ink="#000000",
    soft="#2B322F",
    line="#5A6660",
    mine="#0B403D",
    mine_tint="#E1EEEB",
    on_mine="#FFFFFF",
    yours="#7A3211",
    yours_tint="#F8E9DF",
    on_yours="#FFFFFF",
    ours="#4A2F5C",
    ours_tint="#EFE8F3",
    warn="#5E3D00",
    warn_tint="#FBF0D5",
    edge="#000000",
    rail="#0C1714",
    rail_active="#34514A",
    rail_ink="#FFFFFF",
    rail_soft="#FFFFFF",
)

DARK_HIGH_CONTRAST = Tokens(
    dark=True,
    paper="#000000",
    surface="#000000",
    sunk="#161B19",
    ink="#FFFFFF",
    soft="#DCE4E0",
    line="#9FAEA6",
    mine="#A5EBE1",
    mine_tint="#10302C",
    on_mine="#000000",
    yours="#FFC9AE",
    yours_tint="#361E13",
    on_yours="#000000",
    ours="#E6D3F5",
    ours_tint="#2A1D33",
    warn="#FFDD94",
    warn_tint="#33270A",
    edge="#FFFFFF",
    rail="#000000",
    rail_active="#2C463F",
    rail_ink="#FFFFFF",
    rail_soft="#FFFFFF",
)

_in_force = LIGHT


def now() -> Tokens:
    """The set in force."""
    return _in_force


def put_in_force(tokens: Tokens) -> None:
    """Choose the set that `now` gives; the theme calls this and repaints."""
    global _in_force  # noqa: PLW0603 - one screen, one set of colours
    _in_force = tokens


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
