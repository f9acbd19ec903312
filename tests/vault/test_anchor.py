"""What was last seen is kept outside, and a practice put back or led astray is noticed."""

from pathlib import Path

import pytest

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from healingpartner.vault import anchor, failed_unlocks
from healingpartner.vault.anchor import Verdict
from healingpartner.vault.ledger import FIRST_CHAIN, Head
from healingpartner.vault.transaction import Transaction


def remark(tx: Transaction) -> None:
    tx.say("remark", room="vault")


def go_on(practice: Practice, times: int = 1) -> Head:
    for _time in range(times):
        practice.do(remark, by=Voice.PRACTITIONER)
    return practice.vault.head()


def where(practice: Practice, app_home: Path) -> Path:
    return app_home / "anchors" / f"{practice.vault.header.vault_id}.json"


def judged(practice: Practice) -> Verdict:
    return anchor.judged(practice.vault.header.vault_id, practice.db)


def kind_of_comparing(practice: Practice) -> str:
    with pytest.raises(VaultProblem) as caught:
        anchor.compare(practice.vault.header.vault_id, practice.db)
    assert caught.value.then
    return caught.value.kind


def test_a_practice_never_seen_here_is_no_cause_for_worry(practice: Practice) -> None:
    assert judged(practice) is Verdict.NEVER_SEEN
    assert anchor.compare(practice.vault.header.vault_id, practice.db) is Verdict.NEVER_SEEN


def test_a_practice_that_went_on_since_is_fine(practice: Practice) -> None:
    assert anchor.note(practice.vault.header.vault_id, go_on(practice))
    assert judged(practice) is Verdict.FINE
    go_on(practice, 5)
    assert judged(practice) is Verdict.FINE


def test_a_practice_seen_before_its_first_line_is_fine(practice: Practice) -> None:
    anchor.note(practice.vault.header.vault_id, Head(seq=0, chain=FIRST_CHAIN.hex()))
    assert judged(practice) is Verdict.FINE


def test_an_older_one_and_another_history_are_told_apart(practice: Practice) -> None:
    head = go_on(practice)
    anchor.note(practice.vault.header.vault_id, Head(seq=head.seq + 1, chain=head.chain))
    assert kind_of_comparing(practice) == "older-than-seen"
    anchor.note(practice.vault.header.vault_id, Head(seq=head.seq, chain="ab" * 32))
    assert kind_of_comparing(practice) == "different-history"


def test_a_damaged_or_borrowed_note_counts_as_none_and_is_made_anew(practice: Practice, app_home: Path) -> None:
    vault_id = practice.vault.header.vault_id
    anchor.note(vault_id, go_on(practice))
    whole = where(practice, app_home).read_bytes()
    for wrong in (b"", b"{}", whole[:-5], whole.replace(vault_id.encode(), b"0" * 36), b"[" * 4000):
        where(practice, app_home).write_bytes(wrong)
        assert anchor.last_seen(vault_id) is None
        assert judged(practice) is Verdict.NEVER_SEEN
    assert anchor.note(vault_id, practice.vault.head())
    assert judged(practice) is Verdict.FINE


def test_it_counts_how_often_it_was_noted(practice: Practice) -> None:
    for times in (1, 2, 3):
        anchor.note(practice.vault.header.vault_id, practice.vault.head())
        seen = anchor.last_seen(practice.vault.header.vault_id)
        assert seen is not None
        assert seen.noted == times


def test_a_folder_that_takes_no_note_is_said_and_stops_nothing(practice: Practice, app_home: Path) -> None:
    app_home.mkdir(exist_ok=True)
    (app_home / "anchors").write_bytes(b"a file where a folder should be")
    assert not anchor.note(practice.vault.header.vault_id, practice.vault.head())
    (app_home / "anchors").unlink()


def test_a_program_folder_that_cannot_be_made_stops_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("in the way")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "a file" / "home"))
    assert not anchor.note("01890a5d-ac96-774b-bcce-b302099a8057", Head(seq=1, chain="00" * 32))
    assert not failed_unlocks.note("01890a5d-ac96-774b-bcce-b302099a8057", Instant(utc_us=0, offset_min=0, zone="UTC"))
