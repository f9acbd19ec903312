"""Settings are kept whole or not at all, and a file that cannot be read never stops the program."""

import json

import pytest
from pytestqt.qtbot import QtBot

from healingpartner.desktop.settings_store import Settings
from healingpartner.foundation.paths import app_folder


def test_a_change_is_there_after_starting_again(qtbot: QtBot) -> None:
    Settings().change(lock_minutes=9, theme="dark", places=("/a", "/b"))
    values = Settings().values
    assert (values.lock_minutes, values.theme, values.places) == (9, "dark", ("/a", "/b"))
    assert (app_folder() / "settings.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1]",
        b"\xff\xfe\x00",
        b'{"kind": "something else", "version": 1}',
        b'{"kind": "healingpartner-settings", "version": 1, "lock_minutes": 900}',
        b'{"kind": "healingpartner-settings", "version": 1, "lock_minutes": true}',
        b'{"kind": "healingpartner-settings", "version": 1, "theme": 3}',
        b'{"kind": "healingpartner-settings", "version": 1, "places": [1]}',
        b"[" * 30_000,
    ],
)
def test_an_unreadable_file_means_the_defaults_and_is_said(qtbot: QtBot, content: bytes) -> None:
    (app_folder() / "settings.json").write_bytes(content)
    settings = Settings()
    assert settings.unreadable
    assert settings.values.lock_minutes == 5


def test_locking_cannot_be_switched_off(qtbot: QtBot) -> None:
    for minutes in (0, 16, -1):
        with pytest.raises(ValueError, match="locking"):
            Settings().change(lock_minutes=minutes)


def test_a_setting_of_a_later_version_is_left_out(qtbot: QtBot) -> None:
    path = app_folder() / "settings.json"
    path.write_text(json.dumps({"kind": "healingpartner-settings", "version": 1, "later": 1, "paper": "Letter"}))
    assert Settings().values.paper == "Letter"


def test_a_file_that_cannot_be_written_is_said_and_the_change_still_holds(qtbot: QtBot) -> None:
    settings, said = Settings(), list[int]()
    settings.not_kept.connect(lambda: said.append(1))
    (app_folder() / "settings.new").mkdir()
    settings.change(theme="dark")
    assert said == [1]
    assert settings.values.theme == "dark"
