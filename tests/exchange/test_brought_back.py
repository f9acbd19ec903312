"""A paper signed by hand comes back: its files are kept and bound, and nothing is kept of what does not fit."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from agreements.by_hand import (
    JPEG,
    PDF,
    PNG,
    SIGNED_ON,
    beside,
    brought_back,
    by_patient,
    by_practitioner,
    code_of,
    scan_at,
)
from agreements.signing import SEEN, drawn, offered, patient_signs, practitioner_signs, signed
from exchange.sealed import kept_copy
from healingpartner.agreements import store
from healingpartner.agreements.acts import think_about_it
from healingpartner.agreements.envelope import Envelope, Identity, Method, Role, envelope_body, envelope_from
from healingpartner.agreements.model import State
from healingpartner.agreements.negotiation import acts as negotiation
from healingpartner.agreements.negotiation.model import Stance
from healingpartner.agreements.on_paper.model import MOST_SCANS, SIZE_LIMIT, PaperSigner
from healingpartner.agreements.on_paper.views import copy_of, scans_of
from healingpartner.agreements.verify import verify
from healingpartner.agreements.views import agreement_of, everyone
from healingpartner.exchange import brought_back as bringing
from healingpartner.exchange.brought_back import kept_scan, scans_are_whole
from healingpartner.exchange.sealing import kept_bytes
from healingpartner.exchange.verify import Found, verify_file
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.voices import Place, Voice
from healingpartner.paper.read_back import words_on
from healingpartner.people.partnership import State as Partnership
from healingpartner.people.views import state_of
from healingpartner.practice import Practice
from healingpartner.vault.canonical import canonical
from healingpartner.vault.files import attachments


def envelopes(practice: Practice, agreement_id: str, version_id: str) -> tuple[Envelope, ...]:
    return store.envelopes_under(practice.db, agreement_id, version_id)


def nothing_was_kept(practice: Practice, agreement_id: str) -> bool:
    """No signature, no row, no file in the practice's folder."""
    stored = [path for path in practice.vault.place.files.glob("*/*") if path.is_file()]
    rows = store.signature_rows(practice.db, agreement_id)
    return not stored and not rows and not attachments(practice.db) and not scans_of(practice.db, agreement_id)


def test_both_sign_on_paper_and_are_partners(practice: Practice, tmp_path: Path) -> None:
    person_id, agreement_id, version_id = offered(practice)
    assert len(brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])) == 2
    found = practice.ask(agreement_of, person_id)
    assert found.state is State.SIGNED
    assert practice.ask(state_of, person_id) is Partnership.PARTNERS
    patient, own = envelopes(practice, agreement_id, version_id)
    assert patient.method is own.method is Method.PAPER
    assert patient.on_paper is not None
    assert patient.on_paper.signed_on == SIGNED_ON
    assert patient.on_paper.code == code_of(practice, version_id).replace(" ", "")
    assert own.identity is Identity.OWN_PRACTICE
    assert not patient.consent_on_screen
    assert not patient.paper_offered
    assert patient.intent


def test_the_envelope_names_each_file_by_its_hash_and_the_bytes_are_kept(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    files = [scan_at(tmp_path, name, content) for name, content in (("1.jpg", JPEG), ("2.png", PNG), ("three", PDF))]
    brought_back(practice, agreement_id, version_id, files)
    scans = practice.ask(scans_of, agreement_id)
    assert [kept_scan(practice, one) for one in scans] == [JPEG, PNG, PDF]
    assert [one.media_type for one in scans] == ["image/jpeg", "image/png", "application/pdf"]
    for envelope in envelopes(practice, agreement_id, version_id):
        assert envelope.on_paper is not None
        assert envelope.on_paper.scans == tuple(one.bound() for one in scans)
    assert scans_are_whole(practice, agreement_id)
    assert verify(practice.db, agreement_id).whole


def test_the_sealed_copy_says_that_it_was_paper_and_names_the_scan(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])
    pdf = kept_bytes(practice, kept_copy(practice, agreement_id))
    words = " ".join(words_on(pdf).split())
    (scan,) = practice.ask(scans_of, agreement_id)
    assert words.count("signed by hand on paper; dated") == 2
    assert " ".join(scan.sha256[at : at + 4] for at in range(0, 64, 4)) in words
    assert verify_file(pdf, practice=practice).found is Found.WHOLE
    assert verify_file(pdf).found is Found.SINCE_SEALING


def test_one_may_sign_on_paper_and_the_other_on_the_screen(practice: Practice, tmp_path: Path) -> None:
    person_id, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], by_patient())
    assert practice.ask(agreement_of, person_id).waits_for() == {Role.PRACTITIONER}
    practitioner_signs(practice, agreement_id, version_id)
    assert practice.ask(agreement_of, person_id).state is State.SIGNED
    assert verify(practice.db, agreement_id).whole


