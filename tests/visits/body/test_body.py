"""Layers on the body chart: named regions, whole numbers, dated, by one voice each, and never changed."""

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.practice import Practice
from healingpartner.visits.body import acts, store
from healingpartner.visits.body.model import HIGH, WIDE, Side, names_of, region_at, regions_of
from healingpartner.visits.body.views import copy_of, layers_of
from visits.meeting import DESK, HOSTILE, OTHER, met

LINE = ((500, 1380), (520, 1400), (540, 1390))


def test_a_layer_lies_over_the_one_before_and_each_keeps_its_voice(practice: Practice):
    person_id, visit_id = met(practice)
    practice.do(
        acts.draw_on_body, person_id, Side.FRONT, regions=["left_knee", "head"], strokes=[LINE], words="burning",
        visit_id=visit_id, by=OTHER,
    )  # fmt: skip
    practice.do(acts.draw_on_body, person_id, Side.BACK, regions=["left_knee"], by=DESK)
    first, second = practice.ask(layers_of, person_id)
    assert (first.voice, first.side, first.regions, first.strokes) == (
        OTHER,
        Side.FRONT,
        ("head", "left_knee"),
        (LINE,),
    )
    assert (second.voice, names_of(second.side, second.regions)) == (DESK, ("Hollow of the left knee",))
    assert len(practice.ask(copy_of, person_id)["body_drawing"]) == 2


@pytest.mark.parametrize("side", Side)
def test_every_region_has_a_name_a_place_of_its_own_and_is_found_there(side: Side):
    regions = regions_of(side)
    assert len({one.key for one in regions}) == len({one.name for one in regions}) == len(regions) >= 25
    for one in regions:
        left, top, right, bottom = one.box
        assert 0 <= left < right <= WIDE
        assert 0 <= top < bottom <= HIGH
        assert region_at(side, (left + right) // 2, (top + bottom) // 2) == one
    assert region_at(side, 5, 5) is None


def test_left_is_the_persons_own_left_from_both_sides():
    places = {side: next(one for one in regions_of(side) if one.key == "left_hand").box[0] for side in Side}
    assert places[Side.FRONT] > WIDE // 2 > places[Side.BACK]


@given(st.integers(0, WIDE), st.integers(0, HIGH), st.sampled_from(Side))
def test_a_point_lies_in_one_region_at_most(x: int, y: int, side: Side):
    inside = [one for one in regions_of(side) if one.box[0] < x < one.box[2] and one.box[1] < y < one.box[3]]
    assert len(inside) <= 1


@pytest.mark.parametrize(
    ("given_parts", "field"),
    [
        ({}, "regions"),
        ({"words": "  "}, "regions"),
        ({"regions": ["tail"]}, "regions"),
        ({"strokes": [((-1, 5), (3, 4))]}, "strokes"),
        ({"strokes": [((5, 2_001),)]}, "strokes"),
        ({"strokes": [LINE] * 201}, "strokes"),
        ({"strokes": [tuple((1, 1) for _n in range(20_001))]}, "strokes"),
        ({"words": "x" * 5_001}, "words"),
    ],
)
def test_nothing_too_much_and_beside_the_figure_are_said(practice: Practice, given_parts: dict, field: str):
    person_id, _visit = met(practice)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.draw_on_body, person_id, Side.FRONT, by=OTHER, **given_parts)
    assert broken.value.field == field


def test_a_layer_needs_a_person_and_their_own_visit(practice: Practice):
    person_id, _visit = met(practice)
    _other, visit_id = met(practice, "Jonah Takahashi")
    for who, where in (("nobody", ""), (person_id, visit_id), (person_id, "nothing")):
        with pytest.raises(Refused):
            practice.do(acts.draw_on_body, who, Side.FRONT, words="x", visit_id=where, by=DESK)


@pytest.mark.parametrize("words", [each for each in HOSTILE if len(each) < 5_000])
def test_any_words_come_back_as_they_were_said(practice: Practice, words: str):
    person_id, _visit = met(practice)
    practice.do(acts.draw_on_body, person_id, Side.FRONT, words=words, by=OTHER)
    assert practice.ask(layers_of, person_id)[0].words == words


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE body_drawing SET words = 'other'",
        "DELETE FROM body_drawing",
        "INSERT OR REPLACE INTO body_drawing SELECT * FROM body_drawing",
    ],
)
def test_no_statement_changes_a_layer(practice: Practice, statement: str):
    person_id, _visit = met(practice)
    practice.do(acts.draw_on_body, person_id, Side.FRONT, strokes=[LINE], by=OTHER)
    with pytest.raises(Exception, match="kept"), practice.vault.transaction(by=DESK, act="test") as tx:
        tx.erasing(statement)
    practice.erase_person(person_id)
    assert practice.db.value(f"SELECT count(*) FROM {store.DRAWING.name}") == 0
