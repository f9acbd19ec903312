"""The tab "Plan": beginning one, what stands in sight, what comes next, undo, resting, and a long plan in slices."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.accessibility import clipped, nameless
from desktop.plans.sleeping import MATTERS, agreed, goal, person, settle, sleeping, tab_of, whole
from desktop.stage import Stage, draw
from healingpartner.desktop.plans.agree_page import AgreePage
from healingpartner.desktop.plans.decisions_area import DecisionsArea
from healingpartner.desktop.plans.goal_editor import GoalEditor
from healingpartner.desktop.plans.goals_card import GoalsCard
from healingpartner.desktop.plans.history_page import HistoryPage
from healingpartner.desktop.plans.money_card import MoneyCard
from healingpartner.desktop.plans.parts_card import PartsCard
from healingpartner.desktop.plans.print_page import PrintPage
from healingpartner.desktop.plans.resting_card import RestingCard
from healingpartner.desktop.plans.tab import PlanTab
from healingpartner.foundation.voices import Voice
from healingpartner.plans import acts
from healingpartner.plans.decisions.acts import put_option
from healingpartner.plans.goals import acts as goals
from healingpartner.plans.model import PlanState
from healingpartner.plans.parts import acts as parts
from healingpartner.plans.parts.model import PartStance, PartVoice
from healingpartner.plans.templates.acts import make_template
from healingpartner.plans.versions.acts import acknowledge
from healingpartner.plans.versions.model import AckWay
from plans.large import large_plan


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def card(tab: PlanTab, kind: type) -> QWidget:
    return next(one for one in tab.cards.values() if isinstance(one, kind))


def test_without_a_plan_it_says_what_one_is_and_begins_it_in_the_patients_voice(stage: Stage) -> None:
    person_id = stage.do(person)
    tab = tab_of(stage, person_id)
    page = tab.begin_page
    assert page is not None
    assert "what each of you will do" in words_of(page)
    assert tab.printing() is None
    page.begin_button.click()
    settle(stage, tab)
    assert "no name yet" in page.form.fields["title"].sentence()
    page.form.fields["title"].set_value("Sleeping through")
    page.form.fields["matters"].set_value(MATTERS)
    page.begin_button.click()
    settle(stage, tab)
    found = stage.do(lambda practice: whole(practice, person_id))
    assert found.plan.matters == MATTERS
    assert tab.begin_page is None
    assert MATTERS in words_of(tab)


def test_a_plan_begins_from_a_template_of_another(stage: Stage) -> None:
    _other, plan_id = stage.do(sleeping)
    stage.do(lambda practice: practice.do(make_template, plan_id, title="Sleep", by=Voice.PRACTITIONER))
    tab = tab_of(stage, stage.do(lambda practice: person(practice, "Jonah Takahashi", "Jonah")))
    page = tab.begin_page
    assert page is not None
    page.begin_from_template()
    assert page.choice.sentence()
    page.choice.box.setCurrentIndex(0)
    page.begin_from_template()
    settle(stage, tab)
    assert tab.found is not None
    assert tab.found.plan.title == "Sleep"
    assert MATTERS not in words_of(tab)


def test_a_file_that_is_no_template_is_told_and_changes_nothing(stage: Stage, tmp_path: Path) -> None:
    tab = tab_of(stage, stage.do(person))
    page = tab.begin_page
    assert page is not None
    for name, data in (("a.json", b"{}"), ("b.json", b"\x00" * 10), ("c.json", b"[" * 3_000_000)):
        (tmp_path / name).write_bytes(data)
        page.take_in_file(tmp_path / name)
        settle(stage, tab)
        assert "not taken in" in page.sentence.text()
    page.take_in_file(tmp_path / "gone.json")
    settle(stage, tab)
    assert "could not be read" in page.sentence.text()
    assert page.choice.box.count() == 0


def test_a_lived_plan_shows_both_voices_goal_levels_and_what_became_of_each_way(stage: Stage) -> None:
    person_id, _plan = stage.do(agreed)
    tab = tab_of(stage, person_id)
    said = words_of(tab)
    for words in (MATTERS, "Version 1", "T = 50", "Chosen by both", "Set aside, no hard feelings", "Kept as a fallback",
                  "My body says yes to this.", "Why I would, in numbers", "9 · 8", "Up to £40.00 a month"):  # fmt: skip
        assert words in said, words
    row = card(tab, GoalsCard).view(tab.found.contents.goals[0].id).row  # type: ignore[attr-defined, union-attr]
    assert [cell.head for cell in row.cells() if cell.now] == ["0"]
    assert nameless(tab) == []
    assert clipped(tab) == []


@pytest.mark.parametrize("width", [420, 1200])
def test_nothing_is_cut_on_a_narrow_window_or_a_wide_one(stage: Stage, width: int) -> None:
    long = "Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley von und zu Hohenlohe"
    person_id, _plan = stage.do(lambda practice: sleeping(practice, long, long))
    stage.window.resize(width, 700)
    tab = tab_of(stage, person_id)
    for name in ("goals", "decisions", "money", "parts", "agreeing", "resting"):
        assert clipped(tab.cards[name]) == [], name


def test_each_state_has_one_thing_that_comes_next_and_it_is_done_by_one_press(stage: Stage) -> None:
    person_id = stage.do(person)
    stage.do(lambda practice: practice.do(acts.begin_plan, person_id, title="Rest", by=Voice.PRACTITIONER))
    tab = tab_of(stage, person_id)
    assert tab.head is not None
    for expected in (PlanState.OFFERED, PlanState.TALKED_OVER):
        tab.head.next.click()
        settle(stage, tab)
        assert tab.found is not None
        assert tab.found.plan.state is expected
    tab.head.next.click()
    assert isinstance(tab.over, AgreePage)
    assert tab.go_back()
    assert tab.over is None


def test_the_practitioner_says_yes_by_hand_and_the_second_yes_prints_the_copy_once(stage: Stage) -> None:
    person_id, plan_id = stage.do(sleeping)
    sha256 = stage.do(lambda practice: whole(practice, person_id)).contents_sha256
    stage.do(lambda p: p.do(acknowledge, plan_id, AckWay.SPOKEN, contents_sha256=sha256, by=Voice.PATIENT))
    tab = tab_of(stage, person_id)
    tab.go_on("agree")
    page = tab.over
    assert isinstance(page, AgreePage)
    QApplication.processEvents()
    page.sign_button.click()
    assert "no signature yet" in page.sentence.text()
    draw(page.pad)
    page.sign_button.click()
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.plan.state is PlanState.AGREED, timeout=10_000)
    settle(stage, tab)
    assert tab.found is not None
    (line,) = stage.do(lambda practice: whole(practice, person_id)).versions
    assert line.attachment_id
    assert tab.over is None


def test_a_yes_to_other_words_stays_behind_and_is_said_so(stage: Stage) -> None:
    person_id, plan_id = stage.do(sleeping)
    sha256 = stage.do(lambda practice: whole(practice, person_id)).contents_sha256
    stage.do(lambda p: p.do(acknowledge, plan_id, AckWay.SPOKEN, contents_sha256=sha256, by=Voice.PATIENT))
    tab = tab_of(stage, person_id)
    tab.go_on("agree")
    page = tab.over
    assert isinstance(page, AgreePage)
    stage.do(lambda practice: practice.do(goals.put_goal, plan_id, goal(), by=Voice.BOTH))
    settle(stage, tab)
    assert "changed meanwhile" in page.changed.text()
    page.say_button.click()
    settle(stage, tab)
    assert "read it once more" in page.sentence.text()
    tab.close_over()
    assert "It was changed since" in words_of(tab.cards["agreeing"])


def test_undo_takes_back_the_latest_change_made_here_and_then_the_one_before(stage: Stage) -> None:
    person_id, _plan = stage.do(sleeping)
    tab = tab_of(stage, person_id)
    assert tab.found is not None
    before = tab.found.contents_sha256
    area = card(tab, DecisionsArea)
    assert isinstance(area, DecisionsArea)
    area.card(tab.found.contents.options[1].id).reopens.emit(tab.found.contents.options[1].id)  # type: ignore[union-attr]
    settle(stage, tab)
    assert tab.found.contents_sha256 != before
    tab.undo()
    settle(stage, tab)
    assert tab.found.contents_sha256 == before


def test_undo_of_nothing_says_so_and_changes_nothing(stage: Stage) -> None:
    person_id, _plan = stage.do(agreed)
    tab = tab_of(stage, person_id)
    assert tab.head is not None
    assert tab.head.undo_link.isHidden()
    tab.undo()
    settle(stage, tab)
    assert "You both agreed to this" in words_of(tab.head)


def test_either_may_rest_it_and_it_goes_on_from_where_it_was(stage: Stage) -> None:
    person_id, _plan = stage.do(agreed)
    tab = tab_of(stage, person_id)
    resting = card(tab, RestingCard)
    assert isinstance(resting, RestingCard)
    assert resting.side is not None
    resting.pause_button.click()
    assert resting.side.sentence()
    resting.side.set_value(Voice.PATIENT.value)
    resting.pause_button.click()
    settle(stage, tab)
    assert tab.found is not None
    assert tab.found.plan.state is PlanState.PAUSED
    assert tab.head is not None
    tab.head.next.click()
    settle(stage, tab)
    assert tab.found.plan.state is PlanState.UNDER_WAY


def test_money_says_what_is_not_known_and_never_counts_it_as_nothing(stage: Stage) -> None:
    person_id, plan_id = stage.do(sleeping)
    found = stage.do(lambda practice: whole(practice, person_id))
    bare = replace(found.contents.options[0], cost=None)
    stage.do(lambda p: p.do(put_option, bare.decision_id, bare, by=Voice.PRACTITIONER))
    tab = tab_of(stage, person_id)
    money = card(tab, MoneyCard)
    assert isinstance(money, MoneyCard)
    assert "1 price is not known yet, and not counted." in money.words.text()
    assert "could come to more" in money.over.text()
    assert plan_id


def test_a_part_that_is_not_willing_never_lets_everyone_be_on_board(stage: Stage) -> None:
    person_id, plan_id = stage.do(sleeping)
    for label, stance in (("the one who walks", PartStance.ON_BOARD), ("the watcher", PartStance.NOT_WILLING)):
        part = PartVoice(id="", plan_id=plan_id, label=label, stance=stance)
        stage.do(lambda p, part=part: p.do(parts.put_part_voice, plan_id, part, by=Voice.PATIENT))
    tab = tab_of(stage, person_id)
    board = card(tab, PartsCard)
    assert isinstance(board, PartsCard)
    assert "Everyone is on board" not in words_of(board)
    assert "Not everyone is on board" in words_of(board)
    board.tap_link.click()
    settle(stage, tab)
    assert "we go on anyway" in words_of(board)
    assert "Everyone is on board" not in words_of(board)


def test_history_tells_versions_word_by_word(stage: Stage) -> None:
    person_id, plan_id = stage.do(agreed)
    stage.do(lambda practice: practice.do(acts.rework, plan_id, by=Voice.PRACTITIONER))
    found = stage.do(lambda practice: whole(practice, person_id))
    changed = replace(found.plan, reach="555 0111, until eight")
    stage.do(lambda practice: practice.do(acts.change_plan, changed, by=Voice.PRACTITIONER))
    tab = tab_of(stage, person_id)
    assert tab.head is not None
    tab.head.history.click()
    page = tab.over
    assert isinstance(page, HistoryPage)
    settle(stage, tab)
    said = words_of(page)
    assert "Version 1" in said
    assert "[out: six]" in said
    assert "[new: eight]" in said


def test_printing_offers_only_papers_with_something_on_them_and_says_that_nothing_is_owed(stage: Stage) -> None:
    person_id, _plan = stage.do(agreed)
    tab = tab_of(stage, person_id)
    offer = tab.printing()
    assert offer is not None
    offer.run()
    page = tab.over
    assert isinstance(page, PrintPage)
    assert set(page.links) >= {"decided", "goals", "history"}
    assert not set(page.links) & {"steps", "medicines"}
    assert "Nothing in this plan is for you to do" in words_of(page)


def test_the_longest_plan_opens_with_its_head_at_once_and_builds_the_rest_in_slices(stage: Stage) -> None:
    person_id, _plan = stage.do(large_plan)
    tab = PlanTab(stage.desk, person_id)
    stage.show(tab)
    stage.qtbot.waitUntil(lambda: tab.head is not None, timeout=10_000)
    assert set(tab.cards) == {"goals"}
    assert not tab.later.is_settled
    spent = QElapsedTimer()
    spent.start()
    area = None
    while area is None or any(area.card(one.id) is None for one in tab.found.contents.options):  # type: ignore[union-attr]
        QApplication.processEvents()
        found = tab.cards.get("decisions")
        area = found if isinstance(found, DecisionsArea) else None
        assert spent.elapsed() < 60_000
    tab.later.forget()


def test_once_the_practitioner_has_said_yes_the_other_side_is_asked_next(stage: Stage) -> None:
    person_id, _plan = stage.do(sleeping)
    tab = tab_of(stage, person_id)
    tab.go_on("agree")
    page = tab.over
    assert isinstance(page, AgreePage)
    page.say_button.click()
    settle(stage, tab)
    assert tab.head is not None
    assert tab.head.next.text() == "Turn the screen"
    tab.head.next.click()
    assert tab.view is not None
    assert tab.view.is_turned


def test_undo_passes_over_an_answer_and_takes_back_the_last_thing_written(stage: Stage) -> None:
    person_id, plan_id = stage.do(sleeping)
    tab = tab_of(stage, person_id)
    goals_card = card(tab, GoalsCard)
    assert isinstance(goals_card, GoalsCard)
    goals_card.edit("")
    editor = tab.over
    assert isinstance(editor, GoalEditor)
    editor.form.show_typed({"patient_words": "Walk", "level-1": "a little", "level0": "to the lake"})
    editor.save()
    settle(stage, tab)
    tab.go_on("agree")
    page = tab.over
    assert isinstance(page, AgreePage)
    page.later_button.click()
    settle(stage, tab)
    tab.undo()
    settle(stage, tab)
    found = stage.do(lambda practice: whole(practice, person_id))
    assert [one.patient_words for one in found.contents.goals] == [MATTERS]
    assert found.plan.id == plan_id
