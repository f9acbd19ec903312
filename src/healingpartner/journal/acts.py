"""What can be done in the journal: share an entry, answer it, take it back, offer a hard thing before telling it.

Each act is of the voice whose words they are, whoever types them.
"""

from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal import store
from healingpartner.journal.model import SIDES, WORDS_LIMIT, Entry, HardOffer, HardWay, Kind, Reply, TakenBack
from healingpartner.people.acts import set_preferences
from healingpartner.people.answers import Answer
from healingpartner.people.views import answers_of_all, is_here
from healingpartner.vault.files import Prepared, attach
from healingpartner.vault.transaction import Transaction

HEARS = "troubles"  # the question among the wishes
PICTURE_NAME = "picture"  # the name of the file it came from may say more than was meant


def share(
    tx: Transaction,
    person_id: str,
    kind: Kind,
    words: str = "",
    *,
    strokes: str = "",
    picture: tuple[Prepared, str] | None = None,
    offer_id: str = "",
) -> str:
    """Share an entry of the voice whose act this is; its id. From now on it is answered, never altered.

    picture: as the files door prepared it, and its media type. offer_id: for a hard thing, the offer that was
    answered. RuleBroken beside what is missing.
    """
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    offer = _offer(tx, offer_id) if offer_id else None
    if kind is Kind.HARD and (offer is None or offer.by is not side_of(tx)):
        raise RuleBroken("offered", _("Ask first how it may be told: now, next visit, in writing or not at all."))
    entry = Entry(
        id=tx.new_id(),
        person_id=person_id,
        kind=kind,
        voice=side_of(tx),
        shared=tx.at,
        words=words,
        strokes=strokes,
        picture_id="" if picture is None else picture[0].id,
        offered=None if offer is None else offer.answer,
    ).cleaned()
    store.put_entry(tx, entry)
    if picture is not None:
        attach(tx, picture[0], name=PICTURE_NAME, media_type=picture[1])
    if offer is not None:
        store.put_hard_offer(tx, replace(offer, entry_id=entry.id))
    return entry.id


def reply(tx: Transaction, entry_id: str, words: str) -> str:
    """Add words to an entry, by either voice; the reply's id. RuleBroken for no words, or an entry taken back."""
    entry = _entry(tx, entry_id)
    if entry_id in store.taken_back_of(tx, [entry_id]):
        raise RuleBroken("state", _("This was taken back. It can be talked about, but not written to."))
    kept = clean_text(words, field="words", limit=WORDS_LIMIT)
    if not fold(kept):
        raise RuleBroken("words", _("There are no words here yet."))
    added = Reply(id=tx.new_id(), person_id=entry.person_id, entry_id=entry_id, voice=side_of(tx), words=kept, at=tx.at)
    store.put_reply(tx, added)
    return added.id


def take_back(tx: Transaction, entry_id: str) -> None:
    """The one who wrote it takes it back: it stays, struck and hidden, with the day. RuleBroken for the other."""
    entry = _entry(tx, entry_id)
    if entry.voice is not side_of(tx):
        raise RuleBroken("voice", _("Only the one who wrote it can take it back."))
    if entry_id in store.taken_back_of(tx, [entry_id]):
        return
    taken = TakenBack(id=tx.new_id(), person_id=entry.person_id, entry_id=entry_id, at=tx.at)
    store.put_taken_back(tx, taken, replies=store.replies_to(tx, [entry_id]))


def offer_hard_thing(tx: Transaction, person_id: str) -> str:
    """Say that there is a hard thing, and nothing of it, and ask how it may be told; the offer's id."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    offer = HardOffer(id=tx.new_id(), person_id=person_id, by=side_of(tx), asked=tx.at)
    store.put_hard_offer(tx, offer)
    return offer.id


def answer_hard_offer(tx: Transaction, offer_id: str, way: HardWay) -> None:
    """The other says how they would like to hear it, or that they would not; it may be said anew until it is told."""
    offer = _offer(tx, offer_id)
    if side_of(tx) is offer.by:
        raise RuleBroken("voice", _("The other one says how they would like to hear it."))
    if offer.entry_id:
        raise RuleBroken("state", _("It was told already. You can answer it."))
    store.put_hard_offer(tx, replace(offer, answer=way, answered=tx.at))


def wish_to_hear(tx: Transaction, person_id: str, *, yes: bool) -> None:
    """The patient says whether they wish to be told, gently, what troubles the practitioner; it is one of their wishes.

    RuleBroken when it is not the patient who says so.
    """
    if side_of(tx) is not Voice.PATIENT:
        raise RuleBroken("voice", _("Only they can say what they wish to hear."))
    answers = answers_of_all(tx, person_id) | {HEARS: Answer(question=HEARS, choice="yes" if yes else "no")}
    set_preferences(tx, person_id, answers.values())


def side_of(tx: Transaction) -> Voice:
    """Whose act this is; RuleBroken for both at once."""
    if tx.by not in SIDES:
        raise RuleBroken("voice", _("Each of you writes for yourself."))
    return tx.by


def _entry(tx: Transaction, entry_id: str) -> Entry:
    entry = store.entry_with(tx, entry_id)
    if entry is None:
        raise Refused(_("This entry is not here any more."), then=_("Please go back to the journal."))
    return entry


def _offer(tx: Transaction, offer_id: str) -> HardOffer:
    offer = store.offer_with(tx, offer_id)
    if offer is None:
        raise Refused(_("This offer is not here any more."), then=_("Please go back to the journal."))
    return offer
