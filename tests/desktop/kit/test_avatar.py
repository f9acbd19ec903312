"""Initials of any script; never an accident."""

import pytest
from hypothesis import given, strategies as st
from pytestqt.qtbot import QtBot

from desktop.kit.hostile import HOSTILE
from healingpartner.desktop.kit.avatar import Avatar, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mira Rahimi", "MR"),
        ("mira", "M"),
        ("Anh Nguyễn", "AN"),
        ("Élodie de la Tour", "ÉT"),
        ("Ελένη Παπαδοπούλου", "ΕΠ"),
        ("Дарья Ильина", "ДИ"),
        ("داریوش امینی", "دا"),
        ("王小明", "王"),
        ("“Jo” O'Neil", "JO"),
        ("", ""),
        ("  ", ""),
        ("\u202e\u202d", ""),
        ("…", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text())
def test_initials_are_short_for_any_name(name: str) -> None:
    assert len(initials(name)) <= 6


@pytest.mark.parametrize("name", HOSTILE)
def test_an_avatar_is_never_empty(qtbot: QtBot, name: str) -> None:
    avatar = Avatar(name)
    qtbot.addWidget(avatar)
    image = avatar.grab().toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 3
