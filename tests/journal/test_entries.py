"""Entries: as easy to thank as to complain; what is shared is answered, never altered."""

import io
import json

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.journal import acts, store
from healingpartner.journal.model import SIDES, STROKES_LIMIT, WORDS_LIMIT, HardWay, Kind
from healingpartner.journal.views import copy_of, journal_of, lines_of, questions_waiting
from healingpartner.people.acts import archive, set_preferences
from healingpartner.people.answers import Answer
from healingpartner.people.views import answers_of_all
from healingpartner.practice import Practice
from healingpartner.vault.files import attachments, path_in_files
from healingpartner.vault.resistance import yields
from healingpartner.vault.search import find
from journal.writing import DESK, HOSTILE, OTHER, add


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.HARD])
@pytest.mark.parametrize("by", SIDES)
def test_either_voice_writes_every_kind_in_one_step(practice: Practice, kind: Kind, by: Voice) -> None:
    person_id = add(practice)
    practice.do(acts.share, person_id, kind, "I planted garlic.", by=by)
    (line,) = practice.ask(journal_of, person_id).lines
    assert (line.entry.kind, line.entry.voice, line.entry.words) == (kind, by, "I planted garlic.")


def test_a_hard_thing_is_offered_before_it_is_told(practice: Practice) -> None:
    person_id = add(practice)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.share, person_id, Kind.HARD, "I cannot help you further.", by=DESK)
    assert broken.value.field == "offered"
    offer = practice.do(acts.offer_hard_thing, person_id, by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(acts.share, person_id, Kind.HARD, "…", offer_id=offer, by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(acts.answer_hard_offer, offer, HardWay.NOW, by=DESK)
    practice.do(acts.answer_hard_offer, offer, HardWay.NOT_AT_ALL, by=OTHER)
    with pytest.raises(RuleBroken):
        practice.do(acts.share, person_id, Kind.HARD, "…", offer_id=offer, by=DESK)
    practice.do(acts.answer_hard_offer, offer, HardWay.IN_WRITING, by=OTHER)
    practice.do(acts.share, person_id, Kind.HARD, "I cannot help you further.", offer_id=offer, by=DESK)
    found = practice.ask(journal_of, person_id)
    assert found.lines[0].entry.offered is HardWay.IN_WRITING
    assert found.offers == ()


def test_a_question_waits_until_the_other_voice_has_answered(practice: Practice) -> None:
    person_id = add(practice)
    entry = practice.do(acts.share, person_id, Kind.QUESTION, "Why this and not that?", by=OTHER)
    practice.do(acts.reply, entry, "I mean the tablets.", by=OTHER)
    assert [one.id for one in practice.ask(questions_waiting)] == [entry]
    practice.do(acts.reply, entry, "Because they act faster.", by=DESK)
    assert practice.ask(questions_waiting) == ()
    (line,) = practice.ask(journal_of, person_id).lines
    assert [one.voice for one in line.replies] == [OTHER, DESK]


def test_what_is_taken_back_stays_hidden_with_its_day_and_is_found_no_more(practice: Practice) -> None:
    person_id = add(practice)
    entry = practice.do(acts.share, person_id, Kind.LET_DOWN, "You looked at the clock.", by=OTHER)
    practice.do(acts.reply, entry, "I did look at the clock.", by=DESK)
    assert practice.ask(find, "clock")
    with pytest.raises(RuleBroken):
        practice.do(acts.take_back, entry, by=DESK)
    practice.do(acts.take_back, entry, by=OTHER)
    practice.do(acts.take_back, entry, by=OTHER)
    (line,) = practice.ask(journal_of, person_id).lines
    assert line.taken_back is not None
    assert not practice.ask(find, "clock")
    with pytest.raises(RuleBroken):
        practice.do(acts.reply, entry, "One more word", by=DESK)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_kept_as_they_are(practice: Practice, words: str) -> None:
    person_id = add(practice)
    practice.do(acts.share, person_id, Kind.MEANING, words, by=OTHER)
    assert practice.ask(journal_of, person_id).lines[0].entry.words == words


def test_nothing_to_say_and_too_much_get_a_sentence_and_change_nothing(practice: Practice) -> None:
    person_id = add(practice)
    head = practice.vault.head()
    for words in ("", " \n", "x" * (WORDS_LIMIT + 1)):
        with pytest.raises(RuleBroken) as broken:
            practice.do(acts.share, person_id, Kind.THANKS, words, by=OTHER)
        assert broken.value.field == "words"
    with pytest.raises(RuleBroken):
        practice.do(acts.share, person_id, Kind.THANKS, "Thanks", by=Voice.BOTH)
    with pytest.raises(Refused):
        practice.do(acts.share, "nobody", Kind.THANKS, "Thanks", by=OTHER)
    assert practice.vault.head() == head
    practice.do(acts.share, person_id, Kind.THANKS, "x" * WORDS_LIMIT, by=OTHER)


def test_no_statement_alters_what_is_shared(practice: Practice) -> None:
    person_id = add(practice)
    entry = practice.do(acts.share, person_id, Kind.THANKS, "Thank you.", by=OTHER)
    practice.do(acts.reply, entry, "With joy.", by=DESK)
    practice.do(acts.take_back, entry, by=OTHER)
    for kept in (store.ENTRY, store.REPLY, store.TAKEN_BACK):
        assert yields(practice.vault, kept.table) == ()


def test_a_long_journal_is_read_page_by_page_without_a_gap(practice: Practice) -> None:
    person_id = add(practice)
    for number in range(25):
        practice.do(acts.share, person_id, Kind.LEARNED, f"Day {number}", by=DESK)
    first = practice.ask(journal_of, person_id, limit=10)
    assert (len(first.lines), first.count, first.more) == (10, 25, True)
    seen = [line.entry.words for line in first.lines]
    while len(seen) < 25:
        last = practice.ask(lines_of, person_id, limit=len(seen))[-1].entry
        seen += [
            line.entry.words
            for line in practice.ask(lines_of, person_id, before=(last.shared.utc_us, last.id), limit=10)
        ]
    assert seen == [f"Day {number}" for number in reversed(range(25))]
    assert len(practice.ask(copy_of, person_id)["journal_entry"]) == 25


def test_two_scripts_in_fifty_thousand_characters_and_twenty_thousand_points_are_kept_whole(practice: Practice) -> None:
    person_id = add(practice)
    words = ("Knoblauch im November · ثوم في تشرين · " * 2_000)[:WORDS_LIMIT].strip()
    points = [number for at in range(20_000) for number in (at % 9_000, at % 4_000, 1_000, at * 16)]
    strokes = json.dumps({"width": 9_000, "height": 4_000, "strokes": [points]})
    entry = practice.do(acts.share, person_id, Kind.MEANING, words, strokes=strokes, by=OTHER)
    (line,) = practice.ask(journal_of, person_id).lines
    assert (line.entry.id, line.entry.words, line.entry.strokes) == (entry, words, strokes)
    assert find(practice.db, "Knoblauch")
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.share, person_id, Kind.MEANING, strokes="x" * (STROKES_LIMIT + 1), by=OTHER)
    assert broken.value.field == "words"


def test_a_record_put_away_is_still_written_to_and_an_erased_one_kindly_not(practice: Practice) -> None:
    person_id = add(practice)
    practice.do(archive, person_id, by=DESK)
    practice.do(acts.share, person_id, Kind.THANKS, "The door stayed open. Thank you.", by=OTHER)
    picture = practice.files.prepare(io.BytesIO(b"\x89PNG\r\n\x1a\n a leaf"), person_id=person_id), "image/png"
    practice.do(acts.share, person_id, Kind.LEARNED, picture=picture, by=OTHER)
    (kept,) = attachments(practice.db, person_id)
    practice.erase_person(person_id)
    assert attachments(practice.db, person_id) == ()
    assert not (practice.vault.place.files / path_in_files(kept.stored_as)).exists()
    with pytest.raises(Refused) as refused:
        practice.do(acts.share, person_id, Kind.THANKS, "Thank you.", by=OTHER)
    assert "list" in refused.value.sentence()


def test_a_wish_to_hear_is_the_patients_alone_and_leaves_their_other_wishes(practice: Practice) -> None:
    person_id = add(practice)
    practice.do(set_preferences, person_id, [Answer(question="matters", words="To sing again.")], by=OTHER)
    with pytest.raises(RuleBroken):
        practice.do(acts.wish_to_hear, person_id, yes=True, by=DESK)
    assert not practice.ask(journal_of, person_id).hears_such
    practice.do(acts.wish_to_hear, person_id, yes=True, by=OTHER)
    assert practice.ask(journal_of, person_id).hears_such
    assert practice.ask(answers_of_all, person_id)["matters"].words == "To sing again."
