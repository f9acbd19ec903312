"""What can be asked about renewing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from healingpartner.agreements import store as agreements
from healingpartner.agreements.model import Agreement
from healingpartner.agreements.renewals import store
from healingpartner.agreements.renewals.model import Review, a_year_on
from healingpartner.agreements.wording import Wording
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """How renewing stands for one signed agreement. `moved_by`: None while the day is the one a year after signing.

    `open_review`: the one going on; `finished`: earlier ones, the newest first.
    """

    agreement_id: str
    title: str
    wording: Wording
    signed: date
    renew_on: date
    moved_by: Voice | None
    due: bool
    open_review: Review | None
    finished: tuple[Review, ...]


def renewal_of(db: Reader, agreement_id: str, *, today: date) -> Renewal | None:
    """How renewing stands; None for an agreement that is not signed or whose words cannot be read."""
    agreement = agreements.agreement_with(db, agreement_id)
    if agreement is None or agreement.signed is None:
        return None
    try:
        version = agreements.version_with(db, agreement.version_id)
    except Refused:
        version = None
    if version is None:
        return None
    chosen = store.day_of(db, agreement_id)
    day = renewal_day(agreement, None if chosen is None else chosen.renew_on)
    reviews = store.reviews_of(db, agreement_id)
    return Renewal(
        agreement_id=agreement_id,
        title=agreement.title,
        wording=version.wording,
        signed=agreement.signed.local().date(),
        renew_on=day,
        moved_by=None if chosen is None else chosen.moved_by,
        due=day <= today,
        open_review=next((one for one in reviews if one.finished is None), None),
        finished=tuple(one for one in reviews if one.finished is not None)[::-1],
    )


def review_of(db: Reader, review_id: str) -> tuple[Review, Wording]:
    """One review with the words it is about; Refused when it is gone."""
    review = store.review_with(db, review_id)
    version = None if review is None else agreements.version_with(db, review.version_id)
    if review is None or version is None:
        raise Refused(_("This review is not here any more."), then=_("Please go back to the agreement."))
    return review, version.wording


def renewal_day(agreement: Agreement, chosen: date | None) -> date:
    """The chosen day, or a year after the signing; ValueError for an agreement that is not signed."""
    if agreement.signed is None:
        raise ValueError("only what is signed is renewed")
    return chosen or a_year_on(agreement.signed.local().date())


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person about renewing, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
