"""The wordings that come with the program, read from resources."""

import json
from functools import cache

from healingpartner.agreements.wording import Wording, wording_from
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.paths import resource
from healingpartner.foundation.words import _

BEGINNING = "beginning"


@cache
def starting_wording(wording_id: str = BEGINNING, language: str = "en") -> Wording:
    """The wording of that id in that language, or in English when it has no other; Refused when there is none."""
    for tongue in (language, language.partition("_")[0], "en"):
        path = resource("agreements", f"{wording_id}.{tongue}.json")
        if path.is_file():
            return wording_from(json.loads(path.read_text(encoding="utf-8")))
    raise Refused(_("There is no agreement wording of that name."))
