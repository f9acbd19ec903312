"""From the settings of this computer to the looks and the language in force."""

from importlib.util import find_spec
from pathlib import Path

from healingpartner.desktop.settings_store import Settings
from healingpartner.desktop.theme import Look, Theme

_FALLBACK_LOCALE = "en_US"


def dress(theme: Theme, settings: Settings) -> None:
    """Put the looks of the settings in force."""
    chosen = settings.values.theme
    theme.choose(
        look=Look.SYSTEM if chosen in ("system", "contrast") else Look(chosen),
        text_percent=settings.values.text_percent,
        high_contrast=chosen == "contrast",
    )


def known_locale(name: str) -> str:
    """`name` when Babel has data for it, else its language alone, else US English. Babel is not imported for it."""
    spec = find_spec("babel")
    data = Path(spec.origin).parent / "locale-data" if spec is not None and spec.origin else Path()
    for candidate in (name, name.split("_", maxsplit=1)[0]):
        if candidate.isidentifier() and candidate != "C" and (data / f"{candidate}.dat").is_file():
            return candidate
    return _FALLBACK_LOCALE
