"""From the settings of this computer to the looks in force."""

from healingpartner.desktop.settings_store import Settings
from healingpartner.desktop.theme import Look, Theme


def dress(theme: Theme, settings: Settings) -> None:
    """Put the looks of the settings in force."""
    chosen = settings.values.theme
    theme.choose(
        look=Look.SYSTEM if chosen in ("system", "contrast") else Look(chosen),
        text_percent=settings.values.text_percent,
        high_contrast=chosen == "contrast",
    )
