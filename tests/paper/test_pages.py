"""Rows on pages."""

from healingpartner.paper.pages import FIRMEST, Row, placed


def heights(pages) -> list[list[float]]:
    return [[row.height for row, _ in page] for page in pages]


def test_rows_fill_a_page_and_go_on_with_the_next() -> None:
    assert heights(placed([Row(height=40)] * 5, top=0, room=100)) == [[40, 40], [40, 40], [40]]


def test_a_heading_goes_with_what_follows() -> None:
    rows = [Row(height=60), Row(height=20, keep=FIRMEST), Row(height=40)]
    assert heights(placed(rows, top=0, room=100)) == [[60], [20, 40]]


def test_what_is_too_long_for_any_page_is_cut_between_rows() -> None:
    rows = [Row(height=40, keep=FIRMEST)] * 5
    assert heights(placed(rows, top=0, room=100)) == [[40, 40], [40, 40], [40]]


def test_space_falls_away_at_the_head_of_a_page() -> None:
    rows = [Row(height=90), Row(height=20, gap=True), Row(height=90)]
    assert heights(placed(rows, top=0, room=100)) == [[90], [90]]


def test_no_page_holds_nothing_but_space() -> None:
    assert heights(placed([Row(height=100), Row(height=5, gap=True)], top=0, room=100)) == [[100]]


def test_each_row_knows_its_top_edge() -> None:
    assert [y for _, y in placed([Row(height=10), Row(height=30), Row(height=5)], top=7, room=100)[0]] == [7, 17, 47]


def test_where_not_all_fits_the_loosest_hold_gives_way() -> None:
    rows = [Row(height=30, keep=2), Row(height=30, keep=1), Row(height=30, keep=2), Row(height=30)]
    assert heights(placed(rows, top=0, room=100)) == [[30, 30], [30, 30]]
