"""What can be done with an appointment: make, repeat, move, cancel, keep it; and wait for one.

Each act is of the side that asked for it; either may move or cancel, and neither is asked why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.views import is_here
from healingpartner.vault.transaction import Transaction
from healingpartner.visits import acts as visits, store as visit_rows
from healingpartner.visits.appointments import store
from healingpartner.visits.appointments.model import (
    LONGEST,
    MINUTE_US,
    WORDS_LIMIT,
    Appointment,
    Waiting,
    checked,
    in_the_way,
)
from healingpartner.visits.model import Kind


def make_appointments(
    tx: Transaction,
    person_id: str,
    starts: Sequence[Instant],
    *,
    minutes: int,
    kind: Kind = Kind.IN_THE_ROOM,
    about: str = "",
    waiting_id: str = "",
    beside_is_meant: bool = False,
) -> tuple[str, ...]:
    """One appointment for each beginning; their ids. Several are a series.

    RuleBroken beside what does not fit; beside "starts" where another stands at that time and it is not said that
    this is meant. waiting_id: of the one who waited for this place.
    """
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if not starts:
        raise RuleBroken("starts", _("Choose a day and a time."))
    series_id = tx.new_id() if len(starts) > 1 else ""
    made = [
        Appointment(
            id=tx.new_id(), person_id=person_id, starts=at, minutes=minutes, made=tx.at, kind=kind, about=about,
            series_id=series_id,
        )
        for at in starts
    ]  # fmt: skip
    for one in made:
        _put(tx, one, beside_is_meant=beside_is_meant)
    if waiting_id:
        store.put_waiting(tx, replace(_waiting(tx, waiting_id), appointment_id=made[0].id))
    return tuple(one.id for one in made)


def move_appointment(
    tx: Transaction,
    appointment_id: str,
    starts: Instant,
    *,
    minutes: int | None = None,
    beside_is_meant: bool = False,
) -> None:
    """Move one to another time; others of its series stay. RuleBroken as in `make_appointments`."""
    one = _standing(tx, appointment_id)
    moved = replace(one, starts=starts, minutes=one.minutes if minutes is None else minutes)
    if moved.starts.utc_us != one.starts.utc_us:
        moved = replace(moved, moved_from=one.starts, moved_by=_side(tx))
    _put(tx, moved, beside_is_meant=beside_is_meant)


def cancel_appointment(tx: Transaction, appointment_id: str, *, words: str = "", following: bool = False) -> None:
    """Either cancels it; words are welcome and never asked for. following: those after it in its series as well."""
    one = _standing(tx, appointment_id)
    kept = clean_text(words, field="words", limit=WORDS_LIMIT)
    for each in _and_following(tx, one) if following else (one,):
        store.put_appointment(tx, replace(each, cancelled=tx.at, cancelled_by=_side(tx), words=kept))


def stand_again(tx: Transaction, appointment_id: str, *, beside_is_meant: bool = False) -> None:
    """A cancelled one stands again, if its time is still to come and still free."""
    one = _appointment(tx, appointment_id)
    if one.cancelled is not None:
        _put(tx, replace(one, cancelled=None, cancelled_by=None, words=""), beside_is_meant=beside_is_meant)


def arrive(tx: Transaction, appointment_id: str) -> str:
    """The patient is here: the visit waits to begin. Its id."""
    return _visit(tx, appointment_id, only_arrived=True)


def begin_visit(tx: Transaction, appointment_id: str) -> str:
    """The two begin: the visit of this appointment, with its planned time. Its id."""
    return _visit(tx, appointment_id, only_arrived=False)


def wait_for_a_place(tx: Transaction, person_id: str, *, suits: str = "", until: date | None = None) -> str:
    """Put somebody on the list of those who wait; one that waits already is written anew. Its id."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if until is not None and until < tx.at.local().date():
        raise RuleBroken("until", _("This day has passed. Choose today, or one that is still to come."))
    old = next((one for one in store.all_waiting(tx) if one.person_id == person_id), None)
    waits = old or Waiting(id=tx.new_id(), person_id=person_id, since=tx.at)
    store.put_waiting(tx, replace(waits, suits=clean_text(suits, field="suits", limit=WORDS_LIMIT), until=until))
    return waits.id


def stop_waiting(tx: Transaction, waiting_id: str) -> None:
    """They do not wait any more."""
    one = _waiting(tx, waiting_id)
    if one.is_open():
        store.put_waiting(tx, replace(one, let_go=tx.at))


def _put(tx: Transaction, one: Appointment, *, beside_is_meant: bool) -> None:
    kept = checked(one, today=tx.at.local().date())
    if not beside_is_meant:
        near = store.between(tx, kept.starts.utc_us - LONGEST * MINUTE_US, kept.ends_us)
        other = in_the_way(kept, near)
        if other is not None:
            raise RuleBroken("starts", _there_is_one(kept, other))
    store.put_appointment(tx, kept)


def _there_is_one(new: Appointment, other: Appointment) -> str:
    words = spoken()
    return _("On {day} there is one from {start} already. Choose another time, or say that both are meant.").format(
        day=words.date(new.day, "medium"), start=words.time(other.starts)
    )


def _visit(tx: Transaction, appointment_id: str, *, only_arrived: bool) -> str:
    one = _standing(tx, appointment_id)
    visit_id = visits.open_visit(tx, one.person_id, kind=one.kind, only_arrived=only_arrived)
    if one.visit_id and one.visit_id != visit_id:
        raise RuleBroken("visit", _("This appointment was kept already. Its visit can be read."))
    visit = visit_rows.visit_with(tx, visit_id)
    if visit is not None and visit.planned is None:
        visit_rows.put_visit(tx, replace(visit, planned=one.starts))
    store.put_appointment(tx, replace(one, visit_id=visit_id))
    return visit_id


def _and_following(tx: Transaction, one: Appointment) -> Iterable[Appointment]:
    if not one.series_id:
        return (one,)
    later = store.of_series(tx, one.series_id)
    return tuple(each for each in later if each.starts.utc_us >= one.starts.utc_us and each.stands())


def _side(tx: Transaction) -> Voice:
    if tx.by is Voice.BOTH:
        raise RuleBroken("voice", _("Say which of you asked for it."))
    return tx.by


def _standing(tx: Transaction, appointment_id: str) -> Appointment:
    one = _appointment(tx, appointment_id)
    if not one.stands():
        raise RuleBroken("state", _("This appointment was cancelled. Make a new one, or let it stand again."))
    return one


def _appointment(tx: Transaction, appointment_id: str) -> Appointment:
    one = store.appointment_with(tx, appointment_id)
    if one is None:
        raise Refused(_("This appointment is not here any more."), then=_("Look at the day again."))
    return one


def _waiting(tx: Transaction, waiting_id: str) -> Waiting:
    one = store.waiting_with(tx, waiting_id)
    if one is None:
        raise Refused(_("They do not stand on this list any more."), then=_("Look at the list again."))
    return one
