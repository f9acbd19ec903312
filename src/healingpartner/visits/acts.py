"""What can be done in a visit: open it, tell its times, check in, say, hear, ask, answer, and owe a call.

Each act is of the side whose words they are, whoever types them.
"""

from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.transaction import Transaction
from healingpartner.visits import store
from healingpartner.visits.model import (
    SIDES,
    SPEAKER_LIMIT,
    WORDS_LIMIT,
    CheckIn,
    Felt,
    Heard,
    HeardAnswer,
    Kind,
    Moment,
    Owed,
    OwedKind,
    Question,
    Visit,
    Word,
    WordKind,
    checked_due,
    checked_level,
    checked_words,
)
from healingpartner.visits.times import Point, Wall, typed_point, with_point

VISIT_KIND, QUESTION_KIND, OWED_KIND = "visit", "visit_question", "visit_owed"


def open_visit(tx: Transaction, person_id: str, *, kind: Kind = Kind.IN_THE_ROOM, only_arrived: bool = False) -> str:
    """Begin a visit now, or note that the patient has arrived; its id. One that is open is gone on with."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    mine = set(ids_of(tx, person_id))
    going = next((one for one in store.open_visits(tx) if one.person_id in mine), None)
    if going is not None:
        if going.begun is None and not only_arrived:
            store.put_visit(tx, replace(going, begun=tx.at))
        return going.id
    visit = Visit(
        id=tx.new_id(),
        person_id=person_id,
        kind=kind,
        opened=tx.at,
        patient_arrived=tx.at if only_arrived else None,
        begun=None if only_arrived else tx.at,
    )
    store.put_visit(tx, visit)
    return visit.id


def press_point(tx: Transaction, visit_id: str, point: Point) -> None:
    """This moment is now."""
    store.put_visit(tx, with_point(_visit(tx, visit_id), point, tx.at))


def tell_point(tx: Transaction, visit_id: str, point: Point, typed: str, *, wall: Wall | None = None) -> None:
    """This moment was at a time typed by hand, "14:05"; "" takes it away. RuleBroken beside the moment's name.

    `wall`: the clock's own, so that a time is right on days when the clocks change.
    """
    visit = _visit(tx, visit_id)
    if point is Point.BEGUN and not typed.strip():
        raise RuleBroken(point.value, _("A visit needs the time it began."))
    store.put_visit(tx, with_point(visit, point, typed_point(visit, point, typed, wall=wall)))


def meet_as(tx: Transaction, visit_id: str, kind: Kind) -> None:
    """Say where the two meet."""
    store.put_visit(tx, replace(_visit(tx, visit_id), kind=kind))


def put_phone_away(tx: Transaction, visit_id: str, *, away: bool) -> None:
    """The side whose act this is puts its phone away, or takes it out again."""
    visit, side = _visit(tx, visit_id), frozenset({_side(tx)})
    store.put_visit(tx, replace(visit, phones_away=visit.phones_away | side if away else visit.phones_away - side))


def check_in(tx: Transaction, visit_id: str, moment: Moment, felt: Felt, level: int | None = None) -> None:
    """How the side whose act this is comes or leaves; `level` 0 to 10 may be left open. RuleBroken beside it."""
    visit, side = _visit(tx, visit_id), _side(tx)
    before = visit.check_in(side, moment)
    said = CheckIn(
        id=tx.new_id() if before is None else before.id,
        voice=side,
        moment=moment,
        felt=felt,
        level=None if felt is Felt.NOT_NOW else checked_level(level),
        told=tx.at,
    )
    store.put_check_in(tx, visit, said)


def say(tx: Transaction, visit_id: str, kind: WordKind, words: str, *, in_place_of: str = "", speaker: str = "") -> str:
    """Words of the side whose act this is, kept as they are; its id. `in_place_of`: the earlier word they mend.

    `speaker`: whose words they are where more than the patient sit on their side.
    """
    visit, side = _visit(tx, visit_id), _side(tx)
    kept = checked_words(words)
    if in_place_of:
        earlier = store.word_with(tx, in_place_of)
        if earlier is None or earlier.visit_id != visit_id or earlier.kind is not kind:
            raise Refused(_("These words are not here any more."), then=_("Please go back to the visit."))
        if earlier.voice is not side:
            raise RuleBroken("words", _("Only the one who said it can mend it."))
        if any(one.in_place_of == in_place_of for one in store.words_of(tx, visit_id)):
            raise RuleBroken("words", _("These words were mended already. Mend the newest."))
    word = Word(
        id=tx.new_id(),
        visit_id=visit.id,
        kind=kind,
        voice=side,
        words=kept,
        said=tx.at,
        in_place_of=in_place_of,
        speaker=clean_line(speaker, field="speaker", limit=SPEAKER_LIMIT),
    )
    store.put_word(tx, visit, word)
    _remember(tx, visit)
    return word.id


def mark_talked_about(tx: Transaction, word_id: str, *, done: bool) -> None:
    """Something on the agenda was talked about, or after all not yet."""
    word = store.word_with(tx, word_id)
    if word is None:
        raise Refused(_("These words are not here any more."), then=_("Please go back to the visit."))
    if (word.done is not None) != done:
        store.put_word(tx, _visit(tx, word.visit_id), replace(word, done=tx.at if done else None))


def hear(tx: Transaction, visit_id: str, words: str) -> str:
    """“What I heard you say”, by the side whose act this is; it waits for the other. Its id."""
    visit = _visit(tx, visit_id)
    heard = Heard(id=tx.new_id(), visit_id=visit.id, by=_side(tx), words=checked_words(words), said=tx.at)
    store.put_heard(tx, visit, heard)
    _remember(tx, visit)
    return heard.id


def answer_heard(tx: Transaction, heard_id: str, *, mended: str = "") -> None:
    """The one who had said it confirms what was heard, or says how it was meant; once."""
    heard = store.heard_with(tx, heard_id)
    if heard is None:
        raise Refused(_("These words are not here any more."), then=_("Please go back to the visit."))
    if heard.answer is not None:
        raise RuleBroken("mended", _("This was answered already. Say it anew, and hear it anew."))
    if _side(tx) is heard.by:
        raise RuleBroken("voice", _("The one who said it answers this, not the one who heard it."))
    kept = clean_text(mended, field="mended", limit=WORDS_LIMIT)
    visit = _visit(tx, heard.visit_id)
    answer = HeardAnswer.MENDED if kept else HeardAnswer.CONFIRMED
    store.put_heard(tx, visit, replace(heard, answer=answer, mended=kept, answered=tx.at))
    _remember(tx, visit)


def ask(tx: Transaction, visit_id: str, words: str) -> str:
    """A question of the side whose act this is; it stays open until it is answered. Its id."""
    visit = _visit(tx, visit_id)
    question = Question(id=tx.new_id(), visit_id=visit.id, asked_by=_side(tx), words=checked_words(words), asked=tx.at)
    store.put_question(tx, visit.person_id, question)
    _remember_question(tx, visit.person_id, question)
    return question.id


def answer_question(tx: Transaction, question_id: str, answer: str) -> None:
    """Answer a question, at this visit or a later one. RuleBroken without words."""
    found = store.question_with(tx, question_id)
    if found is None:
        raise Refused(_("This question is not here any more."), then=_("Please go back to the visit."))
    person_id, question = found
    if question.answered is not None:
        raise RuleBroken("answer", _("This was answered already. A new question can be asked."))
    kept = checked_words(answer, field="answer")
    answered = replace(question, answer=kept, answered_by=tx.by, answered=tx.at)
    store.put_question(tx, person_id, answered)
    _remember_question(tx, person_id, answered)


def owe(
    tx: Transaction,
    person_id: str,
    *,
    kind: OwedKind = OwedKind.CALL_BACK,
    due_on: str = "",
    words: str = "",
    visit_id: str = "",
) -> str:
    """The practitioner owes a call, or to look at something again, by a day ("": within two days); its id."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    owed = Owed(
        id=tx.new_id(),
        person_id=person_id,
        visit_id=visit_id and _visit(tx, visit_id).id,
        kind=kind,
        due_on=checked_due(due_on, today=tx.at.local().date()),
        words=clean_text(words, field="words", limit=WORDS_LIMIT),
        owed=tx.at,
    )
    store.put_owed(tx, owed)
    _remember_owed(tx, owed)
    return owed.id


