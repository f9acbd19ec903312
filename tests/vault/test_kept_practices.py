"""A practice of every landed schema, as its own program wrote it, is opened, brought up and proven, for ever.

`packaging/fixture_practice.py` makes the one of the newest schema. None is ever made anew once it has landed.
"""

import shutil
from pathlib import Path

import pytest

from healingpartner.agreements.verify import verify
from healingpartner.foundation.clock import SteppingClock
from healingpartner.practice import Practice, open_practice
from healingpartner.vault import header, migrations, proof
from healingpartner.vault.checks import check_practice
from healingpartner.vault.files import attachments
from healingpartner.vault.opening import Keys
from healingpartner.vault.place import Place

KEPT = sorted((Path(__file__).parents[1] / "fixtures" / "practices").glob("[0-9]*"))
ATTACHED = b"As it was scanned. " * 4_000


def test_every_landed_schema_has_its_practice() -> None:
    assert f"{migrations.newest():04d}" in [kept.name for kept in KEPT], "run packaging/fixture_practice.py"
    assert len(KEPT) > 1


@pytest.fixture(params=KEPT, ids=lambda kept: f"schema-{kept.name}")
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a kept practice, with the rights that a repository does not keep."""
    folder = tmp_path / f"schema-{request.param.name}" / "Elm Street.healing"
    shutil.copytree(request.param, folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return folder


def opens_by(folder: Path) -> tuple[bytes, str, str]:
    """Its data key, its recovery code, and where its ledger stood."""
    data_key, code, chain = (folder / "opens-by.txt").read_text("utf-8").split()
    return bytes.fromhex(data_key), code, chain


def proven(practice: Practice) -> None:
    """Rows of every table are those of the ledger, agreements verify, the attachment is read."""
    rebuilt = proof.rebuilt(practice.db, schema=migrations.newest())
    for table in proof.room_tables(practice.db):
        standing = {str(row[0]) for row in practice.db.rows(f"SELECT id FROM {table}")}
        assert standing == set(rebuilt[table]), table
    signed = [str(row[0]) for row in practice.db.rows("SELECT id FROM agreement WHERE signed_us IS NOT NULL")]
    assert signed
    for agreement_id in signed:
        found = practice.ask(verify, agreement_id)
        assert found.whole, found.amiss()
    (attached,) = (one for one in attachments(practice.db) if one.media_type == "text/plain")
    assert b"".join(practice.files.read(attached)) == ATTACHED


def test_it_is_brought_up_after_a_copy_and_all_of_it_is_whole(kept: Path, clock: SteppingClock) -> None:
    data_key, _code, chain = opens_by(kept)
    wrote = int(kept.parent.name.rpartition("-")[2])
    practice = open_practice(kept, data_key=data_key, clock=clock)
    try:
        proven(practice)
    finally:
        practice.close()
    keys = Keys(data_key=data_key, header=header.read(kept))
    report = check_practice(Place(kept), keys, clock=clock, head=chain)
    assert report.findings == ()
    assert sorted(path.name for path in kept.parent.glob("*before upgrade*")) == (
        [] if wrote == migrations.newest() else [f"Elm Street before upgrade from {wrote}.healing-backup"]
    )


def test_its_recovery_code_still_opens_it(kept: Path, clock: SteppingClock) -> None:
    data_key, code, _chain = opens_by(kept)
    practice = open_practice(kept, recovery_code=code, clock=clock)
    assert practice.vault.data_key == data_key
    practice.close()


def test_it_is_checked_as_it_is_without_being_brought_up(kept: Path, clock: SteppingClock) -> None:
    data_key, _code, chain = opens_by(kept)
    before = (kept / "practice.db").read_bytes()
    report = check_practice(Place(kept), Keys(data_key=data_key, header=header.read(kept)), clock=clock, head=chain)
    assert report.findings == ()
    assert report.rows > 20
    assert (kept / "practice.db").read_bytes() == before
    assert list(kept.parent.glob("*before upgrade*")) == []
