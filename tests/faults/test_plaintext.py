"""Nothing that people said stands in plain sight: not in the practice, not beside it, not in temporary files.

Forty invented words are planted in every kind of place that keeps words; then every byte that the program
left on the disk is read, while the practice is open, after a power cut, and closed.
"""

import base64
import io
import tempfile
from dataclasses import fields
from pathlib import Path

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
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Hand, Place, Voice
from healingpartner.people.acts import add_person, set_preferences
from healingpartner.people.answers import Answer
from healingpartner.people.model import Contact, ContactKind, Identifier, Link, LinkKind, Particulars
from healingpartner.people.practitioner.acts import introduce_self, set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.people.questions import QUESTIONS, Group
from healingpartner.people.views import record
from healingpartner.practice import Practice, open_practice
from healingpartner.vault.backup import back_up
from healingpartner.vault.drafts import Draft
from healingpartner.vault.files import attach
from healingpartner.vault.search import find


class Planted:
    """Deals words that stand nowhere else, and remembers them."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self) -> str:
        """One more."""
        self.words.append(f"quillzan{len(self.words):02d}brook")
        return self.words[-1]

    def forms(self) -> dict[bytes, str]:
        """Every word in the forms a disk could hold it."""
        found: dict[bytes, str] = {}
        for word in self.words:
            for form in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.upper().encode()):
                found[form] = word
            found[base64.b64encode(b"xx" + word.encode())[4:-4]] = word
        # What a drawn signature, an envelope and a ledger body look like, whoever's it is.
        for shape in (b'"strokes":', b'"printed_name":', b'"table":"person', b"SQLite format 3"):
            found[shape] = shape.decode()
        return found


def seen_on_disk(root: Path, planted: Planted) -> list[str]:
    """Where a planted word can be read, by file name."""
    found = []
    for path in root.rglob("*"):
        if not path.is_file():
            continue
        data = path.read_bytes()
        found += [f"{word} in {path.name}" for form, word in planted.forms().items() if form in data]
        found += [f"{word} names {path.name}" for word in planted.words if word in path.name]
    return found


def particulars(planted: Planted) -> Particulars:
    """A person with a planted word in every field."""
    return Particulars(
        legal_name=planted(),
        preferred_name=planted(),
        called=planted(),
        pronouns=planted(),
        address=planted(),
        language=planted(),
        contacts=(Contact(kind=ContactKind.EMAIL, value=f"{planted()}@example.org", note=planted()),),
        links=(
            Link(
                kind=LinkKind.EMERGENCY,
                name=planted(),
                relation=planted(),
                reach=planted(),
                basis="",
            ),
        ),
        identifiers=(Identifier(system=planted(), value=planted()),),
    )


def tell_of_the_practitioner(practice: Practice, planted: Planted) -> None:
    """The practitioner's own words."""
    given = {each.name: planted() for each in fields(Practitioner) if each.name != "email"}
    practice.do(set_practitioner, Practitioner(**given, email=f"{planted()}@example.org"), by=Voice.PRACTITIONER)
    meeting = next(question for question in QUESTIONS if question.group is Group.MEETING)
    practice.do(introduce_self, [Answer(question=meeting.key, words=planted())], by=Voice.PRACTITIONER)


