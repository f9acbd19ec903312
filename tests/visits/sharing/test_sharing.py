"""What a guardian may see is asked of the patient, and the newest answer stands beside the earlier ones."""

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.practice import Practice
from healingpartner.visits.sharing import acts, store
from healingpartner.visits.sharing.model import Reach, Way
from healingpartner.visits.sharing.views import copy_of, standing_sharings
from visits.meeting import DESK, HOSTILE, OTHER, met


def test_the_newest_answer_about_somebody_stands_and_the_others_stay(practice: Practice):
    person_id, _visit = met(practice)
    for who, reach in (("Sara", "all"), ("Tom", "nothing"), ("sara", "ask_each")):
        practice.do(acts.say_who_sees, person_id, who, reach, way=Way.SAID, words="As we said", by=OTHER)
    assert [(one.who, one.reach) for one in practice.ask(standing_sharings, person_id)] == [
        ("sara", Reach.ASK_EACH),
        ("Tom", Reach.NOTHING),
    ]
    assert len(practice.ask(copy_of, person_id)["visit_sharing"]) == 3


@pytest.mark.parametrize(
    ("who", "reach", "words", "field"),
    [
        (" ", "all", "", "who"),
        ("Sara", "", "", "reach"),
        ("Sara", "some", "", "reach"),
        ("S", "all", "x" * 5_001, "words"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(practice: Practice, who: str, reach: str, words: str, field: str):
    person_id, _visit = met(practice)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.say_who_sees, person_id, who, reach, way=Way.SAID, words=words, by=OTHER)
    assert broken.value.field == field


def test_nobody_says_it_for_the_patient(practice: Practice):
    person_id, _visit = met(practice)
    for by, way in ((DESK, Way.SAID), (OTHER, Way.ON_THE_TURNED_VIEW)):
        with pytest.raises(RuleBroken):
            practice.do(acts.say_who_sees, person_id, "Sara", "all", way=way, by=by)
    with pytest.raises(Refused):
        practice.do(acts.say_who_sees, "nobody", "Sara", "all", way=Way.SAID, by=OTHER)


@pytest.mark.parametrize("words", [each for each in HOSTILE if len(each) < 200])
def test_any_name_comes_back_as_it_was_said(practice: Practice, words: str):
    person_id, _visit = met(practice)
    practice.do(acts.say_who_sees, person_id, words, "all", way=Way.SAID, by=OTHER)
    assert practice.ask(standing_sharings, person_id)[0].who == words


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE visit_sharing SET reach = 'all'",
        "DELETE FROM visit_sharing",
        "INSERT OR REPLACE INTO visit_sharing SELECT * FROM visit_sharing",
    ],
)
def test_no_statement_changes_an_answer(practice: Practice, statement: str):
    person_id, _visit = met(practice)
    practice.do(acts.say_who_sees, person_id, "Sara", "nothing", way=Way.SAID, by=OTHER)
    with pytest.raises(Exception, match="kept"), practice.vault.transaction(by=DESK, act="test") as tx:
        tx.erasing(statement)
    practice.erase_person(person_id)
    assert practice.db.value(f"SELECT count(*) FROM {store.SHARING.name}") == 0
