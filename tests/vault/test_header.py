"""keys.json: written whole, read strictly, and every kind of damage told apart."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.paths import app_folder
from healingpartner.vault import header
from healingpartner.vault.canonical import canonical, sha256_hex
from healingpartner.vault.wrapping import Slot
from vault.key_material import DATA_KEY, LEAST_COST, VAULT_ID, small_header


def kind_of(data: bytes) -> str:
    with pytest.raises(VaultProblem) as caught:
        header.from_bytes(data)
    assert caught.value.what
    assert caught.value.then
    return caught.value.kind


def signed_again(content: dict[str, object]) -> bytes:
    """As an attacker without the key would: with a right checksum."""
    bare = {name: value for name, value in content.items() if name != "sha256"}
    return canonical(bare | {"sha256": sha256_hex(canonical(bare))}) + b"\n"


def members() -> dict[str, object]:
    content = json.loads(header.to_bytes(small_header()))
    assert isinstance(content, dict)
    return content


slots = st.builds(
    Slot,
    kind=st.just("passphrase"),
    cost=st.just(LEAST_COST),
    salt=st.binary(min_size=16, max_size=16),
    nonce=st.binary(min_size=12, max_size=12),
    wrapped=st.binary(min_size=48, max_size=48),
    signing=st.binary(min_size=60, max_size=60),
) | st.builds(
    Slot,
    kind=st.just("keyring"),
    cost=st.none(),
    salt=st.binary(min_size=16, max_size=16),
    nonce=st.binary(min_size=12, max_size=12),
    wrapped=st.binary(min_size=48, max_size=48),
    signing=st.just(b""),
)
headers = st.builds(
    header.Header,
    vault_id=st.uuids().map(str),
    generation=st.integers(1, 2**53 - 1),
    cipher=st.just(header.CIPHER),
    db_salt=st.binary(min_size=16, max_size=16).map(bytes.hex),
    slots=st.lists(slots, min_size=1, max_size=8).map(tuple),
    signing=st.dictionaries(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"))),
    mac=st.binary(min_size=32, max_size=32).map(bytes.hex),
)


@given(headers)
def test_what_is_written_is_read_back(written: header.Header) -> None:
    assert header.from_bytes(header.to_bytes(written)) == written


@given(st.binary(max_size=2000))
def test_any_bytes_at_all_are_named(data: bytes) -> None:
    assert kind_of(data) in {"header-empty", "header-damaged"}


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"{}",
        b'{"a":1,"a":2}',
        b'{"kind":NaN}',
        b"[" * 60_000,
        b'{"a":' * 12_000,
        b'{"kind":"hp/keys","version":' + b"9" * 5000 + b"}",
        b'{"kind":"\\ud800"}',
        b"\xff\xfe{}",
        b"\xef\xbb\xbf{}",
        b" " * 70_000 + b"x",
    ],
)
def test_hostile_json_is_damage_and_no_crash(data: bytes) -> None:
    assert kind_of(data) == "header-damaged"


def test_a_member_twice_is_damage() -> None:
    assert (
        kind_of(header.to_bytes(small_header()).replace(b'{"cipher"', b'{"cipher":"x","cipher"', 1)) == "header-damaged"
    )


@pytest.mark.parametrize("data", [b"", b"\n", bytes(4096), b"   "])
def test_an_empty_key_file_is_called_empty(data: bytes) -> None:
    assert kind_of(data) == "header-empty"


def test_a_later_version_is_refused_with_its_own_sentence() -> None:
    assert kind_of(signed_again(members() | {"version": 2})) == "header-newer"
    assert kind_of(signed_again(members() | {"more": "to come"})) == "header-newer"


def test_a_cost_beyond_the_limits_is_named_before_anything_runs() -> None:
    content = members()
    slot, other = content["slots"]  # type: ignore[misc]
    for change in ({"memory_kib": 2**45}, {"memory_kib": 1024}, {"passes": 1000}, {"lanes": 255}):
        assert kind_of(signed_again(content | {"slots": [slot | change, other]})) == "header-limits"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "hp/other"},
        {"cipher": "none"},
        {"vault": "../../evil"},
        {"vault": 7},
        {"generation": 0},
        {"generation": True},
        {"db_salt": "00"},
        {"slots": []},
        {"slots": {}},
        {"slots": [{}]},
        {"slots": [{"kind": "passphrase", "kdf": "hkdf-sha256"}]},
        {"signing": []},
        {"signing": {"ed25519": 1}},
        {"mac": "zz"},
    ],
)
def test_a_well_summed_file_of_the_wrong_shape_is_damage(change: dict[str, object]) -> None:
    assert kind_of(signed_again(members() | change)) == "header-damaged"


def test_signing_keys_are_covered_by_the_mac() -> None:
    with_keys = header.with_mac(replace(small_header(), signing={"ed25519": "wrapped"}), DATA_KEY)
    header.verify_mac(header.from_bytes(header.to_bytes(with_keys)), DATA_KEY)
    with pytest.raises(VaultProblem) as caught:
        header.verify_mac(replace(with_keys, signing={"ed25519": "other"}), DATA_KEY)
    assert caught.value.kind == "header-altered"


def test_writing_keeps_the_generation_before_and_a_copy_elsewhere(tmp_path: Path) -> None:
    first = small_header()
    second = header.with_mac(replace(first, generation=2), DATA_KEY)
    assert header.write(tmp_path, first)
    assert header.write(tmp_path, second)
    assert header.read(tmp_path) == second
    assert header.from_bytes((tmp_path / header.PREVIOUS).read_bytes()) == first
    assert header.from_bytes((app_folder() / "keys" / f"{VAULT_ID}.json").read_bytes()) == second
    if os.name != "nt":
        assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())


def test_damage_points_to_the_copy_that_can_be_put_back(tmp_path: Path) -> None:
    header.write(tmp_path, small_header())
    second = header.with_mac(replace(small_header(), generation=2), DATA_KEY)
    header.write(tmp_path, second)
    (tmp_path / header.KEYS).write_bytes(b"torn")
    with pytest.raises(VaultProblem) as caught:
        header.read(tmp_path)
    assert caught.value.kind == "header-damaged"
    assert "keys.previous.json" in caught.value.then
    copies = header.whole_copies(tmp_path, VAULT_ID)
    assert len(copies) == 2
    assert header.put_back(tmp_path, copies[1]) == second == header.read(tmp_path)
    assert (tmp_path / header.DAMAGED).read_bytes() == b"torn"


def test_damage_is_never_kept_as_the_generation_before(tmp_path: Path) -> None:
    header.write(tmp_path, small_header())
    (tmp_path / header.KEYS).write_bytes(b"torn")
    header.write(tmp_path, small_header())
    assert header.whole_copies(tmp_path) == ()
    assert header.read(tmp_path) == small_header()


def test_a_missing_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    for folder, kind in ((tmp_path / "gone", "practice-missing"), (tmp_path, "header-missing")):
        with pytest.raises(VaultProblem) as caught:
            header.read(folder)
        assert caught.value.kind == kind


def test_copies_are_known_by_the_salt_of_the_database_and_the_newest_comes_first(tmp_path: Path) -> None:
    first = small_header()
    header.write(tmp_path, first)
    header.write(tmp_path, header.with_mac(replace(first, generation=first.generation + 1), DATA_KEY))
    (tmp_path / "practice.db").write_bytes(bytes.fromhex(first.db_salt) + bytes(4080))
    (tmp_path / "keys.json").write_bytes(b"{")
    assert header.copies_for(tmp_path) == (header.copy_in_app_folder(VAULT_ID), tmp_path / header.PREVIOUS)
    (tmp_path / "practice.db").write_bytes(bytes(4096))
    assert header.copies_for(tmp_path) == ()
    (tmp_path / "practice.db").unlink()
    assert header.copies_for(tmp_path) == ()
