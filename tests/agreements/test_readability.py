"""Scores of a wording, commitment by commitment, and the bounds that ours keep."""

from dataclasses import replace

import pytest

from healingpartner.agreements.library import FULL, starting_wording, wordings
from healingpartner.agreements.readability import keeps_bound, readings_of

HARD = "I acknowledge responsibility for communicating modifications of medication immediately and comprehensively."


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_commitment_that_comes_with_the_program_keeps_the_bounds(language: str) -> None:
    for wording in wordings(language):
        assert [one.commitment_id for one in readings_of(wording) if one.easy is not True] == []


def test_a_hard_promise_is_found_by_its_name() -> None:
    full = starting_wording(FULL)
    spoilt = replace(full, commitments=(replace(full.commitments[0], patient=HARD), *full.commitments[1:]))
    assert [one.commitment_id for one in readings_of(spoilt) if not one.easy] == ["equals"]


def test_a_language_without_a_measure_is_not_called_hard() -> None:
    readings = readings_of(replace(starting_wording(), language="de"))
    assert {(one.full, one.plain, one.easy) for one in readings} == {(None, None, None)}
    with pytest.raises(ValueError, match="no measure"):
        keeps_bound(5, "de")


def test_the_bounds_stand_where_they_should() -> None:
    assert keeps_bound(8, "en")
    assert not keeps_bound(8, "en", plain=True)
    assert keeps_bound(65, "es_MX")
    assert not keeps_bound(64.9, "es", plain=True)