def test_who_signed_last_on_paper_completes_what_was_begun_on_the_screen(practice: Practice, tmp_path: Path) -> None:
    person_id, agreement_id, version_id = offered(practice)
    practitioner_signs(practice, agreement_id, version_id)
    brought_back(
        practice, agreement_id, version_id, [scan_at(tmp_path)],
        by_patient(), beside(Role.WITNESS, "Sara Novak"), beside(Role.INTERPRETER, "Lin Wei", language="Farsi"),
    )  # fmt: skip
    assert practice.ask(agreement_of, person_id).state is State.SIGNED
    assert verify(practice.db, agreement_id).whole


def test_a_guardian_signs_on_paper_and_says_why(practice: Practice, tmp_path: Path) -> None:
    person_id, agreement_id, version_id = offered(practice)
    guardian = beside(Role.REPRESENTATIVE, "Sara Rahimi", basis="her mother")
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], guardian, by_practitioner())
    assert practice.ask(agreement_of, person_id).state is State.SIGNED
    capacity = envelopes(practice, agreement_id, version_id)[0].capacity
    assert capacity is not None
    assert (capacity.of, capacity.basis) == ("Mira Rahimi", "her mother")


def test_a_mark_on_paper_waits_for_its_witness(practice: Practice, tmp_path: Path) -> None:
    person_id, agreement_id, version_id = offered(practice)
    marked = (by_patient(mark=True), by_practitioner())
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], *marked)
    found = practice.ask(agreement_of, person_id)
    assert found.state is State.OFFERED
    assert found.waits_for() == {Role.WITNESS}
    assert practice.ask(everyone)[0].waits_for_witness
    later = scan_at(tmp_path, "later.png", PNG)
    with pytest.raises(RuleBroken, match="signers"):
        brought_back(practice, agreement_id, version_id, [later], beside(Role.WITNESS, "Sara Novak"))


def test_a_mark_and_its_witness_on_one_paper_count(practice: Practice, tmp_path: Path) -> None:
    person_id, agreement_id, version_id = offered(practice)
    brought_back(
        practice, agreement_id, version_id, [scan_at(tmp_path)],
        by_patient(mark=True), beside(Role.WITNESS, "Sara Novak"), by_practitioner(),
    )  # fmt: skip
    assert practice.ask(agreement_of, person_id).state is State.SIGNED
    assert verify(practice.db, agreement_id).whole
    pdf = kept_bytes(practice, kept_copy(practice, agreement_id))
    assert "a mark made by hand on paper" in words_on(pdf)


def test_the_ledger_says_whose_act_it_was_and_that_it_came_from_paper(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])
    row = practice.db.row(
        "SELECT voice, hand FROM ledger WHERE act LIKE '%bring_back_paper%' ORDER BY seq DESC LIMIT 1"
    )
    assert row is not None
    assert row["voice"] == Voice.BOTH.value
    assert Place.PAPER.value in str(row["hand"])


def test_whoever_was_thinking_has_thought(practice: Practice, tmp_path: Path) -> None:
    person_id, agreement_id, version_id = offered(practice)
    for voice in (Voice.PATIENT, Voice.PRACTITIONER):
        practice.do(think_about_it, agreement_id, by=voice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])
    found = practice.ask(agreement_of, person_id)
    assert found.agreement is not None
    assert found.agreement.thinking_since is None
    assert found.practitioner_thinks is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"Dear diary, this is a text.\n" * 20, "no PDF, PNG or JPEG"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 50, "HEIC"),
        (b"PK\x03\x04" + b"\x00" * 50, "no PDF, PNG or JPEG"),
        (b"%PD", "no PDF, PNG or JPEG"),
    ],
)
def test_a_file_of_another_kind_is_named_calmly_and_nothing_is_kept(
    practice: Practice, tmp_path: Path, content: bytes, said: str
) -> None:
    _person, agreement_id, version_id = offered(practice)
    with pytest.raises(Refused) as told:
        brought_back(practice, agreement_id, version_id, [scan_at(tmp_path, "scan.pdf", content)])
    assert said in told.value.what
    assert told.value.where == "Nothing was taken in."
    assert nothing_was_kept(practice, agreement_id)


