"""What can be asked about the talk itself: everything both said, in the order they said it."""

from collections.abc import Mapping
from dataclasses import dataclass

from healingpartner.agreements import store as rows
from healingpartner.agreements.negotiation import store
from healingpartner.agreements.negotiation.model import Said
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.vault.history import versions_for_person
from healingpartner.vault.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing said of one commitment, by `by`. `said` is None where an answer was taken back."""

    at: Instant
    by: Voice
    title: str
    said: Said | None


def what_was_said(db: Reader, agreement_id: str) -> tuple[Moment, ...]:
    """Every answer and every reply in an agreement that was not erased, the oldest first."""
    agreement = rows.agreement_with(db, agreement_id)
    if agreement is None:
        return ()
    titles, about = _titles(db, agreement_id), dict[str, str]()
    found: list[Moment] = []
    for one in versions_for_person(db, agreement.person_id, (store.STANCE,)):
        said = None if one.row is None else store.said_of(one.row)
        if said is not None and said.agreement_id != agreement_id:
            continue
        if said is not None:
            about[one.row_id] = said.commitment_id
        elif one.row_id not in about:
            continue
        found.append(Moment(at=one.at, by=one.by, title=titles.get(about[one.row_id], ""), said=said))
    return tuple(found)


def _titles(db: Reader, agreement_id: str) -> Mapping[str, str]:
    """The commitments' titles by their ids, as the newest readable text has them."""
    titles: dict[str, str] = {}
    for version_id in rows.version_ids(db, agreement_id):
        try:
            version = rows.version_with(db, version_id)
        except Refused:
            continue
        if version is not None:
            titles |= {one.id: one.title for one in version.wording.commitments}
    return titles
