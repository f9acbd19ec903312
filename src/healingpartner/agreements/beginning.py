"""How an agreement and its texts come to stand: what offering it and talking it over both begin from."""

from healingpartner.agreements import store
from healingpartner.agreements.marks import Text, full_text
from healingpartner.agreements.model import OPEN_STATES, Agreement, AgreementVersion, State, check_turn
from healingpartner.agreements.wording import text_sha256
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of
from healingpartner.vault.transaction import Transaction

KIND = "agreement"


def begin_agreement(tx: Transaction, person_id: str, *, text: Text, number: int = 1, after: str = "") -> str:
    """A new agreement that says `text`; its id. `after`: the signed one that it is to take the place of.

    RuleBroken when one is open already, or one is signed and this is not to follow it.
    """
    for earlier in store.agreements_of(tx, ids_of(tx, person_id)):
        if earlier.state in OPEN_STATES:
            raise RuleBroken("state", _("An agreement has been offered already. You can go on with that one."))
        if earlier.state is not State.WITHDRAWN and not after:
            raise RuleBroken("state", _("You have signed an agreement together. It stands as it was signed."))
    agreement_id = tx.new_id()
    version = put_text(tx, agreement_id=agreement_id, person_id=person_id, text=text, number=number)
    agreement = Agreement(
        id=agreement_id,
        person_id=person_id,
        state=State.OFFERED,
        title=text.wording.title,
        version_id=version.id,
        offered=tx.at,
    )
    store.put_agreement(tx, agreement)
    return agreement_id


def put_text(tx: Transaction, *, agreement_id: str, person_id: str, text: Text, number: int) -> AgreementVersion:
    """Write a text of an agreement, once, and give its words to the search."""
    exact = full_text(text)
    version = AgreementVersion(
        id=tx.new_id(),
        agreement_id=agreement_id,
        person_id=person_id,
        number=number,
        body=text,
        text=exact,
        text_sha256=text_sha256(exact),
        made=tx.at,
    )
    store.put_version(tx, version)
    title = text.wording.title
    tx.remember_words(
        room=store.ROOM, kind=KIND, subject_id=agreement_id, person_id=person_id, title=title, words=exact
    )
    return version


def opened(tx: Transaction, agreement_id: str) -> Agreement:
    """The agreement, when it is still open; Refused when there is none, RuleBroken when it is finished."""
    agreement = store.agreement_with(tx, agreement_id)
    if agreement is None:
        raise Refused(_("There is no such agreement in this practice."))
    if agreement.state not in OPEN_STATES:
        check_turn(agreement.state, State.TALKED_OVER)
    return agreement
