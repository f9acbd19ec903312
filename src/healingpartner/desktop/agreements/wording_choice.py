"""Which words to offer: those that come with the program, in each of their languages, and the practitioner's own."""

from collections.abc import Sequence

from healingpartner.agreements.own.views import Offerable
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, ngettext

LANGUAGES = {"en": "English", "es": "español", "de": "Deutsch", "fr": "français"}  # each in its own words


class WordingChoice(ChoiceField):
    """One of several wordings, each told by its title, its length and its language."""

    def __init__(self, label: str, wordings: Sequence[Offerable], *, value: str = "") -> None:
        """`value`: the key to begin with; the first one when it is not there any more."""
        self._wordings = {one.key: one for one in wordings}
        first = next(iter(self._wordings), "")
        options = [(one.key, told(one)) for one in wordings]
        super().__init__(label, options, value=value if value in self._wordings else first)

    def chosen(self) -> Offerable | None:
        """What is chosen now."""
        return self._wordings.get(self.value())


def told(one: Offerable) -> str:
    """One line about a wording."""
    count = len(one.wording.commitments)
    points = ngettext("{count} point", "{count} points", count).format(count=count)
    language = LANGUAGES.get(one.wording.language.partition("_")[0], one.wording.language)
    title = isolated(one.wording.title)
    if one.own_id:
        return _("{title} · my own · {points} · {language}").format(title=title, points=points, language=language)
    return _("{title} · {points} · {language}").format(title=title, points=points, language=language)
