"""What can be asked: who waits for what, the whole copy, and words found by search."""

import pytest

from agreements.signing import add, offered, patient_signs, signed
from healingpartner.agreements.envelope import Role, envelope_body, envelope_from
from healingpartner.agreements.model import State
from healingpartner.agreements.views import agreement_of, copy_of, everyone, for_reading
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import merge
from healingpartner.practice import Practice
from healingpartner.vault.search import find


def test_everyone_stands_in_the_list_with_where_they_are(practice: Practice) -> None:
    add(practice, "Nobody Yet")
    signed(practice, "Whole Signed")
    _, agreement_id, version_id = offered(practice, "Half Signed")
    patient_signs(practice, agreement_id, version_id)
    lines = {line.name: line for line in practice.ask(everyone)}
    assert lines["Nobody Yet"].state is State.NOT_TALKED_ABOUT
    assert lines["Whole Signed"].state is State.SIGNED
    assert lines["Half Signed"].signed_by == {Role.PATIENT}


def test_a_merged_record_brings_its_agreement(practice: Practice) -> None:
    first, agreement_id, _ = signed(practice, "Mira Rahimi")
    second = add(practice, "Mira Rahimi-Lang")
    practice.do(merge, first, into_id=second, by=Voice.PRACTITIONER)
    found = practice.ask(agreement_of, second)
    assert found.agreement is not None
    assert found.agreement.id == agreement_id
    assert [line.state for line in practice.ask(everyone)] == [State.SIGNED]


def test_the_copy_of_a_person_holds_every_row_and_no_one_elses(practice: Practice) -> None:
    person_id, _, _ = signed(practice)
    signed(practice, "Someone Else")
    copy = practice.ask(copy_of, person_id)
    assert (len(copy.agreements), len(copy.versions), len(copy.signatures)) == (1, 1, 2)
    assert {row["person_id"] for row in (*copy.agreements, *copy.versions, *copy.signatures)} == {person_id}
    assert all(row["drawing"] for row in copy.signatures)


def test_the_words_of_an_agreement_are_found(practice: Practice) -> None:
    person_id, agreement_id, _ = offered(practice)
    hits = find(practice.db, "meet as equals", person_id=person_id)
    assert [(hit.room, hit.kind, hit.subject_id) for hit in hits] == [("agreements", "agreement", agreement_id)]


def test_reading_begins_with_an_agreement_that_is_here(practice: Practice) -> None:
    _, agreement_id, version_id = offered(practice)
    found = practice.ask(for_reading, agreement_id)
    assert found.version is not None
    assert found.version.id == version_id
    with pytest.raises(Refused):
        practice.ask(for_reading, "no-such-agreement")


def test_an_envelope_comes_back_as_it_went_in(practice: Practice) -> None:
    person_id, _, _ = signed(practice)
    for signature in practice.ask(agreement_of, person_id).signatures:
        assert envelope_from(envelope_body(signature.envelope)) == signature.envelope


@pytest.mark.parametrize("body", [None, [], {}, "x", {"kind": "healingpartner.signature", "version": 1}])
def test_what_is_no_envelope_is_not_read_as_one(body: object) -> None:
    with pytest.raises(ValueError, match="envelope"):
        envelope_from(body)
