"""What can be done around an examination: ask, answer, go on step by step, stop, and end it."""

from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.vault.transaction import Transaction
from healingpartner.visits.examinations import store
from healingpartner.visits.examinations.model import (
    Asked,
    Examination,
    Step,
    answered,
    checked_found,
    checked_step,
)
from healingpartner.visits.store import ROOM, visit_with

KIND = "visit_examination"


def ask_to_examine(tx: Transaction, visit_id: str, said: Asked) -> str:
    """Ask, while both are dressed; its id. RuleBroken beside what has to be said first."""
    visit = visit_with(tx, visit_id)
    if visit is None:
        raise Refused(_("This visit is not here any more."), then=_("Please go back to the visits."))
    if any(one.is_open() for one in store.examinations_in(tx, visit_id)):
        raise RuleBroken("what", _("One examination is still open. End it first, then ask for the next."))
    asked = Examination(id=tx.new_id(), person_id=visit.person_id, visit_id=visit.id, said=said.cleaned(), asked=tx.at)
    store.put_examination(tx, asked)
    store.put_step(tx, asked, Step.ASK)
    _remember(tx, asked)
    return asked.id


def answer_asked(tx: Transaction, examination_id: str, *, agreed: bool) -> None:
    """The patient says yes or no. Nobody answers for them."""
    one = _examination(tx, examination_id)
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("voice", _("Only the patient can say yes to this, or no."))
    store.put_examination(tx, answered(one, agreed=agreed, at=tx.at))


def reach(tx: Transaction, examination_id: str, step: Step) -> None:
    """Go on to a step. RuleBroken without a yes, after a stop, or out of order."""
    one = _examination(tx, examination_id)
    store.put_step(tx, one, checked_step(one, step))


def stop(tx: Transaction, examination_id: str) -> None:
    """The yes is taken back, by either side, at any step; nobody is asked why. Doing it twice is doing it once."""
    one = _examination(tx, examination_id)
    if one.is_open():
        store.put_examination(tx, replace(one, stopped=tx.at))


def end_examination(tx: Transaction, examination_id: str, found: str = "") -> None:
    """It is over; what was found, in plain words, may be left empty."""
    one = _examination(tx, examination_id)
    if one.stopped is not None or one.ended is not None:
        raise RuleBroken("found", _("This is over already. What was found can stand in the note."))
    ended = replace(one, found=checked_found(found), ended=tx.at)
    store.put_examination(tx, ended)
    _remember(tx, ended)


def _examination(tx: Transaction, examination_id: str) -> Examination:
    one = store.examination_with(tx, examination_id)
    if one is None:
        raise Refused(_("This examination is not here any more."), then=_("Please go back to the visit."))
    return one


def _remember(tx: Transaction, one: Examination) -> None:
    said = one.said
    tx.remember_words(
        room=ROOM,
        kind=KIND,
        subject_id=one.id,
        person_id=one.person_id,
        title=said.what,
        words="\n".join(part for part in (said.where_on, said.why, said.chaperone, one.found) if part),
    )
