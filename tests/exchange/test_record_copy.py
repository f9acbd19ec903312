"""The copy of a record: everything the rooms say they keep, in words a person can read, and nothing of anybody else."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from agreements.by_hand import brought_back, by_patient, scan_at
from agreements.signing import add, offered, signed
from healingpartner.agreements.acts import think_about_it
from healingpartner.agreements.consents import acts as consents
from healingpartner.agreements.consents.library import consent_wording
from healingpartner.agreements.consents.model import ConsentKind, Way
from healingpartner.agreements.endings import acts as endings
from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.agreements.endings.model import EndingAsked, StepKind
from healingpartner.agreements.negotiation import acts as negotiation
from healingpartner.agreements.negotiation.model import Stance
from healingpartner.agreements.renewals import acts as renewals
from healingpartner.agreements.renewals.model import Choice, RenewalAnswer
from healingpartner.exchange.record_copy import record_copy, room_of_rows
from healingpartner.exchange.record_rows import Told
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.printed import Letterhead, Paper, PaperSize
from healingpartner.paper.read_back import words_on
from healingpartner.paper.record_copy import RecordCopy, record_paper
from healingpartner.people.acts import add_person, merge
from healingpartner.people.answers import Answer
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice
from healingpartner.vault.reading import Reader, Value
from paper.reading import tags

GB, ES = Words("en_GB"), Words("es")


def lived(practice: Practice) -> str:
    """A person with something in every table of agreements."""
    person_id, agreement_id, _version = signed(practice)
    review = practice.do(renewals.begin_review, agreement_id, by=Voice.BOTH)
    changes = RenewalAnswer(
        commitment_id="equals", voice=Voice.PATIENT, choice=Choice.CHANGE, words="Let us write that anew."
    )
    practice.do(renewals.answer, review, [changes], by=Voice.PATIENT)
    given = practice.do(
        consents.give, person_id, wording=consent_wording(ConsentKind.REMOTE_VISIT), way=Way.SAID, by=Voice.PATIENT
    )
    practice.do(consents.take_back, given, way=Way.SAID, by=Voice.PATIENT)
    steps = [(StepKind.OTHER, "Call the pharmacy")]
    asked = EndingAsked(patient_words="I am moving to the coast.")
    practice.do(endings.begin_ending, person_id, asked, steps=steps, by=Voice.PATIENT)
    practice.do(endings.resume, person_id, patient_words="I am back from the coast.", by=Voice.PATIENT)
    letter = LetterWords(kind=LetterKind.REFERRAL, to_whom="Dr. Invented", strengths="She laughs easily.")
    practice.do(endings.write_letter, person_id, letter, by=Voice.PRACTITIONER)
    return person_id


def copied(practice: Practice, person_id: str, words: Words = GB) -> RecordCopy:
    return record_copy(practice.db, person_id, words, made=practice.vault.clock.now())


def on_paper(copy: RecordCopy, words: Words = GB, paper: Paper | None = None) -> bytes:
    return record_paper(copy, letterhead=Letterhead(practice="Elm Street"), words=words, paper=paper or Paper()).pdf


def test_what_both_said_and_signed_stands_in_it(practice: Practice) -> None:
    words = " ".join(words_on(on_paper(copied(practice, lived(practice)))).split())
    for said in (
        "Copy of your record", "What you told us", "What we agreed", "Mira Rahimi", "We meet as equals",
        "Let us write that anew.", "I am moving to the coast.", "I am back from the coast.", "Call the pharmacy",
        "Dr. Invented", "She laughs easily.", "Signed by both", "said aloud and written down", "Taken back",
        "How it was known who signs: Known to me in person",
    ):  # fmt: skip
        assert said in words, said


def test_no_mark_of_the_house_stands_in_it(practice: Practice) -> None:
    person_id = lived(practice)
    words = words_on(on_paper(copied(practice, person_id)))
    for mark in (person_id, "sha256", "_us", "_zone", '{"', "media_type", "commitment_id", "None"):
        assert mark not in words


def test_every_table_of_agreements_has_words_of_its_own(practice: Practice, tmp_path: Path) -> None:
    lived(practice)
    person_id, agreement_id, version_id = offered(practice, "Paula Paper")
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], by_patient("Paula Paper"))
    practice.do(think_about_it, agreement_id, ask_again_on="2027-01", by=Voice.PRACTITIONER)
    practice.do(
        negotiation.answer_commitment, agreement_id, "equals", Stance.NOT_YET, helps="More time.", by=Voice.PATIENT
    )
    for one in (person_id, lived_person(practice)):
        for chapter in copied(practice, one).chapters:
            for section in chapter.sections:
                assert "_" not in section.title
                assert not section.title.lower().startswith(("agreement ", "renewal ", "hand on"))
    words = " ".join(words_on(on_paper(copied(practice, person_id))).split())
    for said in (
        "By hand on paper, dated",
        "Scan of the signed paper",
        "More time.",
        "The practitioner's time to think",
    ):
        assert said in words


def lived_person(practice: Practice) -> str:
    row = practice.db.row("SELECT person_id FROM agreement ORDER BY n LIMIT 1")
    assert row is not None
    return str(row["person_id"])


def test_it_holds_nothing_of_anybody_else(practice: Practice) -> None:
    person_id = lived(practice)
    other = practice.do(
        add_person, Particulars(legal_name="Quirin Elsewhere"), answers=[Answer(question="matters", words="My boat")],
        by=Voice.PRACTITIONER,
    )  # fmt: skip
    words = words_on(on_paper(copied(practice, person_id)))
    assert "Quirin" not in words
    assert "My boat" not in words
    assert "My boat" in words_on(on_paper(copied(practice, other)))


def test_a_record_joined_to_it_comes_along(practice: Practice) -> None:
    person_id, twin = add(practice), lived(practice)
    practice.do(merge, twin, into_id=person_id, by=Voice.PRACTITIONER)
    assert "I am back from the coast." in words_on(on_paper(copied(practice, person_id)))


def test_an_empty_room_is_named_so_that_nothing_seems_left_out(practice: Practice) -> None:
    assert "Nothing is kept under: What we agreed" in words_on(on_paper(copied(practice, add(practice))))


def test_a_person_who_is_gone_is_told(practice: Practice) -> None:
    with pytest.raises(Refused):
        copied(practice, "nobody")


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("large", [False, True])
def test_it_is_tagged_on_any_sheet(practice: Practice, size: PaperSize, large: bool) -> None:
    copy = copied(practice, lived(practice))
    found = tags(on_paper(copy, paper=Paper(size=size, large=large)))
    assert sum("H1" in line for line in found) == 1
    assert sum("H2" in line for line in found) == sum(bool(chapter.sections) for chapter in copy.chapters)
    assert any("H3" in line for line in found)


def test_a_new_room_is_one_line(practice: Practice) -> None:
    def rows(_db: Reader, _person_id: str) -> Mapping[str, tuple[Mapping[str, Value], ...]]:
        first: Mapping[str, Value] = {
            "id": "x", "n": 1, "planted_on": "2027-03", "state": "ripe", "patient_words": "Pears!", "note": "",
            "body": '{"kind_of_body": 1, "soil": "sand", "id": "y"}', "made_us": 0, "made_offset": 0,
            "made_zone": "UTC",
        }  # fmt: skip
        return {"garden_tree": (first, first | {"state": "unheard"}), "empty": ()}

    told = {"garden_tree": Told(title="Tree", labels={"planted_on": "Planted"}, values={"state": {"ripe": "Ready"}})}
    room = room_of_rows("Garden", rows, told)
    sections = tuple(room.sections(practice.db, "anybody", GB))
    assert [one.title for one in sections] == ["Tree 1", "Tree 2"]
    said = {entry.label: entry for entry in sections[0].entries}
    assert said["Planted"].words == "March 2027"
    assert said["State"].words == "Ready"
    assert said["Soil"].words == "sand"
    assert said["Patient words"].voice is Voice.PATIENT
    assert "1970" in said["Made"].words
    assert {entry.words for entry in sections[1].entries} >= {"unheard"}


@pytest.mark.parametrize("body", ["{", "[1, 2", '{"a": null}', "[]", "{}", "[[[]]]", '"words"', "-"])
def test_a_column_that_only_looks_like_more_is_shown_as_it_lies(practice: Practice, body: str) -> None:
    room = room_of_rows("Room", lambda _db, _id: {"thing": ({"id": "1", "n": 1, "body": body},)})
    (section,) = room.sections(practice.db, "anybody", GB)
    assert [entry.words for entry in section.entries] == [body]
