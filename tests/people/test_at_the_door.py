"""Text is composed (NFC) at the door of every act, and no number with a point in it is ever stored."""

import io
import unicodedata

import pytest

from agreements.signing import drawn, patient_signs, practitioner_signs
from healingpartner.agreements.acts import offer
from healingpartner.agreements.endings.acts import begin_ending, write_letter
from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.agreements.endings.model import EndingAsked
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.negotiation.acts import accept_rewording, answer_commitment, offer_changed
from healingpartner.agreements.negotiation.model import Stance
from healingpartner.exchange import release
from healingpartner.foundation.voices import Hand, Place, Voice
from healingpartner.people.acts import add_person, link_people
from healingpartner.people.answers import Answer
from healingpartner.people.model import Contact, ContactKind, Identifier, Link, LinkKind, Particulars
from healingpartner.people.practitioner.acts import introduce_self, set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.people.questions import Group, of_group
from healingpartner.practice import Practice
from healingpartner.vault import proof, releases
from healingpartner.vault.files import attach
from healingpartner.vault.ledger import read_body
from healingpartner.vault.reading import as_mapping, raw

APART = unicodedata.normalize("NFD", "Zoë Ångström Ñandú Việt")
BY = Voice.PRACTITIONER
HELPED = Hand(typed_by=BY, place=Place.TURNED, through=APART)


class _Page:
    pdf = b"%PDF-1.7"


def say_everything_apart(practice: Practice) -> None:
    """Every act that takes words, with letters and marks typed apart."""
    own = Practitioner(
        name=APART, title=APART, called=APART, practice_name=APART, address=APART, phone=APART, licence=APART
    )
    practice.do(set_practitioner, own, by=BY)
    practice.do(introduce_self, [Answer(question=of_group(Group.MEETING)[0].key, words=APART)], by=BY)
    other = practice.do(add_person, Particulars(legal_name=APART), by=BY)
    given = Particulars(
        legal_name=APART, preferred_name=APART, called=APART, pronouns=APART, address=APART, language=APART,
        contacts=(Contact(kind=ContactKind.OTHER, value=APART, note=APART),),
        links=(Link(kind=LinkKind.REPRESENTATIVE, name=APART, relation=APART, reach=APART, basis=APART),),
        identifiers=(Identifier(system=APART, value=APART),),
    )  # fmt: skip
    person_id = practice.do(add_person, given, answers=[Answer(question="matters", words=APART)], by=BY)
    practice.do(link_people, person_id, other, kind=LinkKind.FAMILY, relation=APART, relation_back=APART, by=BY)
    agreement_id = practice.do(offer, person_id, wording=starting_wording(), by=BY)
    practice.do(
        answer_commitment, agreement_id, "equals", Stance.REWORDED, patient=APART, by=Voice.PATIENT, hand=HELPED
    )
    practice.do(accept_rewording, agreement_id, "equals", reason=APART, by=BY)
    version_id = practice.do(offer_changed, agreement_id, by=BY)
    patient_signs(practice, agreement_id, version_id, drawn(APART))
    practitioner_signs(practice, agreement_id, version_id, drawn(APART))
    practice.do(begin_ending, person_id, EndingAsked(reason_words=APART, patient_words=APART), by=Voice.PATIENT)
    practice.do(write_letter, person_id, LetterWords(kind=LetterKind.RELEASE, to_whom=APART, helped=APART), by=BY)
    prepared = practice.files.prepare(io.BytesIO(b"x"), person_id=person_id)
    practice.do(attach, prepared, name=APART, media_type="text/plain", by=BY)
    release.begin_printing(
        practice, _Page(), release.Purpose(what=APART, to_whom=APART, why=APART, person_id=person_id)
    )


def test_every_word_is_composed_before_it_is_kept(practice: Practice) -> None:
    say_everything_apart(practice)
    tables = (*proof.room_tables(practice.db), "found")
    rows = [as_mapping(row) for table in tables for row in practice.db.rows(f"SELECT * FROM {table}")]
    bodies = [read_body(raw(row[0])) for row in practice.db.rows("SELECT body FROM ledger_body")]
    rows += [dict(body.row or {}) | {"through": body.through} for body in bodies]
    # The folded columns are for finding alone, and take letters apart on purpose.
    apart = {name for row in rows for name, value in row.items() if name != "folded" and not _composed(value)}
    assert apart == set()
    assert {body.through for body in bodies} == {"", unicodedata.normalize("NFC", APART)}


def _composed(value: object) -> bool:
    return not isinstance(value, str) or unicodedata.is_normalized("NFC", value)


@pytest.mark.parametrize("value", [1.0, 0.5, float("nan"), float("inf"), True])
def test_no_number_with_a_point_and_no_yes_or_no_reaches_a_row(practice: Practice, value: object) -> None:
    def act(tx) -> None:
        released = releases.begin(
            tx, person_id=None, what="x", to_whom="", why="", way=releases.Way.SAVED, size=1, sha256=""
        )
        (row,) = tx.rows("SELECT * FROM released WHERE id = ?", released.id)
        tx.put(releases.RELEASED, {**as_mapping(row), "bytes": value}, person_id=None)

    with pytest.raises(TypeError):
        practice.do(act, by=BY)
    assert practice.db.value("SELECT count(*) FROM released") == 0
