"""The templates that come with the program, read from resources."""

import json
from functools import cache

from healingpartner.foundation.paths import resource
from healingpartner.visits.notes.model import Template, templates_from

SHORTEST = "narrative"


@cache
def templates(language: str = "en") -> tuple[Template, ...]:
    """All of them in that language, or in English when there are no others; the shortest first."""
    for tongue in (language, language.partition("_")[0], "en"):
        path = resource("notes", f"{tongue}.json")
        if path.is_file():
            return templates_from(json.loads(path.read_text(encoding="utf-8")))
    return ()
