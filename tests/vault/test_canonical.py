"""Canonical bytes are RFC 8785, whichever way they are written."""

import math

import pytest
import rfc8785
from hypothesis import given, strategies as st

from healingpartner.vault.canonical import canonical, read_canonical

LETTERS = st.text(st.characters(exclude_categories=["Cs"]))
LEAVES = st.none() | st.booleans() | LETTERS | st.integers(-(2**53) + 1, 2**53 - 1)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LETTERS, inner, max_size=4))


@given(TREES)
def test_it_writes_what_rfc_8785_writes_and_reads_it_back(value: object) -> None:
    written = canonical(value)
    assert written == rfc8785.dumps(value)
    assert read_canonical(written) == value


@given(st.dictionaries(st.sampled_from(["a", "é", "\U0001f33f", "\ufb01"]), TREES))
def test_a_float_is_found_wherever_it_hides(value: dict[str, object]) -> None:
    for hidden in ({**value, "z": 1.5}, {**value, "é": [{"\U0001f33f": math.inf}]}, [*value, (0.0,)]):
        with pytest.raises(TypeError):
            canonical(hidden)


@pytest.mark.parametrize("beyond", [2**53, -(2**53), 2**70, "\ud800", {"a": [2**60]}])
def test_what_cannot_be_written_the_same_everywhere_is_refused(beyond: object) -> None:
    with pytest.raises(ValueError):
        canonical(beyond)
