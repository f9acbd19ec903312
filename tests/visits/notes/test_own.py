"""Templates keep headings and no words, snippets are the practitioner's, and private reflections stay apart."""

import json

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.paths import resource
from healingpartner.practice import Practice
from healingpartner.vault.search import find
from healingpartner.visits.notes import own_acts
from healingpartner.visits.notes.library import templates
from healingpartner.visits.notes.model import template_from, templates_from
from healingpartner.visits.notes.views import copy_of, desk_of, privates_of
from visits.meeting import DESK, OTHER, met
from visits.notes.writing import template, written

SHAPE = {"id": "x", "name": "X", "sections": [{"key": "a", "title": "A"}]}


def test_the_templates_of_the_program_are_the_same_in_every_language():
    shapes = {
        path.stem: [(one.key, [part.key for part in one.sections]) for one in templates(path.stem)]
        for path in resource("notes").glob("*.json")
    }
    assert set(shapes) == {"en", "es"}
    assert shapes["en"] == shapes["es"]
    assert [key for key, _parts in shapes["en"]] == ["narrative", "soap", "dap", "intake", "letter", "confirmation"]
    assert templates("fr_FR") == templates("en")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({**SHAPE, "script": "x"}, "script"),
        ({**SHAPE, "sections": [{"key": "a", "title": "A", "formula": "1"}]}, "formula"),
        ({**SHAPE, "sections": []}, "sections"),
        ({**SHAPE, "sections": [{"key": "a"}]}, "title"),
        ({**SHAPE, "sections": [{"key": "a", "title": "A"}] * 2}, "key"),
        ({**SHAPE, "name": " "}, "name"),
        ([], "template"),
    ],
)
def test_a_template_with_a_field_nobody_knows_is_not_taken_and_the_place_is_said(body: object, place: str):
    with pytest.raises(Refused) as said:
        template_from(body)
    assert place in said.value.where


def test_a_file_of_another_kind_is_not_taken():
    for body in (None, {}, {"kind": "other"}, {"kind": "healingpartner.note-templates", "version": 2, "templates": []}):
        with pytest.raises(Refused):
            templates_from(body)
    assert templates_from(json.loads(resource("notes", "en.json").read_text(encoding="utf-8"))) == templates("en")


def test_a_template_is_made_from_a_note_in_one_step_and_keeps_no_words(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id, "Slept badly.")
    key = practice.do(own_acts.make_template, note_id, "My four parts", by=DESK)
    own = practice.ask(desk_of, person_id, language="en").templates[-1]
    assert (own.key, own.name, own.is_own()) == (key, "My four parts", True)
    assert [one.title for one in own.sections] == [one.title for one in template().sections]
    assert all(one.words == "" for one in own.sections)
    practice.do(own_acts.set_template_aside, key, by=DESK)
    assert not practice.ask(desk_of, person_id, language="en").templates[-1].is_own()
    for wrong in ("soap", "own:nothing"):
        with pytest.raises(Refused):
            practice.do(own_acts.set_template_aside, wrong, by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(own_acts.make_template, note_id, " ", by=DESK)
    with pytest.raises(Refused):
        practice.do(own_acts.make_template, "nothing", "Name", by=DESK)


def test_snippets_are_kept_and_set_aside(practice: Practice):
    person_id, _visit = met(practice)
    snippet_id = practice.do(own_acts.keep_snippet, "Rest", "We spoke about rest, and what gets in its way.", by=DESK)
    assert [one.name for one in practice.ask(desk_of, person_id, language="en").snippets] == ["Rest"]
    practice.do(own_acts.set_snippet_aside, snippet_id, by=DESK)
    assert practice.ask(desk_of, person_id, language="en").snippets == ()
    for name, words, field in (("", "x", "name"), ("x", " ", "words")):
        with pytest.raises(RuleBroken) as broken:
            practice.do(own_acts.keep_snippet, name, words, by=DESK)
        assert broken.value.field == field
    with pytest.raises(Refused):
        practice.do(own_acts.set_snippet_aside, snippet_id, by=DESK)


def test_private_reflections_stand_apart_from_copy_and_search(practice: Practice):
    person_id, visit_id = met(practice)
    private_id = practice.do(own_acts.reflect, person_id, "I was tired myself: heron.", visit_id=visit_id, by=DESK)
    assert [one.id for one in practice.ask(privates_of, person_id)] == [private_id]
    assert practice.ask(find, "heron") == ()
    assert "visit_private" not in practice.ask(copy_of, person_id)
    practice.do(own_acts.reflect, person_id, "I was tired.", private_id=private_id, by=DESK)
    assert practice.ask(privates_of, person_id)[0].words == "I was tired."
    assert practice.do(own_acts.reflect, person_id, " ", private_id=private_id, by=DESK) == ""
    assert practice.ask(privates_of, person_id) == ()
    with pytest.raises(RuleBroken):
        practice.do(own_acts.reflect, person_id, "Not mine", by=OTHER)
    with pytest.raises(RuleBroken):
        practice.do(own_acts.reflect, person_id, "", by=DESK)
    with pytest.raises(Refused):
        practice.do(own_acts.reflect, "nobody", "x", by=DESK)
