"""A language this computer names but Babel does not know must not stop a date from being written."""

from datetime import date
from pathlib import Path

import pytest

from healingpartner.commands.line import run
from healingpartner.foundation.locales import known_locale, locale_of_terminal
from healingpartner.foundation.words import Words, speak


@pytest.mark.parametrize(
    ("asked", "given"),
    [("en_GB", "en_GB"), ("de_DE", "de_DE"), ("en_XY", "en"), ("C", "en_US"), ("", "en_US"), ("../etc", "en_US")],
)
def test_a_locale_is_one_that_babel_can_write_dates_in(asked: str, given: str) -> None:
    assert known_locale(asked) == given
    assert Words(known_locale(asked)).date(date(2026, 11, 22))


@pytest.mark.parametrize(
    ("told", "spoken"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es_MX"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "es_ES.UTF-8"}, "es_ES"),
        ({"LANG": "ca_ES@valencia"}, "ca_ES"),
        ({"LC_ALL": "C.UTF-8"}, "en_US"),
        ({"LC_ALL": "../../etc/passwd"}, "en_US"),
        ({}, "en_US"),
    ],
)
def test_a_terminal_is_answered_in_its_language(
    told: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    assert locale_of_terminal() == spoken


def test_a_command_is_answered_in_spanish_where_the_terminal_speaks_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    try:
        assert run(["check", str(tmp_path / "nothing")]) == 1
    finally:
        speak("en_US")
    assert "En ese lugar no hay ninguna consulta." in capsys.readouterr().out
