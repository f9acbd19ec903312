"""Versions: frozen by both, the same bytes for ever, printed once, and compared word by word."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO

import pytest

from healingpartner.exchange.plan_copies import kept_bytes, print_and_keep, purpose
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.language.comparison import Change, Run
from healingpartner.plans.acts import change_plan, leave_as_it_was, offer, rework
from healingpartner.plans.differing.acts import differ
from healingpartner.plans.differing.model import About
from healingpartner.plans.goals.acts import put_goal, remove_goal, turn_goal
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.model import PlanState
from healingpartner.plans.parts.acts import go_on_anyway, put_part_voice
from healingpartner.plans.parts.model import PartStance
from healingpartner.plans.versions.acts import acknowledge, keep_copy
from healingpartner.plans.versions.hashing import sha256_of
from healingpartner.plans.versions.model import AckWay, PlanVersion
from healingpartner.plans.versions.views import compare, version_with
from healingpartner.practice import Practice
from healingpartner.vault.files import attachments
from plans.planning import (
    PATIENT,
    PRACTITIONER,
    STROKES,
    agreed,
    both_say_yes,
    does,
    goal,
    part,
    says,
    says_yes,
    under_way,
    whole,
    written,
)


@dataclass(frozen=True)
class _Paper:
    pdf: bytes


def _row(practice: Practice, version_id: str) -> tuple[object, ...]:
    row = practice.db.row("SELECT * FROM plan_version WHERE id = ?", version_id)
    assert row is not None
    return tuple(row[name] for name in row.keys())  # noqa: SIM118 - a row is no mapping


def test_two_yeses_to_the_same_words_freeze_them(practice: Practice) -> None:
    person_id, plan_id = written(practice)
    does(practice, offer, plan_id)
    says_yes(practice, person_id, plan_id, PATIENT, AckWay.SIGNED)
    assert not whole(practice, person_id).versions
    says_yes(practice, person_id, plan_id, PRACTITIONER)
    plan = whole(practice, person_id)
    (line,) = plan.versions
    assert plan.plan.state is PlanState.AGREED
    assert (line.number, line.id, line.contents_sha256) == (1, plan.plan.version_id, plan.contents_sha256)
    assert {one.voice for one in line.acknowledgements} == {PATIENT, PRACTITIONER}
    assert line.acknowledgements[0].strokes == STROKES
    version = practice.ask(version_with, line.id)
    assert version.contents == plan.contents
    assert version.line == line


def test_not_now_is_an_answer_and_makes_no_version(practice: Practice) -> None:
    person_id, plan_id = written(practice)
    does(practice, offer, plan_id)
    says_yes(practice, person_id, plan_id, PRACTITIONER)
    says_yes(practice, person_id, plan_id, PATIENT, AckWay.NOT_NOW)
    plan = whole(practice, person_id)
    assert not plan.versions
    assert {one.voice: one.way for one in plan.acknowledgements} == {
        PATIENT: AckWay.NOT_NOW,
        PRACTITIONER: AckWay.SPOKEN,
    }
    says_yes(practice, person_id, plan_id, PATIENT)
    assert whole(practice, person_id).versions


def test_an_answer_stays_behind_when_the_words_change_and_counts_again_when_they_come_back(practice: Practice) -> None:
    person_id, plan_id = written(practice)
    does(practice, offer, plan_id)
    says_yes(practice, person_id, plan_id, PATIENT)
    before = whole(practice, person_id)
    (first,) = before.contents.goals
    does(practice, put_goal, plan_id, replace(first, shared_wording="Walk, and rest after it"))
    changed = whole(practice, person_id)
    assert not changed.acknowledgements
    assert [one.voice for one in changed.left_behind] == [PATIENT]
    says_yes(practice, person_id, plan_id, PRACTITIONER)
    assert not whole(practice, person_id).versions
    does(practice, put_goal, plan_id, first)
    assert [one.voice for one in whole(practice, person_id).acknowledgements] == [PATIENT]


def test_words_that_changed_since_they_were_read_are_read_once_more(practice: Practice) -> None:
    person_id, plan_id = written(practice)
    does(practice, offer, plan_id)
    sha256 = whole(practice, person_id).contents_sha256
    does(practice, put_goal, plan_id, goal("Another"))
    with pytest.raises(RuleBroken) as broken:
        says(practice, acknowledge, plan_id, AckWay.SPOKEN, contents_sha256=sha256)
    assert broken.value.field == "contents"


def test_a_plan_is_offered_before_anybody_answers_to_it(practice: Practice) -> None:
    person_id, plan_id = written(practice)
    for voice in (PATIENT, PRACTITIONER):
        with pytest.raises(RuleBroken) as broken:
            says_yes(practice, person_id, plan_id, voice)
        assert broken.value.field == "state"
    does(practice, offer, plan_id)
    both_say_yes(practice, person_id, plan_id)
    with pytest.raises(RuleBroken) as broken:
        says_yes(practice, person_id, plan_id, PATIENT)
    assert broken.value.field == "state"


_DRAWN = json.loads(STROKES)


def _drawn(**change: object) -> str:
    return json.dumps(_DRAWN | change)


@pytest.mark.parametrize(
    "strokes",
    [
        "", "[]", "{}", "no drawing", "x" * 1_000_001, "[" * 100_000, '{"strokes": []}', _drawn(kind="another"),
        _drawn(strokes=[]), _drawn(strokes=[[]]), _drawn(strokes=[[700, 700, 500, 0]]), _drawn(strokes=[[1, 2, 3]]),
        _drawn(strokes=[[9_999_999, 1, 500, at] for at in range(20)]), _drawn(width=0), _drawn(width="wide"),
        _drawn(strokes=[[700, 700, 500, 40 * at] for at in range(20)]),
    ],
)  # fmt: skip
def test_a_signature_that_is_no_drawing_or_hardly_one_signs_nothing(practice: Practice, strokes: str) -> None:
    person_id, plan_id = written(practice)
    does(practice, offer, plan_id)
    sha256 = whole(practice, person_id).contents_sha256
    with pytest.raises(RuleBroken) as broken:
        says(practice, acknowledge, plan_id, AckWay.SIGNED, contents_sha256=sha256, strokes=strokes)
    assert broken.value.field == "strokes"


def test_how_far_it_has_come_is_no_part_of_what_was_agreed(practice: Practice) -> None:
    person_id, _plan_id = under_way(practice)
    before = whole(practice, person_id)
    says(practice, turn_goal, before.contents.goals[0].id, GoalState.REACHED)
    after = whole(practice, person_id)
    assert after.contents != before.contents
    assert after.contents_sha256 == before.contents_sha256 == after.versions[0].contents_sha256


def test_what_is_said_while_it_is_lived_leaves_both_yeses_where_they_were_given(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    says(practice, put_part_voice, plan_id, part("A new one", PartStance.WORRIED))
    does(practice, differ, plan_id, about=About.PLAN, words="I would go slower.")
    plan = whole(practice, person_id)
    assert plan.contents_sha256 != plan.versions[0].contents_sha256
    assert {one.voice for one in plan.acknowledgements} == {PATIENT, PRACTITIONER}
    assert not plan.left_behind


def test_an_earlier_version_is_the_same_bytes_whatever_comes_after(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    first = whole(practice, person_id).plan.version_id
    row, version = _row(practice, first), practice.ask(version_with, first)
    for n in range(3):
        says(practice, rework, plan_id)
        says(practice, put_goal, plan_id, goal(f"Goal {n}"))
        both_say_yes(practice, person_id, plan_id)
    assert [one.number for one in whole(practice, person_id).versions] == [1, 2, 3, 4]
    assert _row(practice, first) == row
    assert practice.ask(version_with, first) == version
    assert sha256_of(version.contents) == version.line.contents_sha256


def test_a_rework_needs_both_again_though_nothing_changed(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    says(practice, rework, plan_id)
    assert not whole(practice, person_id).acknowledgements
    says_yes(practice, person_id, plan_id, PATIENT)
    assert len(whole(practice, person_id).versions) == 1
    says(practice, leave_as_it_was, plan_id)
    assert len(whole(practice, person_id).acknowledgements) == 2


def test_a_part_not_on_board_waits_for_the_patients_tap(practice: Practice) -> None:
    person_id, plan_id = written(practice)
    says(practice, put_part_voice, plan_id, part(stance=PartStance.NOT_WILLING))
    does(practice, offer, plan_id)
    says_yes(practice, person_id, plan_id, PRACTITIONER)
    with pytest.raises(RuleBroken) as broken:
        says_yes(practice, person_id, plan_id, PATIENT)
    assert broken.value.field == "parts"
    with pytest.raises(RuleBroken):
        does(practice, go_on_anyway, plan_id)
    says(practice, go_on_anyway, plan_id, words="It may come along.")
    says_yes(practice, person_id, plan_id, PATIENT)
    assert whole(practice, person_id).plan.state is PlanState.AGREED


def test_a_copy_is_printed_once_and_kept_as_its_bytes(practice: Practice) -> None:
    person_id, _plan_id = agreed(practice)
    version_id = whole(practice, person_id).plan.version_id
    papers = iter([_Paper(b"%PDF-1.7 first"), _Paper(b"%PDF-1.7 second")])
    assert print_and_keep(practice, version_id, render=lambda _version: next(papers)) == b"%PDF-1.7 first"
    assert print_and_keep(practice, version_id, render=lambda _version: next(papers)) == b"%PDF-1.7 first"
    (line,) = whole(practice, person_id).versions
    assert line.attachment_id
    assert kept_bytes(practice, line) == b"%PDF-1.7 first"
    prepared = practice.files.prepare(BytesIO(b"%PDF other"), person_id=person_id)
    with pytest.raises(RuleBroken):
        does(practice, keep_copy, version_id, prepared)
    told = purpose(practice.ask(version_with, version_id), to_whom="Mira", why="asked for it")
    assert told.what == "Plan, version 1"


def test_a_printing_that_came_to_nothing_keeps_nothing_and_is_asked_for_again(practice: Practice) -> None:
    person_id, _plan_id = agreed(practice)
    version_id = whole(practice, person_id).plan.version_id

    def out_of_paper(_version: PlanVersion) -> _Paper:
        raise Refused("The paper could not be made.")

    with pytest.raises(Refused):
        print_and_keep(practice, version_id, render=out_of_paper)
    assert not attachments(practice.db)
    assert print_and_keep(practice, version_id, render=lambda _version: _Paper(b"%PDF-1.7")) == b"%PDF-1.7"
    (kept,) = attachments(practice.db)
    assert (kept.name, kept.person_id) == ("plan-version-1.pdf", person_id)


def test_a_version_that_was_not_printed_has_no_copy(practice: Practice) -> None:
    person_id, _plan_id = agreed(practice)
    (line,) = whole(practice, person_id).versions
    with pytest.raises(Refused):
        kept_bytes(practice, line)
    with pytest.raises(Refused):
        practice.ask(version_with, "nothing")


def test_two_versions_are_compared_word_by_word_and_matched_by_what_they_tell_of(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    old = whole(practice, person_id).contents
    says(practice, rework, plan_id)
    new_id = says(practice, put_goal, plan_id, goal("Sleep"))
    says(practice, put_goal, plan_id, replace(old.goals[0], why="Because I miss it", place=9))
    says(practice, change_plan, replace(whole(practice, person_id).plan, title="Walking again, slowly"))
    says(practice, remove_goal, says(practice, put_goal, plan_id, goal("For a moment")))
    present = whole(practice, person_id).contents
    told = compare(old, present, numbers=(1, 2))
    assert (told.former, told.present) == (1, 2)
    changed = {(one.subject_id, one.label): _told(one.runs) for one in told.changed}
    assert changed["", "Plan"] == "Walking again[+, slowly]"
    assert changed[old.goals[0].id, "Why it matters"] == "[+Because I miss it]"
    assert changed[new_id, "Goal, in the patient's words"] == "[+Sleep]"
    assert all(subject in {"", old.goals[0].id, new_id} for subject, _label in changed)
    back = compare(present, old, numbers=(2, 1))
    assert {(one.subject_id, one.label) for one in back.changed} == set(changed)
    assert not compare(present, present, numbers=(2, 2)).changed


def _told(runs: tuple[Run, ...]) -> str:
    marks: dict[Change, Callable[[str], str]] = {
        Change.SAME: str,
        Change.IN: lambda words: f"[+{words}]",
        Change.OUT: lambda words: f"[-{words}]",
    }
    return "".join(marks[run.change](run.words) for run in runs)
