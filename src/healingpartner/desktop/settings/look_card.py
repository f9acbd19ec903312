"""How the program looks: light, text size, language. Kept for this computer; the language waits for locking."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.looks import dress
from healingpartner.desktop.settings_store import TEXT_SIZES
from healingpartner.foundation.paths import resource
from healingpartner.foundation.words import _

_REGIONS = ("en_US", "en_GB", "en_AU", "en_CA", "en_IE", "en_NZ", "en_IN", "en_ZA")


class LookCard(Card):
    """Theme, text size and language."""

    def __init__(self, desk: Desk) -> None:
        """Shows what is in force."""
        super().__init__(_("How it looks"))
        self._desk = desk
        values = desk.settings.values
        self.light = ChoiceField(
            _("Light"),
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
            [("", _("As this computer does")), *_languages()],
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


def _languages() -> list[tuple[str, str]]:
    from babel import Locale
    from babel.core import UnknownLocaleError

    catalogues = {path.name for path in resource("locale").iterdir()} if resource("locale").is_dir() else set()
    found = []
    for name in (*_REGIONS, *sorted(catalogues - {"en"})):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        found.append((name, str(locale.get_display_name())))
    return found
