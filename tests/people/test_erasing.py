"""Erasing a person: all of theirs goes, in one transaction, and all else stays whole."""

import io

import pytest

from healingpartner.foundation.voices import Voice
from healingpartner.people import acts, views
from healingpartner.people.model import LinkKind, Particulars
from healingpartner.vault import migrations, proof
from healingpartner.vault.drafts import Draft
from healingpartner.vault.files import attach


def do(practice, act, *args, **kwargs):
    return practice.do(act, *args, by=Voice.PRACTITIONER, **kwargs)


@pytest.fixture
def mira(practice):
    return do(practice, acts.add_person, Particulars(legal_name="Mira Rahimi"))


def test_a_record_joined_to_an_erased_one_goes_with_it_and_is_not_left_unseen(practice, mira):
    other = do(practice, acts.add_person, Particulars(legal_name="Myra Rahimi"))
    third = do(practice, acts.add_person, Particulars(legal_name="Miriam"))
    do(practice, acts.merge, third, into_id=other)
    do(practice, acts.merge, other, into_id=mira)
    practice.erase_person(mira)
    assert practice.db.value("SELECT count(*) FROM person") == 0
    assert practice.db.value("SELECT count(*) FROM erasure") == 3
    assert [step.found for step in practice.vault.chain_steps() if step.found] == []


def test_an_erasure_leaves_no_draft_word_key_or_body_and_the_rest_is_whole(practice, mira):
    sara = do(practice, acts.add_person, Particulars(legal_name="Sara"))
    do(practice, acts.link_people, sara, mira, kind=LinkKind.FAMILY, relation="sister")
    moment = practice.vault.clock.now()
    for subject in (mira, sara):
        practice.keep_draft(
            Draft(subject_id=subject, form="person", voice=Voice.PATIENT, began_from=1, body="{}", saved_at=moment)
        )
        practice.do(
            attach,
            practice.files.prepare(io.BytesIO(b"a scan"), person_id=subject),
            name="scan",
            media_type="text/plain",
            by=Voice.PRACTITIONER,
        )
    practice.erase_person(mira)
    assert [draft.subject_id for draft in practice.drafts()] == [sara]
    assert [row[0] for row in practice.db.rows("SELECT person_id FROM file_key")] == [sara]
    assert len(list(practice.vault.place.files.glob("*/*"))) == 1
    held = "SELECT count(*) FROM ledger JOIN ledger_body USING (seq) WHERE person_id = ?"
    assert practice.db.value(held, mira) == 0
    assert practice.db.value("SELECT count(*) FROM found WHERE person_id = ?", mira) == 0
    schema = migrations.newest()
    assert [step.found for step in proof.present(practice.db, schema=schema) if step.found] == []
    assert proof.unexplained_gaps(practice.db) == ()
    rebuilt = proof.rebuilt(practice.db, schema=schema)
    for table in proof.room_tables(practice.db):
        assert {row[0] for row in practice.db.rows(f"SELECT id FROM {table}")} == set(rebuilt[table]), table


def test_an_erasure_that_is_cut_short_erases_nothing(practice, mira, monkeypatch):
    def cut(_tx, _person_id):
        raise OSError

    monkeypatch.setattr("healingpartner.vault.transaction.Transaction.forget_person", cut)
    with pytest.raises(OSError):
        practice.erase_person(mira)
    assert practice.ask(views.record, mira).particulars.legal_name
    assert practice.db.value("SELECT count(*) FROM erasure") == 0
