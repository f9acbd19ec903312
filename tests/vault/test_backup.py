"""The backup drill: made, checked, carried to a computer that knows nothing, restored by the paper code."""

import io
import json
import multiprocessing
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import Refused, VaultProblem
from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice, open_practice
from healingpartner.vault import backup, files
from healingpartner.vault.backup import Watch
from healingpartner.vault.backup_copy import Wanted, copy_all
from healingpartner.vault.canonical import canonical

WORDS = b"a scanned letter " * 9000


def filled(practice: Practice) -> Practice:
    for person_id in ("person-1", "person-2"):
        prepared = practice.files.prepare(io.BytesIO(WORDS + person_id.encode()), person_id=person_id)
        practice.do(files.attach, prepared, name="Scan", media_type="image/png", by=Voice.PRACTITIONER)
    return practice


@pytest.fixture
def made(practice: Practice, tmp_path: Path) -> Path:
    """A backup of a practice with two files."""
    return backup.back_up(filled(practice).vault, tmp_path / "one.healing-backup").file


def kind_of_restoring(file: Path, folder: Path, data_key: bytes) -> str:
    before = sorted(folder.parent.iterdir())
    with pytest.raises(VaultProblem) as caught:
        backup.restore(file, folder, data_key=data_key)
    assert caught.value.what
    assert caught.value.then
    assert sorted(folder.parent.iterdir()) == before
    return caught.value.kind


def test_a_backup_comes_back_on_a_clean_computer_by_the_paper_code(
    practice: Practice,
    template: tuple[Path, bytes, str],
    tmp_path: Path,
    clock: SteppingClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    filled(practice)
    was = {row["id"]: tuple(row[name] for name in row.keys()) for row in practice.db.rows("SELECT * FROM attachment")}  # noqa: SIM118
    (tmp_path / "stick").mkdir()
    made = backup.back_up(practice.vault, tmp_path / "stick")
    assert made.files == 2
    assert made.missing == ()
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "another-home"))
    restored = backup.restore(made.file, tmp_path / "far" / "Elm Street.healing", recovery_code=template[2])
    assert restored.head == made.head
    assert restored.rows == made.rows
    again = open_practice(restored.folder, recovery_code=template[2], clock=clock)
    now = {row["id"]: tuple(row[name] for name in row.keys()) for row in again.db.rows("SELECT * FROM attachment")}  # noqa: SIM118
    assert now == was
    assert [b"".join(again.files.read(each))[-1:] for each in files.attachments(again.db)] == [b"1", b"2"]
    again.close()


