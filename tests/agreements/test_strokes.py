"""What counts as a drawn signature, and that a drawing comes back as it went in."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from agreements.signing import wave
from healingpartner.agreements.strokes import check_drawing
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.strokes import MOST_POINTS, Drawing, Point, drawing_body, drawing_from
from healingpartner.vault.canonical import canonical

POINTS = st.builds(
    Point,
    x=st.integers(0, 5_000),
    y=st.integers(0, 1_600),
    pressure=st.integers(0, 1_000),
    t=st.integers(0, 60_000),
)


def test_a_wave_across_the_pad_is_a_signature() -> None:
    assert check_drawing(wave()) == wave()


def dot(points: int) -> Drawing:
    return replace(wave(), strokes=(tuple(Point(x=700, y=700, pressure=900, t=n * 20) for n in range(points)),))


@pytest.mark.parametrize(
    "drawing",
    [
        replace(wave(), strokes=()),
        replace(wave(), strokes=((), ())),
        dot(1),
        dot(500),
        wave(4),
        replace(wave(), strokes=tuple((replace(p, t=0),) for p in wave().strokes[0])),
        replace(wave(), strokes=(tuple(replace(p, t=0) for p in wave().strokes[0]),)),
        replace(wave(), width=0),
        replace(wave(), height=0),
        replace(wave(), width=-5),
        wave(MOST_POINTS + 1),
        wave(50_000),
        replace(wave(), width=10),
        replace(wave(), strokes=((Point(x=-1, y=0, pressure=0, t=0), *wave().strokes[0]),)),
        replace(wave(), strokes=((Point(x=1, y=2**60, pressure=0, t=0), *wave().strokes[0]),)),
        replace(wave(), strokes=((Point(x=1, y=1, pressure=5_000, t=0), *wave().strokes[0]),)),
    ],
    ids=lambda drawing: f"{drawing.points()}-points-on-{drawing.width}x{drawing.height}",
)
def test_a_dot_a_tap_or_a_broken_drawing_is_no_signature(drawing: Drawing) -> None:
    with pytest.raises(RuleBroken) as caught:
        check_drawing(drawing)
    assert caught.value.field == "strokes"
    assert caught.value.sentence


def test_as_many_points_as_may_be_are_taken() -> None:
    assert check_drawing(wave(MOST_POINTS)).points() == MOST_POINTS


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(POINTS, max_size=12).map(tuple), max_size=6).map(tuple))
def test_every_drawing_comes_back_as_it_went_in(strokes: tuple[tuple[Point, ...], ...]) -> None:
    drawing = Drawing(width=5_000, height=1_600, strokes=strokes)
    assert drawing_from(json.loads(canonical(drawing_body(drawing)))) == drawing


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "x"},
        {"version": 9},
        {"strokes": None},
        {"strokes": [[1, 2, 3]]},
        {"strokes": [[1, 2, 3, 4.5]]},
        {"strokes": [["1", 2, 3, 4]]},
        {"strokes": [7]},
        {"width": None},
        {"height": True},
    ],
)
def test_what_is_no_drawing_is_not_read_as_one(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a"):
        drawing_from(drawing_body(wave()) | change)
    with pytest.raises(ValueError, match="not a"):
        drawing_from("drawing")
