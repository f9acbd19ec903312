"""What can be asked about own words to look at."""

from collections.abc import Iterator

from healingpartner.foundation.errors import RuleBroken
from healingpartner.language.lens.entries import Entry
from healingpartner.language.lens.lists import word_list
from healingpartner.language.lens.own import own_from
from healingpartner.people.lens_words import store
from healingpartner.people.lens_words.model import OwnWords
from healingpartner.vault.reading import Reader


def own_words(db: Reader) -> tuple[OwnWords, ...]:
    """Every own entry, those set aside too, in the order they were first kept."""
    return store.every_one(db)


def own_entries(db: Reader) -> tuple[tuple[str, Entry], ...]:
    """(language, entry) of all that are looked for."""
    return tuple(_entries(db))


def _entries(db: Reader) -> Iterator[tuple[str, Entry]]:
    for own in store.every_one(db):
        if own.set_aside:
            continue
        try:
            yield own.asked.language, own_from(store.body_of(own), word_list(own.asked.language))
        except (RuleBroken, LookupError):
            continue  # a later list may know such a word as too common; it stays in Settings, to be changed
