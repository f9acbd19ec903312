"""The practitioner's own reckoning: told as one types, amiss beside its field, and nothing kept."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from healingpartner.desktop.kit.icon_array import IconPicture
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.reckoning.bench import Bench
from healingpartner.desktop.plans.reckoning.from_study import FromStudy
from healingpartner.desktop.plans.reckoning.over_time import SmallTable, ThreeCourses
from healingpartner.desktop.plans.reckoning.page import ReckoningPage
from healingpartner.desktop.plans.reckoning.testing import ATest


def on(qtbot: QtBot, bench: Bench) -> Bench:
    qtbot.addWidget(bench)
    bench.resize(700, 900)
    bench.show()
    return bench


def told(bench: Bench) -> str:
    shown = [bench.told.itemAt(at).widget() for at in range(bench.told.count())]
    labels = [
        label
        for widget in shown
        for label in ([widget] if isinstance(widget, PlainLabel) else widget.findChildren(PlainLabel))
    ]
    return " ".join(label.text() for label in labels).replace("\u2068", "").replace("\u2069", "")


def test_counts_become_a_sentence_with_pictures_and_can_be_taken_over(qtbot: QtBot) -> None:
    bench = FromStudy("sleep better", called="Mira", offers=True)
    on(qtbot, bench)
    bench.type(with_events="56", with_of="70", without_events="48", without_of="80", horizon="8", unit="weeks")
    assert "Of 100 people like Mira, about 80 sleep better within 8 weeks. Without it, about 60 do." in told(bench)
    assert [one.array.events for one in bench.findChildren(IconPicture)] == [60, 80]
    with qtbot.waitSignal(bench.taken) as taken:
        bench.told.itemAt(1).widget().click()
    assert taken.args == [
        {"denominator": "100", "n_with": "80", "n_without": "60", "interval_with": "69–88", "interval_without": "49–70",
         "outcome": "sleep better", "direction": "benefit", "horizon": "8", "unit": "weeks"}
    ]  # fmt: skip


def test_a_ratio_needs_the_chance_without_it(qtbot: QtBot) -> None:
    bench = FromStudy("have a stroke")
    on(qtbot, bench)
    bench.type(reports="risk", direction="harm", ratio="0,80", horizon="10")
    assert told(bench) == ""
    assert bench.fields["with_events"].isHidden()
    bench.type(base="20 %", ratio_low="0.65", ratio_high="0.98")
    assert "about 16 have a stroke within 10 years. Without it, about 20 do." in told(bench)
    assert "between 13 and 20" in told(bench)
    assert "25 treated for one more to gain. The range runs from 15 to no difference at all." in told(bench)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"with_events": "71", "with_of": "70"}, "with_events"),
        ({"with_events": "x", "with_of": "70"}, "with_events"),
        ({"with_events": "1", "with_of": "0"}, "with_of"),
        ({"with_events": "1", "with_of": "2", "horizon": "0.5"}, "horizon"),
        ({"reports": "odds", "base": "120 %", "ratio": "2"}, "base"),
        ({"reports": "risk", "base": "0.9", "ratio": "2"}, "ratio"),
        ({"reports": "hazard", "base": "0.9", "ratio": "0.8", "ratio_low": "0.9", "ratio_high": "0.7"}, "ratio_low"),
        ({"reports": "hazard", "base": "0.9", "ratio": "0.8", "ratio_low": "0.7"}, "ratio_high"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(qtbot: QtBot, typed: dict[str, str], field: str) -> None:
    bench = FromStudy("sleep better")
    on(qtbot, bench)
    bench.type(**typed)
    assert bench.fields[field].sentence()
    assert told(bench) == ""


def test_a_test_is_told_in_people_with_a_picture_of_those_who_hear_yes(qtbot: QtBot) -> None:
    bench = on(qtbot, ATest())
    bench.type(prevalence="1 %", sensitivity="90 %", specificity="0.91")
    assert "So of 98 who hear yes, 9 have it." in told(bench)
    (picture,) = bench.findChildren(IconPicture)
    assert (picture.array.events, picture.array.of) == (9, 98)
    bench.type(specificity="3")
    assert bench.fields["specificity"].sentence()


def test_a_small_table_and_three_courses_are_told_in_sentences(qtbot: QtBot) -> None:
    table = on(qtbot, SmallTable())
    table.type(times="1, 2+, 3, 4, 4, 5+, 6")
    assert "After 3 months, about 69 of 100 are still free of it." in told(table)
    table.type(times="1, two")
    assert table.fields["times"].sentence()
    courses = on(qtbot, ThreeCourses())
    courses.type(expected="12")
    assert "Most likely: from 6 months to 24 months." in told(courses)
    courses.type(expected="-1")
    assert courses.fields["expected"].sentence()


def test_what_is_typed_is_told_after_a_pause_and_taken_away_when_it_is_gone(qtbot: QtBot) -> None:
    bench = on(qtbot, ThreeCourses())
    qtbot.keyClicks(bench.fields["expected"].line, "12")
    qtbot.waitUntil(lambda: "36 months" in told(bench))
    bench.type(expected="")
    assert told(bench) == ""


def test_the_page_has_names_for_all_of_it_and_leads_back(qtbot: QtBot) -> None:
    page = ReckoningPage("Mira")
    qtbot.addWidget(page)
    assert nameless(page) == []
    with qtbot.waitSignal(page.left):
        page.back.click()
    with qtbot.waitSignal(page.left):
        assert page.go_back()
