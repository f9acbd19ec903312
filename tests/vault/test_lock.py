"""One instance of a practice, and no lock left behind by a process that died."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from healingpartner.foundation.errors import VaultProblem
from healingpartner.vault import lock
from healingpartner.vault.place import Place


def hold_for_ever(folder: str, ready) -> None:  # type: ignore[no-untyped-def]
    held = lock.acquire(Place(Path(folder)))
    ready.send(True)
    signal.pause()
    held.release()


def kind_of_taking(folder: Path) -> str:
    with pytest.raises(VaultProblem) as caught:
        lock.acquire(Place(folder))
    assert caught.value.then
    return caught.value.kind


def test_a_held_practice_is_not_held_twice(tmp_path: Path) -> None:
    held = lock.acquire(Place(tmp_path))
    assert kind_of_taking(tmp_path) == "in-use"
    held.release()
    held.release()
    lock.acquire(Place(tmp_path)).release()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_another_process_is_noticed_and_its_death_too(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, telling = context.Pipe(duplex=False)
    other = context.Process(target=hold_for_ever, args=(str(tmp_path), telling), daemon=True)
    other.start()
    assert ready.poll(30)
    assert kind_of_taking(tmp_path) == "in-use"
    other.kill()
    other.join()
    lock.acquire(Place(tmp_path)).release()


def test_a_lock_file_left_by_anyone_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "practice.lock").write_bytes(b"4242")
    lock.acquire(Place(tmp_path)).release()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert kind_of_taking(tmp_path / "gone") == "practice-missing"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this one")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert kind_of_taking(tmp_path) == "folder-not-writable"
    finally:
        tmp_path.chmod(0o700)
