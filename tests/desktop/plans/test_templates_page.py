"""Templates: made in one step, read and put in other words, handed on as a file and taken in again, set aside."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.plans.sleeping import MATTERS, person, settle, sleeping, tab_of, whole
from desktop.stage import Stage
from healingpartner.desktop.plans.resting_card import RestingCard
from healingpartner.desktop.plans.tab import PlanTab
from healingpartner.desktop.plans.templates_page import TemplateEditor, TemplatesPage
from healingpartner.foundation.voices import Voice
from healingpartner.plans.goals.acts import put_goal
from healingpartner.plans.templates.views import templates


def made(stage: Stage) -> tuple[PlanTab, TemplatesPage]:
    person_id, plan_id = stage.do(sleeping)
    first = replace(stage.do(lambda practice: whole(practice, person_id)).contents.goals[0], baseline=-1)
    stage.do(lambda practice: practice.do(put_goal, plan_id, first, by=Voice.BOTH))
    tab = tab_of(stage, person_id)
    card = tab.cards["resting"]
    assert isinstance(card, RestingCard)
    card.make_link.click()
    assert card.template_name.value() == "Sleeping through"
    card.template_name.set_value("Sleep and evening walks")
    card.keep_button.click()
    settle(stage, tab)
    card.templates_link.click()
    settle(stage, tab)
    assert isinstance(tab.over, TemplatesPage)
    return tab, tab.over


def test_a_template_is_made_of_any_plan_in_one_step_without_the_person(stage: Stage) -> None:
    _tab, page = made(stage)
    (card,) = page.cards.values()
    assert card.title.text() == "Sleep and evening walks"
    (template,) = stage.do(lambda practice: practice.ask(templates))
    assert MATTERS not in str(template)
    assert "My body says yes" not in str(template)


def test_its_words_are_changed_in_plain_fields_and_a_template_without_a_name_is_told(stage: Stage) -> None:
    tab, _page = made(stage)
    (template,) = stage.do(lambda practice: practice.ask(templates))
    editor = TemplateEditor(tab._place, template)
    tab.open_over(editor)
    settle(stage, tab)
    editor.form.show_typed({"title": " "})
    editor.save_button.click()
    settle(stage, tab)
    assert "no name yet" in editor.form.fields["title"].sentence()
    way = template.options[0]
    editor.form.show_typed({"title": "Evening walks", f"label:{way.id}": "Walk at dusk"})
    editor.save_button.click()
    settle(stage, tab)
    (changed,) = stage.do(lambda practice: practice.ask(templates))
    assert changed.title == "Evening walks"
    assert changed.options[0].label == "Walk at dusk"


def test_a_file_that_was_handed_on_is_taken_in_elsewhere_and_begun_from(stage: Stage, tmp_path: Path) -> None:
    tab, page = made(stage)
    (template,) = stage.do(lambda practice: practice.ask(templates))
    path = tmp_path / "handed-on.plan-template.json"
    page.save_to(template, path)
    settle(stage, tab)
    assert path.is_file()
    tab.hide()
    QApplication.processEvents()
    other = tab_of(stage, stage.do(lambda practice: person(practice, "Jonah Takahashi", "Jonah")))
    begin = other.begin_page
    assert begin is not None
    begin.take_in_file(path)
    settle(stage, other)
    assert begin.choice.box.count() == 2


def test_a_template_set_aside_is_offered_no_more_and_can_come_back(stage: Stage) -> None:
    tab, page = made(stage)
    (template,) = stage.do(lambda practice: practice.ask(templates))
    page._set_aside(template)
    settle(stage, tab)
    assert stage.do(lambda practice: practice.ask(templates)) == ()
    (aside,) = stage.do(lambda practice: practice.ask(templates, set_aside=True))
    page._set_aside(aside)
    settle(stage, tab)
    assert len(stage.do(lambda practice: practice.ask(templates))) == 1
