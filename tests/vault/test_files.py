"""The files door on a real practice: kept, read, verified, swept, and gone for ever after an erasure."""

import io
import os
from datetime import timedelta
from pathlib import Path

import pytest

from healingpartner.foundation.clock import MICROSECONDS, SteppingClock
from healingpartner.foundation.errors import RuleBroken, VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from healingpartner.vault import files
from healingpartner.vault.files import Attachment
from healingpartner.vault.place import too_open

WORDS = b"%PDF-1.7 a letter about somebody " * 5000


def kept(practice: Practice, content: bytes = WORDS, person_id: str = "person-1") -> Attachment:
    prepared = practice.files.prepare(io.BytesIO(content), person_id=person_id)
    return practice.do(files.attach, prepared, name="Letter.pdf", media_type="application/pdf", by=Voice.PRACTITIONER)


def stored(practice: Practice, attachment: Attachment) -> Path:
    return practice.vault.place.files / files.path_in_files(attachment.stored_as)


def kind_of_reading(practice: Practice, attachment: Attachment) -> str:
    with pytest.raises(VaultProblem) as caught:
        b"".join(practice.files.read(attachment))
    assert caught.value.what
    assert caught.value.then
    return caught.value.kind


def test_what_is_kept_is_read_back(practice: Practice) -> None:
    attachment = kept(practice)
    assert b"".join(practice.files.read(attachment)) == WORDS
    assert attachment.size == len(WORDS)
    assert files.find_attachment(practice.db, attachment.id) == attachment
    assert files.attachments(practice.db, "person-1") == (attachment,)
    assert files.attachments(practice.db, "person-2") == ()


def test_an_empty_file_is_a_file(practice: Practice) -> None:
    assert b"".join(practice.files.read(kept(practice, b""))) == b""


def test_the_practice_itself_can_keep_a_file(practice: Practice) -> None:
    assert b"".join(practice.files.read(kept(practice, person_id=""))) == WORDS


def test_nothing_readable_lies_on_the_disk(practice: Practice) -> None:
    attachment = kept(practice)
    path = stored(practice, attachment)
    assert b"letter about" not in path.read_bytes()
    assert "Letter" not in str(path)
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_each_person_has_one_key_of_their_own(practice: Practice) -> None:
    for person_id in ("person-1", "person-2", "person-1"):
        kept(practice, b"x", person_id)
    rows = practice.db.rows("SELECT person_id, wrapped FROM file_key ORDER BY n")
    assert [row["person_id"] for row in rows] == ["person-1", "person-2"]
    assert rows[0]["wrapped"] != rows[1]["wrapped"]


def test_a_file_prepared_in_an_act_that_fails_leaves_only_an_orphan(practice: Practice) -> None:
    prepared = practice.files.prepare(io.BytesIO(WORDS), person_id="person-1")

    def attach_then_stumble(tx, _prepared):  # type: ignore[no-untyped-def]
        files.attach(tx, prepared, name="x", media_type="text/plain")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        practice.do(attach_then_stumble, prepared, by=Voice.PRACTITIONER)
    assert files.attachments(practice.db) == ()
    assert (practice.vault.place.files / files.path_in_files(prepared.stored_as)).exists()


def test_orphans_are_swept_after_a_day_and_known_files_never(practice: Practice, clock: SteppingClock) -> None:
    known = kept(practice)
    young = practice.files.prepare(io.BytesIO(b"young"))
    old = practice.files.prepare(io.BytesIO(b"old"))
    now_s = clock.now().utc_us / MICROSECONDS
    long_ago = now_s - timedelta(hours=25).total_seconds()
    for name, seen in ((known.stored_as, long_ago), (young.stored_as, now_s), (old.stored_as, long_ago)):
        os.utime(practice.vault.place.files / files.path_in_files(name), (seen, seen))
    assert practice.files.sweep() == 1
    left = {path.name for path in practice.vault.place.files.glob("*/*")}
    assert left == {known.stored_as, young.stored_as}


