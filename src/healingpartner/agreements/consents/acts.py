"""What can be done beside the agreement: the patient gives, and takes back in one tap."""

from healingpartner.agreements.consents import store
from healingpartner.agreements.consents.model import Consent, ConsentWording, Way, exact_text, text_sha256
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Place, Voice
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.transaction import Transaction

KIND = "consent"


def give(tx: Transaction, person_id: str, *, wording: ConsentWording, way: Way) -> str:
    """The patient says yes to exactly these words; its id. RuleBroken when the same words stand already.

    way: on the turned view only where the patient's own hand is; otherwise said aloud, or on paper.
    """
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    _only_the_patient(tx, way)
    text = exact_text(wording)
    digest = text_sha256(text)
    for earlier in store.consents_of(tx, ids_of(tx, person_id)):
        if earlier.withdrawn is None and (earlier.kind, earlier.text_sha256) == (wording.kind, digest):
            raise RuleBroken("kind", _("This was given already, in the same words. It stands."))
    consent = Consent(
        id=tx.new_id(),
        person_id=person_id,
        kind=wording.kind,
        wording=wording,
        text=text,
        text_sha256=digest,
        way=way,
        given=tx.at,
    )
    store.put_consent(tx, consent)
    tx.remember_words(
        room=store.ROOM, kind=KIND, subject_id=consent.id, person_id=person_id, title=wording.title, words=text
    )
    return consent.id


def take_back(tx: Transaction, consent_id: str, *, way: Way) -> None:
    """The patient takes it back, now. That it was given, and when, stays readable."""
    consent = store.consent_with(tx, consent_id)
    if consent is None:
        raise Refused(_("This is not here any more."), then=_("Please go back to the agreement."))
    _only_the_patient(tx, way)
    if consent.withdrawn is not None:
        raise RuleBroken("kind", _("This was taken back already."))
    store.put_withdrawal(tx, consent, way=way)


def _only_the_patient(tx: Transaction, way: Way) -> None:
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("voice", _("Only the patient can give this, or take it back."))
    if way is Way.ON_THE_TURNED_VIEW and tx.hand.place is not Place.TURNED:
        raise RuleBroken("way", _("Turn the screen first, or write down that it was said aloud."))
