"""The largest plan we promise to print at once: 12 goals, 40 options and 200 steps, every paper of it.

Floor: the same paper of a plan of one decision, whose faces and first page are already there.
"""

from dataclasses import replace

import pytest

from bench.measuring import in_turn, percentile, reached, say, timed
from healingpartner.foundation.words import Words
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.history import HistoryCopy, history_paper
from healingpartner.paper.printed import Letterhead, Paper, Printed
from paper.elm import ELM
from paper.plan_samples import PLAN_PAPERS, SMALL, VERSIONS, copy, forty_ways, heavy

GOAL_MS = 1_500.0
ROUNDS = 7
WORDS = Words("en_GB")
WHAT = {
    "decided": "a large plan printed",
    "grid": "forty ways side by side",
    "goals": "its goals",
    "steps": "its steps for the fridge",
    "medicines": "what is taken",
    "history": "how it grew to forty ways",
}


@pytest.mark.parametrize("name", WHAT)
def test_a_large_plan_is_printed_at_once(name: str) -> None:
    small, large = copy(SMALL), copy(forty_ways() if name == "grid" else heavy())
    draw = _history if name == "history" else PLAN_PAPERS[name]
    found = in_turn(
        timed(lambda: draw(small, ELM, WORDS, Paper())), timed(lambda: draw(large, ELM, WORDS, Paper())), rounds=ROUNDS
    )
    little, whole = found.p50()
    figures = (
        f"{whole:.0f} ms ({reached(whole, GOAL_MS)}) · × {whole / little:.1f} of a small one ({little:.0f} ms) · "
        f"p99 {percentile(found.ours, 0.99):.0f} ms"
    )
    say(WHAT[name], figures)
    assert whole <= GOAL_MS


def _history(of: PlanCopy, head: Letterhead, words: Words, paper: Paper) -> Printed:
    """How the plan became what it is, from a small one."""
    versions = (VERSIONS[0], replace(VERSIONS[1], contents=of.contents))
    told = HistoryCopy(names=of.names, title=of.contents.plan.title, versions=versions, made=of.made)
    return history_paper(told, letterhead=head, words=words, paper=paper)
