"""From the settings of this computer to the looks and the language in force."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from healingpartner.desktop.settings_store import Settings
from healingpartner.desktop.theme import Look, Theme
from healingpartner.foundation.locales import known_locale
from healingpartner.foundation.words import speak, spoken


def dress(theme: Theme, settings: Settings) -> None:
    """Put the looks of the settings in force."""
    chosen = settings.values.theme
    theme.choose(
        look=Look.SYSTEM if chosen in ("system", "contrast") else Look(chosen),
        text_percent=settings.values.text_percent,
        high_contrast=chosen == "contrast",
    )


def locale_of(settings: Settings) -> str:
    """The locale chosen in the settings, or this computer's, as far as it can be spoken."""
    return known_locale(settings.values.locale or QLocale.system().name())


def begin_to_speak(locale: str) -> None:
    """Words, dates and the direction of reading in this locale, for every page made from now on."""
    speak(locale)
    QLocale.setDefault(QLocale(locale))
    QGuiApplication.setLayoutDirection(QLocale(locale).textDirection())


def speak_as_chosen(settings: Settings) -> None:
    """Begin to speak another language when one was chosen since; pages that stand keep the former one."""
    chosen = locale_of(settings)
    if chosen != spoken().locale:
        begin_to_speak(chosen)
