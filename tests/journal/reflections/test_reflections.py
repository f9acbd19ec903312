"""The mutual reflection: sealed apart, opened together, and nobody reads the other's side early."""

import json
from fractions import Fraction

import pytest

from healingpartner.foundation.errors import RuleBroken, VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.journal.reflections import acts, store
from healingpartner.journal.reflections.model import (
    ReflectionState,
    Side,
    gaps_of,
    may_give_less,
    mean_of,
    worth_a_word,
)
from healingpartner.journal.reflections.statements import STATEMENTS, Domain, Instead
from healingpartner.journal.views import journal_of
from healingpartner.practice import Practice
from healingpartner.vault.resistance import yields
from healingpartner.vault.search import find
from journal.writing import DESK, ENTROPY, OTHER, add, begun, levels, reflection, sealed_by_both

PATIENT = levels(4, 3, 2, 4, 3, 4, 1, 2, valued="You waited for me.")
PRACTITIONER = levels(4, 4, 4, 3, 3, 4, 3, 2, feels="I look forward to our hours.")


def test_the_known_case_gives_its_gaps_means_and_questions() -> None:
    assert tuple(gaps_of(PATIENT, PRACTITIONER).values()) == (0, -1, -2, 1, 0, 0, -2, 0)
    assert (mean_of(PATIENT), mean_of(PRACTITIONER)) == (Fraction(23, 8), Fraction(27, 8))
    assert worth_a_word(PATIENT, PRACTITIONER) == (Domain.PACE, Domain.CHOICE)


def test_a_drop_of_two_is_worth_a_word_and_five_answers_give_no_mean() -> None:
    before, now = levels(*[4] * 8), levels(4, 4, 4, 4, 4, 2, 4, 4)
    assert worth_a_word(now, levels(4, 4, 4, 4, 4, 3, 4, 4), before=before) == (Domain.SAFETY,)
    assert mean_of(Side(levels=dict.fromkeys(list(Domain)[:5], 3))) is None


def test_three_times_all_at_the_top_says_that_less_is_welcome() -> None:
    top = levels(*[4] * 8)
    assert may_give_less([top, top, top])
    assert not may_give_less([top, levels(4, 4, 4, 4, 4, 4, 4, 3), top])
    assert not may_give_less([top, top])


def test_both_sides_are_written_into_the_record_at_once(practice: Practice) -> None:
    person_id = add(practice)
    reflection_id, dealt = sealed_by_both(practice, person_id, PATIENT, PRACTITIONER)
    one = reflection(practice, reflection_id)
    assert one.state is ReflectionState.BOTH_SEALED
    assert not practice.ask(find, "waited")
    box = practice.ask(store.patient_side_of, reflection_id)
    assert box is not None
    side = acts.unsealed(" ".join(dealt.words), one, box.box)
    practice.do(
        acts.open_together, reflection_id, side, patient_withholds=[Domain.CHOICE],
        practitioner_withholds=[Domain.HOPE], by=OTHER,
    )  # fmt: skip
    (opened,) = practice.ask(journal_of, person_id).opened
    assert Domain.CHOICE not in opened.patient.levels
    assert Domain.HOPE not in opened.practitioner.levels
    assert opened.patient.levels[Domain.PACE] == 2
    assert reflection(practice, reflection_id).state is ReflectionState.OPENED
    assert practice.ask(find, "waited")
    for kept in (store.PATIENT_SIDE, store.PRACTITIONER_SIDE, store.OPENED):
        assert yields(practice.vault, kept.table) == ()


def test_a_side_that_is_sealed_alone_opens_nothing(practice: Practice) -> None:
    reflection_id, dealt = begun(practice, add(practice))
    one = reflection(practice, reflection_id)
    practice.do(acts.seal_patient_side, reflection_id, box=acts.box_of(PATIENT, one, ENTROPY), by=OTHER)
    assert reflection(practice, reflection_id).state is ReflectionState.ONE_SEALED
    with pytest.raises(RuleBroken):
        practice.do(acts.open_together, reflection_id, PATIENT, by=OTHER)
    assert dealt.words


