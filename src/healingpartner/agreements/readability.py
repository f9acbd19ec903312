"""How hard a wording is to read, commitment by commitment: for its author before it is offered, and for the tests.

The bounds are ours: a school grade of at most 8 for a promise and 7 for its plain words; in Spanish an ease of at
least 65 for both (rather easy on the INFLESZ scale). A formula measures length: that a promise is understood is
known only by asking.
"""

from dataclasses import dataclass

from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.language.hardness import measure_for, score_of

GRADE_LIMIT, PLAIN_GRADE_LIMIT, LEAST_EASE = 8, 7, 65


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One commitment's scores: a grade in English, an ease in Spanish, None where there is nothing to measure by."""

    commitment_id: str
    full: float | None
    plain: float | None
    easy: bool | None


def readings_of(wording: Wording) -> tuple[Reading, ...]:
    """Every commitment in order; `easy` says whether what could be measured keeps the bounds."""
    return tuple(_reading(one, wording.language) for one in wording.commitments)


def keeps_bound(score: float, language: str, *, plain: bool = False) -> bool:
    """Whether a score of that language is within its bound; ValueError for a language without a measure."""
    measure = measure_for(language)
    if measure is None:
        raise ValueError("no measure for this language")
    if measure.harder_up:
        return score <= (PLAIN_GRADE_LIMIT if plain else GRADE_LIMIT)
    return score >= LEAST_EASE


def _reading(one: Commitment, language: str) -> Reading:
    full = score_of(f"{one.practitioner} {one.patient} {one.why}", language)
    plain = None if one.plain is None else score_of(f"{one.plain.practitioner} {one.plain.patient}", language)
    known = [
        keeps_bound(score, language, plain=is_plain)
        for score, is_plain in ((full, False), (plain, True))
        if score is not None
    ]
    return Reading(commitment_id=one.id, full=full, plain=plain, easy=all(known) if known else None)
