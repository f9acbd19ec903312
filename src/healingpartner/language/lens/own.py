"""Entries that a practitioner adds to a list: the same shape, looked at with care before they are taken in.

They are data with kind and version; where they are kept is the business of whoever keeps them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line
from healingpartner.foundation.words import _
from healingpartner.language.lens.entries import EVERYWHERE, Entry, Family, Form, Level, Where, WordList
from healingpartner.language.lens.notation import BadPattern, Notation, OneOf, Pattern

KIND, VERSION = "healingpartner.lens-own", 1
LONGEST_WORDS, LONGEST_OTHER, LONGEST_REASON, MOST_OTHERS, MOST_OWN = 120, 80, 300, 3, 500
COMMON = "common"  # the group of a list that names words too common to be looked for alone
_OWN = "own."


def own_entry(
    words: str,
    *,
    own_id: str,
    instead: Sequence[str],
    reason: str = "",
    among: WordList,
    level: Level = Level.INFO,
    where: frozenset[Where] = EVERYWHERE,
) -> Entry:
    """An entry of the practitioner's own for the list `among`. RuleBroken beside `words`, `instead` or `reason`."""
    line = clean_line(words, field="words", limit=LONGEST_WORDS)
    if not line:
        raise RuleBroken("words", _("Write the words that you want to look at."))
    pattern = _pattern(line, among)
    if _is_everywhere(pattern, among):
        raise RuleBroken("words", _("These words stand in nearly every text. Add a word that says more."))
    others = tuple(other for one in instead if (other := clean_line(one, field="instead", limit=LONGEST_OTHER)))
    if not others:
        raise RuleBroken("instead", _("Write at least one other way to say it."))
    if len(others) > MOST_OTHERS:
        raise RuleBroken("instead", _("Three other ways are enough. Keep the best of them."))
    return Entry(
        id=_OWN + own_id,
        family=Family.OWN,
        level=level,
        title=line,
        reason=clean_line(reason, field="reason", limit=LONGEST_REASON) or _("You asked to look at these words again."),
        forms=(Form(words=(line,), instead=others),),
        where=where,
    )


def with_own(words: WordList, own: Sequence[Entry]) -> WordList:
    """A list with the practitioner's entries after its own."""
    return replace(words, entries=words.entries + tuple(own[:MOST_OWN]))


def body_of(entry: Entry) -> dict[str, object]:
    """An own entry as it is kept."""
    form = entry.forms[0]
    return {
        "kind": KIND, "version": VERSION, "id": entry.id.removeprefix(_OWN), "words": form.words[0],
        "instead": list(form.instead), "reason": entry.reason, "level": entry.level.value,
        "where": sorted(one.value for one in entry.where),
    }  # fmt: skip


def own_from(body: Mapping[str, object], among: WordList) -> Entry:
    """The own entry that `body_of` gave. ValueError for anything else, RuleBroken for one that breaks a rule."""
    if body.get("kind") != KIND or body.get("version") != VERSION:
        raise ValueError("not an own entry")
    instead, where = body["instead"], body["where"]
    if not isinstance(instead, list) or not isinstance(where, list):
        raise ValueError("several expected")  # noqa: TRY004 - a body of another shape is a wrong value
    return own_entry(
        str(body["words"]),
        own_id=str(body["id"]),
        instead=[str(one) for one in instead],
        reason=str(body["reason"]),
        among=among,
        level=Level(str(body["level"])),
        where=frozenset(Where(str(one)) for one in where),
    )


def _pattern(line: str, among: WordList) -> Pattern:
    try:
        return Notation(among.groups).pattern(line)
    except BadPattern:
        raise RuleBroken(
            "words", _("Write words as they stand in a text, without signs between them, and no more than twelve.")
        ) from None


def _is_everywhere(pattern: Pattern, among: WordList) -> bool:
    common = set(among.groups.get(COMMON, "").split("/"))
    return all(
        part.may_be_missing or any(word in common or len(word) < 3 for word in (*part.words, *part.beginnings))
        for part in pattern.parts
        if isinstance(part, OneOf)
    )
