"""The currency a sum is asked in, when nothing says another."""

from healingpartner.foundation.words import spoken


def home_currency() -> str:
    """The currency of the land in the screen's locale; euro when that says none."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    land = Locale.parse(spoken().locale).territory
    found = get_territory_currencies(land) if land else []
    return str(found[0]) if found else "EUR"
