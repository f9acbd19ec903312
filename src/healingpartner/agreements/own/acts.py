"""What can be done with own wordings: keep one, keep its next edition, take one in from a file, set one aside."""

from dataclasses import replace

from healingpartner.agreements.library import read_wording, write_wording
from healingpartner.agreements.own import store
from healingpartner.agreements.own.model import OwnWording, checked
from healingpartner.agreements.wording import Wording
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.vault.transaction import Transaction


def keep_wording(tx: Transaction, wording: Wording, *, own_id: str = "") -> str:
    """Keep a wording as one's own, or as the next edition of `own_id`; its id.

    RuleBroken beside the part that is missing; Refused when it could not be read back exactly as it stands.
    """
    former = store.own_with(tx, own_id) if own_id else None
    if own_id and former is None:
        raise Refused(_("There is no such wording in this practice."))
    kept_id = own_id or tx.new_id()
    edition = 1 if former is None else former.wording.edition + 1
    given = replace(checked(wording), id=f"own-{kept_id}", edition=edition)
    write_wording(given)
    store.put_own(tx, OwnWording(id=kept_id, wording=given, set_aside=False, kept=tx.at))
    return kept_id


def take_in_wording(tx: Transaction, data: bytes, *, name: str) -> str:
    """Take a wording in from a file's bytes as one's own; its id. Refused when it is not strictly one."""
    return keep_wording(tx, read_wording(data, name=name))


def set_wording_aside(tx: Transaction, own_id: str, *, aside: bool = True) -> None:
    """Offer an own wording no more, or again. What was offered in its words stays as it is."""
    own = store.own_with(tx, own_id)
    if own is None:
        raise Refused(_("There is no such wording in this practice."))
    store.put_own(tx, replace(own, set_aside=aside))
