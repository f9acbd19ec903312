"""What the practitioner does for notes to come: templates and snippets, and reflections for themselves alone."""

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.views import is_here
from healingpartner.vault.transaction import Transaction
from healingpartner.visits.notes import store
from healingpartner.visits.notes.model import OWN, Template, checked_name, headings_of
from healingpartner.visits.notes.own import WORDS_LIMIT, Private, Snippet


def make_template(tx: Transaction, note_id: str, name: str) -> str:
    """A template from any note, in one step: its headings, never its words. Its key."""
    note = store.note_with(tx, note_id)
    if note is None:
        raise Refused(_("This note is not here any more."), then=_("Please go back to the visits."))
    template = Template(key=OWN + tx.new_id(), name=checked_name(name), about="", sections=headings_of(note.sections))
    store.put_template(tx, template)
    return template.key


def set_template_aside(tx: Transaction, key: str) -> None:
    """Offer an own template no longer; notes made with it stay as they are."""
    if not key.startswith(OWN) or not store.set_template_aside(tx, key.removeprefix(OWN)):
        raise Refused(_("This template is not one of yours."))


def keep_snippet(tx: Transaction, name: str, words: str) -> str:
    """Words to put into notes later; their id. RuleBroken beside "name" or "words"."""
    kept = clean_text(words, field="words", limit=WORDS_LIMIT)
    if not kept:
        raise RuleBroken("words", _("There are no words here yet."))
    snippet = Snippet(id=tx.new_id(), name=checked_name(name), words=kept, made=tx.at)
    store.put_snippet(tx, snippet)
    return snippet.id


def set_snippet_aside(tx: Transaction, snippet_id: str) -> None:
    """Offer a snippet no longer."""
    snippet = next((one for one in store.snippets(tx) if one.id == snippet_id), None)
    if snippet is None:
        raise Refused(_("This snippet is not here any more."))
    store.put_snippet(tx, snippet, aside=True)


def reflect(tx: Transaction, person_id: str, words: str, *, visit_id: str = "", private_id: str = "") -> str:
    """Keep a reflection of the practitioner alone, new or once more; its id, "" when it was emptied and taken away."""
    if tx.by is not Voice.PRACTITIONER:
        raise RuleBroken("voice", _("These are the practitioner's own."))
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    kept = clean_text(words, field="words", limit=WORDS_LIMIT)
    old = store.private_with(tx, private_id) if private_id else None
    if not kept:
        if old is None:
            raise RuleBroken("words", _("There are no words here yet."))
        store.remove_private(tx, old)
        return ""
    private = Private(
        id=tx.new_id() if old is None else old.id,
        person_id=person_id if old is None else old.person_id,
        visit_id=visit_id if old is None else old.visit_id,
        words=kept,
        written=tx.at,
    )
    store.put_private(tx, private)
    return private.id
