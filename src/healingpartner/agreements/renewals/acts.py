"""What can be done about renewing: move the day, begin a review, answer in it, finish it.

Each act runs inside one open transaction; a finished review and the signed agreement stay as they are.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from healingpartner.agreements import store as agreements
from healingpartner.agreements.model import Agreement
from healingpartner.agreements.renewals import store
from healingpartner.agreements.renewals.model import (
    SIDES,
    Outcome,
    RenewalAnswer,
    Review,
    a_year_on,
    checked_day,
    outcome_of,
)
from healingpartner.agreements.wording import Wording
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.vault.transaction import Transaction

KIND = "renewal"


def move_renewal(tx: Transaction, agreement_id: str, *, renew_on: str) -> None:
    """Choose the day to look at it again, "YYYY-MM-DD"; either side may. RuleBroken beside the day."""
    agreement = _signed(tx, agreement_id)
    _set_day(tx, agreement, checked_day(renew_on, today=tx.at.local().date()))


def begin_review(tx: Transaction, agreement_id: str) -> str:
    """Begin to look at it together; the review's id. An open one is gone on with."""
    agreement = _signed(tx, agreement_id)
    going = next((one for one in store.reviews_of(tx, agreement_id) if one.finished is None), None)
    if going is not None:
        return going.id
    review = Review(
        id=tx.new_id(),
        person_id=agreement.person_id,
        agreement_id=agreement.id,
        version_id=agreement.version_id,
        begun=tx.at,
    )
    store.put_review(tx, review)
    return review.id


def answer(tx: Transaction, review_id: str, answers: Iterable[RenewalAnswer]) -> None:
    """Answers of the side whose act this is; others of that side stay, and may be given anew until it is finished.

    RuleBroken names the commitment.
    """
    review = _open(tx, review_id)
    known = {one.id for one in _wording(tx, review).commitments}
    for given in answers:
        said = given.cleaned()
        if said.voice is not tx.by:
            raise RuleBroken("voice", _("Each side answers for itself."))
        if said.commitment_id not in known:
            raise Refused(_("This promise is not in the agreement any more."))
        if review.answer_of(said.commitment_id, said.voice) != said:
            store.put_answer(tx, review, said)
    _remember(tx, review_id)


def finish_review(tx: Transaction, review_id: str) -> Outcome:
    """Both have answered everything. All kept: the agreement goes on for a year. Else the words are to be changed.

    RuleBroken names the first commitment that waits for one of them.
    """
    review = _open(tx, review_id)
    outcome = outcome_of(review, _wording(tx, review))
    store.put_review(tx, replace(review, outcome=outcome, finished=tx.at))
    agreement = agreements.agreement_with(tx, review.agreement_id)
    if outcome is Outcome.KEPT and agreement is not None:
        _set_day(tx, agreement, a_year_on(tx.at.local().date()))
    return outcome


def _set_day(tx: Transaction, agreement: Agreement, day: date) -> None:
    old = store.day_of(tx, agreement.id)
    by = tx.by if tx.by in SIDES else Voice.BOTH
    store.put_day(
        tx,
        store.RenewalDay(
            id=tx.new_id() if old is None else old.id,
            person_id=agreement.person_id,
            agreement_id=agreement.id,
            renew_on=day,
            moved_by=by,
            moved=tx.at,
        ),
    )


def _remember(tx: Transaction, review_id: str) -> None:
    review = _open(tx, review_id)
    said = " ".join(one.words for one in review.answers if one.words)
    agreement = agreements.agreement_with(tx, review.agreement_id)
    tx.remember_words(
        room=store.ROOM,
        kind=KIND,
        subject_id=review.id,
        person_id=review.person_id,
        title="" if agreement is None else agreement.title,
        words=said,
    )


def _wording(tx: Transaction, review: Review) -> Wording:
    version = agreements.version_with(tx, review.version_id)
    if version is None:
        raise Refused(_("The words of this agreement cannot be read any more."))
    return version.wording


def _signed(tx: Transaction, agreement_id: str) -> Agreement:
    agreement = agreements.agreement_with(tx, agreement_id)
    if agreement is None:
        raise Refused(_("There is no such agreement in this practice."))
    if agreement.signed is None:
        raise RuleBroken("state", _("This agreement is not signed yet. It can be talked over as it is."))
    return agreement


def _open(tx: Transaction, review_id: str) -> Review:
    review = store.review_with(tx, review_id)
    if review is None:
        raise Refused(_("This review is not here any more."), then=_("Please go back to the agreement."))
    if review.finished is not None:
        raise RuleBroken("state", _("This review is finished. It stays as it was; you can begin another."))
    return review