def tell_of_a_person(practice: Practice, planted: Planted) -> str:
    """Every kind of act that keeps a person's words; the person's id."""
    person_id = practice.do(add_person, particulars(planted), by=Voice.PRACTITIONER)
    asked = [question for question in QUESTIONS if question.with_words and question.group is not Group.MEETING]
    practice.do(
        set_preferences,
        person_id,
        [Answer(question=question.key, words=planted()) for question in asked[:14]],
        by=Voice.PATIENT,
    )
    practice.keep_draft(
        Draft(
            subject_id=person_id,
            form="note",
            voice=Voice.PATIENT,
            began_from=1,
            body=planted(),
            saved_at=practice.vault.clock.now(),
        )
    )
    prepared = practice.files.prepare(io.BytesIO(planted().encode() * 9_000), person_id=person_id)
    practice.do(attach, prepared, name=planted(), media_type="text/plain", by=Voice.PRACTITIONER)
    sign_and_end(practice, person_id, planted)
    begun = release.begin_printing(
        practice, _Page(), release.Purpose(what=planted(), to_whom=planted(), why=planted(), person_id=person_id)
    )
    release.ended(practice, begun, release.Outcome.LEFT)
    with pytest.raises(RuleBroken) as told:
        practice.do(add_person, Particulars(legal_name=planted() * 2_000), by=Voice.PRACTITIONER)
    assert planted.words[-1] not in str(told.value)
    return person_id


def sign_and_end(practice: Practice, person_id: str, planted: Planted) -> None:
    """An agreement with names, own words and strokes in it, and words at its ending."""
    agreement_id = practice.do(offer, person_id, wording=starting_wording(), by=Voice.PRACTITIONER)
    practice.do(
        answer_commitment, agreement_id, "equals", Stance.REWORDED, patient=planted(),
        by=Voice.PATIENT, hand=Hand(typed_by=Voice.PRACTITIONER, place=Place.TURNED, through=planted()),
    )  # fmt: skip
    practice.do(accept_rewording, agreement_id, "equals", reason=planted(), by=Voice.PRACTITIONER)
    version_id = practice.do(offer_changed, agreement_id, by=Voice.PRACTITIONER)
    legal_name = practice.ask(record, person_id).particulars.legal_name
    patient_signs(practice, agreement_id, version_id, drawn(legal_name))
    practitioner_signs(practice, agreement_id, version_id, drawn(planted()))
    asked = EndingAsked(reason_words=planted(), patient_words=planted())
    practice.do(begin_ending, person_id, asked, by=Voice.PATIENT)
    letter = LetterWords(kind=LetterKind.RELEASE, to_whom=planted(), opening=planted(), helped=planted())
    practice.do(write_letter, person_id, letter, by=Voice.PRACTITIONER)


class _Page:
    pdf = b"%PDF-1.7"


def test_no_planted_word_can_be_read_from_the_disk(
    folder: Path,
    data_key: bytes,
    clock: SteppingClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    temporary, planted = tmp_path / "temporary", Planted()
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    practice = open_practice(folder, data_key=data_key, clock=clock)
    tell_of_the_practitioner(practice, planted)
    first_of_the_person = len(planted.words)
    tell_of_a_person(practice, planted)
    assert len(planted.words) >= 40
    assert find(practice.db, planted.words[first_of_the_person]), "from inside, the words are there"
    back_up(practice.vault, tmp_path / "copy.healing-backup")
    assert seen_on_disk(tmp_path, planted) == []
    practice.vault.settle_down()
    assert seen_on_disk(tmp_path, planted) == []
    cut_off(practice)
    assert seen_on_disk(tmp_path, planted) == []
    open_practice(folder, data_key=data_key, clock=clock).close()
    assert seen_on_disk(tmp_path, planted) == []
    said = capfd.readouterr()
    assert [word for word in planted.words if word in said.out + said.err] == []


def cut_off(practice: Practice) -> None:
    """As a power cut leaves it: no checkpoint, no anchor, only the operating system's lock let go."""
    practice.vault._connection.close()
    practice.vault._lock.release()


def test_what_was_erased_is_gone_from_inside_too(practice: Practice) -> None:
    planted = Planted()
    practice.erase_person(tell_of_a_person(practice, planted))
    tables = [str(row[0]) for row in practice.db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    held = "\n".join(str(tuple(row)) for table in tables for row in practice.db.rows(f"SELECT * FROM {table}"))
    assert [word for word in planted.words if word in held] == []
    assert [word for word in planted.words if find(practice.db, word)] == []