def test_a_missing_and_a_damaged_file_are_each_named(practice: Practice) -> None:
    gone, cut, lent = kept(practice), kept(practice), kept(practice)
    stored(practice, lent).write_bytes(stored(practice, cut).read_bytes())
    stored(practice, gone).unlink()
    with stored(practice, cut).open("r+b") as stream:
        stream.truncate(1000)
    assert kind_of_reading(practice, gone) == "file-missing"
    assert kind_of_reading(practice, cut) == "file-damaged"
    assert kind_of_reading(practice, lent) == "file-damaged"
    found = [finding.kind for step in practice.files.verify_all() for finding in step.found]
    assert found == ["file-missing", "file-damaged", "file-damaged"]


def test_after_an_erasure_even_a_copy_of_the_file_stays_closed(practice: Practice) -> None:
    attachment, other = kept(practice), kept(practice, person_id="person-2")
    copy = stored(practice, attachment).read_bytes()
    practice.erase_person("person-1")
    assert not stored(practice, attachment).exists()
    stored(practice, attachment).write_bytes(copy)
    assert kind_of_reading(practice, attachment) == "file-key-gone"
    assert b"".join(practice.files.read(other)) == WORDS


def test_a_file_of_someone_erased_meanwhile_gets_no_row(practice: Practice) -> None:
    prepared = practice.files.prepare(io.BytesIO(WORDS), person_id="person-1")
    practice.erase_person("person-1")
    with pytest.raises(VaultProblem) as caught:
        practice.do(files.attach, prepared, name="x", media_type="text/plain", by=Voice.PRACTITIONER)
    assert caught.value.kind == "file-key-gone"


def test_a_detached_file_goes_after_its_row(practice: Practice) -> None:
    attachment = kept(practice)
    practice.do(files.detach, attachment, by=Voice.PRACTITIONER)
    assert files.find_attachment(practice.db, attachment.id) is None
    practice.files.delete_stored([attachment.stored_as, attachment.stored_as])
    assert not stored(practice, attachment).exists()


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 32, "0" * 31, "0" * 33, "0" * 31 + "\n", ""])
def test_no_other_name_is_ever_a_path(name: str) -> None:
    with pytest.raises(ValueError):
        files.path_in_files(name)


def test_a_stream_that_breaks_leaves_nothing(practice: Practice) -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(28, "no space")

    with pytest.raises(VaultProblem) as caught:
        practice.files.prepare(Broken(b"x"), person_id="person-1")
    assert caught.value.kind == "disk-full"
    assert list(practice.vault.place.files.glob("*/*")) == []


def test_what_a_sync_program_leaves_in_the_folder_is_neither_swept_nor_stumbled_over(practice: Practice) -> None:
    attachment = kept(practice)
    fan = stored(practice, attachment).parent
    foreign = (fan / ".dropbox.cache", fan / f"{attachment.stored_as} (conflicted copy)")
    foreign[0].mkdir(mode=0o700)
    foreign[1].write_bytes(b"theirs")
    foreign[1].chmod(0o600)
    (fan / "lost link").symlink_to(fan / "nothing")
    orphan = fan / f"{'0' * 32}.{'a' * 16}.part"
    orphan.write_bytes(b"half")
    for path in (*foreign, orphan):
        os.utime(path, (0, 0))
    assert practice.tidy()
    assert all(path.exists() for path in foreign)
    assert not orphan.exists()
    assert too_open(practice.vault.place) == ()
    assert b"".join(practice.files.read(attachment)) == WORDS


def test_a_files_name_is_one_clean_line_of_some_length(practice: Practice) -> None:
    prepared = practice.files.prepare(io.BytesIO(WORDS), person_id="person-1")
    given = {"name": "scan\nof\x00 today", "media_type": "text/plain"}
    assert practice.do(files.attach, prepared, by=Voice.PRACTITIONER, **given).name == "scan of today"
    with pytest.raises(RuleBroken) as broken:
        practice.do(files.attach, prepared, by=Voice.PRACTITIONER, **given | {"name": "a" * 300})
    assert broken.value.field == "name"
