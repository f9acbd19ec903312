"""What can be done while an agreement is talked over: answer, answer new words, make the changed text, begin anew.

A new text never touches the former one. Signatures stay with the text they were given for, so a changed word leaves
them behind in sight, and both read and sign again.
"""

from dataclasses import replace

from healingpartner.agreements import store as rows
from healingpartner.agreements.beginning import begin_agreement, opened, put_text
from healingpartner.agreements.marks import Text
from healingpartner.agreements.model import Agreement, AgreementVersion, State, check_turn
from healingpartner.agreements.negotiation import store
from healingpartner.agreements.negotiation.model import (
    REASON_LIMIT,
    SIDES,
    Point,
    Reply,
    Said,
    Stance,
    aside,
    new_words,
    next_text,
    points_of,
    waiting,
)
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.vault.transaction import Transaction

KIND = "negotiation"


def answer_commitment(
    tx: Transaction,
    agreement_id: str,
    commitment_id: str,
    stance: Stance,
    *,
    practitioner: str = "",
    patient: str = "",
    helps: str = "",
) -> str:
    """One side's answer, over their former one; its id. `tx.by` is the side.

    practitioner and patient: new words for either promise, with REWORDED; helps: what would help, with NOT_YET.
    RuleBroken beside what cannot be kept.
    """
    agreement, version = _talked_over(tx, agreement_id)
    side, point = _side(tx), _point(tx, version, agreement_id, commitment_id)
    said = Said(
        id=tx.new_id(),
        person_id=agreement.person_id,
        agreement_id=agreement_id,
        version_id=version.id,
        commitment_id=commitment_id,
        side=side,
        stance=stance,
        said=tx.at,
    )
    if stance is Stance.REWORDED:
        said = replace(
            said,
            practitioner=new_words(practitioner, point.commitment.practitioner, field="practitioner"),
            patient=new_words(patient, point.commitment.patient, field="patient"),
        )
        if not said.practitioner and not said.patient:
            raise RuleBroken("practitioner", _("These are the words that stand there. Change them, or agree."))
    elif stance is Stance.NOT_YET:
        said = replace(said, help=aside(helps, field="help"))
    former = point.of(side)
    if former is not None:
        said = replace(said, id=former.id)
    store.put_said(tx, said)
    _goes_on(tx, agreement)
    return said.id


def answer_all(tx: Transaction, agreement_id: str) -> None:
    """One side agrees with everything that it has not answered; points the text itself leaves open stay open."""
    agreement, version = _talked_over(tx, agreement_id)
    side = _side(tx)
    for point in points_of(version.body, store.said_about(tx, agreement_id)):
        if point.of(side) is None and point.mark is None:
            answer_commitment(tx, agreement.id, point.commitment.id, Stance.AGREE)


def take_answer_back(tx: Transaction, agreement_id: str, commitment_id: str) -> None:
    """One side has not answered this after all."""
    agreement, version = _talked_over(tx, agreement_id)
    former = _point(tx, version, agreement_id, commitment_id).of(_side(tx))
    if former is not None:
        store.remove_said(tx, former)
        _remember(tx, agreement)


def accept_rewording(tx: Transaction, agreement_id: str, commitment_id: str, *, reason: str = "") -> None:
    """The other side takes the new words: they stand in the next text, and both agree to them."""
    agreement, _version, new = _new_words(tx, agreement_id, commitment_id)
    kept = aside(reason, field="reason", limit=REASON_LIMIT)
    store.put_said(tx, replace(new, reply=Reply.ACCEPTED, reason=kept, replied=tx.at))
    answer_commitment(tx, agreement.id, commitment_id, Stance.AGREE)


def set_rewording_aside(tx: Transaction, agreement_id: str, commitment_id: str, *, reason: str = "") -> None:
    """The other side does not take the new words. They stay readable; the point stays open to be talked over."""
    agreement, _version, new = _new_words(tx, agreement_id, commitment_id)
    kept = aside(reason, field="reason", limit=REASON_LIMIT)
    store.put_said(tx, replace(new, reply=Reply.SET_ASIDE, reason=kept, replied=tx.at))
    _goes_on(tx, agreement)


def offer_changed(tx: Transaction, agreement_id: str) -> str:
    """Make the next text out of what both said; its id. Signatures under the former one stay with the former one.

    RuleBroken while new words wait for an answer, and when nothing would change.
    """
    agreement, version = _talked_over(tx, agreement_id)
    said = store.said_about(tx, agreement_id)
    points = points_of(version.body, said)
    if waiting(points):
        raise RuleBroken("waiting", _("New words for a point still wait for an answer. Then the text can be made."))
    text = next_text(version.body, points)
    if text == version.body:
        raise RuleBroken("version", _("The text says already what you both said."))
    made = _next_version(tx, agreement, version, text)
    for one in said:
        if one.stance is Stance.REWORDED and one.reply is Reply.ACCEPTED:
            store.put_said(tx, _agreed(one, made.id, tx))
    _remember(tx, agreement)
    return made.id


