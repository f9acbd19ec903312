"""Tampering, attempt by attempt, with the verdict each must meet; and 3,000 changed bytes, none of them accepted."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import START
from tests.exchange.sealed import signed_and_sealed
from tests.faults.sealed_scene import Scene, hole, put, scene_of
from tests.faults.tampering_bytes import BYTES, REFUSED
from tests.faults.tampering_records import RECORDS, Change
from tests.faults.tampering_seals import SEALS

from healingpartner.exchange.verify import Found, verify_file
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.practice import Practice, open_practice
from healingpartner.vault.connection import Connection

FILES = BYTES | SEALS
FLIPS = 3_000


@pytest.fixture(scope="module")
def scene(template: tuple[Path, bytes, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """A practice open for all of these tests: they change files, never the record."""
    folder = tmp_path_factory.mktemp("sealed") / "Elm Street.healing"
    shutil.copytree(template[0], folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(tmp_path_factory.mktemp("sealed-home")))
        practice = _opened(folder, template[1])
        yield scene_of(practice)
        practice.close()


def _verdict(pdf: bytes, **known: object) -> Found | str:
    try:
        return verify_file(pdf, **known).found
    except Refused:
        return REFUSED


def test_what_nobody_touched_is_whole(scene: Scene) -> None:
    for pdf in (scene.pdf, scene.other, scene.resealed(scene.carried())):
        assert _verdict(pdf, practice=scene.practice) is Found.WHOLE


def test_the_table_is_long_enough() -> None:
    assert len(FILES) + len(RECORDS) >= 60
    assert not set(BYTES) & set(SEALS)


@pytest.mark.parametrize("attempt", FILES)
def test_tampering_with_a_file_meets_its_verdict(scene: Scene, attempt: str) -> None:
    expected, make = FILES[attempt]
    pdf = make(scene)
    assert pdf != scene.pdf
    assert _verdict(pdf, practice=scene.practice) == expected


@pytest.mark.slow
@pytest.mark.parametrize("attempt", FILES)
def test_without_the_practice_nothing_tampered_passes_by_the_printed_fingerprint(scene: Scene, attempt: str) -> None:
    expected, make = FILES[attempt]
    pinned = verify_file(scene.pdf).fingerprint
    found = _verdict(make(scene), fingerprint=pinned)
    if expected is Found.RECORD_DIFFERS or attempt == "an impostor's key signs the envelopes":
        # Made with the practice's own key: only its record can tell.
        assert found is Found.WHOLE
    else:
        assert found == expected


@pytest.mark.parametrize("attempt", RECORDS)
def test_a_whole_copy_tells_that_the_record_was_tampered_with(practice: Practice, attempt: str) -> None:
    agreement_id, pdf = signed_and_sealed(practice)
    assert _verdict(pdf, practice=practice) is Found.WHOLE
    _behind_the_back(practice, RECORDS[attempt], agreement_id)
    assert _verdict(pdf, practice=practice) is Found.RECORD_DIFFERS


@pytest.mark.parametrize("then", ["and left so", "and signed again"])
def test_a_whole_copy_tells_that_the_practice_was_rolled_back(
    folder: Path, data_key: bytes, tmp_path: Path, then: str
) -> None:
    former = tmp_path / "former"
    shutil.copytree(folder, former)
    practice = _opened(folder, data_key)
    _agreement, pdf = signed_and_sealed(practice)
    practice.close()
    shutil.rmtree(folder)
    shutil.copytree(former, folder)
    practice = _opened(folder, data_key, older_is_wanted=True)
    if then == "and signed again":
        signed_and_sealed(practice)
    assert _verdict(pdf, practice=practice) is Found.RECORD_DIFFERS
    practice.close()


@pytest.mark.slow
@pytest.mark.parametrize("known", ["practice", "fingerprint", "nothing"])
def test_of_three_thousand_changed_bytes_none_is_accepted(scene: Scene, known: str) -> None:
    """A thousand beside the practice, by the fingerprint and alone; a third of each within the seal itself."""
    chance = random.Random(f"seal {known}")
    pinned: dict[str, object] = {
        "practice": {"practice": scene.practice},
        "fingerprint": {"fingerprint": verify_file(scene.pdf).fingerprint},
        "nothing": {},
    }[known]
    start, end = hole(scene.pdf)
    for turn in range(FLIPS // 3):
        at = chance.randrange(start - 1, end + 1) if turn % 3 == 0 else chance.randrange(len(scene.pdf))
        changed = bytearray(scene.pdf)
        changed[at] ^= chance.randrange(1, 256)
        assert _verdict(bytes(changed), **pinned) in {Found.ALTERED, Found.NOT_OURS, REFUSED}, at


@pytest.mark.slow
def test_no_single_changed_bit_of_the_seal_is_accepted(scene: Scene) -> None:
    start, end = hole(scene.pdf)
    for at in range(start - 1, end + 1):
        changed = put(scene.pdf, at, bytes([scene.pdf[at] ^ 0x20]))
        assert _verdict(changed) in {Found.ALTERED, Found.NOT_OURS}, at


def _opened(folder: Path, data_key: bytes, **how: bool) -> Practice:
    return open_practice(
        folder, data_key=data_key, clock=SteppingClock(START), entropy=random.Random(7).randbytes, **how
    )


def _behind_the_back(practice: Practice, change: Change, agreement_id: str) -> None:
    connection = Connection(practice.vault.place.database, practice.vault.database_key())
    for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {row[0]}")
    connection.execute("PRAGMA foreign_keys = OFF")
    change(connection, agreement_id)
    connection.close()