def test_it_takes_a_name_that_sorts_by_time_and_never_overwrites(practice: Practice, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    made = backup.back_up(practice.vault, tmp_path / "stick")
    assert made.file.name.startswith("Elm Street 2026-11-22 ")
    with pytest.raises(Refused):
        backup.back_up(practice.vault, made.file)


def test_it_does_not_go_into_the_practice_itself(practice: Practice) -> None:
    for inside in (practice.vault.place.folder, practice.vault.place.folder / "one.healing-backup"):
        with pytest.raises(Refused):
            backup.back_up(practice.vault, inside)


def test_a_folder_that_is_not_there_is_named(practice: Practice, tmp_path: Path) -> None:
    with pytest.raises(VaultProblem) as caught:
        backup.back_up(practice.vault, tmp_path / "unplugged" / "one.healing-backup")
    assert caught.value.kind == "folder-missing"


def test_the_practice_is_unchanged_and_goes_on_after_a_backup(practice: Practice, tmp_path: Path) -> None:
    head = filled(practice).vault.head()
    backup.back_up(practice.vault, tmp_path / "one.healing-backup")
    assert practice.vault.head() == head
    filled(practice)
    assert len(files.attachments(practice.db)) == 4


def test_half_made_copies_of_an_earlier_crash_are_swept_after_a_day(
    practice: Practice, tmp_path: Path, clock: SteppingClock
) -> None:
    stick = tmp_path / "stick"
    (stick / "b.healing-backup.01.part").mkdir(parents=True)
    for name in ("a.healing-backup.01.part", "young.healing-backup.01.part", "letter.part", "old.healing-backup"):
        (stick / name).write_bytes(b"x")
    now_s = clock.now().utc_us // 1_000_000
    for path in stick.iterdir():
        os.utime(path, (now_s, now_s) if path.name.startswith("young") else (now_s - 100_000, now_s - 100_000))
    made = backup.back_up(practice.vault, stick)
    assert {path.name for path in stick.iterdir()} == {
        "young.healing-backup.01.part",
        "letter.part",
        "old.healing-backup",
        made.file.name,
    }


def test_a_child_whose_program_died_takes_its_copy_away(practice: Practice, tmp_path: Path) -> None:
    answers, sending = multiprocessing.get_context("spawn").Pipe(duplex=False)
    answers.close()
    wanted = Wanted(name="keys.json", source=str(practice.vault.place.keys), may_be_missing=False)
    copying = multiprocessing.get_context("spawn").Process(
        target=copy_all, args=(str(tmp_path / "half.part"), (wanted,), sending)
    )
    copying.start()
    sending.close()
    copying.join()
    assert copying.exitcode == 0
    assert not (tmp_path / "half.part").exists()


def test_a_practice_being_read_is_said_to_be_busy(practice: Practice, tmp_path: Path) -> None:
    filled(practice)
    with practice.vault.long_reading() as db:
        reading = db.each("SELECT seq FROM ledger", at_once=1)
        next(reading)
        filled(practice)
        with pytest.raises(VaultProblem) as caught:
            backup.back_up(practice.vault, tmp_path / "one")
        assert caught.value.kind == "busy"
        list(reading)
    assert not (tmp_path / "one").exists()
    backup.back_up(practice.vault, tmp_path / "one")


def test_progress_grows_to_the_whole(practice: Practice, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    backup.back_up(filled(practice).vault, tmp_path / "one", watch=Watch(progress=lambda *each: told.append(each)))
    assert [done for done, _whole in told] == sorted(done for done, _whole in told)
    assert told[-1][0] <= told[-1][1]


@pytest.mark.parametrize("after", [0, 1, 4])
def test_a_stopped_backup_leaves_nothing(practice: Practice, tmp_path: Path, after: int) -> None:
    asked: list[int] = []

    def enough() -> bool:
        asked.append(1)
        return len(asked) > after

    (tmp_path / "stick").mkdir()
    with pytest.raises(VaultProblem) as caught:
        backup.back_up(filled(practice).vault, tmp_path / "stick", watch=Watch(cancelled=enough))
    assert caught.value.kind == "backup-cancelled"
    assert list((tmp_path / "stick").iterdir()) == []
    filled(practice)


def test_a_file_that_is_missing_is_named_and_the_rest_is_kept(practice: Practice, tmp_path: Path) -> None:
    first = files.attachments(filled(practice).db)[0]
    (practice.vault.place.files / files.path_in_files(first.stored_as)).unlink()
    made = backup.back_up(practice.vault, tmp_path / "one")
    assert made.missing == (f"files/{files.path_in_files(first.stored_as)}",)
    assert made.files == 1


def test_a_practice_that_does_not_hold_together_is_not_passed_off_as_a_backup(
    practice: Practice, tmp_path: Path
) -> None:
    first = files.attachments(filled(practice).db)[0]
    path = practice.vault.place.files / files.path_in_files(first.stored_as)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(VaultProblem) as caught:
        backup.back_up(practice.vault, tmp_path / "one")
    assert caught.value.kind == "backup-not-sound"
    assert not (tmp_path / "one").exists()


def test_nothing_readable_stands_in_a_backup(made: Path) -> None:
    data = made.read_bytes()
    assert b"scanned letter" not in data
    assert b"person-1" not in data
    assert b"SQLite format" not in data
    with zipfile.ZipFile(made) as opened:
        assert set(json.loads(opened.read("manifest.json"))) == {"kind", "version", "nonce", "content"}
    if os.name != "nt":
        assert made.stat().st_mode & 0o777 == 0o600


def test_a_wrong_key_opens_no_backup(made: Path, tmp_path: Path) -> None:
    with pytest.raises(VaultProblem) as caught:
        backup.restore(made, tmp_path / "New.healing", passphrase="not the passphrase at all")
    assert caught.value.kind == "wrong-passphrase"
    assert not (tmp_path / "New.healing").exists()


def test_a_folder_with_something_in_it_is_never_restored_into(made: Path, folder: Path, data_key: bytes) -> None:
    with pytest.raises(Refused):
        backup.restore(made, folder, data_key=data_key)


def test_an_empty_folder_may_be_restored_into(made: Path, tmp_path: Path, data_key: bytes) -> None:
    (tmp_path / "Empty.healing").mkdir()
    assert backup.restore(made, tmp_path / "Empty.healing", data_key=data_key).files == 2


def test_a_missing_and_an_empty_file_are_told_apart(tmp_path: Path, data_key: bytes) -> None:
    (tmp_path / "empty").write_bytes(b"")
    assert kind_of_restoring(tmp_path / "gone", tmp_path / "New.healing", data_key) == "backup-missing"
    assert kind_of_restoring(tmp_path, tmp_path / "New.healing", data_key) == "backup-missing"
    assert kind_of_restoring(tmp_path / "empty", tmp_path / "New.healing", data_key) == "backup-damaged"


def rewritten(made: Path, change: dict[str, bytes | None], names: dict[str, str] | None = None) -> Path:
    """The container with entries replaced, dropped or renamed, closed with a right checksum as an attacker would."""
    from healingpartner.vault.backup_container import _COMMENT_START, _digest_before_comment

    other = made.with_name("altered")
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(other, "w", zipfile.ZIP_STORED) as target:
        for info in source.infolist():
            data = change.get(info.filename, source.read(info.filename))
            if data is not None:
                target.writestr((names or {}).get(info.filename, info.filename), data)
        for added in change.keys() - set(source.namelist()):
            target.writestr(added, change[added] or b"")
        target.comment = _COMMENT_START + b"0" * 64
    data = other.read_bytes()[:-64] + _digest_before_comment(other).encode()
    other.write_bytes(data)
    return other


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "files/../../evil",
        "/etc/evil",
        "C:\\evil",
        "files/ab/..",
        "files/ab/CON.txt",
        "files/00/" + "0" * 31 + "\u202e",
        "files/00/11" + "0" * 30,
        "practice.db-wal",
        "other.txt",
    ],
)
def test_a_name_that_is_not_ours_is_refused(made: Path, tmp_path: Path, data_key: bytes, name: str) -> None:
    other = rewritten(made, {name: b"x"})
    assert kind_of_restoring(other, tmp_path / "New.healing", data_key) == "backup-damaged"


