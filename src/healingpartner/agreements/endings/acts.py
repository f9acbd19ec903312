"""What can be done at an ending: begin it, take it back, let it come, hand over, write letters, begin again.

Ending and resuming move the partnership in the same transaction. The signed agreement stays as it was signed.
"""

from collections.abc import Sequence
from dataclasses import replace

from healingpartner.agreements import store as agreements
from healingpartner.agreements.endings import store
from healingpartner.agreements.endings.letters import Letter, LetterWords
from healingpartner.agreements.endings.model import (
    STEPS_LIMIT,
    WORDS_LIMIT,
    Ending,
    EndingAsked,
    EndingStep,
    LeadsTo,
    Resuming,
    Stands,
    StepKind,
    checked_ending,
    checked_step,
)
from healingpartner.agreements.endings.views import standing_ending
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.acts import move_partnership
from healingpartner.people.partnership import State as Partnership
from healingpartner.people.views import ids_of, is_here, state_of
from healingpartner.vault.transaction import Transaction

ENDING_KIND, LETTER_KIND = "ending", "letter"
_LEADS = {LeadsTo.OPEN_DOOR: Partnership.ENDED, LeadsTo.ANOTHER: Partnership.WITH_ANOTHER}


def begin_ending(
    tx: Transaction, person_id: str, asked: EndingAsked, *, steps: Sequence[tuple[StepKind, str]] = ()
) -> str:
    """Begin to end, as the side whose act this is; the ending's id. With today as the last day it has ended.

    steps: what the practitioner hands over. RuleBroken beside the form's part.
    """
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if standing_ending(tx, person_id) is not None:
        raise RuleBroken("", _("An ending has been begun already. You can go on with that one."))
    if state_of(tx, person_id) is Partnership.DIED:
        raise RuleBroken("", _("This person is marked as having died. There is nothing left to end."))
    today = tx.at.local().date()
    given, reason, day = checked_ending(asked, by=tx.by, today=today)
    signed = [one for one in agreements.agreements_of(tx, ids_of(tx, person_id)) if one.signed is not None]
    ending = Ending(
        id=tx.new_id(),
        person_id=person_id,
        agreement_id=signed[-1].id if signed else "",
        begun_by=tx.by,
        leads_to=given.leads_to,
        reason=reason,
        reason_words=given.reason_words,
        patient_words=given.patient_words,
        practitioner_words=given.practitioner_words,
        last_day=day,
        why_then=given.why_then,
        begun=tx.at,
    )
    store.put_ending(tx, ending)
    for kind, words in steps:
        add_step(tx, ending.id, kind=kind, words=words)
    _remember(tx, ending)
    if day == today:
        _end(tx, ending)
    return ending.id


def add_words(tx: Transaction, ending_id: str, words: str) -> None:
    """Words to the other, from the side whose act this is, while the ending has not come yet."""
    ending = _in_notice(tx, ending_id)
    kept = clean_text(words, field="words", limit=WORDS_LIMIT)
    if tx.by is Voice.PATIENT:
        changed = replace(ending, patient_words=kept)
    elif tx.by is Voice.PRACTITIONER:
        changed = replace(ending, practitioner_words=kept)
    else:
        raise RuleBroken("words", _("Each side answers for itself."))
    store.put_ending(tx, changed)
    _remember(tx, changed)


def let_it_end(tx: Transaction, ending_id: str) -> None:
    """The last day has come; for the patient any day is good enough."""
    ending = _in_notice(tx, ending_id)
    if tx.by is not Voice.PATIENT and tx.at.local().date() < ending.last_day:
        raise RuleBroken("last_day", _("The last day is still to come. The patient may end it sooner; you wait."))
    _end(tx, ending)


def take_back_ending(tx: Transaction, ending_id: str) -> None:
    """The side that began it takes it back before it has come; everything goes on as it was."""
    ending = _in_notice(tx, ending_id)
    if tx.by is not ending.begun_by:
        raise RuleBroken("", _("Only the one who began this ending can take it back."))
    store.put_ending(tx, replace(ending, taken_back=tx.at))


