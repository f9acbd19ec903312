"""How the program looks: light, text size, language. Kept for this computer; the language waits for locking."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.looks import dress
from healingpartner.desktop.settings_store import TEXT_SIZES
from healingpartner.foundation.paths import resource
from healingpartner.foundation.words import _, pgettext

# One line for each region whose dates, numbers and money differ; other regions follow their computer's setting.
_REGIONS = {
    "en": ("en_US", "en_GB", "en_AU", "en_CA", "en_IE", "en_NZ", "en_IN", "en_ZA"),
    "es": ("es_ES", "es_MX", "es_AR", "es_CO", "es_CL", "es_PE", "es_US"),
}


class LookCard(Card):
    """Theme, text size and language."""

    def __init__(self, desk: Desk) -> None:
        """Shows what is in force."""
        super().__init__(_("How it looks"))
        self._desk = desk
        values = desk.settings.values
        self.light = ChoiceField(
            pgettext("of the screen", "Light"),
            (
                ("system", _("As this computer does")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("High contrast")),
            ),
            value=values.theme,
        )
        self.text_size = ChoiceField(
            _("Text size"),
            [(str(size), _("{percent} %").format(percent=size)) for size in TEXT_SIZES],
            value=str(values.text_percent),
        )
        self.language = ChoiceField(
            _("Language and region"),
            [("", _("As this computer does")), *languages(values.locale)],
            value=values.locale,
            hint=_("For words, dates, numbers and money. In force once you lock and unlock."),
        )
        for field in (self.light, self.text_size, self.language):
            self.column.addWidget(field)
            field.changed.connect(self._keep)

    def _keep(self) -> None:
        self._desk.settings.change(
            theme=self.light.value(), text_percent=int(self.text_size.value()), locale=self.language.value()
        )
        dress(self._desk.theme, self._desk.settings)


def languages(kept: str = "") -> list[tuple[str, str]]:
    """(locale, its name in its own language) of everything that can be chosen, `kept` among it."""
    catalogues = {path.name for path in resource("locale").iterdir() if path.is_dir()} | {"en"}
    offered = [region for language in sorted(catalogues) for region in _REGIONS.get(language, (language,))]
    return [(name, called) for name in dict.fromkeys((*offered, kept)) if (called := _own_name(name))]


def _own_name(name: str) -> str:
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        called = Locale.parse(name).get_display_name() or name
    except (UnknownLocaleError, ValueError):
        return ""
    return called[:1].upper() + called[1:]
