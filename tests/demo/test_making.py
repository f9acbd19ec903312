"""A demo practice is a real one: it opens by its passphrase, verifies, and is the same for the same seed."""

from datetime import date
from pathlib import Path

import pytest

from healingpartner.agreements.views import everyone
from healingpartner.demo.making import Made, make
from healingpartner.demo.planning import stories
from healingpartner.foundation.clock import SystemClock
from healingpartner.people.practitioner.views import sheet
from healingpartner.people.views import list_rows
from healingpartner.plans.model import PlanState
from healingpartner.plans.templates.views import templates
from healingpartner.plans.views import everyone as plans
from healingpartner.practice import Practice, open_practice
from healingpartner.vault import proof
from healingpartner.vault.calibration import Cost
from healingpartner.vault.migrations import newest

LEAST_COST = Cost(memory_kib=64 * 1024, passes=1, lanes=2)
PEOPLE, ENTRIES = 60, 90
TODAY = date(2026, 11, 22)


def made_in(folder: Path, *, seed: int = 7, **more) -> Made:
    return make(folder, people=PEOPLE, entries=ENTRIES, seed=seed, cost=LEAST_COST, **more)


def opened(made: Made) -> Practice:
    return open_practice(made.folder, passphrase=made.passphrase, clock=SystemClock())


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Made:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEALINGPARTNER_HOME", str(tmp_path_factory.mktemp("home")))
        return made_in(tmp_path_factory.mktemp("demo") / "demo.healing")


def test_it_holds_as_many_people_as_were_asked_for_and_says_that_they_are_invented(demo: Made) -> None:
    practice = opened(demo)
    rows = list_rows(practice.db)
    assert (demo.people, demo.entries) == (len(rows), ENTRIES) == (PEOPLE, ENTRIES)
    assert "invented" in sheet(practice.db).practitioner.practice_name
    assert len({row[1][0] for row in rows if not row[1].isascii()}) > 5, "names of several scripts"
    practice.close()


def test_its_ledger_follows_itself_and_makes_the_present(demo: Made) -> None:
    practice = opened(demo)
    steps = [*practice.vault.chain_steps(), *proof.present(practice.db, schema=newest())]
    assert [finding for step in steps for finding in step.found] == []
    acts = {str(row[0]) for row in practice.db.rows("SELECT DISTINCT act FROM ledger")}
    assert {"people.add_person", "agreements.sign_as_patient", "people.introduce", "people.change_person"} <= acts
    assert practice.db.value("SELECT count(DISTINCT act_id) FROM ledger WHERE act = 'people.add_person'") == PEOPLE
    practice.close()


def test_some_have_signed_and_some_have_not(demo: Made) -> None:
    practice = opened(demo)
    states = {line.state.value for line in everyone(practice.db)}
    assert {"signed", "not_talked_about"} <= states
    practice.close()


def test_some_plan_together_and_every_stage_of_it_can_be_seen(demo: Made) -> None:
    practice = opened(demo)
    states = {line.state for line in plans(practice.db, today=TODAY) if line.state is not None}
    assert states == {PlanState.DRAFT, PlanState.OFFERED, PlanState.AGREED, PlanState.UNDER_WAY}
    assert len(templates(practice.db)) == len(stories())
    acts = {str(row[0]) for row in practice.db.rows("SELECT DISTINCT act FROM ledger WHERE room = 'plans'")}
    assert {"plans.decide", "plans.rate", "plans.check_in", "plans.acknowledge"} <= acts
    practice.close()


def test_the_same_seed_makes_the_same_practice_and_another_seed_another(demo: Made, tmp_path: Path) -> None:
    again, other = made_in(tmp_path / "again.healing"), made_in(tmp_path / "other.healing", seed=8)
    assert again.passphrase == demo.passphrase != other.passphrase
    lines = []
    for each in (demo, again, other):
        practice = opened(each)
        found = practice.db.rows("SELECT act, subject_id, at_us, voice FROM ledger WHERE seq <= 500 ORDER BY seq")
        lines.append([tuple(line) for line in found])
        practice.close()
    assert lines[0] == lines[1] != lines[2]


def test_it_stops_when_it_is_not_wanted_any_more_and_what_was_made_is_whole(tmp_path: Path) -> None:
    seen: list[int] = []
    cut = make(
        tmp_path / "cut.healing",
        people=PEOPLE,
        entries=0,
        seed=7,
        cost=LEAST_COST,
        progress=lambda done, _whole: seen.append(done),
        still_wanted=lambda: not seen or seen[-1] < 10,
    )
    assert 10 <= cut.people < PEOPLE
    practice = opened(cut)
    assert len(list_rows(practice.db)) == cut.people
    practice.close()