def add_step(tx: Transaction, ending_id: str, *, kind: StepKind, words: str) -> str:
    """Something more to hand over; its id."""
    ending = _ending(tx, ending_id)
    if len(ending.steps) >= STEPS_LIMIT:
        raise RuleBroken("step", _("This list is full. Join some of its steps into one."))
    step = EndingStep(id=tx.new_id(), kind=kind, words=checked_step(words))
    store.put_step(tx, ending, step)
    return step.id


def mark_step(tx: Transaction, step_id: str, *, done: bool) -> None:
    """A step is done, or after all still owed."""
    ending = store.ending_of_step(tx, step_id)
    step = None if ending is None else next((one for one in ending.steps if one.id == step_id), None)
    if ending is None or step is None:
        raise Refused(_("This step is not here any more."), then=_("Please go back to the agreement."))
    if (step.done is not None) != done:
        store.put_step(tx, ending, replace(step, done=tx.at if done else None))


def resume(tx: Transaction, person_id: str, *, patient_words: str = "", practitioner_words: str = "") -> str:
    """Begin again after an ending, begun by the side whose act this is; words from both are welcome.

    What both had signed stands again as it was signed. RuleBroken when nothing has ended.
    """
    ending = standing_ending(tx, person_id)
    if ending is None or ending.stands() is not Stands.ENDED:
        raise RuleBroken("", _("Nothing has ended here, so nothing needs to begin again."))
    if tx.by not in (Voice.PATIENT, Voice.PRACTITIONER):
        raise RuleBroken("begun_by", _("Say which of the two wishes to begin again."))
    resuming = Resuming(
        id=tx.new_id(),
        begun_by=tx.by,
        patient_words=clean_text(patient_words, field="patient_words", limit=WORDS_LIMIT),
        practitioner_words=clean_text(practitioner_words, field="practitioner_words", limit=WORDS_LIMIT),
        resumed=tx.at,
    )
    store.put_resuming(tx, ending, resuming)
    move_partnership(tx, person_id, Partnership.PARTNERS)
    _remember(tx, replace(ending, resuming=resuming))
    return resuming.id


def write_letter(tx: Transaction, person_id: str, words: LetterWords, *, letter_id: str = "") -> str:
    """Keep a letter, new or the one of `letter_id` again; its id. RuleBroken beside a part."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    old = store.letter_with(tx, letter_id) if letter_id else None
    if letter_id and (old is None or old.person_id not in ids_of(tx, person_id)):
        raise Refused(_("This letter is not here any more."), then=_("Please go back to the agreement."))
    said = words.cleaned()
    letter = Letter(
        id=tx.new_id() if old is None else old.id,
        person_id=person_id if old is None else old.person_id,
        words=said,
        written=tx.at,
    )
    store.put_letter(tx, letter)
    tx.remember_words(
        room=store.ROOM,
        kind=LETTER_KIND,
        subject_id=letter.id,
        person_id=letter.person_id,
        title=said.to_whom,
        words=said.findable(),
    )
    return letter.id


def _end(tx: Transaction, ending: Ending) -> None:
    store.put_ending(tx, replace(ending, ended=tx.at))
    move_partnership(tx, ending.person_id, _LEADS[ending.leads_to])


def _remember(tx: Transaction, ending: Ending) -> None:
    parts = [ending.reason_words, ending.patient_words, ending.practitioner_words, ending.why_then]
    if ending.resuming is not None:
        parts += [ending.resuming.patient_words, ending.resuming.practitioner_words]
    tx.remember_words(
        room=store.ROOM,
        kind=ENDING_KIND,
        subject_id=ending.id,
        person_id=ending.person_id,
        title="",
        words="\n".join(part for part in parts if part),
    )


def _ending(tx: Transaction, ending_id: str) -> Ending:
    ending = store.ending_with(tx, ending_id)
    if ending is None:
        raise Refused(_("This ending is not here any more."), then=_("Please go back to the agreement."))
    return ending


def _in_notice(tx: Transaction, ending_id: str) -> Ending:
    ending = _ending(tx, ending_id)
    if ending.stands() is Stands.TAKEN_BACK:
        raise RuleBroken("", _("This ending was taken back. Everything goes on as it was."))
    if ending.stands() is not Stands.NOTICE:
        raise RuleBroken("", _("This has ended. It stays as it was; you can begin again at any time."))
    return ending
