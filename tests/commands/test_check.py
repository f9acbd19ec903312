"""`healingpartner check`: whole, damaged, wrong key, no practice; in words and as JSON."""

import json

PASSPHRASE = "seven quiet herons wade at dawn"


def test_a_whole_practice_is_said_to_be_whole(command, folder):
    ran = command("check", folder, key=PASSPHRASE)
    assert (ran.code, ran.err) == (0, "")
    assert "All of it is whole." in ran.out


def test_the_recovery_code_opens_it_for_checking_too(command, folder, template):
    ran = command("check", folder, "--json", key=template[2], flag="--recovery-fd")
    told = json.loads(ran.out)
    assert ran.code == 0
    assert (told["kind"], told["version"], told["whole"], told["findings"]) == ("healingpartner.check", 1, True, [])
    assert told["head"]["seq"] == told["lines"] > 0


def test_a_head_of_this_ledger_is_found_and_another_is_not(command, folder):
    head = json.loads(command("check", folder, "--json", key=PASSPHRASE).out)["head"]["chain"]
    assert command("check", folder, "--head", head, key=PASSPHRASE).code == 0
    ran = command("check", folder, "--json", "--head", "0" * 64, key=PASSPHRASE)
    assert ran.code == 1
    assert [one["kind"] for one in json.loads(ran.out)["findings"]] == ["head-unknown"]


def test_a_changed_byte_is_found(command, folder):
    database = folder / "practice.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 0x40
    database.write_bytes(content)
    ran = command("check", folder, key=PASSPHRASE)
    assert ran.code == 1
    assert "Traceback" not in ran.err


def test_the_wrong_passphrase_is_no_finding(command, folder):
    before = (folder / "practice.db").read_bytes()
    ran = command("check", folder, "--json", key="seven loud herons wade at dusk")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("That is not the passphrase")
    assert (folder / "practice.db").read_bytes() == before


def test_a_folder_without_a_practice_is_named_before_any_key_is_asked_for(command, tmp_path):
    ran = command("check", tmp_path / "nowhere", "--json")
    assert ran.code == 1
    assert [one["kind"] for one in json.loads(ran.out)["findings"]] == ["practice-missing"]


def test_without_a_keyboard_or_an_open_file_it_says_how_to_hand_over_a_key(command, folder):
    ran = command("check", folder)
    assert ran.code == 2
    assert "--passphrase-fd" in ran.err


def test_a_closed_or_empty_or_unreadable_key_file_is_said_plainly(command, folder):
    assert command("check", folder, "--passphrase-fd", "987").code == 2
    assert command("check", folder, key=b"").code == 2
    assert command("check", folder, key=b"\n").code == 2
    assert command("check", folder, key=b"\xff\xfe\n").code == 2
    assert command("check", folder, key=b"a" * 5_000).code == 2
