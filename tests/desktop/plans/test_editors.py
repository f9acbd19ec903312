"""The pages on which parts of a plan are written: voices, bad input beside its field, drafts, and a changed base."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLabel

from desktop.accessibility import clipped, nameless
from desktop.plans.sleeping import agreed, goal, money, settle, sleeping, tab_of, whole
from desktop.stage import Stage
from healingpartner.desktop.notice_panels import QuestionPanel
from healingpartner.desktop.people.draft_keeper import WAIT_MS
from healingpartner.desktop.plans.deciding_editor import DecidingEditor
from healingpartner.desktop.plans.decision_editor import DecisionEditor
from healingpartner.desktop.plans.decisions_area import DecisionsArea
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.felt_editor import FeltEditor
from healingpartner.desktop.plans.goal_editor import GoalEditor
from healingpartner.desktop.plans.goals_card import GoalsCard
from healingpartner.desktop.plans.option_editor import OptionEditor
from healingpartner.desktop.plans.part_editor import PartVoiceEditor
from healingpartner.desktop.plans.particulars_editor import ParticularsEditor
from healingpartner.desktop.plans.parts_card import PartsCard
from healingpartner.desktop.plans.rating_editor import RatingEditor
from healingpartner.desktop.plans.tab import PlanTab
from healingpartner.desktop.plans.too_much_editor import TooMuchEditor
from healingpartner.foundation.voices import Voice
from healingpartner.plans import acts
from healingpartner.plans.decisions.acts import put_option
from healingpartner.plans.decisions.model import OptionStanding, Stance
from healingpartner.plans.goals.acts import put_goal
from healingpartner.plans.model import PlanState


def page(tab: PlanTab, kind: type) -> PartEditor:
    assert isinstance(tab.over, kind)
    assert isinstance(tab.over, PartEditor)
    return tab.over


def writing(stage: Stage) -> tuple[PlanTab, GoalsCard, DecisionsArea]:
    person_id, _plan = stage.do(sleeping)
    tab = tab_of(stage, person_id)
    goals, ways = tab.cards["goals"], tab.cards["decisions"]
    assert isinstance(goals, GoalsCard)
    assert isinstance(ways, DecisionsArea)
    return tab, goals, ways


def option_page(stage: Stage) -> tuple[PlanTab, OptionEditor]:
    tab, _goals, ways = writing(stage)
    assert tab.found is not None
    ways.edit_option(tab.found.contents.options[0].id)
    settle(stage, tab)
    editor = tab.over
    assert isinstance(editor, OptionEditor)
    return tab, editor


def save(stage: Stage, tab: PlanTab, editor: PartEditor) -> None:
    editor.save_button.click()
    settle(stage, tab)


def test_a_goal_is_written_in_two_levels_and_stands_in_the_plan(stage: Stage) -> None:
    tab, goals, _ways = writing(stage)
    goals.edit("")
    editor = page(tab, GoalEditor)
    save(stage, tab, editor)
    assert "no words yet" in editor.form.fields["patient_words"].sentence()
    editor.form.show_typed({"patient_words": "Walk to the lake", "level-1": "Round the house", "level0": "To the lake"})
    save(stage, tab, editor)
    assert tab.over is None
    assert tab.found is not None
    assert tab.found.contents.goals[-1].patient_words == "Walk to the lake"
    assert goals.view(tab.found.contents.goals[-1].id) is not None


BAD_WORDS: tuple[tuple[dict[str, object], str, str], ...] = (
    ({"label": " "}, "label", "no name yet"),
    ({"label": "Walk", "helps": "x" * 10_001}, "helps", "Nothing was lost"),
    ({"helps": "", "stance": "toward", "leaning": ""}, "leaning", "why"),
    ({"stance": "", "leaning": "It is gentle."}, "stance", "which way"),
)
BAD_COSTS = (
    ({"low": "9", "high": "6", "currency": "GBP"}, "above the higher"),
    ({"low": "six", "high": "", "currency": "GBP"}, "not yet an amount"),
    ({"low": "6", "high": "", "currency": "EUR"}, "two currencies"),
    ({"low": "6", "high": "", "currency": "euros"}, "three letters"),
    ({"low": "", "high": "", "currency": "GBP"}, "not known yet"),
)
BAD_NUMBERS = (
    ({"n_with": "138"}, "n_with", "more than the people"),
    ({"n_with": "-3"}, "n_with", "whole number"),
    ({"n_with": "0.38"}, "n_with", "whole number"),
    ({"interval_with": "46–30"}, "interval_with", "above the upper"),
    ({"interval_with": "30"}, "interval_with", "two ends"),
    ({"interval_with": "1–2"}, "interval_with", "outside this range"),
    ({"direction": "harm", "horizon": ""}, "horizon", "without a time"),
    ({"outcome": ""}, "outcome", "what may happen"),
    ({"denominator": ""}, "denominator", "Of how many"),
    ({"denominator": "0"}, "denominator", "at least one person"),
    ({"checked_on": "May 2030"}, "checked_on", "still to come"),
)


def test_what_does_not_fit_stands_beside_its_field_and_what_was_typed_stays(stage: Stage) -> None:
    tab, editor = option_page(stage)
    for typed, field, says in BAD_WORDS:
        editor.form.show_typed(typed)
        save(stage, tab, editor)
        assert tab.over is editor
        assert says in editor.form.fields[field].sentence()
        assert {name: editor.form.typed()[name] for name in typed} == typed
    editor.form.show_typed({"leaning": ""})
    for cost, says in BAD_COSTS:
        editor.form.show_typed({"cost": {"kind": "amount", **cost}})
        save(stage, tab, editor)
        assert tab.over is editor
        assert says in editor.form.fields["cost"].sentence()
        assert editor.form.typed()["cost"]["low"] == cost["low"]


def test_numbers_that_say_nothing_are_told_beside_their_own_field(stage: Stage) -> None:
    tab, editor = option_page(stage)
    first = editor.form.fields["estimates"].standing()[0]
    whole_row = first.typed()
    for typed, field, says in BAD_NUMBERS:
        first.show_typed({**whole_row, **typed})
        save(stage, tab, editor)
        assert tab.over is editor
        assert says in first.fields[field].sentence(), typed
        assert first.typed() == {**whole_row, **typed}


def test_the_sentence_and_the_people_grow_while_numbers_are_typed(stage: Stage) -> None:
    tab, editor = option_page(stage)
    row = editor.form.fields["estimates"].standing()[0]
    row.fields["n_with"].line.setText("41")
    row.fields["n_with"].line.textEdited.emit("41")
    stage.qtbot.waitUntil(
        lambda: row.view is not None and "about 41" in " ".join(_labels(row.view)), timeout=5_000
    )  # fmt: skip
    assert row.view is not None
    assert not row.view.fold.isHidden()
    row.view.fold.click()
    assert "treated for one" in row.view.needed.text()
    assert tab.over is editor


def test_an_idea_of_the_patients_is_kept_in_their_voice_and_the_leaning_in_the_practitioners(stage: Stage) -> None:
    tab, _goals, ways = writing(stage)
    assert tab.found is not None
    ways.add_option(tab.found.contents.decisions[0].id)
    editor = page(tab, OptionEditor)
    editor.form.show_typed(
        {"label": "Sleep at my sister's", "side": "patient", "kind": "proposed", "stance": "toward",
         "leaning": "You rest there."}
    )  # fmt: skip
    save(stage, tab, editor)
    made = tab.found.contents.options[-1]
    assert made.proposed_by is Voice.PATIENT
    assert made.leaning is not None
    assert made.leaning.stance is Stance.TOWARD
    assert ways.card(made.id) is not None


def test_what_the_patient_says_is_kept_as_theirs(stage: Stage) -> None:
    tab, _goals, ways = writing(stage)
    assert tab.found is not None
    option = tab.found.contents.options[1]
    ways.feel(option.id)
    editor = page(tab, FeltEditor)
    editor.form.show_typed({"inner_words": "A little less afraid.", "ready": 5, "direction": "mixed"})
    save(stage, tab, editor)
    said = next(one for one in tab.found.contents.options if one.id == option.id)
    assert (said.felt.inner_words, said.felt.ready) == ("A little less afraid.", 5)


def test_the_patient_may_choose_none_and_choosing_nothing_is_asked_about(stage: Stage) -> None:
    tab, _goals, ways = writing(stage)
    assert tab.found is not None
    decision = tab.found.contents.decisions[0]
    ways.decide(decision.id)
    editor = page(tab, DecidingEditor)
    editor.form.show_typed({"state": "revisiting", f"chosen:{tab.found.contents.options[0].id}": False})
    save(stage, tab, editor)
    assert tab.over is None
    ways.decide(decision.id)
    editor = page(tab, DecidingEditor)
    editor.form.show_typed({f"chosen:{one.id}": False for one in tab.found.contents.options})
    save(stage, tab, editor)
    first = tab.found.contents.options[0]
    assert "Choose at least one way" in editor.form.fields[f"chosen:{first.id}"].sentence()
    editor.form.show_typed({"chose_not_to": True, "words": "Not this winter."})
    save(stage, tab, editor)
    assert tab.found.contents.decisions[0].outcome is not None
    assert tab.found.contents.decisions[0].outcome.chose_not_to
    assert tab.found.contents.options[0].standing is OptionStanding.OPEN


def test_a_question_with_a_day_before_the_plan_keeps_what_was_typed(stage: Stage) -> None:
    tab, _goals, ways = writing(stage)
    ways.edit_decision("")
    editor = page(tab, DecisionEditor)
    editor.form.show_typed({"question": "Where do I rest?", "decide_by": "3 May 1999"})
    save(stage, tab, editor)
    assert "before the plan" in editor.form.fields["decide_by"].sentence()
    assert editor.form.typed()["question"] == "Where do I rest?"


def test_the_plan_as_a_whole_is_kept_and_a_ceiling_in_another_currency_is_told(stage: Stage) -> None:
    tab, _goals, _ways = writing(stage)
    assert tab.head is not None
    tab.head.edit_link.click()
    editor = page(tab, ParticularsEditor)
    editor.form.show_typed({"ceiling": "30", "currency": "EUR", "limit:energy": "little by evening"})
    save(stage, tab, editor)
    assert "two currencies" in editor.form.fields["ceiling"].sentence()
    editor.form.show_typed({"currency": "GBP"})
    save(stage, tab, editor)
    assert tab.found is not None
    assert tab.found.plan.ceiling is not None
    assert tab.found.plan.ceiling.amount.minor == 3000
    assert tab.found.plan.limits[0].words == "little by evening"


def test_a_part_needs_to_say_where_it_stands_and_unsure_is_an_answer(stage: Stage) -> None:
    tab, _goals, _ways = writing(stage)
    board = tab.cards["parts"]
    assert isinstance(board, PartsCard)
    board.edit("")
    editor = page(tab, PartVoiceEditor)
    editor.form.show_typed({"label": "the watcher"})
    save(stage, tab, editor)
    assert "Where does it stand" in editor.form.fields["stance"].sentence()
    editor.form.show_typed({"stance": "unsure"})
    save(stage, tab, editor)
    assert tab.found is not None
    assert [one.label for one in tab.found.contents.parts] == ["the watcher"]


def test_too_much_offers_what_is_easier_and_asks_the_practitioner_to_look(stage: Stage) -> None:
    tab, _goals, ways = writing(stage)
    assert tab.found is not None
    remedy = tab.found.contents.options[1]
    ways.lighten(remedy.id)
    editor = tab.over
    assert isinstance(editor, TooMuchEditor)
    save(stage, tab, editor)
    assert "Choose what is too much" in editor.form.fields["kind"].sentence()
    editor.form.show_typed({"kind": "cheaper"})
    assert any("Walk after supper" in line for line in editor.too_much.words())
    editor.form.show_typed({"kind": "later"})
    assert any("Wait and watch" in line for line in editor.too_much.words())
    save(stage, tab, editor)
    assert tab.found.contents.dissents[-1].by is Voice.PATIENT
    assert [step.owner for step in tab.found.contents.steps] == [Voice.PRACTITIONER]


def test_a_goal_is_rated_by_the_side_that_says_so(stage: Stage) -> None:
    person_id, _plan = stage.do(agreed)
    tab = tab_of(stage, person_id)
    goals = tab.cards["goals"]
    assert isinstance(goals, GoalsCard)
    assert tab.found is not None
    goals.rate(tab.found.contents.goals[0].id)
    editor = page(tab, RatingEditor)
    editor.form.show_typed({"level": "1"})
    save(stage, tab, editor)
    assert editor.form.fields["side"].sentence()
    editor.form.show_typed({"side": "practitioner", "words": "Five nights."})
    save(stage, tab, editor)
    assert tab.found.ratings[-1].halves == 2
    assert tab.found.ratings[-1].voice is Voice.PRACTITIONER


def test_what_is_being_typed_is_kept_within_two_seconds_and_comes_back_from_the_notice(stage: Stage) -> None:
    tab, editor = option_page(stage)
    assert WAIT_MS < 2_000
    editor.form.fields["helps"].text.insertPlainText("It calms the evening.")
    stage.qtbot.waitUntil(
        lambda: any(one.form == OptionEditor.FORM for one in stage.do(lambda practice: practice.drafts())),
        timeout=4_000,
    )
    person_id = tab.found.person_id  # type: ignore[union-attr]
    tab.hide()
    tab.deleteLater()
    QApplication.processEvents()
    again = tab_of(stage, person_id)
    assert again.drafts is not None
    (link,) = again.drafts.links
    link.click()
    settle(stage, again)
    assert page(again, OptionEditor).form.typed()["helps"] == "It calms the evening."


def test_a_changed_base_is_shown_and_never_written_over(stage: Stage) -> None:
    tab, editor = option_page(stage)
    editor.form.fields["helps"].text.insertPlainText("It calms the evening.")
    editor.flush()
    settle(stage, tab)
    tab.close_over()
    option = editor.option
    newer = replace(option, helps="It warms the feet.")
    stage.do(lambda p: p.do(put_option, option.decision_id, newer, by=Voice.PRACTITIONER))
    settle(stage, tab)
    ways = tab.cards["decisions"]
    assert isinstance(ways, DecisionsArea)
    ways.edit_option(option.id)
    settle(stage, tab)
    back = page(tab, OptionEditor)
    assert back.form.typed()["helps"] == "It calms the evening."
    assert not back.conflict.isHidden()
    back.conflict.theirs.click()
    settle(stage, tab)
    assert back.form.typed()["helps"] == "It warms the feet."


def test_a_part_that_changes_while_its_page_is_open_is_told_at_once(stage: Stage) -> None:
    tab, editor = option_page(stage)
    option = editor.option
    stage.do(
        lambda p: p.do(put_option, option.decision_id, replace(option, cost=money(900)), by=Voice.PRACTITIONER)
    )  # fmt: skip
    settle(stage, tab)
    assert not editor.conflict.isHidden()
    editor.conflict.mine.click()
    assert editor.conflict.isHidden()


def test_escape_leaves_the_page_and_keeps_the_draft(stage: Stage) -> None:
    tab, editor = option_page(stage)
    editor.form.fields["harms"].text.insertPlainText("Sore feet.")
    assert tab.go_back()
    settle(stage, tab)
    assert tab.over is None
    assert tab.drafts is not None
    assert not tab.drafts.isHidden()


def test_a_goal_cannot_be_written_once_the_plan_was_let_go_meanwhile_and_nothing_is_lost(stage: Stage) -> None:
    tab, goals, _ways = writing(stage)
    goals.edit("")
    editor = page(tab, GoalEditor)
    editor.form.show_typed({"patient_words": "Walk", "level-1": "a", "level0": "b"})
    assert tab.found is not None
    plan_id = tab.found.plan.id
    stage.do(lambda practice: practice.do(acts.release, plan_id, by=Voice.PATIENT))
    settle(stage, tab)
    save(stage, tab, editor)
    assert tab.over is editor
    assert "let go" in " ".join(_labels(editor))
    assert editor.form.typed()["patient_words"] == "Walk"


def test_every_page_is_named_for_a_screen_reader_and_nothing_on_it_is_cut(stage: Stage) -> None:
    tab, goals, ways = writing(stage)
    assert tab.found is not None
    first, decision = tab.found.contents.options[0], tab.found.contents.decisions[0]
    stage.window.resize(520, 700)
    for opens in (
        lambda: goals.edit(""), lambda: ways.edit_option(first.id), lambda: ways.edit_decision(decision.id),
        lambda: ways.feel(first.id), lambda: ways.decide(decision.id), lambda: ways.compare(decision.id),
        lambda: tab.cards["parts"].edit(""),  # type: ignore[attr-defined]
    ):  # fmt: skip
        opens()
        settle(stage, tab)
        assert tab.over is not None
        assert nameless(tab.over) == []
        assert clipped(tab.over) == [], type(tab.over).__name__
        tab.close_over()


def test_a_goal_of_the_plan_is_taken_out_after_a_question_and_undo_brings_it_back(stage: Stage) -> None:
    tab, goals, _ways = writing(stage)
    assert tab.found is not None
    plan_id, person_id = tab.found.plan.id, tab.found.person_id
    goal_id = stage.do(lambda practice: practice.do(put_goal, plan_id, goal(), by=Voice.BOTH))
    settle(stage, tab)
    goals.edit(goal_id)
    editor = tab.over
    assert isinstance(editor, GoalEditor)
    editor.remove.click()
    panel = stage.window.findChild(QuestionPanel)
    panel.yes.click()
    settle(stage, tab)
    assert tab.over is None
    assert goal_id not in {one.id for one in stage.do(lambda p: whole(p, person_id)).contents.goals}
    tab.undo()
    settle(stage, tab)
    assert goal_id in {one.id for one in stage.do(lambda p: whole(p, person_id)).contents.goals}
    assert tab.found.plan.state is PlanState.TALKED_OVER


def _labels(widget: object) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]  # type: ignore[attr-defined]