def test_an_entry_changed_dropped_or_exchanged_is_noticed(made: Path, tmp_path: Path, data_key: bytes) -> None:
    with zipfile.ZipFile(made) as source:
        first, second = (name for name in source.namelist() if name.startswith("files/"))
        contents = {name: source.read(name) for name in source.namelist()}
    into = tmp_path / "New.healing"
    assert kind_of_restoring(rewritten(made, {first: None}), into, data_key) == "backup-altered"
    assert kind_of_restoring(rewritten(made, {first: contents[second]}), into, data_key) == "backup-damaged"
    assert kind_of_restoring(rewritten(made, {"manifest.json": b"{}"}), into, data_key) == "backup-damaged"
    assert kind_of_restoring(rewritten(made, {"manifest.json": None}), into, data_key) == "backup-damaged"
    changed = canonical(json.loads(contents["manifest.json"]) | {"nonce": "00" * 12})
    assert kind_of_restoring(rewritten(made, {"manifest.json": changed}), into, data_key) == "backup-altered"


def test_a_compressed_entry_is_never_opened(tmp_path: Path, made: Path, data_key: bytes) -> None:
    from healingpartner.vault.backup_container import _COMMENT_START, _digest_before_comment

    bomb = tmp_path / "bomb"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("keys.json", b"0" * 50_000_000)
        target.comment = _COMMENT_START + b"0" * 64
    bomb.write_bytes(bomb.read_bytes()[:-64] + _digest_before_comment(bomb).encode())
    assert kind_of_restoring(bomb, tmp_path / "New.healing", data_key) == "backup-damaged"


def test_another_practices_keys_do_not_make_a_backup_of_this_one(made: Path, tmp_path: Path, data_key: bytes) -> None:
    from healingpartner.vault import header
    from vault.key_material import DATA_KEY, small_header

    other = rewritten(made, {"keys.json": header.to_bytes(small_header())})
    assert kind_of_restoring(other, tmp_path / "New.healing", DATA_KEY) == "backup-altered"
    assert kind_of_restoring(other, tmp_path / "New.healing", data_key) == "header-altered"


def test_any_practice_left_as_a_folder_copy_still_opens(
    made: Path, tmp_path: Path, data_key: bytes, clock: SteppingClock
) -> None:
    restored = backup.restore(made, tmp_path / "New.healing", data_key=data_key)
    shutil.move(restored.folder, tmp_path / "Moved.healing")
    open_practice(tmp_path / "Moved.healing", data_key=data_key, clock=clock, older_is_wanted=True).close()
