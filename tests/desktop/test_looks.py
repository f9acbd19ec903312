"""A language this computer names but Babel does not know must not stop a date from being written."""

from datetime import date

import pytest

from healingpartner.desktop.looks import known_locale
from healingpartner.foundation.words import Words


@pytest.mark.parametrize(
    ("asked", "given"),
    [("en_GB", "en_GB"), ("de_DE", "de_DE"), ("en_XY", "en"), ("C", "en_US"), ("", "en_US"), ("../etc", "en_US")],
)
def test_a_locale_is_one_that_babel_can_write_dates_in(asked: str, given: str) -> None:
    assert known_locale(asked) == given
    assert Words(known_locale(asked)).date(date(2026, 11, 22))
