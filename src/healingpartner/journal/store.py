"""Rows of the journal in and out: entries, replies, what was taken back, and hard things that are only offered yet."""

from collections.abc import Mapping, Sequence

from healingpartner.journal.model import Entry, HardOffer, Kind, Reply, TakenBack
from healingpartner.vault.kept import Kept, kept_where, kept_with, put_kept
from healingpartner.vault.reading import Reader, Value, as_mapping
from healingpartner.vault.transaction import Table, Transaction

ROOM = "journal"
ENTRY = Kept(Table(ROOM, "journal_entry"), "hp/journal-entry", Entry)
REPLY = Kept(Table(ROOM, "journal_reply"), "hp/journal-reply", Reply)
TAKEN_BACK = Kept(Table(ROOM, "journal_taken_back"), "hp/journal-taken-back", TakenBack)
HARD_OFFER = Kept(Table(ROOM, "journal_hard_offer"), "hp/journal-hard-offer", HardOffer)
TABLES = (ENTRY.table, REPLY.table, TAKEN_BACK.table, HARD_OFFER.table)
ENTRY_KIND, REPLY_KIND = "journal_entry", "journal_reply"


def put_entry(tx: Transaction, entry: Entry) -> None:
    """Write a shared entry, once, and give its words to search."""
    put_kept(tx, ENTRY, entry, kind=entry.kind.value, voice=entry.voice.value, shared_us=entry.shared.utc_us)
    if entry.words:
        _remember(tx, ENTRY_KIND, entry.id, entry.person_id, entry.words)


def put_reply(tx: Transaction, reply: Reply) -> None:
    """Write a reply, once, and give its words to search."""
    put_kept(tx, REPLY, reply, entry_id=reply.entry_id, voice=reply.voice.value)
    _remember(tx, REPLY_KIND, reply.id, reply.person_id, reply.words)


def put_taken_back(tx: Transaction, taken: TakenBack, *, replies: Sequence[Reply]) -> None:
    """Write that an entry was taken back; its words, and those of its replies, are found no more."""
    put_kept(tx, TAKEN_BACK, taken, entry_id=taken.entry_id)
    tx.forget_words(kind=ENTRY_KIND, subject_id=taken.entry_id)
    for reply in replies:
        tx.forget_words(kind=REPLY_KIND, subject_id=reply.id)


def put_hard_offer(tx: Transaction, offer: HardOffer) -> None:
    """Write an offer as it now stands."""
    put_kept(tx, HARD_OFFER, offer, is_open=int(offer.answer is None))


def entry_with(db: Reader, entry_id: str) -> Entry | None:
    """The entry of that id."""
    return kept_with(db, ENTRY, entry_id)


def offer_with(db: Reader, offer_id: str) -> HardOffer | None:
    """The offer of that id."""
    return kept_with(db, HARD_OFFER, offer_id)


def entries_of(
    db: Reader, person_ids: Sequence[str], *, before: tuple[int, str] | None = None, limit: int
) -> tuple[Entry, ...]:
    """Entries of these ids, the newest first. before: (microseconds, id) of the last one that is known already."""
    marks = ", ".join("?" * len(person_ids))
    bound = "" if before is None else " AND (shared_us, id) < (?, ?)"
    found = db.rows(
        f"SELECT body FROM journal_entry WHERE person_id IN ({marks}){bound} ORDER BY shared_us DESC, id DESC LIMIT ?",
        *person_ids,
        *(before or ()),
        limit,
    )
    return tuple(map(ENTRY.read, found))


def count_of(db: Reader, person_ids: Sequence[str]) -> int:
    """How many entries these ids have."""
    marks = ", ".join("?" * len(person_ids))
    found = db.value(f"SELECT count(*) FROM journal_entry WHERE person_id IN ({marks})", *person_ids)
    return found if isinstance(found, int) else 0


def replies_to(db: Reader, entry_ids: Sequence[str]) -> tuple[Reply, ...]:
    """Replies to these entries, the oldest first."""
    return kept_where(db, REPLY, "entry_id", entry_ids)


def taken_back_of(db: Reader, entry_ids: Sequence[str]) -> dict[str, TakenBack]:
    """By entry id, that it was taken back."""
    return {one.entry_id: one for one in kept_where(db, TAKEN_BACK, "entry_id", entry_ids)}


def offers_of(db: Reader, person_ids: Sequence[str]) -> tuple[HardOffer, ...]:
    """Every offer of a hard thing, the oldest first."""
    return kept_where(db, HARD_OFFER, "person_id", person_ids)


def offers_open(db: Reader) -> tuple[HardOffer, ...]:
    """Offers of a hard thing to which nobody has answered yet, the oldest first."""
    return kept_where(db, HARD_OFFER, "is_open", [1])


def questions_open(db: Reader) -> tuple[Entry, ...]:
    """Questions of patients that have no reply of the practitioner and were not taken back, the oldest first."""
    found = db.rows(
        "SELECT body FROM journal_entry AS entry WHERE kind = ? AND voice = 'patient'"
        " AND NOT EXISTS (SELECT 1 FROM journal_reply WHERE entry_id = entry.id AND voice = 'practitioner')"
        " AND NOT EXISTS (SELECT 1 FROM journal_taken_back WHERE entry_id = entry.id) ORDER BY n",
        Kind.QUESTION.value,
    )
    return tuple(map(ENTRY.read, found))


def rows_of(
    db: Reader, tables: Sequence[Table], person_ids: Sequence[str]
) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    marks = ", ".join("?" * len(person_ids))
    return {
        table.name: tuple(
            map(as_mapping, db.rows(f"SELECT * FROM {table.name} WHERE person_id IN ({marks}) ORDER BY n", *person_ids))
        )
        for table in tables
    }


def _remember(tx: Transaction, kind: str, subject_id: str, person_id: str, words: str) -> None:
    tx.remember_words(room=ROOM, kind=kind, subject_id=subject_id, person_id=person_id, title="", words=words)
