"""What is said of a decision and its ways is found by its words, in whichever field it stands."""

import pytest

from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import Courses, Evidence, EvidenceKind, Felt, Leaning, Stance
from healingpartner.plans.ruling import Rule, RuleKind
from healingpartner.practice import Practice
from healingpartner.vault.search import find
from plans.deciding import Two, way

FULL = way(
    "Valerian",
    involves="Infused",
    effort="Laborious",
    if_i_wait="Meanwhile",
    leaning=Leaning(stance=Stance.TOWARD, reason="Tender"),
    rule=Rule(kind=RuleKind.LAW, words="Statutory"),
    evidence=(
        Evidence(kind=EvidenceKind.TRADITION, words="Grandmotherly", source="Herbal", dated=PartialDate(year=1901)),
    ),
    courses=Courses(hard="Stormy"),
)


@pytest.fixture
def two(practice: Practice) -> Two:
    found = Two(practice)
    decision_id = found.decision("Which infusion?", why_few="Scarcity")
    option_id = found.offers(acts.put_option, decision_id, FULL)
    row = found.says(acts.add_row, decision_id, "Can I still drive?")
    found.offers(acts.fill_cell, option_id, row, "Carefully")
    found.says(acts.say_felt, option_id, Felt(inner_words="Golden", ready_why="Weary", ready=3))
    found.says(acts.decide, decision_id, chosen=(option_id,), tradeoffs="Costlier")
    return found


@pytest.mark.parametrize(
    "word",
    ["valerian", "infused", "laborious", "meanwhile", "tender", "statutory", "grandmotherly", "herbal", "stormy",
     "drive", "carefully", "golden", "weary", "scarcity", "costlier"],
)  # fmt: skip
def test_each_word_leads_to_its_person(two: Two, word: str) -> None:
    assert {hit.person_id for hit in find(two.practice.db, word)} == {two.person_id}


def test_what_was_taken_out_is_found_no_more(practice: Practice) -> None:
    two = Two(practice)
    decision_id = two.decision()
    option_id = two.option(decision_id, "Chamomile")
    two.offers(acts.remove_option, option_id)
    assert find(practice.db, "chamomile") == ()
