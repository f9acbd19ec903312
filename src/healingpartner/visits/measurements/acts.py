"""What can be done: write a figure down, by whoever measured it, and set one aside that was read wrongly."""

from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.transaction import Transaction
from healingpartner.visits.measurements import store
from healingpartner.visits.measurements.model import (
    Measurement,
    checked_note,
    checked_unit,
    checked_value,
    checked_what,
)
from healingpartner.visits.model import SIDES
from healingpartner.visits.store import ROOM, visit_with

KIND = "measurement"


def measure(
    tx: Transaction, person_id: str, what: str, value: str, unit: str = "", *, visit_id: str = "", words: str = ""
) -> str:
    """A figure, by the side whose act this is; its id. RuleBroken beside "what" or "value"."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if tx.by not in SIDES:
        raise RuleBroken("voice", _("Each side answers for itself."))
    visit = visit_with(tx, visit_id) if visit_id else None
    if visit_id and (visit is None or visit.person_id not in ids_of(tx, person_id)):
        raise Refused(_("This visit is not here any more."), then=_("Please go back to the visits."))
    one = Measurement(
        id=tx.new_id(),
        person_id=person_id,
        visit_id=visit_id,
        what=checked_what(what),
        value=checked_value(value),
        unit=checked_unit(unit),
        words=checked_note(words),
        voice=tx.by,
        measured=tx.at,
    )
    store.put_measurement(tx, one)
    tx.remember_words(room=ROOM, kind=KIND, subject_id=one.id, person_id=person_id, title=one.what, words=one.words)
    return one.id


def set_measurement_aside(tx: Transaction, measurement_id: str) -> None:
    """It was read wrongly. It stays readable, and counts no more."""
    one = store.measurement_with(tx, measurement_id)
    if one is None:
        raise Refused(_("This figure is not here any more."), then=_("Please go back to the visit."))
    if one.set_aside is None:
        store.put_measurement(tx, replace(one, set_aside=tx.at))
