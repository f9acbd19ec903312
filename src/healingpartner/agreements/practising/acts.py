"""What can be done before promising: adopt a commitment privately, and offer what is not promised yet as not yet."""

from healingpartner.agreements import store as rows
from healingpartner.agreements.negotiation.acts import answer_commitment
from healingpartner.agreements.negotiation.model import Stance
from healingpartner.agreements.practising import store
from healingpartner.agreements.practising.model import NOTE_LIMIT, Adoption, Practised
from healingpartner.agreements.wording import TITLE_LIMIT
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.vault.transaction import Transaction


def adopt_commitment(tx: Transaction, commitment_id: str, *, title: str, state: Practised, note: str = "") -> str:
    """Write down how the practitioner stands to a commitment, for themselves; the row's id."""
    if tx.by is not Voice.PRACTITIONER:
        raise RuleBroken("side", _("This page is the practitioner's own."))
    former = store.adoption_of(tx, commitment_id)
    kept = clean_text(note, field="note", limit=NOTE_LIMIT)
    adoption = Adoption(
        id=tx.new_id() if former is None else former.id,
        commitment_id=clean_line(commitment_id, field="commitment_id", limit=64),
        title=clean_line(title, field="title", limit=TITLE_LIMIT),
        state=state,
        note=kept,
        since=former.since if former is not None and former.state is state else tx.at,
    )
    store.put_adoption(tx, adoption)
    return adoption.id


def not_yet_where_practising(tx: Transaction, agreement_id: str) -> int:
    """In one step, answer "not yet" to every commitment of this agreement not promised yet; how many those were.

    Notes stay private: they are not handed over as what would help.
    """
    agreement = rows.agreement_with(tx, agreement_id)
    version = None if agreement is None else rows.version_with(tx, agreement.version_id)
    if version is None:
        raise Refused(_("There is no such agreement in this practice."))
    adopted = {one.commitment_id: one for one in store.adoptions(tx)}
    wanted = [
        one.id
        for one in version.wording.commitments
        if one.id in adopted and adopted[one.id].state is not Practised.PROMISED
    ]
    for commitment_id in wanted:
        answer_commitment(tx, agreement_id, commitment_id, Stance.NOT_YET)
    return len(wanted)