def test_a_second_seal_never_lies_over_the_first(practice: Practice) -> None:
    reflection_id, _dealt = sealed_by_both(practice, add(practice), PATIENT, PRACTITIONER)
    one = reflection(practice, reflection_id)
    with pytest.raises(RuleBroken):
        practice.do(acts.seal_patient_side, reflection_id, box=acts.box_of(PATIENT, one, ENTROPY), by=OTHER)
    with pytest.raises(RuleBroken):
        practice.do(acts.seal_practitioner_side, reflection_id, levels(*[4] * 8), by=DESK)
    kept = practice.ask(store.practitioner_side_of, reflection_id)
    assert kept is not None
    assert kept.side == PRACTITIONER
    assert acts.code_of(kept.side) == one.practitioner_side_sha256


def test_nobody_seals_for_the_other(practice: Practice) -> None:
    reflection_id, _dealt = begun(practice, add(practice))
    box = acts.box_of(PATIENT, reflection(practice, reflection_id), ENTROPY)
    with pytest.raises(RuleBroken):
        practice.do(acts.seal_patient_side, reflection_id, box=box, by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(acts.seal_practitioner_side, reflection_id, PRACTITIONER, by=OTHER)


def test_wrong_words_are_counted_and_slowed_and_never_wipe_anything(practice: Practice) -> None:
    reflection_id, dealt = sealed_by_both(practice, add(practice), PATIENT, PRACTITIONER)
    other = acts.deal_words(dealt.sealed_to.cost, ENTROPY)
    one = reflection(practice, reflection_id)
    box = practice.ask(store.patient_side_of, reflection_id)
    assert box is not None
    with pytest.raises(VaultProblem) as problem:
        acts.unsealed(" ".join(other.words), one, box.box)
    assert problem.value.kind == "wrong-words"
    for _try in range(5):
        practice.do(acts.note_wrong_words, reflection_id, by=OTHER)
    assert practice.ask(store.misses_of, reflection_id) == 5
    assert [acts.wait_after(count) for count in (0, 2, 3, 4, 5, 500)] == [0, 0, 5, 10, 20, 300]
    assert acts.unsealed(" ".join(dealt.words), one, box.box) == PATIENT


def test_lost_words_close_it_for_good_and_another_may_begin(practice: Practice) -> None:
    person_id = add(practice)
    reflection_id, _dealt = sealed_by_both(practice, person_id, PATIENT, PRACTITIONER)
    with pytest.raises(RuleBroken):
        begun(practice, person_id)
    practice.do(acts.let_rest, reflection_id, by=OTHER)
    assert reflection(practice, reflection_id).state is ReflectionState.CLOSED
    with pytest.raises(RuleBroken):
        practice.do(acts.open_together, reflection_id, PATIENT, by=OTHER)
    begun(practice, person_id)


@pytest.mark.parametrize(
    ("side", "field"),
    [
        (Side(), ""),
        (Side(levels={Domain.HOPE: 5}), "hope"),
        (Side(levels={Domain.HOPE: 1}, instead={Domain.HOPE: Instead.ALOUD}), "hope"),
        (Side(valued="x" * 5_001), "valued"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_line(side: Side, field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        side.cleaned()
    assert broken.value.field == field


def test_a_side_of_not_nows_is_a_whole_answer() -> None:
    assert Side(instead=dict.fromkeys(Domain, Instead.NOT_NOW)).cleaned().levels == {}


def test_every_pair_speaks_of_the_same_thing_from_its_own_side() -> None:
    for voice in (OTHER, DESK):
        assert list(STATEMENTS[voice]) == list(Domain)
    assert json.dumps([*STATEMENTS[OTHER].values(), *STATEMENTS[DESK].values()]).count("I ") > 4


def test_two_sheets_from_paper_are_opened_at_once_and_wait_for_one_that_is_going(practice: Practice) -> None:
    person_id = add(practice)
    begun(practice, person_id)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.write_from_paper, person_id, levels(*[4] * 8), levels(*[3] * 8), by=Voice.BOTH)
    assert broken.value.field == "state"
    other = add(practice, "Nia Bello")
    with pytest.raises(RuleBroken):
        practice.do(acts.write_from_paper, other, Side(), levels(*[3] * 8), by=Voice.BOTH)
    practice.do(acts.write_from_paper, other, levels(*[4] * 8, valued="The bread."), levels(*[3] * 8), by=Voice.BOTH)
    (opened,) = practice.ask(store.opened_of, [other])
    assert opened.patient.valued == "The bread."
    (one,) = practice.ask(store.reflections_of, [other])
    assert one.state is ReflectionState.OPENED
