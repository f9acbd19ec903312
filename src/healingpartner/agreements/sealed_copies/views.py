"""What can be asked about sealed copies, and about the practice's signatures under envelopes."""

from collections.abc import Mapping

from healingpartner.agreements import store as agreements
from healingpartner.agreements.sealed_copies import store
from healingpartner.agreements.sealed_copies.model import SealedCopy
from healingpartner.people.views import ids_of
from healingpartner.vault.envelope_signatures import holds
from healingpartner.vault.reading import Reader, Value


def sealed_copy_of(db: Reader, agreement_id: str) -> SealedCopy | None:
    """The newest sealed copy of an agreement, or None when none was made."""
    found = store.copies_of_agreement(db, agreement_id)
    return found[-1] if found else None


def envelopes_are_signed(db: Reader, agreement_id: str, *, ed25519: str) -> bool:
    """Whether the practice with this public half signed every envelope of an agreement, as it now stands."""
    rows = agreements.signature_rows(db, agreement_id)
    pairs = [(row.envelope.encode(), store.signature_under(db, row.envelope_sha256)) for row in rows]
    return bool(pairs) and all(
        signature is not None and holds(signature, envelope, ed25519=ed25519) for envelope, signature in pairs
    )


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person in this room, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
