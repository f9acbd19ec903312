"""The wordings that come with the program, and files of wordings that come from anywhere."""

import copy
import json
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from healingpartner.agreements.library import (
    FILE_LIMIT,
    FULL,
    STARTING,
    languages_of,
    read_wording,
    starting_wording,
    wordings,
    write_wording,
)
from healingpartner.agreements.wording import Plain, Wording, exact_text, wording_body, wording_from
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.paths import resource

Body = dict[str, object]
NAMED = "from-a-colleague.json"


def _full_body() -> Body:
    return copy.deepcopy(wording_body(starting_wording(FULL)))


def _commitment(body: Body, place: int = 0) -> Body:
    commitments = body["commitments"]
    assert isinstance(commitments, list)
    one = commitments[place]
    assert isinstance(one, dict)
    return one


def _bytes(body: object) -> bytes:
    return json.dumps(body).encode()


def _said(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read_wording(data, name=NAMED)
    assert NAMED in caught.value.what
    assert caught.value.then
    return caught.value.where


@pytest.mark.parametrize("language", ["en", "en_GB", "es", "es_MX", "fr", "zh_Hans"])
def test_every_language_gets_every_wording_in_the_same_order(language: str) -> None:
    found = wordings(language)
    assert tuple(one.id for one in found) == STARTING
    wanted = "es" if language.startswith("es") else "en"
    assert {one.language for one in found} == {wanted}


@pytest.mark.parametrize("wording_id", STARTING)
def test_each_comes_in_english_and_in_spanish(wording_id: str) -> None:
    assert languages_of(wording_id) == ("en", "es")
    english, spanish = starting_wording(wording_id, "en"), starting_wording(wording_id, "es")
    assert [one.id for one in english.commitments] == [one.id for one in spanish.commitments]
    assert [one.plain is None for one in english.commitments] == [one.plain is None for one in spanish.commitments]
    assert english.edition == spanish.edition


@pytest.mark.parametrize("name", ["", "unheard-of", "../agreements/full", "full.en", "*"])
def test_a_name_that_is_none_of_ours_is_refused(name: str) -> None:
    assert languages_of(name) == ()
    with pytest.raises(Refused):
        starting_wording(name)


@pytest.mark.parametrize("language", ["../en", "", "*", "/etc/passwd\0", "e" * 5_000])
def test_a_language_is_never_a_way_through_the_folders(language: str) -> None:
    assert starting_wording(FULL, language).language == "en"


@pytest.mark.parametrize("wording_id", STARTING)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_wording_comes_back_from_its_file_as_it_went(wording_id: str, language: str) -> None:
    wording = starting_wording(wording_id, language)
    assert read_wording(write_wording(wording)) == wording
    assert (
        resource("agreements", f"{wording_id}.{language}.json").read_bytes().strip() == write_wording(wording).strip()
    )


def test_a_wording_without_plain_words_is_written_as_it_always_was() -> None:
    body = wording_body(starting_wording())
    assert body["version"] == 1
    assert "plain" not in json.dumps(list(_commitment(body)))
    assert wording_from(body) == starting_wording()


def test_plain_words_make_version_two_and_are_no_part_of_the_exact_text() -> None:
    full = starting_wording(FULL)
    body = _full_body()
    assert body["version"] == 2
    for place in range(len(full.commitments)):
        del _commitment(body, place)["plain"]
    bare = wording_from(body)
    assert bare.commitments[0].plain is None
    assert exact_text(bare) == exact_text(full)
    assert wording_from(wording_body(bare)) == bare


def test_some_commitments_may_have_plain_words_and_others_none() -> None:
    body = _full_body()
    labels = body["labels"]
    assert isinstance(labels, dict)
    del labels["plain"], _commitment(body, 3)["plain"]
    wording = wording_from(body)
    assert (wording.labels.plain, wording.commitments[3].plain) == ("", None)
    assert isinstance(wording.commitments[4].plain, Plain)
    assert wording_from(wording_body(wording)) == wording


def _version_one_with_plain(body: Body) -> None:
    body["version"] = 1


def _plain_of_one_side(body: Body) -> None:
    _commitment(body, 2)["plain"] = {"practitioner": "I ask."}


def _plain_of_a_third(body: Body) -> None:
    _commitment(body, 2)["plain"] = {"practitioner": "I ask.", "patient": "I ask.", "witness": "I ask."}


def _no_plain_at_all(body: Body) -> None:
    _commitment(body, 2)["plain"] = None


def _hidden_promise(body: Body) -> None:
    _commitment(body, 2)["small_print"] = "I pay."


def _too_long(body: Body) -> None:
    _commitment(body, 2)["patient"] = "I will. " * 5_000


def _missing(body: Body) -> None:
    del _commitment(body, 2)["patient"]


def _said_twice(body: Body) -> None:
    _commitment(body, 2)["id"] = "equals"


@pytest.mark.parametrize(
    "spoil",
    [_plain_of_one_side, _plain_of_a_third, _no_plain_at_all, _hidden_promise, _too_long, _missing, _said_twice],
)
def test_what_is_amiss_is_told_with_the_file_and_the_commitment(spoil: Callable[[Body], None]) -> None:
    body = _full_body()
    spoil(body)
    assert "commitments 3" in _said(_bytes(body))


def test_version_one_never_had_plain_words() -> None:
    body = _full_body()
    _version_one_with_plain(body)
    assert _said(_bytes(body))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" ",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"text"',
        b"%PDF-1.7",
        b"{" * 100_000,
        b"[" * 100_000,
        b'{"kind": NaN}',
        b'{"kind": 1e400}',
        b'{"kind": ' + b"9" * 10_000 + b"}",
        b'{"kind": "healingpartner.agreement-wording", "kind": "healingpartner.agreement-wording"}',
        b" " * (10 * 1024 * 1024),
        b'{"kind": "' + b"x" * (10 * 1024 * 1024) + b'"}',
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_no_wording_is_turned_away_in_plain_words(data: bytes) -> None:
    assert _said(data)


def test_a_commitment_that_says_a_thing_twice_is_turned_away() -> None:
    data = write_wording(starting_wording(FULL)).replace(b'"why":', b'"patient": "I pay.", "why":', 1)
    assert _said(data)


def test_ten_thousand_commitments_are_too_many() -> None:
    body = _full_body()
    one = _commitment(body)
    body["commitments"] = [{"id": f"c{number}"} for number in range(10_000)]
    assert "commitments" in _said(_bytes(body))
    body["commitments"] = [{**one, "id": f"c{number}"} for number in range(101)]
    assert "commitments" in _said(_bytes(body))
    body["commitments"] = [{**one, "id": f"c{number}"} for number in range(100)]
    assert len(read_wording(_bytes(body)).commitments) == 100


@pytest.mark.parametrize("words", ["<b>I promise</b>", "<img src=file:///etc/passwd>", "&amp; %s {0} \\u202e"])
def test_markup_stays_the_letters_that_it_is(words: str) -> None:
    body = _full_body()
    _commitment(body)["patient"] = words
    wording = read_wording(_bytes(body))
    assert wording.commitments[0].patient == words
    assert read_wording(write_wording(wording)) == wording


@pytest.mark.parametrize(
    "words",
    [
        "I pay \u202eon\u202c time.",
        "I pay \u202dnot\u202c.",
        "I \u2067pay.",
        "I pay\u2069 now.",
        "I \u202bpay\u2069.",
        "I will\u200b pay.",
        "I pay\U000e0070\U000e0061.",
        "I pay \ue000.",
        "I pay\ufeff.",
    ],
    ids=ascii,
)
@pytest.mark.parametrize("member", ["title", "patient", "plain"])
def test_letters_that_would_show_another_text_are_not_taken_in(words: str, member: str) -> None:
    body = _full_body()
    _commitment(body, 1)[member] = {"practitioner": "I ask.", "patient": words} if member == "plain" else words
    assert "commitments 2 (expertise)" in _said(_bytes(body))


@pytest.mark.parametrize(
    "words", ["أعدك \u2068Amara\u2069 بذلك.", "מבטיח\u200f!", "می\u200cآیم", "👩‍⚕️ I am here.", "約束\U000e0100します。"]
)
def test_scripts_that_need_unseen_letters_keep_them(words: str) -> None:
    body = _full_body()
    _commitment(body)["practitioner"] = words
    assert read_wording(_bytes(body)).commitments[0].practitioner == words


def test_a_mark_that_some_editors_set_before_a_file_is_no_harm() -> None:
    assert read_wording(b"\xef\xbb\xbf" + write_wording(starting_wording())) == starting_wording()


def test_a_wording_that_no_file_can_hold_is_not_written() -> None:
    wording = starting_wording(FULL)
    body = wording_body(wording)
    body["commitments"] = [{**_commitment(body), "id": f"c{n}", "patient": "x" * 5_000, "why": "y" * 5_000,
                            "practitioner": "z" * 5_000, "plain": {"practitioner": "p" * 5_000, "patient": "q" * 5_000}}
                           for n in range(100)]  # fmt: skip
    longest = wording_from(body)
    with pytest.raises(Refused):
        write_wording(longest)
    assert len(_bytes(body)) > FILE_LIMIT


@given(st.binary(max_size=2_000))
def test_any_bytes_at_all_are_answered(data: bytes) -> None:
    with pytest.raises(Refused):
        read_wording(data)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(member=st.sampled_from(sorted(wording_body(starting_wording(FULL)))), value=_JSON)
def test_any_value_in_any_place_is_taken_or_refused_and_nothing_else(member: str, value: object) -> None:
    body = {**wording_body(starting_wording(FULL)), member: value}
    try:
        wording = wording_from(body)
    except Refused:
        return
    assert isinstance(wording, Wording)
    assert wording_from(wording_body(wording)) == wording
