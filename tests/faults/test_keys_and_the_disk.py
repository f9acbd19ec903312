"""Whatever is wrong with the keys or the disk: a sentence of its own, and not a byte changed in the practice."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.conftest import LEAST_COST, PASSPHRASE

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.practice import create_practice, open_practice
from healingpartner.vault import header, recovery_code
from healingpartner.vault.canonical import canonical, sha256_hex

OTHER_CODE = recovery_code.new_code(os.urandom)


def hashed(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def summed_again(data: bytes, change: dict[str, object]) -> bytes:
    content = json.loads(data) | change
    del content["sha256"]
    return canonical(content | {"sha256": sha256_hex(canonical(content))}) + b"\n"


def with_keys(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda folder: (folder / "keys.json").write_bytes(change((folder / "keys.json").read_bytes())) and None


DAMAGE: dict[str, Callable[[Path], None]] = {
    "header-missing": lambda folder: (folder / "keys.json").unlink(),
    "header-empty": with_keys(lambda _data: b""),
    "header-damaged": with_keys(lambda data: data.replace(b"cipher", b"ciphor", 1)),
    "header-newer": with_keys(lambda data: summed_again(data, {"version": 2})),
    "header-limits": with_keys(
        lambda data: summed_again(
            data, {"slots": [json.loads(data)["slots"][0] | {"memory_kib": 2**40}, json.loads(data)["slots"][1]]}
        )
    ),
    "header-altered": with_keys(lambda data: summed_again(data, {"generation": 77})),
    "database-missing": lambda folder: (folder / "practice.db").unlink(),
    "database-empty": lambda folder: (folder / "practice.db").write_bytes(b"") and None,
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_each_damage_has_its_own_name_and_changes_nothing(folder: Path, clock: SteppingClock, kind: str) -> None:
    DAMAGE[kind](folder)
    before = hashed(folder)
    with pytest.raises(VaultProblem) as caught:
        open_practice(folder, passphrase=PASSPHRASE, clock=clock)
    assert caught.value.kind == kind
    assert caught.value.what
    assert caught.value.then
    assert hashed(folder) == before


def test_no_two_damages_share_a_sentence(folder: Path, tmp_path: Path, clock: SteppingClock) -> None:
    said = set()
    for kind, damage in DAMAGE.items():
        shutil.copytree(folder, tmp_path / kind)
        damage(tmp_path / kind)
        with pytest.raises(VaultProblem) as caught:
            open_practice(tmp_path / kind, passphrase=PASSPHRASE, clock=clock)
        said.add(caught.value.what)
    assert len(said) == len(DAMAGE)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ({"passphrase": PASSPHRASE + "."}, "wrong-passphrase"),
        ({"recovery_code": OTHER_CODE}, "wrong-recovery-code"),
        ({"recovery_code": "AAAA"}, "recovery-code-mistyped"),
    ],
)
def test_a_wrong_key_changes_nothing(folder: Path, clock: SteppingClock, key: dict[str, str], kind: str) -> None:
    before = hashed(folder)
    with pytest.raises(VaultProblem) as caught:
        open_practice(folder, clock=clock, **key)  # type: ignore[arg-type]
    assert caught.value.kind == kind
    assert hashed(folder) == before


@contextmanager
def a_disk_that_takes(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_keeps_the_former_keys(folder: Path, clock: SteppingClock, data_key: bytes) -> None:
    opened = open_practice(folder, data_key=data_key, clock=clock)
    before = (folder / "keys.json").read_bytes()
    assert opened.check_passphrase(PASSPHRASE)
    with a_disk_that_takes(100), pytest.raises(VaultProblem) as caught:
        opened.change_passphrase("eleven grey geese crossing over", cost=LEAST_COST)
    assert caught.value.kind == "disk-full"
    assert (folder / "keys.json").read_bytes() == before
    assert list(folder.glob("*.part")) == []
    opened.close()
    open_practice(folder, passphrase=PASSPHRASE, clock=clock).close()


def test_a_disk_that_fills_at_creation_is_named_and_leaves_the_place_free(tmp_path: Path, clock: SteppingClock) -> None:
    place = tmp_path / "New.healing"
    with a_disk_that_takes(5_000), pytest.raises(VaultProblem) as caught:
        create_practice(place, passphrase=PASSPHRASE, clock=clock, cost=LEAST_COST)
    assert caught.value.kind in {"disk-full", "disk-trouble"}  # a limit on file size is not told as a full disk
    assert caught.value.then
    assert not place.exists()
    create_practice(place, passphrase=PASSPHRASE, clock=clock, cost=LEAST_COST).practice.close()


def test_the_copy_in_the_programs_own_folder_opens_it_again(
    folder: Path, clock: SteppingClock, data_key: bytes
) -> None:
    opened = open_practice(folder, data_key=data_key, clock=clock)
    assert opened.check_passphrase(PASSPHRASE)
    opened.change_passphrase("eleven grey geese crossing over", cost=LEAST_COST)
    vault_id = opened.vault.header.vault_id
    opened.close()
    (folder / "keys.json").unlink()
    (folder / "keys.previous.json").unlink()
    header.put_back(folder, header.whole_copies(folder, vault_id)[0])
    open_practice(folder, passphrase="eleven grey geese crossing over", clock=clock).close()


def test_opening_sweeps_what_a_crash_left_and_keeps_a_copy_of_the_keys(
    folder: Path, clock: SteppingClock, data_key: bytes, app_home: Path
) -> None:
    (folder / "keys.json.0123456789abcdef.part").write_bytes(b"half a header")
    open_practice(folder, data_key=data_key, clock=clock).close()
    assert list(folder.glob("*.part")) == []
    copies = list((app_home / "keys").iterdir())
    assert [copy.read_bytes() for copy in copies] == [(folder / "keys.json").read_bytes()]
