"""A file is the old one or the new one, whatever goes wrong while it is written."""

import errno
import os
from pathlib import Path

import pytest

from healingpartner.vault import durable

posix_only = pytest.mark.skipif(os.name == "nt", reason="rights and folders work otherwise there")


def test_what_is_written_replaces_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    durable.write_durably(path, b"a long first text")
    durable.write_durably(path, b"short")
    assert path.read_bytes() == b"short"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["small.json"]


@posix_only
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        durable.write_durably(tmp_path / "private", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o600


def test_a_part_never_takes_the_place_of_something(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"precious")
    with pytest.raises(FileExistsError), durable.new_part(tmp_path / "there"):
        pass
    assert (tmp_path / "there").read_bytes() == b"precious"


def test_a_write_that_breaks_off_leaves_no_part(tmp_path: Path) -> None:
    part = durable.part_beside(tmp_path / "file")

    def write_half() -> None:
        with durable.new_part(part) as stream:
            stream.write(b"half")
            raise OSError(errno.ENOSPC, "")

    with pytest.raises(OSError):
        write_half()
    assert not part.exists()


def test_a_rename_that_is_refused_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    (target / "inside").mkdir(parents=True)
    with pytest.raises(OSError):
        durable.write_durably(target, b"x")
    assert list(tmp_path.glob("*.part")) == []
    assert (target / "inside").is_dir()


def test_what_a_crash_left_aside_is_swept(tmp_path: Path) -> None:
    for name in ("keys.json.0123.part", "keys.json.4567.part", "keys.json", "part"):
        (tmp_path / name).write_bytes(b"x")
    assert durable.sweep_parts(tmp_path) == 2
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["keys.json", "part"]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EFBIG, "disk-full"),
        (errno.EACCES, "folder-not-writable"),
        (errno.EROFS, "folder-not-writable"),
        (errno.ENOENT, "folder-missing"),
        (errno.EIO, "disk-trouble"),
        (None, "disk-trouble"),
    ],
)
def test_each_trouble_has_its_own_words(number: int | None, kind: str) -> None:
    problem = durable.storage_problem(OSError(number, "/home/somebody/a name") if number else OSError())
    assert problem.kind == kind
    assert problem.safe
    assert problem.then
    assert "somebody" not in problem.sentence() + str(problem)