def test_two_hundred_megabytes_are_told_before_they_are_read(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    path = tmp_path / "huge.pdf"
    with path.open("wb") as out:
        out.write(PDF)
        out.truncate(200 * 1024 * 1024)  # a hole: nothing of it is on the disk
    with pytest.raises(Refused) as told:
        brought_back(practice, agreement_id, version_id, [path])
    assert "50 megabytes" in told.value.what
    assert nothing_was_kept(practice, agreement_id)


class Growing:
    """A file that is longer than it said, or goes away while it is read."""

    def __init__(self, *, then: Callable[[], bytes]) -> None:
        self.first, self.then = True, then

    def read(self, size: int) -> bytes:
        if self.first:
            self.first = False
            return PDF[:size]
        return self.then()


def test_a_file_that_grows_while_it_is_read_stops_at_the_limit() -> None:
    paper = bringing.BeingRead(Growing(then=lambda: b"x" * (SIZE_LIMIT // 4)))  # type: ignore[arg-type]
    with pytest.raises(Refused) as told:
        b"".join(iter(lambda: paper.read(64), b""))
    assert "megabytes" in told.value.what


def test_a_file_that_vanishes_while_it_is_read_leaves_nothing(
    practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _person, agreement_id, version_id = offered(practice)

    def gone() -> bytes:
        raise OSError(errno.EIO, "the stick was pulled out")

    monkeypatch.setattr(bringing, "BeingRead", lambda _stream: _Vanishing(gone))
    with pytest.raises(Refused) as told:
        brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])
    assert "could not be read to its end" in told.value.what
    assert nothing_was_kept(practice, agreement_id)


_REAL = bringing.BeingRead


class _Vanishing(_REAL):
    def __init__(self, gone: Callable[[], bytes]) -> None:
        super().__init__(Growing(then=gone))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_a_file_that_is_not_there_is_told(practice: Practice, tmp_path: Path, kind: str) -> None:
    _person, agreement_id, version_id = offered(practice)
    path = tmp_path / "nothing.pdf"
    if kind == "folder":
        path.mkdir()
    with pytest.raises(Refused):
        brought_back(practice, agreement_id, version_id, [path])
    assert nothing_was_kept(practice, agreement_id)


def test_a_full_disk_keeps_nothing_and_says_so(
    practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _person, agreement_id, version_id = offered(practice)
    real = os.fsync

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    scan = scan_at(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VaultProblem) as told:
        brought_back(practice, agreement_id, version_id, [scan])
    monkeypatch.setattr(os, "fsync", real)
    assert told.value.kind == "disk-full"
    assert nothing_was_kept(practice, agreement_id)


def test_when_the_second_file_does_not_fit_the_first_is_not_kept_either(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    files = [scan_at(tmp_path), scan_at(tmp_path, "two.pdf", b"no paper at all")]
    with pytest.raises(Refused):
        brought_back(practice, agreement_id, version_id, files)
    assert nothing_was_kept(practice, agreement_id)


@pytest.mark.parametrize(
    ("code", "said"), [("0000 0000", "other words"), ("ab", "first two groups"), ("zzzz zzzz", "first two groups")]
)
def test_a_paper_with_other_words_cannot_stand_for_these(
    practice: Practice, tmp_path: Path, code: str, said: str
) -> None:
    _person, agreement_id, version_id = offered(practice)
    with pytest.raises(RuleBroken) as told:
        brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], code=code)
    assert told.value.field == "code"
    assert said in told.value.sentence
    assert nothing_was_kept(practice, agreement_id)


def test_the_paper_from_before_a_change_is_told_by_its_number(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    before = code_of(practice, version_id)
    own = "I will say what I think."
    practice.do(negotiation.answer_commitment, agreement_id, "equals", Stance.REWORDED, patient=own, by=Voice.PATIENT)
    practice.do(negotiation.accept_rewording, agreement_id, "equals", by=Voice.PRACTITIONER)
    changed = practice.do(negotiation.offer_changed, agreement_id, by=Voice.PRACTITIONER)
    with pytest.raises(RuleBroken) as told:
        brought_back(practice, agreement_id, changed, [scan_at(tmp_path)], code=before)
    assert "This paper holds text 1, from before the change." in told.value.sentence
    brought_back(practice, agreement_id, changed, [scan_at(tmp_path)])
    assert verify(practice.db, agreement_id).whole


@pytest.mark.parametrize("typed", ["{0}{1}", "{0} {1}", " {0} - {1} ", "{0}-{1}", "{0} {1} {2}"])
def test_the_code_may_be_typed_in_any_way_that_says_it(practice: Practice, tmp_path: Path, typed: str) -> None:
    _person, agreement_id, version_id = offered(practice)
    version = store.version_with(practice.db, version_id)
    assert version is not None
    groups = [version.text_sha256[at : at + 4].upper() for at in range(0, 12, 4)]
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], code=typed.format(*groups))


def test_a_second_scan_over_the_first_leaves_the_first_as_it_is(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], by_patient())
    with pytest.raises(RuleBroken) as told:
        brought_back(practice, agreement_id, version_id, [scan_at(tmp_path, "b.png", PNG)], by_patient())
    assert "given already" in told.value.sentence
    with pytest.raises(RuleBroken) as told:
        brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], by_practitioner())
    assert told.value.field == "scans"
    assert [kept_scan(practice, one) for one in practice.ask(scans_of, agreement_id)] == [JPEG]
    assert len(attachments(practice.db)) == 1


