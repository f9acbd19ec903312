"""What version 1 wrote is read for ever: these files are never made anew."""

import io
from pathlib import Path

from tests.conftest import PASSPHRASE

from healingpartner.vault import backup, header, recovery_code, sealed_box, slots
from healingpartner.vault.calibration import Cost, stretched
from healingpartner.vault.file_chunks import Binding, opened
from healingpartner.vault.subkeys import Purpose, derived, sub_key

KEPT = Path(__file__).parents[1] / "fixtures" / "formats"
CODE = "K48G-6V7K-X0H0-GVPA-M03N-MTFW-2Y5T-HY1Q-J6"
DATA_KEY = bytes.fromhex("9d79b1a37f31801cd11a6706fb40d6bd57526846903bb13ede562439e9c1b823")
SUB_KEYS = {
    "hp/v1/sqlcipher": "84dc4e4620fefb2f",
    "hp/v1/attachments": "fc31c01f4bf007ab",
    "hp/v1/header-mac": "cad0f64b9bb93d9b",
    "hp/v1/ledger": "54bc77a869cfe9f4",
    "hp/v1/export": "2fd78d1bb22431bc",
    "hp/v1/sealed-outer": "ea4316b5bd4d4667",
    "hp/v1/backup": "03f672e078ed1cf5",
}
STRETCHED = "c93dfd99f41b3d9c9a2b672bd1200e96eedb2a7aa928087df4e319c9d4fe715c"
TEXT = b"As it was written. " * 5000


def test_keys_of_version_1_open_by_both_slots_and_are_written_alike() -> None:
    data = (KEPT / "keys-1.json").read_bytes()
    read = header.from_bytes(data)
    assert slots.open_with_passphrase(read, PASSPHRASE).data_key == DATA_KEY
    assert slots.open_with_recovery(read, CODE).data_key == DATA_KEY
    assert header.to_bytes(read) == data


def test_a_stored_file_of_version_1_is_read() -> None:
    binding = Binding(
        key=bytes(range(32)),
        vault_id="01890a5d-ac96-774b-bcce-b302099a8057",
        file_id="01890a5d-ac96-774b-bcce-b302099a8058",
    )
    assert b"".join(opened(io.BytesIO((KEPT / "file-1.bin").read_bytes()), binding)) == TEXT


def test_a_box_of_version_1_is_opened() -> None:
    sealed_to = sealed_box.SealedTo.read((KEPT / "sealed-to-1.json").read_text("utf-8"))
    opener = sealed_box.opener("gentle woman match buzz push knock", sealed_to)
    box = (KEPT / "box-1.bin").read_bytes()
    assert opener.open(box, kind="reflection", version=1, about="row-1") == b"As it was said."


def test_a_backup_of_version_1_is_restored_with_its_pages_chain_and_file_proven(tmp_path: Path) -> None:
    restored = backup.restore(KEPT / "backup-1.healing-backup", tmp_path / "Elm Street.healing", recovery_code=CODE)
    assert restored.files == 1
    assert restored.head.seq == 2
    assert header.read(restored.folder).vault_id == restored.vault_id


def test_the_derivations_are_the_published_ones() -> None:
    """RFC 5869, appendix A.1 and A.3 (the first 32 bytes), and the values this program began with."""
    assert (
        derived(b"\x0b" * 22, salt=bytes(range(13)), info=bytes(range(0xF0, 0xFA))).hex()
        == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
    )
    assert (
        derived(b"\x0b" * 22, salt=b"", info=b"").hex()
        == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    )
    assert {purpose.value: sub_key(bytes(32), purpose).hex()[:16] for purpose in Purpose} == SUB_KEYS
    cost = Cost(memory_kib=65536, passes=1, lanes=2)
    assert stretched(b"passphrase", salt=bytes(16), cost=cost).hex() == STRETCHED


def test_a_recovery_code_is_written_as_it_always_was() -> None:
    assert recovery_code.code_of(recovery_code.secret_of(CODE)) == CODE
    assert recovery_code.code_of(bytes(20)) == "0000-0000-0000-0000-0000-0000-0000-0000-00"
