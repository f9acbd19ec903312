"""Which way each character runs."""

from hypothesis import given, strategies as some

from healingpartner.paper.direction import levels, mirrored, visual_order

ANY = some.text(alphabet="ab אב ابج 12,.()\u2066\u2067\u2068\u2069\u200e\u200f\u0301", max_size=60)


def drawn(text: str, *, right: bool) -> str:
    """The text as it stands on the line from left to right."""
    order = visual_order(text, levels(text, right=right), int(right))
    return "".join(text[at] for at in order)


def test_latin_stays_as_it_is() -> None:
    assert drawn("abc 123", right=False) == "abc 123"


def test_hebrew_is_turned_and_its_numbers_are_not() -> None:
    assert drawn("אב 12 גד", right=True) == "דג 12 בא"


def test_an_isolate_keeps_its_own_order_and_does_not_turn_its_neighbours() -> None:
    assert drawn("a \u2068אב\u2069, b", right=False) == "a \u2068בא\u2069, b"


def test_a_name_in_an_isolate_keeps_a_number_beside_it_in_its_place() -> None:
    assert drawn("I, \u2068אב\u2069 12", right=False).endswith("\u2069 12")
    assert drawn("I, אב 12", right=False).endswith("12 בא")


def test_brackets_are_seen_from_the_other_side() -> None:
    assert (mirrored("("), mirrored("a"), mirrored("»")) == (")", "a", "«")


def test_isolates_within_isolates_without_end_do_no_harm() -> None:
    text = "\u2068" * 3000 + "א" + "\u2069" * 2000
    assert len(levels(text, right=False)) == len(text)


@given(ANY, some.booleans())
def test_a_line_holds_every_character_exactly_once(text: str, right: bool) -> None:
    assert sorted(visual_order(text, levels(text, right=right), int(right))) == list(range(len(text)))


@given(ANY, some.booleans())
def test_levels_never_fall_below_the_paragraph(text: str, right: bool) -> None:
    assert all(level >= int(right) for level in levels(text, right=right))
