"""Beside the agreement: each consent for itself, in its exact words, taken back in one tap."""

import pytest

from agreements.signing import add, offered
from healingpartner.agreements.consents import acts, store
from healingpartner.agreements.consents.library import consent_wording
from healingpartner.agreements.consents.model import (
    ConsentKind,
    Way,
    exact_text,
    text_sha256,
    wording_body,
    wording_from,
)
from healingpartner.agreements.consents.views import Beside, beside_of, copy_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade, smog_grade
from healingpartner.language.spanish import count_spanish, szigriszt_pazos
from healingpartner.practice import Practice
from healingpartner.vault.connection import Connection


def give(practice: Practice, person_id: str, kind: ConsentKind = ConsentKind.REMOTE_VISIT) -> str:
    return practice.do(acts.give, person_id, wording=consent_wording(kind), way=Way.SAID, by=Voice.PATIENT)


def lines(practice: Practice, person_id: str) -> dict[ConsentKind, Beside]:
    return {each.kind: each for each in practice.ask(beside_of, person_id, language="en")}


@pytest.mark.parametrize("kind", ConsentKind)
def test_the_words_that_come_with_it_are_easy_to_read(kind: ConsentKind) -> None:
    wording = consent_wording(kind)
    text = " ".join([part.text for part in wording.parts] + [wording.yes, wording.take_back])
    counts = count_text(text)
    assert flesch_kincaid_grade(counts) <= 7
    assert smog_grade(counts) <= 7
    assert wording_from(wording_body(wording)) == wording


@pytest.mark.parametrize("kind", ConsentKind)
def test_the_spanish_words_are_easy_to_read_and_have_every_part(kind: ConsentKind) -> None:
    wording, english = consent_wording(kind, "es_ES"), consent_wording(kind)
    assert (wording.language, len(wording.parts)) == ("es", len(english.parts))
    text = " ".join([part.text for part in wording.parts] + [wording.yes, wording.take_back])
    assert szigriszt_pazos(count_spanish(text)) >= 65


def test_each_is_given_and_taken_back_by_itself(practice: Practice) -> None:
    person_id = add(practice)
    give(practice, person_id)
    notice = consent_wording(ConsentKind.PRIVACY_NOTICE)
    practice.do(
        acts.give, person_id, wording=notice, way=Way.ON_THE_TURNED_VIEW, by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW
    )
    found = lines(practice, person_id)
    assert [found[kind].standing is not None for kind in ConsentKind] == [True, False, True]
    remote = found[ConsentKind.REMOTE_VISIT].standing
    assert remote is not None
    practice.do(acts.take_back, remote.id, way=Way.SAID, by=Voice.PATIENT)
    found = lines(practice, person_id)
    gone = found[ConsentKind.REMOTE_VISIT]
    assert gone.standing is None
    assert gone.earlier[0].withdrawn is not None
    assert gone.earlier[0].withdrawn.utc_us > gone.earlier[0].given.utc_us
    assert found[ConsentKind.PRIVACY_NOTICE].standing is not None
    with pytest.raises(RuleBroken):
        practice.do(acts.take_back, remote.id, way=Way.SAID, by=Voice.PATIENT)
    give(practice, person_id)
    assert lines(practice, person_id)[ConsentKind.REMOTE_VISIT].standing is not None


def test_what_was_given_keeps_its_exact_words(practice: Practice) -> None:
    person_id = add(practice)
    give(practice, person_id)
    kept = lines(practice, person_id)[ConsentKind.REMOTE_VISIT].standing
    assert kept is not None
    assert kept.text == exact_text(kept.wording)
    assert kept.text_sha256 == text_sha256(kept.text)
    assert practice.ask(copy_of, person_id)["consent"][0]["text"] == kept.text


def test_only_the_patient_gives_and_takes_back(practice: Practice) -> None:
    person_id = add(practice)
    wording = consent_wording(ConsentKind.RECORD_KEEPING)
    for by in (Voice.PRACTITIONER, Voice.BOTH):
        with pytest.raises(RuleBroken):
            practice.do(acts.give, person_id, wording=wording, way=Way.SAID, by=by)
    with pytest.raises(RuleBroken):
        practice.do(acts.give, person_id, wording=wording, way=Way.ON_THE_TURNED_VIEW, by=Voice.PATIENT)
    with pytest.raises(Refused):
        practice.do(acts.give, "nobody", wording=wording, way=Way.SAID, by=Voice.PATIENT)
    with pytest.raises(Refused):
        practice.do(acts.take_back, "nothing", way=Way.SAID, by=Voice.PATIENT)


def test_the_same_words_are_not_given_twice(practice: Practice) -> None:
    person_id = add(practice)
    give(practice, person_id)
    with pytest.raises(RuleBroken):
        give(practice, person_id)


def test_none_is_bundled_with_the_promises(practice: Practice) -> None:
    person_id, _agreement, _version = offered(practice)
    assert all(each.standing is None for each in lines(practice, person_id).values())


@pytest.mark.parametrize("change", [
    {"kind": "other"}, {"version": 2}, {"id": "all_of_it"}, {"parts": []}, {"parts": [{"heading": "x"}]},
    {"parts": "x"}, {"title": ""}, {"title": "x" * 201}, {"yes": "two\nlines"}, {"edition": 0}, {"edition": True},
    {"language": 3}, {"take_back": "a  b"},
])  # fmt: skip
def test_words_that_are_not_as_they_should_be_are_not_taken(change: dict[str, object]) -> None:
    body = wording_body(consent_wording(ConsentKind.REMOTE_VISIT)) | change
    with pytest.raises(Refused):
        wording_from(body)
    for other in (None, [], "x", 3):
        with pytest.raises(Refused):
            wording_from(other)


@pytest.mark.parametrize("table", [table.name for table in store.TABLES])
def test_no_statement_alters_what_was_given_or_taken_back(practice: Practice, table: str) -> None:
    person_id = add(practice)
    practice.do(acts.take_back, give(practice, person_id), way=Way.SAID, by=Voice.PATIENT)
    before = practice.ask(copy_of, person_id)
    connection: Connection = practice.vault._connection
    for statement in (
        f"DELETE FROM {table}",
        f"UPDATE {table} SET way = 'paper'",
        f"UPDATE OR REPLACE {table} SET person_id = 'x'",
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ):
        with pytest.raises(Exception, match=r"kept|statement"):
            connection.execute(statement)
    assert practice.ask(copy_of, person_id) == before
    practice.erase_person(person_id)
    assert practice.db.rows(f"SELECT * FROM {table}") == []
