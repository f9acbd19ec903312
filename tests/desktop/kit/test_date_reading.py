"""Dates as people write them, whole or in part."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, strategies as st
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from desktop.kit.hostile import HOSTILE
from healingpartner.desktop.kit.date_reading import read_date
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.words import Words

WRITTEN = [
    ("1970", "en_GB", "1970"),
    ("5/1970", "en_US", "1970-05"),
    ("1970-05", "de_DE", "1970-05"),
    ("05.1970", "de_DE", "1970-05"),
    ("May 1970", "en_US", "1970-05"),
    ("may, 1970", "fr_FR", "1970-05"),
    ("Mai 1970", "de_DE", "1970-05"),
    ("mai 1970", "fr_FR", "1970-05"),
    ("31.5.1970", "de_DE", "1970-05-31"),
    ("31. Mai 1970", "de_DE", "1970-05-31"),
    ("31 May 1970", "en_GB", "1970-05-31"),
    ("May 31st, 1970", "en_US", "1970-05-31"),
    ("May 31, 1970", "en_US", "1970-05-31"),
    ("1970-05-31", "en_US", "1970-05-31"),
    ("1970/5/31", "en_US", "1970-05-31"),
    ("19700531", "en_US", "1970-05-31"),
    ("3/4/1970", "en_US", "1970-03-04"),
    ("3/4/1970", "en_GB", "1970-04-03"),
    ("3.4.1970", "de_DE", "1970-04-03"),
    ("31/5/1970", "en_US", "1970-05-31"),
    ("5/31/1970", "en_GB", "1970-05-31"),
    ("1970年5月31日", "zh_CN", "1970-05-31"),
    ("1970年5月", "ja_JP", "1970-05"),
    ("٣١/٥/١٩٧٠", "ar_EG", "1970-05-31"),
    ("31 мая 1970", "ru_RU", "1970-05-31"),
    ("31 sept 1970", "en_GB", None),
    ("  29 . 2 . 2024 ", "de_DE", "2024-02-29"),
]


@pytest.mark.parametrize(("words", "locale", "meant"), WRITTEN)
def test_a_date_is_understood_as_it_is_meant_there(words: str, locale: str, meant: str | None) -> None:
    if meant is None:
        with pytest.raises(RuleBroken):
            read_date(words, field="born", locale=locale)
    else:
        assert read_date(words, field="born", locale=locale) == PartialDate.read(meant)


@pytest.mark.parametrize(
    "words", ["31.2.1970", "0.5.1970", "31.5.70", "13/13/1970", "May May 1970", "soon", "5", "1970 1971",
              "1970-05-31-1", "0000", "99999", "-"]
)  # fmt: skip
def test_what_is_no_date_gets_a_sentence_with_the_next_step(words: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        read_date(words, field="born", locale="en_GB")
    assert broken.value.field == "born"
    assert broken.value.sentence.endswith(".")
    assert words not in str(broken.value)


def test_a_day_the_month_does_not_have_is_named() -> None:
    with pytest.raises(RuleBroken) as broken:
        read_date("31.2.1970", field="born", locale="en_GB")
    assert broken.value.sentence.startswith("February 1970 has 28 days.")


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_typed_is_no_date_and_no_fault(words: str) -> None:
    assert read_date(words, field="born") is None


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["en_US", "en_GB", "de_DE", "fr_FR", "vi_VN", "ru_RU", "el_GR", "zh_CN", "es_MX"]),
)
def test_a_date_written_by_a_language_is_read_back_by_it(day: date, locale: str) -> None:
    whole = PartialDate(year=day.year, month=day.month, day=day.day)
    for known in (whole, PartialDate(year=whole.year), PartialDate(year=whole.year, month=whole.month)):
        assert read_date(Words(locale).partial_date(known), field="born", locale=locale) == known


@given(st.text())
def test_any_text_is_a_date_or_gets_a_sentence(words: str) -> None:
    with suppress(RuleBroken):
        assert isinstance(read_date(words, field="born", locale="en_US"), PartialDate | None)


def test_the_field_shows_what_it_understood_and_says_what_it_did_not(qtbot: QtBot) -> None:
    field = PartialDateField("Birth date", hint="As much as you know.")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "May 1970")
    assert field.date() == PartialDate(year=1970, month=5)
    assert "May 1970" in field.line.accessibleDescription()
    field.line.clear()
    qtbot.keyClicks(field.line, "31.2.1970")
    assert field.sentence() == ""
    field.line.editingFinished.emit()
    assert field.sentence().startswith("February 1970 has 28 days.")
    assert nameless(field) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_the_field_takes_any_words_without_falling(qtbot: QtBot, words: str) -> None:
    field = PartialDateField("Birth date")
    qtbot.addWidget(field)
    field.line.insert(words)
    field.line.editingFinished.emit()
    assert field.problem() == field.sentence()