@pytest.mark.parametrize(
    ("signers", "field"),
    [
        ((by_patient(""),), "patient.printed_name"),
        ((by_patient(signed_on=""),), "patient.signed_on"),
        ((by_patient(signed_on="2026-11"),), "patient.signed_on"),
        ((by_patient(signed_on="2031-01-01"),), "patient.signed_on"),
        ((by_patient(signed_on="1999-12-31"),), "patient.signed_on"),
        ((by_practitioner(signed_on="yesterday"),), "practitioner.signed_on"),
        ((PaperSigner(role=Role.PATIENT, printed_name="Mira", signed_on=SIGNED_ON),), "patient.identity"),
        ((beside(Role.REPRESENTATIVE, "Sara"),), "representative.basis"),
        ((beside(Role.REPRESENTATIVE, "Mira Rahimi", basis="her mother"),), "representative.printed_name"),
        ((by_patient(), beside(Role.INTERPRETER, "Lin Wei")), "interpreter.language"),
        ((by_patient(), beside(Role.WITNESS, "Mira Rahimi")), "witness.printed_name"),
        ((beside(Role.WITNESS, "Sara"),), "signers"),
        ((by_patient(), by_patient()), "signers"),
    ],
)
def test_what_is_missing_is_asked_beside_its_field(
    practice: Practice, tmp_path: Path, signers: tuple[PaperSigner, ...], field: str
) -> None:
    _person, agreement_id, version_id = offered(practice)
    with pytest.raises(RuleBroken) as told:
        brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], *signers)
    assert told.value.field == field
    assert nothing_was_kept(practice, agreement_id)


def test_no_file_and_too_many_files_are_told(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    for files in ([], [scan_at(tmp_path)] * (MOST_SCANS + 1)):
        with pytest.raises(RuleBroken, match="scans"):
            brought_back(practice, agreement_id, version_id, files)


def test_a_text_that_changed_meanwhile_takes_no_paper(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, _version = offered(practice)
    _other, _agreement, elsewhere = offered(practice, "Ivo")
    with pytest.raises(RuleBroken, match="version"):
        brought_back(practice, agreement_id, elsewhere, [scan_at(tmp_path)])


def test_a_signed_agreement_takes_no_paper(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = signed(practice)
    with pytest.raises(RuleBroken, match="state"):
        brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])


def test_a_scan_that_was_damaged_on_the_disk_is_found(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])
    (path,) = (each for each in practice.vault.place.files.glob("*/*") if each.is_file())
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert not scans_are_whole(practice, agreement_id)
    (scan,) = practice.ask(scans_of, agreement_id)
    with pytest.raises(VaultProblem):
        kept_scan(practice, scan)


def test_an_erasure_takes_scan_and_row(practice: Practice, tmp_path: Path) -> None:
    person_id, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])
    assert practice.ask(copy_of, person_id)["agreement_paper_scan"]
    practice.erase_person(person_id)
    assert not practice.ask(scans_of, agreement_id)
    assert not [path for path in practice.vault.place.files.glob("*/*") if path.is_file()]


def _anew(body: dict[str, object], **changes: object) -> dict[str, object]:
    return body | changes


def test_an_envelope_on_paper_is_read_as_it_was_written_and_nothing_else(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])
    envelope = envelopes(practice, agreement_id, version_id)[0]
    body = envelope_body(envelope)
    assert body["version"] == 3
    assert envelope_from(body) == envelope
    assert canonical(envelope_body(envelope_from(body))) == canonical(body)
    paper = body["on_paper"]
    assert isinstance(paper, dict)
    for spoiled in (
        _anew(body, version=1),
        _anew(body, version=2),
        _anew(body, version=4),
        _anew(body, method="strokes"),
        _anew(body, on_paper=None),
        _anew(body, on_paper=paper | {"scans": []}),
        _anew(body, on_paper=paper | {"more": 1}),
        _anew(body, on_paper={key: value for key, value in paper.items() if key != "code"}),
    ):
        with pytest.raises(ValueError, match="not an envelope"):
            envelope_from(spoiled)


def test_signatures_without_paper_are_written_as_before(practice: Practice) -> None:
    _person, agreement_id, version_id = offered(practice)
    patient_signs(practice, agreement_id, version_id, drawn())
    body = envelope_body(envelopes(practice, agreement_id, version_id)[0])
    assert body["version"] == 1
    assert "on_paper" not in body
    assert SEEN
