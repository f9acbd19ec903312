"""A wording while it is being edited, and what it needs before it can be kept."""

from dataclasses import dataclass, replace

from healingpartner.agreements.wording import COMMITMENTS_LIMIT, TEXT_LIMIT, TITLE_LIMIT, Commitment, Wording
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, fold
from healingpartner.foundation.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWording:
    """One own wording as it now stands. `set_aside`: kept, and not offered any more."""

    id: str
    wording: Wording
    set_aside: bool
    kept: Instant


def checked(wording: Wording) -> Wording:
    """The wording with its words cleaned; RuleBroken beside the first part that is missing or too long.

    A field of a commitment is named "commitment-id.part".
    """
    if not wording.commitments:
        raise RuleBroken("commitments", _("There is no commitment yet. Add one, then keep the wording."))
    if len(wording.commitments) > COMMITMENTS_LIMIT:
        raise RuleBroken("commitments", _("These are more commitments than two people can keep in mind."))
    return replace(
        wording,
        title=_line(wording.title, "title", TITLE_LIMIT),
        opening=_line(wording.opening, "opening"),
        closing=_line(wording.closing, "closing"),
        commitments=tuple(_commitment(one) for one in wording.commitments),
    )


def blank_commitment(wording: Wording) -> Commitment:
    """A new commitment without words, with an id of its own in this wording."""
    taken = {one.id for one in wording.commitments}
    number = next(n for n in range(1, len(taken) + 2) if f"own-{n}" not in taken)
    return Commitment(id=f"own-{number}", title="", practitioner="", patient="", why="")


def moved(wording: Wording, commitment_id: str, by: int) -> Wording:
    """The wording with one commitment `by` places further down, or up; as it was at either end."""
    order = list(wording.commitments)
    at = next((place for place, one in enumerate(order) if one.id == commitment_id), None)
    if at is None or not 0 <= at + by < len(order):
        return wording
    order.insert(at + by, order.pop(at))
    return replace(wording, commitments=tuple(order))


def without(wording: Wording, commitment_id: str) -> Wording:
    """The wording without that commitment."""
    return replace(wording, commitments=tuple(one for one in wording.commitments if one.id != commitment_id))


def _commitment(one: Commitment) -> Commitment:
    return replace(
        one,
        title=_line(one.title, f"{one.id}.title", TITLE_LIMIT),
        practitioner=_line(one.practitioner, f"{one.id}.practitioner"),
        patient=_line(one.patient, f"{one.id}.patient"),
        why=_line(one.why, f"{one.id}.why"),
    )


def _line(words: str, field: str, limit: int = TEXT_LIMIT) -> str:
    kept = clean_line(words, field=field, limit=limit)
    if not fold(kept):
        raise RuleBroken(field, _("There are no words here yet."))
    return kept
