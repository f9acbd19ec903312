"""What can be done in a repair, and by whom: said by one, received and given back by the other, closed by both.

Each act is of the voice whose step it is. What a practitioner says to a patient waits overnight, is said only to one
who wishes to hear such things, and owes no answer.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from healingpartner.foundation.clock import MICROSECONDS, Instant
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.acts import side_of
from healingpartner.journal.repairs import store
from healingpartner.journal.repairs.model import (
    WORDS_LIMIT,
    Change,
    GivenBack,
    Mended,
    Repair,
    RepairState,
    Statement,
    check_repair_turn,
)
from healingpartner.people.views import is_here
from healingpartner.vault.transaction import Transaction

MORNING_HOUR = 7


def say(tx: Transaction, person_id: str, statement: Statement, *, entry_id: str = "", hears_such: bool = True) -> str:
    """Begin a repair with a gentle statement; its id.

    hears_such: the patient has said that they wish to hear such things from the practitioner; without it a
    practitioner's own is refused with a sentence. RuleBroken beside a missing part.
    """
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    by = side_of(tx)
    if by is Voice.PRACTITIONER and not hears_such:
        raise RuleBroken(
            "opted", _("Ask first if they wish to hear such things. Until then, talk it over with a peer.")
        )
    repair = Repair(
        id=tx.new_id(),
        person_id=person_id,
        by=by,
        said=tx.at,
        statement=statement.cleaned(),
        entry_id=entry_id,
        wakes=next_morning(tx.at) if by is Voice.PRACTITIONER else None,
    )
    store.put_repair(tx, repair)
    return repair.id


def take_back(tx: Transaction, repair_id: str) -> None:
    """The one who said it takes it back: it stays, hidden, with the day."""
    repair = _repair(tx, repair_id)
    if side_of(tx) is not repair.by:
        raise RuleBroken("voice", _("Only the one who said it can take it back."))
    _turn(tx, repair, RepairState.TAKEN_BACK)


def receive(tx: Transaction, repair_id: str) -> None:
    """The other has read it: “thank you for telling me”. RuleBroken before a practitioner's words have slept."""
    repair = _of_other(tx, repair_id)
    if repair.sleeps(tx.at):
        raise RuleBroken("state", _("These words sleep until tomorrow morning. They can still be taken back."))
    _turn(tx, replace(repair, received=tx.at, not_ready_until=None), RepairState.RECEIVED)


def not_ready_yet(tx: Transaction, repair_id: str, until: date) -> None:
    """The other is not ready to hear it yet, and says until when; nothing presses."""
    repair = _of_other(tx, repair_id)
    if repair.state not in {RepairState.SAID, RepairState.RECEIVED}:
        raise RuleBroken("state", _("This was given back already. Say so in words instead."))
    if until < tx.at.local().date():
        raise RuleBroken("until", _("This day has passed. Choose today, or one that is still to come."))
    store.put_repair(tx, replace(repair, not_ready_until=until))


def give_back(tx: Transaction, repair_id: str, given: GivenBack) -> None:
    """The other gives back what they hear, and their part."""
    repair = _of_other(tx, repair_id)
    loop = replace(given, at=tx.at, understood=None, not_quite="").cleaned()
    _turn(tx, replace(repair, given_back=(*repair.given_back, loop)), RepairState.REFLECTED)


def feel_understood(tx: Transaction, repair_id: str, *, yes: bool, not_quite: str = "") -> None:
    """The one who said it answers: yes, or not quite, in words. After three of those a third person is offered."""
    repair = _of_sayer(tx, repair_id)
    check_repair_turn(repair.state, RepairState.UNDERSTOOD)
    last = replace(repair.given_back[-1], understood=yes, not_quite="" if yes else not_quite).cleaned()
    changed = replace(repair, given_back=(*repair.given_back[:-1], last))
    _turn(tx, changed, RepairState.UNDERSTOOD if yes else RepairState.RECEIVED)


