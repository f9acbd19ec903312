"""Rows of reflections in and out. The patient's side lies here as a box, and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.journal.reflections.model import Opened, Reflection, Side
from healingpartner.vault.kept import Kept, kept_where, kept_with, put_kept
from healingpartner.vault.reading import Reader, whole
from healingpartner.vault.transaction import Table, Transaction

ROOM = "journal"
MISSED = "miss_reflection_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientSide:
    """The patient's sealed side. box: hexadecimal; only the six words open it."""

    id: str
    person_id: str
    reflection_id: str
    sealed: Instant
    box: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PractitionerSide:
    """The practitioner's sealed side: it stands as it was from this moment on."""

    id: str
    person_id: str
    reflection_id: str
    sealed: Instant
    side: Side


REFLECTION = Kept(Table(ROOM, "reflection"), "hp/reflection", Reflection)
PATIENT_SIDE = Kept(Table(ROOM, "reflection_patient_side"), "hp/reflection-patient", PatientSide)
PRACTITIONER_SIDE = Kept(Table(ROOM, "reflection_practitioner_side"), "hp/reflection-practitioner", PractitionerSide)
OPENED = Kept(Table(ROOM, "reflection_opened"), "hp/reflection-opened", Opened)
TABLES = (REFLECTION.table, PATIENT_SIDE.table, PRACTITIONER_SIDE.table, OPENED.table)


def put_reflection(tx: Transaction, one: Reflection) -> None:
    """Write a reflection as it now stands."""
    put_kept(tx, REFLECTION, one, state=one.state.value)


def put_patient_side(tx: Transaction, side: PatientSide) -> None:
    """Write the box, once."""
    put_kept(tx, PATIENT_SIDE, side, reflection_id=side.reflection_id)


def put_practitioner_side(tx: Transaction, side: PractitionerSide) -> None:
    """Write the practitioner's side, once."""
    put_kept(tx, PRACTITIONER_SIDE, side, reflection_id=side.reflection_id)


def put_opened(tx: Transaction, opened: Opened) -> None:
    """Write both sides into the record, once, and give their words to search."""
    put_kept(tx, OPENED, opened, reflection_id=opened.reflection_id)
    said = [
        part for side in (opened.patient, opened.practitioner) for part in (side.valued, side.next_time, side.feels)
    ]
    words = "\n".join(filter(None, said))
    if words:
        tx.remember_words(
            room=ROOM, kind="reflection", subject_id=opened.id, person_id=opened.person_id, title="", words=words
        )


def reflection_with(db: Reader, reflection_id: str) -> Reflection | None:
    """The reflection of that id."""
    return kept_with(db, REFLECTION, reflection_id)


def reflections_of(db: Reader, person_ids: Sequence[str]) -> tuple[Reflection, ...]:
    """Every reflection of these ids, the oldest first."""
    return kept_where(db, REFLECTION, "person_id", person_ids)


def opened_of(db: Reader, person_ids: Sequence[str]) -> tuple[Opened, ...]:
    """Every opened one of these ids, the oldest first."""
    return kept_where(db, OPENED, "person_id", person_ids)


def patient_side_of(db: Reader, reflection_id: str) -> PatientSide | None:
    """The box of that reflection."""
    return next(iter(kept_where(db, PATIENT_SIDE, "reflection_id", [reflection_id])), None)


def practitioner_side_of(db: Reader, reflection_id: str) -> PractitionerSide | None:
    """The practitioner's side of that reflection."""
    return next(iter(kept_where(db, PRACTITIONER_SIDE, "reflection_id", [reflection_id])), None)


def misses_of(db: Reader, reflection_id: str) -> int:
    """How often words were typed that do not open it."""
    return whole(db.value("SELECT count(*) FROM ledger WHERE act = ? AND subject_id = ?", MISSED, reflection_id))


def last_miss_us(db: Reader, reflection_id: str) -> int:
    """When that was last, in microseconds of UTC; 0 for never."""
    return whole(
        db.value("SELECT coalesce(max(at_us), 0) FROM ledger WHERE act = ? AND subject_id = ?", MISSED, reflection_id)
    )
