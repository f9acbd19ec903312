"""What can be done with own words to look at: keep new ones, change them, set them aside and take them up again."""

from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_line
from healingpartner.foundation.words import _
from healingpartner.language.lens.entries import Level, Where
from healingpartner.language.lens.lists import languages, word_list
from healingpartner.language.lens.own import LONGEST_REASON, MOST_OWN, own_entry
from healingpartner.people.lens_words import store
from healingpartner.people.lens_words.model import OwnWords, WordsAsked
from healingpartner.vault.transaction import Transaction


def keep_words(tx: Transaction, given: WordsAsked, *, own_id: str = "") -> str:
    """Keep words to look at, or change those of `own_id`; their id.

    RuleBroken beside `words`, `reason`, `instead`, `level` or `where`; Refused in a language without a list.
    """
    former = _present(tx, own_id) if own_id else None
    kept = OwnWords(id=own_id or tx.new_id(), asked=_checked(given), set_aside=False, kept=tx.at)
    if store.has_other(tx, kept):
        raise RuleBroken("words", _("These words are in your list already."))
    if former is None and store.how_many(tx) >= MOST_OWN:
        raise RuleBroken("words", _("Your list is full. Use one that you have set aside for these words."))
    store.put_words(tx, kept)
    return kept.id


def set_words_aside(tx: Transaction, own_id: str, *, aside: bool = True) -> None:
    """Look for these words no more, or again. RuleBroken when others with the same words took their place."""
    own = replace(_present(tx, own_id), set_aside=aside)
    if not aside and store.has_other(tx, own):
        raise RuleBroken("words", _("These words are in your list already."))
    store.put_words(tx, own)


def _present(tx: Transaction, own_id: str) -> OwnWords:
    own = store.words_with(tx, own_id)
    if own is None:
        raise Refused(_("These words are not in your list any more."))
    return own


def _checked(given: WordsAsked) -> WordsAsked:
    """As they are kept: what the lens itself can read, and no more than that."""
    if given.language not in languages():
        raise Refused(_("There is no list of words in this language yet."))
    if given.level not in {one.value for one in Level}:
        raise RuleBroken("level", _("Choose this first."))
    where = sorted({one.value for one in Where} & set(given.where))
    if not where:
        raise RuleBroken("where", _("Choose at least one kind of text."))
    entry = own_entry(
        given.words, own_id="", instead=given.instead, reason=given.reason, among=word_list(given.language)
    )
    return replace(
        given,
        words=entry.title,
        instead=entry.forms[0].instead,
        reason=clean_line(given.reason, field="reason", limit=LONGEST_REASON),
        where=tuple(where),
    )