def agree_changes(tx: Transaction, repair_id: str, changes: Sequence[tuple[Voice, str, date | None]]) -> None:
    """Both agree what will be different: (who owes it, words, by when). RuleBroken for none, or a day gone by."""
    repair = _repair(tx, repair_id)
    if repair.state is not RepairState.AGREED:
        check_repair_turn(repair.state, RepairState.AGREED)
    kept = list(repair.changes)
    for owner, words, due_on in changes:
        said = clean_text(words, field="words", limit=WORDS_LIMIT)
        if not fold(said):
            raise RuleBroken("words", _("Write in a few words what will be different."))
        if due_on is not None and due_on < tx.at.local().date():
            raise RuleBroken("due_on", _("This day has passed. Choose today, or one that is still to come."))
        kept.append(Change(id=tx.new_id(), owner=owner, words=said, due_on=due_on))
    if not kept:
        raise RuleBroken("words", _("Write in a few words what will be different."))
    store.put_repair(tx, replace(repair, changes=tuple(kept), state=RepairState.AGREED))


def tend(tx: Transaction, repair_id: str, change_id: str, *, done: bool = True) -> None:
    """Whoever owes a change has done it, or lets it go. When none is open, the repair is tended."""
    repair = _repair(tx, repair_id)
    found = next((one for one in repair.changes if one.id == change_id), None)
    if found is None:
        raise Refused(_("This is not part of it any more."), then=_("Look at it again."))
    if found.owner not in {tx.by, Voice.BOTH}:
        raise RuleBroken("voice", _("Each of you says what you did yourself."))
    marked = replace(found, done=tx.at) if done else replace(found, let_go=tx.at)
    changes = tuple(marked if one.id == change_id else one for one in repair.changes)
    still_open = any(one.done is None and one.let_go is None for one in changes)
    state = RepairState.TENDED if repair.state is RepairState.AGREED and not still_open else repair.state
    store.put_repair(tx, replace(repair, changes=changes, state=state))


def close(tx: Transaction, repair_id: str, says: Mended) -> None:
    """One side says how it would close it; it is closed once both have said so, in whichever words."""
    repair = _repair(tx, repair_id)
    if repair.state in {RepairState.SAID, RepairState.CLOSED, RepairState.TAKEN_BACK}:
        check_repair_turn(repair.state, RepairState.CLOSED)
    patient = side_of(tx) is Voice.PATIENT
    said = replace(repair, patient_says=says) if patient else replace(repair, practitioner_says=says)
    if said.patient_says is None or said.practitioner_says is None:
        store.put_repair(tx, said)
        return
    store.put_repair(tx, replace(said, state=RepairState.CLOSED, closed=tx.at))


def reopen(tx: Transaction, repair_id: str) -> None:
    """Either takes it up again, at any time."""
    repair = _repair(tx, repair_id)
    check_repair_turn(repair.state, RepairState.RECEIVED)
    taken_up = replace(repair, patient_says=None, practitioner_says=None, closed=None)
    _turn(tx, taken_up, RepairState.RECEIVED)


def ask_a_third(tx: Transaction, repair_id: str, whom: str) -> None:
    """Either asks a third person to help; who that is, in own words."""
    repair = _repair(tx, repair_id)
    kept = clean_text(whom, field="outside", limit=WORDS_LIMIT)
    if not fold(kept):
        raise RuleBroken("outside", _("Write who could help: a name, or where to ask."))
    store.put_repair(tx, replace(repair, outside=kept))


def next_morning(at: Instant) -> Instant:
    """Seven o'clock of the next day, where it was written."""
    local = at.local()
    morning = datetime(local.year, local.month, local.day, MORNING_HOUR, tzinfo=local.tzinfo) + timedelta(days=1)
    return replace(at, utc_us=at.utc_us + (morning - local) // timedelta(microseconds=1) // MICROSECONDS * MICROSECONDS)


def _turn(tx: Transaction, repair: Repair, to: RepairState) -> None:
    check_repair_turn(repair.state, to)
    store.put_repair(tx, replace(repair, state=to))


def _repair(tx: Transaction, repair_id: str) -> Repair:
    repair = store.repair_with(tx, repair_id)
    if repair is None:
        raise Refused(_("This is not here any more."), then=_("Please go back to the journal."))
    return repair


def _of_other(tx: Transaction, repair_id: str) -> Repair:
    repair = _repair(tx, repair_id)
    if side_of(tx) is not repair.other:
        raise RuleBroken("voice", _("This step is for the one to whom it was said."))
    return repair


def _of_sayer(tx: Transaction, repair_id: str) -> Repair:
    repair = _repair(tx, repair_id)
    if side_of(tx) is not repair.by:
        raise RuleBroken("voice", _("This step is for the one who said it."))
    return repair
