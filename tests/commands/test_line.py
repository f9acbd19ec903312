"""What can be typed, and what is said of what cannot be read."""

import subprocess
import sys

import pytest

from healingpartner import __version__
from healingpartner.commands.line import parser

HEAVY = (
    "PySide6", "sqlcipher3", "cryptography", "argon2", "keyring", "zxcvbn", "rapidfuzz", "reportlab", "pikepdf",
    "pypdfium2", "babel", "PIL",
)  # fmt: skip


def test_the_version_is_told(command):
    ran = command("--version")
    assert (ran.code, ran.out.strip()) == (0, f"healingpartner {__version__}")


def test_the_help_names_every_verb(command):
    ran = command("--help")
    assert ran.code == 0
    assert all(verb in ran.out for verb in ("tour", "demo", "check", "backup", "restore"))


@pytest.mark.parametrize(
    "typed",
    [
        ["polka"],
        ["check"],
        ["tour"],
        ["check", "/nowhere", "--loud"],
        ["demo", "/nowhere", "--people", "many"],
        ["demo", "/nowhere", "--people", "-3"],
        ["demo", "/nowhere", "--people", "0"],
        ["demo", "/nowhere", "--seed", "9" * 40],
        ["check", "/nowhere", "--passphrase-fd", "first"],
        ["backup", "/nowhere"],
        ["check", "/nowhere", "--passphrase", "seven quiet herons"],
        ["check", "/nowhere", "--passphrase-fd", "3", "--recovery-fd", "4"],
    ],
)
def test_a_mistyped_command_ends_with_two_and_one_plain_sentence(command, typed):
    ran = command(*typed)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert not {"error", "invalid"} & set(ran.err.lower().replace(":", " ").split())


def test_nothing_heavy_is_imported_before_a_verb_is_chosen():
    program = (
        "import sys\n"
        "from healingpartner.commands.line import parser\n"
        "parser()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_verb_takes_a_secret_as_an_argument():
    verbs = next(action for action in parser()._actions if action.choices)
    words = [option for verb in verbs.choices.values() for action in verb._actions for option in action.option_strings]
    assert {"--passphrase-fd", "--recovery-fd"} <= set(words)
    assert not {"--passphrase", "--password", "--recovery-code", "--key"} & set(words)