def settle(tx: Transaction, owed_id: str, came_of_it: str = "") -> None:
    """What was owed is done; `came_of_it` may be empty. By the patient: they do not want it any more."""
    owed = store.owed_with(tx, owed_id)
    if owed is None:
        raise Refused(_("This is not here any more."), then=_("Please go back to the visits."))
    if not owed.is_open():
        return
    kept = clean_text(came_of_it, field="came_of_it", limit=WORDS_LIMIT)
    by_patient = tx.by is Voice.PATIENT
    settled = replace(owed, came_of_it=kept, done=None if by_patient else tx.at, let_go=tx.at if by_patient else None)
    store.put_owed(tx, settled)
    _remember_owed(tx, settled)


def _side(tx: Transaction) -> Voice:
    if tx.by not in SIDES:
        raise RuleBroken("voice", _("Each side answers for itself."))
    return tx.by


def _visit(tx: Transaction, visit_id: str) -> Visit:
    visit = store.visit_with(tx, visit_id)
    if visit is None:
        raise Refused(_("This visit is not here any more."), then=_("Please go back to the visits."))
    return visit


def _remember(tx: Transaction, visit: Visit) -> None:
    said = [one.words for one in store.words_of(tx, visit.id)]
    for heard in store.heard_in(tx, visit.id):
        said += [part for part in (heard.words, heard.mended) if part]
    tx.remember_words(
        room=store.ROOM,
        kind=VISIT_KIND,
        subject_id=visit.id,
        person_id=visit.person_id,
        title="",
        words="\n".join(said),
    )


def _remember_question(tx: Transaction, person_id: str, question: Question) -> None:
    tx.remember_words(
        room=store.ROOM,
        kind=QUESTION_KIND,
        subject_id=question.id,
        person_id=person_id,
        title=question.words[:160],
        words=question.answer,
    )


def _remember_owed(tx: Transaction, owed: Owed) -> None:
    words = "\n".join(part for part in (owed.words, owed.came_of_it) if part)
    tx.remember_words(
        room=store.ROOM, kind=OWED_KIND, subject_id=owed.id, person_id=owed.person_id, title="", words=words
    )