def talk_over_again(tx: Transaction, agreement_id: str) -> str:
    """Begin to talk a signed agreement over: a new one that starts from its words; its id.

    What both signed goes on to bind them until both have signed the new one.
    """
    former = rows.agreement_with(tx, agreement_id)
    version = None if former is None else rows.version_with(tx, former.version_id)
    if former is None or version is None:
        raise Refused(_("There is no such agreement in this practice."))
    if former.signed is None:
        raise RuleBroken("state", _("This agreement is still being talked over. You can change its words as it is."))
    if store.superseded_by(tx, agreement_id):
        raise RuleBroken("state", _("A newer agreement stands. Change the words of that one."))
    made = begin_agreement(tx, former.person_id, text=version.body, number=version.number + 1, after=former.id)
    store.put_succession(tx, agreement_id=made, former_id=agreement_id, person_id=former.person_id)
    return made


def _next_version(tx: Transaction, agreement: Agreement, version: AgreementVersion, text: Text) -> AgreementVersion:
    made = put_text(tx, agreement_id=agreement.id, person_id=agreement.person_id, text=text, number=version.number + 1)
    changed = replace(agreement, version_id=made.id)
    if agreement.state is State.OFFERED:
        changed = replace(changed, state=State.TALKED_OVER, talked_over=tx.at)
    rows.put_agreement(tx, changed)
    return made


def _agreed(new: Said, version_id: str, tx: Transaction) -> Said:
    """New words that stand in the text now are words its author agrees to."""
    return Said(
        id=new.id,
        person_id=new.person_id,
        agreement_id=new.agreement_id,
        version_id=version_id,
        commitment_id=new.commitment_id,
        side=new.side,
        stance=Stance.AGREE,
        said=tx.at,
    )


def _talked_over(tx: Transaction, agreement_id: str) -> tuple[Agreement, AgreementVersion]:
    agreement = opened(tx, agreement_id)
    version = rows.version_with(tx, agreement.version_id)
    if version is None:
        raise Refused(_("The words of this agreement cannot be read any more."))
    return agreement, version


def _side(tx: Transaction) -> Voice:
    if tx.by not in SIDES:
        raise RuleBroken("side", _("Each of you answers with your own voice."))
    return tx.by


def _point(tx: Transaction, version: AgreementVersion, agreement_id: str, commitment_id: str) -> Point:
    points = points_of(version.body, store.said_about(tx, agreement_id))
    found = next((point for point in points if point.commitment.id == commitment_id), None)
    if found is None:
        raise Refused(_("There is no such commitment in this text."))
    return found


def _new_words(tx: Transaction, agreement_id: str, commitment_id: str) -> tuple[Agreement, AgreementVersion, Said]:
    """The new words of the other side that wait for this one's answer."""
    agreement, version = _talked_over(tx, agreement_id)
    side = _side(tx)
    other = SIDES[1 - SIDES.index(side)]
    new = _point(tx, version, agreement_id, commitment_id).of(other)
    if new is None or new.stance is not Stance.REWORDED:
        raise RuleBroken("rewording", _("There are no new words of the other here."))
    if new.reply is Reply.ACCEPTED:
        raise RuleBroken("rewording", _("These words have been accepted already."))
    return agreement, version, new


def _goes_on(tx: Transaction, agreement: Agreement) -> None:
    """Whoever answers is talking it over."""
    if agreement.state is State.OFFERED:
        check_turn(agreement.state, State.TALKED_OVER)
        rows.put_agreement(tx, replace(agreement, state=State.TALKED_OVER, talked_over=tx.at))
    _remember(tx, agreement)


def _remember(tx: Transaction, agreement: Agreement) -> None:
    """Give the words both have used to the search, and the former ones no more."""
    parts = [
        words
        for one in store.said_about(tx, agreement.id)
        for words in (one.practitioner, one.patient, one.help, one.reason)
        if words
    ]
    if parts:
        tx.remember_words(
            room=rows.ROOM,
            kind=KIND,
            subject_id=agreement.id,
            person_id=agreement.person_id,
            title=agreement.title,
            words="\n".join(parts),
        )
    else:
        tx.forget_words(kind=KIND, subject_id=agreement.id)
