"""The rules of a person's particulars, and odd input."""

from datetime import date

import pytest

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.people.model import (
    AskedGently,
    Contact,
    ContactKind,
    Link,
    LinkKind,
    Particulars,
    phone_digits,
    read_birth_date,
)

TODAY = date(2026, 11, 22)


def cleaned(sure=False, **fields):
    return Particulars(**{"legal_name": "Mira Rahimi", **fields}).cleaned(TODAY, sure=sure)


def told(**fields):
    with pytest.raises(RuleBroken) as broken:
        cleaned(**fields)
    assert broken.value.sentence.endswith((".", "?"))
    return broken.value


def test_a_name_is_wanted_and_one_is_enough():
    assert told(legal_name="  \u202e ").field == "preferred_name"
    assert cleaned(legal_name="", preferred_name="Mira").shown() == "Mira"


def test_a_name_of_ten_thousand_letters_gets_a_sentence():
    assert told(legal_name="a" * 10_000).field == "legal_name"


def test_odd_names_are_kept_as_they_were_written():
    for name in ("🦋", "<b>Ann</b>", "<img src=file:///etc/passwd>", "Ann\u202eenA", "O'Neil & Sons"):
        assert cleaned(legal_name=name).legal_name == name
    assert cleaned(legal_name="Ann\x00\x07  Lee\n").legal_name == "Ann Lee"


def test_a_birth_date_still_to_come_is_told():
    assert told(birth_date=PartialDate(year=2027)).field == "birth_date"
    assert told(birth_date=PartialDate(year=2026, month=11, day=23)).field == "birth_date"
    assert cleaned(birth_date=PartialDate(year=2026, month=11)).birth_date == PartialDate(year=2026, month=11)


def test_a_birth_date_of_long_ago_is_asked_gently():
    long_ago = PartialDate(year=1880)
    with pytest.raises(AskedGently):
        cleaned(birth_date=long_ago)
    assert cleaned(birth_date=long_ago, sure=True).birth_date == long_ago


def test_the_thirty_first_of_february_is_in_no_calendar():
    for text in ("1980-02-31", "1980-13", "next week", "0000"):
        with pytest.raises(RuleBroken) as broken:
            read_birth_date(text)
        assert broken.value.field == "birth_date"
    assert read_birth_date(" 1980-02 ") == PartialDate(year=1980, month=2)
    assert read_birth_date("") is None


def test_empty_lines_of_a_list_are_left_out_and_wrong_ones_named():
    phone = Contact(kind=ContactKind.PHONE, value=" 030  12 ")
    assert cleaned(contacts=(Contact(kind=ContactKind.EMAIL, value=" "), phone)).contacts[0].value == "030 12"
    assert told(contacts=(phone, Contact(kind=ContactKind.EMAIL, value="nobody"))).field == "contacts.1.value"
    assert told(links=(Link(kind=LinkKind.COUPLE, reach="555"),)).field == "links.0.name"
    assert cleaned(links=(Link(kind=LinkKind.COUPLE),)).links == ()
    assert told(contacts=(phone,) * 51).field == "contacts"


def test_the_end_of_a_phone_number_is_the_same_with_and_without_a_country():
    assert phone_digits("+49 (0)30 1234567") == phone_digits("030/1234567")
    assert phone_digits("12") == ""
