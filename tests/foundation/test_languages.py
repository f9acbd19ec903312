"""Spanish is whole, kind and as exact as the original; dates, numbers and money follow the region."""

import re
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from foundation.english import english_left, entries, forms
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.words import Words

BLAMES = re.compile(
    r"\b(usuari[oa]s?|inv[aá]lid[oa]s?|incumpl\w+|err(or|ores|[oó]ne[oa])|fallid[oa]s?|rechaz\w+|deneg\w+|ilegal)\b|!",
    re.IGNORECASE,
)
FORMAL = re.compile(
    r"\b(usted(es)?|vosotr[oa]s|vuestr[oa]s?)\b|[oa]/[oa]s?\b|\([oa]s?\)|@s?\b(?<!una @)", re.IGNORECASE
)


def places(words: str) -> set[str]:
    return {name for _words, name, _how, _as in Formatter().parse(words) if name is not None}


def test_every_sentence_has_spanish_words_and_none_is_a_guess() -> None:
    assert [message.id for message in entries("es") if not all(forms(message.string)) or message.fuzzy] == []


def test_every_spanish_sentence_keeps_the_places_of_the_original() -> None:
    moved = [
        message.id
        for message in entries("es")
        if places(forms(message.string)[-1]) != places(forms(message.id)[-1])
        or not places(forms(message.string)[0]) >= places(forms(message.id)[0])
    ]
    assert moved == []


def test_a_sentence_that_counts_has_both_spanish_forms() -> None:
    assert {len(forms(message.string)) for message in entries("es") if not isinstance(message.id, str)} == {2}


def test_no_spanish_sentence_blames_or_shouts() -> None:
    assert [words for message in entries("es") for words in forms(message.string) if BLAMES.search(words)] == []


def test_spanish_says_you_as_to_a_friend_and_splits_no_word_by_gender() -> None:
    assert [words for message in entries("es") for words in forms(message.string) if FORMAL.search(words)] == []


def test_what_reads_the_same_in_both_languages_is_a_name_a_number_or_a_word_of_both() -> None:
    same = {words for message in entries("es") for words in forms(message.string) if words in forms(message.id)}
    spoken = {words for words in same if re.search(r"[A-Za-z]", re.sub(r"\{\w+\}", "", words))}
    assert {" ".join(words.split()) for words in spoken} == {"Healing Partner", "No", "Plan", "T = {t}"}


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 minutos"), (1, "1 minuto"), (2, "2 minutos"), (1_000, "1000 minutos")]
)
def test_spanish_counts(count: int, words: str) -> None:
    assert Words("es_MX").say_n("{count} minute", "{count} minutes", count).format(count=count) == words


def test_a_region_without_words_of_its_own_speaks_its_language() -> None:
    assert {Words(locale).say("Lock") for locale in ("es", "es_ES", "es_MX", "es_419")} == {"Bloquear"}


def test_dates_numbers_and_money_follow_the_region() -> None:
    spain, mexico = Words("es_ES"), Words("es_MX")
    assert spain.date(date(2026, 11, 22), "long") == "22 de noviembre de 2026"
    assert spain.partial_date(PartialDate(year=1970, month=5)) == "mayo de 1970"
    assert (spain.number(Decimal("1234567.5")), mexico.number(Decimal("1234567.5"))) == ("1.234.567,5", "1,234,567.5")
    assert spain.money(Money(minor=123_450, currency="EUR")).replace("\xa0", " ") == "1.234,50 €"
    assert mexico.money(Money(minor=123_450, currency="MXN")) == "$1,234.50"


def test_english_left_on_a_page_is_found_alone_in_a_row_and_inside_a_line() -> None:
    assert english_left("Ajustes\nLock") == ["Lock"]
    assert english_left("Girada · Not yet") == ["Not yet"]
    assert "Saved in {folder}." in english_left("Saved in Papers.")
    assert "It stays as it was signed." in english_left("Antes: It stays as it was signed. Después")
    assert english_left("Bloquear\nNo\n12:30\nHealing Partner") == []
