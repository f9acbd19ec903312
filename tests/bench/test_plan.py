"""The largest plan we promise to open at once: 12 goals, 40 options and 200 steps, read whole with its hash.

Floor: the same rows read and parsed as JSON, and nothing made of them. The goal in milliseconds is for this reading;
what the screen and the paper add to it is measured beside.
"""

import json
from pathlib import Path

import pytest

from bench.measuring import in_turn, percentile, reached, say, timed
from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.plans.kept import TABLES
from healingpartner.plans.views import plan_of
from healingpartner.practice import Practice
from plans.large import OPTIONS, STEPS, large_plan

GOAL_MS = 150.0
ROUNDS = 30


@pytest.fixture(autouse=True)
def app_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own: this practice is made anew each time, and is not the one that is kept."""
    home = tmp_path / "app-home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


def test_a_large_plan_is_read_at_once(practice: Practice) -> None:
    person_id, plan_id = large_plan(practice)
    tables = [table.name for table in TABLES if table.name != "plan"]

    def floor() -> None:
        for name in tables:
            for row in practice.db.rows(f"SELECT body FROM {name} WHERE plan_id = ?", plan_id):
                json.loads(str(row["body"]))

    def ours() -> None:
        found = practice.ask(plan_of, person_id)
        assert found is not None
        assert (len(found.contents.options), len(found.contents.steps)) == (OPTIONS, STEPS)

    found = in_turn(timed(floor), timed(ours), rounds=ROUNDS, warm=3)
    bare, whole = found.p50()
    say(
        "a large plan read",
        f"{whole:.1f} ms ({reached(whole, GOAL_MS)}) · × {whole / bare:.2f} of its rows as JSON ({bare:.1f} ms) · "
        f"p99 {percentile(found.ours, 0.99):.1f} ms",
    )
    assert whole <= GOAL_MS
