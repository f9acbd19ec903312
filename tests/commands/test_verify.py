"""`healingpartner verify`: exit 0 only for what is whole, and a plain sentence for everything else."""

from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE
from tests.exchange.sealed import signed_and_sealed

from healingpartner.foundation.clock import SteppingClock
from healingpartner.practice import open_practice
from healingpartner.vault import header
from healingpartner.vault.signing_keys import SEAL, fingerprint


@pytest.fixture
def copy(folder: Path, data_key: bytes, clock: SteppingClock, tmp_path: Path) -> Path:
    practice = open_practice(folder, data_key=data_key, clock=clock)
    _agreement, pdf = signed_and_sealed(practice)
    practice.close()
    file = tmp_path / "our agreement.pdf"
    file.write_bytes(pdf)
    return file


@pytest.fixture
def printed(folder: Path) -> str:
    code = fingerprint(bytes.fromhex(header.read(folder).signing[SEAL]))
    return " ".join(code[at : at + 4] for at in range(0, 64, 4))


def test_alone_it_is_whole_since_sealing_and_its_fingerprint_is_shown(command, copy, printed):
    ran = command("verify", copy)
    assert (ran.code, ran.err) == (0, "")
    assert "Whole since it was sealed" in ran.out
    assert printed in ran.out


def test_by_the_fingerprint_it_is_whole_or_not_ours(command, copy, printed):
    ran = command("verify", copy, "--fingerprint", printed)
    assert ran.code == 0
    assert ran.out.startswith("Whole, and as it was signed.")
    ran = command("verify", copy, "--fingerprint", "0" * 64)
    assert ran.code == 1
    assert "not sealed by this practice" in ran.out


def test_beside_its_practice_it_is_whole(command, copy, folder):
    ran = command("verify", copy, "--practice", folder, key=PASSPHRASE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Whole, and as it was signed.")


def test_an_altered_copy_is_told_with_its_reason(command, copy, printed):
    copy.write_bytes(copy.read_bytes() + b"\n")
    for known in ((), ("--fingerprint", printed)):
        ran = command("verify", copy, *known)
        assert ran.code == 1
        assert "altered after it was signed" in ran.out
        assert "does not cover all of the file" in ran.out
        assert "Fingerprint of the seal" not in ran.out


@pytest.mark.parametrize(
    ("content", "said"), [(None, "no such file"), (b"", "not a PDF"), (b"hello", "not a PDF"), (b"%PDF-", "damaged")]
)
def test_what_cannot_be_verified_is_refused_in_a_sentence(command, tmp_path, content, said):
    file = tmp_path / "some.pdf"
    if content is not None:
        file.write_bytes(content)
    ran = command("verify", file)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_is_no_file_to_verify(command, tmp_path):
    ran = command("verify", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "Traceback" not in ran.err


def test_a_mistyped_fingerprint_or_practice_is_said_plainly(command, copy, tmp_path):
    ran = command("verify", copy, "--fingerprint", "12ab")
    assert ran.code == 1
    assert "64 digits" in ran.err
    ran = command("verify", copy, "--practice", tmp_path / "nowhere")
    assert ran.code == 1
    assert "no practice in that place" in ran.err
    assert command("verify", copy, "--practice", tmp_path, "--fingerprint", "12ab").code == 2
    assert command("verify").code == 2


def test_the_wrong_passphrase_verifies_nothing(command, copy, folder):
    ran = command("verify", copy, "--practice", folder, key="seven loud herons wade at dusk")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("That is not the passphrase")
