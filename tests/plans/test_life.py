"""A plan through its life: rebuilt from the ledger, copied whole, found again, merged, erased."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import merge
from healingpartner.plans.acts import begin_plan, leave_as_it_was, release, undo
from healingpartner.plans.goals.acts import put_goal
from healingpartner.plans.kept import TABLES
from healingpartner.plans.model import PlanState
from healingpartner.plans.templates.acts import begin_from
from healingpartner.plans.views import copy_of, everyone, names_of, plan_of, plans_of_person, promises_due
from healingpartner.practice import Practice, open_practice
from healingpartner.vault import migrations, proof
from healingpartner.vault.reading import as_mapping
from healingpartner.vault.search import find
from plans.living import lived
from plans.planning import PRACTITIONER, add, agreed, begun, does, goal, says, under_way, whole


def test_every_table_of_a_lived_plan_has_rows_and_is_rebuilt_from_the_ledger(practice: Practice) -> None:
    lived(practice)
    rebuilt = proof.rebuilt(practice.db, schema=migrations.newest())
    for name in (*(table.name for table in TABLES), "plan_template"):
        standing = {str(row["id"]): as_mapping(row) for row in practice.db.rows(f"SELECT * FROM {name}")}
        assert standing, name
        assert {key: _filled(row) for key, row in standing.items()} == {
            key: _filled(row) for key, row in rebuilt[name].items()
        }
    assert [step.found for step in proof.present(practice.db, schema=migrations.newest()) if step.found] == []


def test_a_plan_is_as_it_was_when_the_practice_is_opened_again(
    folder: Path, data_key: bytes, clock: SteppingClock
) -> None:
    first = open_practice(folder, data_key=data_key, clock=clock)
    person_id, plan_id = lived(first)
    before = whole(first, person_id, plan_id)
    first.close()
    second = open_practice(folder, data_key=data_key, clock=clock)
    assert whole(second, person_id, plan_id) == before
    says(second, leave_as_it_was, plan_id)
    assert whole(second, person_id).contents_sha256 == before.versions[-1].contents_sha256
    second.close()


def test_who_is_not_here_has_no_plan_to_show(practice: Practice) -> None:
    for view in (plan_of, plans_of_person, names_of):
        with pytest.raises(Refused):
            practice.ask(view, "nobody")
    with pytest.raises(Refused):
        says(practice, begin_from, "nobody", "nothing")


def test_the_full_copy_holds_every_row_of_the_person_and_nobody_elses(practice: Practice) -> None:
    person_id, _plan_id = lived(practice)
    lived(practice, "Ivo Other")
    copy = practice.ask(copy_of, person_id)
    assert set(copy) == {table.name for table in TABLES}
    for name, rows in copy.items():
        assert rows, name
        assert {row["person_id"] for row in rows} == {person_id}


def test_an_erasure_takes_all_of_it_and_leaves_the_others(practice: Practice) -> None:
    person_id, _plan_id = lived(practice)
    other, _other_plan = lived(practice, "Ivo Other")
    before = whole(practice, other)
    practice.erase_person(person_id)
    assert not any(practice.ask(copy_of, person_id).values())
    assert not find(practice.db, "belly", person_id=person_id)
    assert whole(practice, other) == before
    assert [step.found for step in proof.present(practice.db, schema=migrations.newest()) if step.found] == []
    assert [step.found for step in practice.vault.chain_steps() if step.found] == []


def test_what_both_wrote_is_found_and_what_was_taken_out_is_not(practice: Practice) -> None:
    person_id, plan_id = lived(practice)
    for typed in ("my mornings", "six hours", "belly says", "not every day", "heavy dreams", "bottle beside"):
        assert {hit.person_id for hit in find(practice.db, typed)} - {None} == {person_id}, typed
    says(practice, put_goal, plan_id, goal("Zeppelin"))
    assert find(practice.db, "zeppelin")
    says(practice, undo, plan_id)
    assert not find(practice.db, "zeppelin")


def test_a_merged_record_brings_its_plans_with_it(practice: Practice) -> None:
    twin, plan_id = under_way(practice, "Myra Twin")
    person_id = add(practice, "Mira Rahimi")
    assert practice.ask(plan_of, person_id) is None
    practice.do(merge, twin, into_id=person_id, by=PRACTITIONER)
    found = whole(practice, person_id)
    assert found.plan.id == plan_id
    assert found.person_id == person_id
    assert found.names.patient == "Mira Rahimi"
    assert [one.plan_id for one in practice.ask(plans_of_person, person_id)] == [plan_id]
    assert [one.plan_id for one in practice.ask(everyone, today=date(2026, 12, 1))] == [plan_id]
    assert practice.ask(copy_of, person_id)["plan"]
    says(practice, put_goal, begun(practice, "Another")[1], goal())


def test_the_newest_plan_that_was_not_let_go_is_shown(practice: Practice) -> None:
    person_id, first = agreed(practice)
    second = does(practice, begin_plan, person_id, title="Second")
    assert whole(practice, person_id).plan.id == second
    does(practice, release, second)
    assert whole(practice, person_id).plan.id == first
    does(practice, release, first)
    assert whole(practice, person_id).plan.id == second
    assert [one.plan_id for one in practice.ask(plans_of_person, person_id)] == [second, first]
    assert whole(practice, person_id, first).plan.state is PlanState.RELEASED
    assert practice.ask(plan_of, person_id, plan_id="elsewhere") is None


def test_the_list_shows_everyone_and_whose_plan_waits_to_be_looked_at(practice: Practice) -> None:
    person_id, _plan_id = lived(practice)
    nobody = add(practice, "Aaron Without")
    early = {one.person_id: one for one in practice.ask(everyone, today=date(2026, 12, 1))}
    late = {one.person_id: one for one in practice.ask(everyone, today=date(2027, 3, 1))}
    assert early[nobody].state is None
    assert (early[person_id].title, early[person_id].state) == ("Sleep again", PlanState.REVIEWING)
    assert (early[person_id].review_is_due, late[person_id].review_is_due) == (False, True)


def test_promises_that_are_due_name_the_practitioners_first(practice: Practice) -> None:
    person_id, plan_id = lived(practice)
    assert practice.ask(promises_due, today=date(2026, 12, 5)) == ()
    due = practice.ask(promises_due, today=date(2026, 12, 7))
    assert [(one.owner, one.name) for one in due] == [
        (Voice.PRACTITIONER, "Lena Lives"),
        (Voice.PATIENT, "Lena Lives"),
    ]
    assert {one.person_id for one in due} == {person_id}
    does(practice, release, plan_id)
    assert practice.ask(promises_due, today=date(2026, 12, 7)) == ()


def _filled(row: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if value is not None}
