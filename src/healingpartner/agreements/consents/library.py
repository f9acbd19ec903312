"""The words that come with the program, read from resources."""

import json
from functools import cache

from healingpartner.agreements.consents.model import ConsentKind, ConsentWording, wording_from
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.paths import resource
from healingpartner.foundation.words import _


@cache
def consent_wording(kind: ConsentKind, language: str = "en") -> ConsentWording:
    """The words of that kind in that language, or in English when there are no others."""
    for tongue in (language, language.partition("_")[0], "en"):
        path = resource("consents", f"{kind.value}.{tongue}.json")
        if path.is_file():
            return wording_from(json.loads(path.read_text(encoding="utf-8")))
    raise Refused(_("There are no words of that kind."))
