"""The lists that come with the program, one file a language: resources/lens/<language>.json."""

import json
from collections.abc import Collection, Mapping
from functools import lru_cache

from healingpartner.foundation.paths import resource
from healingpartner.language.lens.entries import EVERYWHERE, Entry, Family, Form, Level, Where, WordList
from healingpartner.language.lens.looking import Lens

KIND, VERSION = "healingpartner.lens", 1


def language_of(locale: str) -> str | None:
    """The language in which there is a list for a locale ("es_MX"), or None: then nothing is marked."""
    language = locale.replace("-", "_").partition("_")[0].casefold()
    return language if language in languages() else None


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The languages that have a list."""
    return frozenset(path.stem for path in resource("lens").glob("*.json"))


@lru_cache(maxsize=8)
def word_list(language: str) -> WordList:
    """The list of a language; LookupError when there is none."""
    if language not in languages():
        raise LookupError(language)
    return list_from(json.loads(resource("lens", f"{language}.json").read_text(encoding="utf-8")))


@lru_cache(maxsize=8)
def lens(language: str) -> Lens:
    """The lens of a language as it comes with the program."""
    return Lens(word_list(language))


def list_from(body: Mapping[str, object]) -> WordList:
    """A list from the members of its file; ValueError when it is none, or of a later version."""
    if body.get("kind") != KIND or body.get("version") != VERSION:
        raise ValueError("not a list of the lens")
    groups = {name: "/".join(_texts(words)) for name, words in _members(body.get("groups", {})).items()}
    return WordList(
        language=_text(body["language"]),
        entries=tuple(_entry(_members(one)) for one in _several(body["entries"])),
        groups=groups,
        verbatim_words=_count(body["verbatim_words"]),
    )


def _entry(body: Mapping[str, object]) -> Entry:
    where = frozenset(Where(one) for one in _texts(body.get("where", []))) or EVERYWHERE
    return Entry(
        id=_text(body["id"]),
        family=Family(_text(body["family"])),
        level=Level(_text(body["level"])),
        title=_text(body["title"]),
        reason=_text(body["reason"]),
        forms=tuple(_form(_members(one)) for one in _several(body["forms"])),
        unless=_texts(body.get("unless", [])),
        where=where,
        gently=frozenset(Where(one) for one in _texts(body.get("gently", []))),
    )


def _form(body: Mapping[str, object]) -> Form:
    words, instead = _texts(body["words"]), _texts(body["instead"])
    if not words or not 1 <= len(instead) <= 3:
        raise ValueError("words, and one to three others")
    return Form(words=words, instead=instead)


def _members(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("members expected")  # noqa: TRY004 - a file of another shape is a wrong value
    return value


def _several(value: object) -> Collection[object]:
    if not isinstance(value, list):
        raise ValueError("several expected")  # noqa: TRY004
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(one) for one in _several(value))


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("text expected")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("whole number expected")
    return value
