"""The lists that invented people are drawn from: names in many scripts, streets, sentences. Nobody real."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from healingpartner.foundation.paths import resource

KIND, VERSION = "healingpartner.demo-people", 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """Names of one language. `order`: "given_first" or "family_first"; `joiner` stands between the two."""

    language: str
    locale: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    order: str
    joiner: str

    def name(self, given: str, family: str) -> str:
        """A whole name in this language's order."""
        return self.joiner.join((family, given) if self.order == "family_first" else (given, family))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """`words`: sentences by the key of the question they answer; `practitioner`: fields, and `sheet`, the answers."""

    tongues: tuple[Tongue, ...]
    streets: tuple[str, ...]
    towns: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    relations: tuple[str, ...]
    practitioner: Mapping[str, str]
    sheet: Mapping[str, str]


@cache
def lists() -> Lists:
    """The lists, read once. ValueError when the file is of another kind or version."""
    body = json.loads(resource("demo", "people.json").read_text("utf-8"))
    if (body["kind"], body["version"]) != (KIND, VERSION):
        raise ValueError("not the lists of invented people")
    practitioner = dict(body["practitioner"])
    return Lists(
        tongues=tuple(
            Tongue(**{**each, "given": tuple(each["given"]), "family": tuple(each["family"])})
            for each in body["tongues"]
        ),
        streets=tuple(body["streets"]),
        towns=tuple(body["towns"]),
        words={key: tuple(said) for key, said in body["words"].items()},
        relations=tuple(body["relations"]),
        sheet=practitioner.pop("answers"),
        practitioner=practitioner,
    )
