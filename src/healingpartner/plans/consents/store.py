"""Where consents to treatments lie: each written once, and taking back is a row of its own beside."""

from dataclasses import replace

from healingpartner.plans.consents.model import TreatmentConsent, Withdrawal
from healingpartner.plans.store import ROOM, Kept, parts_of, put_part
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Table, Transaction

CONSENT = Kept(
    table=Table(ROOM, "plan_consent"),
    kind="hp/plan-consent",
    shape=TreatmentConsent,
    found=("what", "why", "risks", "alternatives", "questions"),
)
WITHDRAWAL = Kept(table=Table(ROOM, "plan_consent_withdrawal"), kind="hp/plan-consent-withdrawal", shape=Withdrawal)


def put_withdrawal(tx: Transaction, withdrawal: Withdrawal, *, person_id: str) -> None:
    """Write, once, that a consent was taken back."""
    put_part(tx, WITHDRAWAL, withdrawal, person_id=person_id, beside={"consent_id": withdrawal.consent_id})


def consents_of(db: Reader, plan_id: str) -> tuple[TreatmentConsent, ...]:
    """Every consent given in a plan, the oldest first, with when it was taken back where it was."""
    back = {one.consent_id: one for one in parts_of(db, WITHDRAWAL, plan_id)}
    return tuple(
        replace(one, withdrawn=back[one.id].at, withdrawn_way=back[one.id].way) if one.id in back else one
        for one in parts_of(db, CONSENT, plan_id)
    )
