"""Sealed boxes: closed by anyone here, opened by six words alone, and bound to where they stand."""

import os
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import RuleBroken, VaultProblem
from healingpartner.vault import sealed_box
from healingpartner.vault.passphrase import word_list
from vault.key_material import LEAST_COST


@cache
def dealt() -> sealed_box.Dealt:
    return sealed_box.deal(LEAST_COST, os.urandom)


@cache
def opener() -> sealed_box.Opener:
    return sealed_box.opener(dealt().words, dealt().sealed_to)


def boxed(content: bytes, *, about: str = "row-1") -> bytes:
    return sealed_box.seal(content, dealt().sealed_to, kind="reflection", version=1, about=about, entropy=os.urandom)


def opened(box: bytes, *, kind: str = "reflection", version: int = 1, about: str = "row-1") -> bytes:
    return opener().open(box, kind=kind, version=version, about=about)


@given(st.binary(max_size=2000))
def test_what_is_sealed_comes_back(content: bytes) -> None:
    assert opened(boxed(content)) == content


def test_a_box_shows_neither_words_nor_the_length_of_a_short_answer() -> None:
    assert b"frightened" not in boxed(b"I was frightened")
    assert len(boxed(b"yes")) == len(boxed(b"I was frightened of asking"))
    assert boxed(b"same") != boxed(b"same")


def test_any_changed_byte_is_noticed() -> None:
    box = boxed(b"as it was")
    for place in range(len(box)):
        changed = bytearray(box)
        changed[place] ^= 0x21
        with pytest.raises(VaultProblem) as caught:
            opened(bytes(changed))
        assert caught.value.kind == "box-damaged"


@pytest.mark.parametrize("cut", [0, 1, 50, 200])
def test_a_cut_box_is_noticed(cut: int) -> None:
    with pytest.raises(VaultProblem):
        opened(boxed(b"as it was")[:cut])


def test_a_box_opens_only_where_it_belongs() -> None:
    box = boxed(b"as it was")
    for elsewhere in ({"about": "row-2"}, {"kind": "note"}, {"version": 2}):
        with pytest.raises(VaultProblem) as caught:
            opened(box, **elsewhere)  # type: ignore[arg-type]
        assert caught.value.kind == "box-damaged"


def test_a_box_for_another_does_not_open() -> None:
    other = sealed_box.deal(LEAST_COST, os.urandom)
    box = sealed_box.seal(b"x", other.sealed_to, kind="reflection", version=1, about="row-1", entropy=os.urandom)
    with pytest.raises(VaultProblem):
        opened(box)


def test_six_words_are_dealt_and_only_those_in_that_order_open() -> None:
    assert len(dealt().words) == 6
    assert set(dealt().words) <= set(word_list())
    unlike = next(word for word in word_list() if word not in dealt().words)
    for wrong in ((*dealt().words[:5], unlike), tuple(reversed(dealt().words))):
        with pytest.raises(VaultProblem) as caught:
            sealed_box.opener(wrong, dealt().sealed_to)
        assert caught.value.kind == "wrong-words"


def test_words_are_read_in_any_case_and_from_four_letters() -> None:
    words = ("abandon", "zoo", "ability", "able", "about", "above")
    assert sealed_box.words_typed("ABANDON zoo, Abil  able abou above") == words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abandon zoo ability able about", "six words"),
        ("abandon zoo ability able about above absent", "six words"),
        ("abandon zoo ability able aboot above", "Word 5"),
        ("abandonx zoo ability able about above", "Word 1"),
        ("a zoo ability able about above", "Word 1"),
        ("", "six words"),
    ],
)
def test_a_mistyped_word_is_named(typed: str, said: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        sealed_box.words_typed(typed)
    assert said in caught.value.sentence


def test_the_kept_half_is_stored_as_text_and_read_strictly() -> None:
    kept = dealt().sealed_to
    assert sealed_box.SealedTo.read(kept.text()) == kept
    greedy = replace(kept, cost=replace(kept.cost, memory_kib=2**40)).text()
    for wrong, kind in ((greedy, "header-limits"), ("{}", "box-damaged"), ("", "box-damaged"), ("[1]", "box-damaged")):
        with pytest.raises(VaultProblem) as caught:
            sealed_box.SealedTo.read(wrong)
        assert caught.value.kind == kind
