"""Papers of a plan: the patient's words first, both sides' promises, numbers told straight, differences not hidden."""

import json
from dataclasses import fields, is_dataclass, replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.money import Money
from healingpartner.foundation.strokes import drawing_body
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade
from healingpartner.paper.plan import acknowledged, before, consent, decided, goal_sheet, medicines, step_list, told
from healingpartner.paper.plan.changes import Turn, differences
from healingpartner.paper.plan.copy import copy_of_now, copy_of_version
from healingpartner.paper.plan.drawn import drawing_of
from healingpartner.paper.printed import Paper, PaperSize
from healingpartner.plans.consents.model import ConsentWay
from healingpartner.plans.differing.model import AlternativeState
from healingpartner.plans.model import Limit, LimitKind
from healingpartner.plans.money import Ceiling, Cost, Per
from healingpartner.plans.numbers.estimate import Horizon, HorizonUnit
from healingpartner.plans.parts.model import PartStance
from healingpartner.plans.ruling import Rule, RuleKind
from healingpartner.plans.steps.model import StepState
from healingpartner.plans.versions.model import PlanContents, WholePlan
from paper.elm import ELM, NOON
from paper.golden import same_as_kept
from paper.plan_samples import (
    ACKS,
    CONSENT,
    DECISION,
    GOAL,
    NAMES,
    PARTS,
    PLAN_PAPERS,
    RATINGS,
    SHA,
    SMALL,
    STEPS,
    VERSIONS,
    WALK,
    WHOLE,
    copy,
    heavy,
    printed,
)
from paper.reading import sizes, tags
from paper.samples import drawing

EN = Words("en_GB")
HOSTILE = (
    "<b>Mira</b> & {name} %s", "Mira \u202eimihaR", "مريم رحيمي", "M" * 300, "王小明 🌱", "a\nb\n\n\nc", "\u0378",
    "שָׁלוֹם " * 40,
)  # fmt: skip
OWN_WORDS = [
    acknowledged.NOT_YET, before.NO_STEP_OF_YOURS, before.NOT_EVERYONE, consent.BACK_AT_ANY_TIME, consent.FREE_CHOICE,
    decided.ALL_THE_SAME, decided.EVERYONE, decided.NONE_FOR_NOW, decided.STILL_OPEN, goal_sheet.WHAT_T_IS,
    medicines.SHOW_IT, step_list.ANY_STEP, told.STOPS_FITTING, told.WE_LOOK_FOR_ANOTHER,
]  # fmt: skip


def text_of(pdf: bytes) -> str:
    """The words of all pages, one space between them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def sound(pdf: bytes) -> bool:
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        assert bool(document.Root.MarkInfo.Marked)
    return True


@pytest.mark.parametrize("locale", ["en_US", "es", "ar"])
@pytest.mark.parametrize("paper", [Paper(), Paper(size=PaperSize.LETTER, large=True)], ids=["a4", "large letter"])
@pytest.mark.parametrize("name", PLAN_PAPERS)
def test_every_paper_is_sound_tagged_and_the_same_each_time(name: str, paper: Paper, locale: str) -> None:
    made = printed(name, locale=locale, paper=paper)
    assert made.unprintable == ()
    assert sound(made.pdf)
    assert min(sizes(made.pdf)) >= (18 if paper.large or name == "steps" else 12)
    assert printed(name, locale=locale, paper=paper).pdf == made.pdf


@pytest.mark.parametrize("name", PLAN_PAPERS)
def test_every_paper_looks_as_it_did(name: str) -> None:
    assert same_as_kept(f"plan-{name}", printed(name).pdf)


@pytest.mark.parametrize("words", OWN_WORDS)
def test_our_own_words_on_these_papers_are_easy_to_read(words: str) -> None:
    assert flesch_kincaid_grade(count_text(words.replace("{name}", "Mira").replace("{day}", "May 2"))) <= 7


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("name", PLAN_PAPERS)
def test_words_of_any_kind_are_printed(name: str, words: str) -> None:
    contents = spoken_by(WHOLE, words)
    of = replace(copy(contents), names=replace(NAMES, patient=words, called=words))
    for paper in (Paper(), Paper(large=True)):
        assert sound(PLAN_PAPERS[name](of, ELM, EN, paper).pdf)


def spoken_by(thing: object, words: str) -> PlanContents:
    """The same, with every free word in it replaced; ids and codes stay."""
    kept = {"id", "plan_id", "person_id", "decision_id", "goal_id", "option_id", "step_id", "about_id", "dissent_id",
            "instead_of", "zone", "currency", "chosen", "outcome"}  # fmt: skip

    def turned(value: object, name: str) -> object:
        if name in kept:
            return value
        if type(value) is str:
            return words if value else value
        if isinstance(value, tuple):
            return tuple(turned(one, "") for one in value)
        if type(value) is dict:
            return {key: turned(one, "") for key, one in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{one.name: turned(getattr(value, one.name), one.name) for one in fields(value)})
        return value

    return turned(thing, "")  # type: ignore[return-value]


# ---------------------------------------------------------------- what we decided together


def test_a_plan_of_one_decision_fits_on_one_page() -> None:
    short = replace(WALK, effort="", involves="")
    said = replace(DECISION, revisit_if="", outcome=replace(DECISION.outcome, words="") if DECISION.outcome else None)
    contents = replace(SMALL, plan=replace(SMALL.plan, ceiling=None), options=(short,), decisions=(said,))
    for size in PaperSize:
        assert printed("decided", contents, paper=Paper(size=size)).pages == 1


def test_the_patients_words_come_first_and_the_practitioners_steps_before_the_patients() -> None:
    for contents in (SMALL, heavy()):
        found = text_of(printed("decided", contents).pdf)
        assert (
            found.index("To garden with my granddaughter")
            < found.index("Walk after supper")
            < found.index("What Dr. Amara Osei will do")
            < found.index("What Mira will do")
            < found.index("If this plan stops fitting, say so.")
        )


def test_a_goal_stands_in_the_patients_words_and_then_in_those_of_both() -> None:
    with_goal = replace(SMALL, goals=(GOAL,))
    found = text_of(printed("decided", with_goal).pdf)
    told_of_it = "I want to sleep without listening for my heart (Nights slept through in a week): we hope for 3 nights"
    assert told_of_it in found
    alike = replace(GOAL, patient_words="I want to sleep.", shared_wording="i want to  sleep.")
    found = text_of(printed("decided", replace(SMALL, goals=(alike,))).pdf)
    assert found.lower().count("i want to sleep") == 1
    assert "sleep: we hope for 3 nights" in found
    only_both = replace(GOAL, patient_words="")
    assert "Nights slept through in a week: we hope" in text_of(
        printed("decided", replace(SMALL, goals=(only_both,))).pdf
    )


def test_numbers_stand_with_their_range_their_source_and_both_pictures() -> None:
    made = printed("decided", SMALL)
    found = text_of(made.pdf)
    for words in ("about 38 sleep better within 8 weeks. Without it, about 24 do.", "24 of 100 without it",
                  "38 of 100 with it",
                  "between 30 and 46", "Lind and others 2024", "We can be fairly sure."):  # fmt: skip
        assert words in found
    assert [role.strip() for role in tags(made.pdf)].count("Figure") == 2
    assert "NNT" not in found


def test_a_dissent_is_printed_with_the_way_found_and_its_safety_net() -> None:
    found = text_of(printed("decided").pdf)
    for words in (
        "We see this differently: Low-dose amitriptyline · Mira",
        "I do not want to take anything for my head.",
        "Dr. Amara Osei answers",
        "Two evenings a week, with the dog, in place of Low-dose amitriptyline.",
        "Watch for: Three nights",
        "Call when: Your heart stumbles",
        "We look at it again on: 8 December 2026",
        "We see this differently · Dr. Amara Osei",
        "I would rather see you in two weeks",
    ):
        assert words in found


def test_every_part_is_on_board_only_where_each_one_is() -> None:
    assert decided.EVERYONE not in text_of(printed("decided").pdf)
    assert "Mira chose to go on all the same" in text_of(printed("decided").pdf)
    glad = tuple(replace(one, stance=PartStance.ON_BOARD) for one in PARTS)
    assert decided.EVERYONE in text_of(printed("decided", replace(WHOLE, parts=glad, going_on=())).pdf)
    assert "on board" not in text_of(printed("decided", SMALL).pdf)


def test_money_that_is_not_known_is_not_nothing() -> None:
    assert "So far it costs nothing." in text_of(printed("decided", SMALL).pdf)
    unknown = replace(SMALL, options=(replace(WALK, cost=None),))
    assert "For 1 thing we do not know the cost yet." in text_of(printed("decided", unknown).pdf)
    dear = Cost(low=Money(minor=9_000, currency="EUR"), high=Money(minor=12_000, currency="EUR"), per=Per.MONTH)
    found = text_of(printed("decided", replace(SMALL, options=(replace(WALK, cost=dear),))).pdf)
    assert "€90.00 to €120.00 a month" in found
    assert "That is more than you said." in found
    dollars = replace(SMALL, plan=replace(SMALL.plan, ceiling=Ceiling(amount=Money(minor=4_000, currency="USD"))))
    assert "two currencies" in text_of(printed("decided", dollars).pdf)


def test_who_said_yes_stands_with_version_and_fingerprint_and_a_missing_yes_with_room_to_sign() -> None:
    agreed = text_of(PLAN_PAPERS["decided"](copy(SMALL), ELM, EN, Paper()).pdf)
    for words in (
        "Mira: Said yes aloud.",
        "Dr. Amara Osei: Signed by hand",
        "version 3 of our plan",
        "9f2c",
    ):
        assert words in agreed
    assert "9f2c" in agreed
    assert "Signature" not in agreed
    open_ = text_of(PLAN_PAPERS["decided"](copy(SMALL, agreed=False), ELM, EN, Paper()).pdf)
    assert open_.count("Signature") == 2
    assert acknowledged.NOT_YET in open_


def test_a_drawn_yes_and_what_both_drew_stand_on_the_paper() -> None:
    strokes = json.dumps(drawing_body(drawing()))
    signed = tuple(replace(one, strokes=strokes) for one in ACKS)
    plan = replace(SMALL.plan, drawing=strokes, limits=(Limit(kind=LimitKind.ENERGY, words="Evenings only."),))
    of = replace(copy(replace(SMALL, plan=plan)), acknowledgements=signed)
    made = PLAN_PAPERS["decided"](of, ELM, EN, Paper())
    figures = [role.strip() for role in tags(made.pdf)].count("Figure")
    assert figures == 2 + 2 + 1
    assert "What we drew together" in text_of(made.pdf)
    assert "Energy: Evenings only." in text_of(made.pdf)
    for broken in ("{", "[]", '{"kind": 3}'):
        assert drawing_of(broken) is None


def test_a_question_that_is_open_says_so_and_one_that_chose_none_too() -> None:
    open_ = replace(SMALL, decisions=(replace(DECISION, outcome=None),))
    assert decided.STILL_OPEN in text_of(printed("decided", open_).pdf)
    assert DECISION.outcome is not None
    none = replace(
        SMALL, decisions=(replace(DECISION, outcome=replace(DECISION.outcome, chosen=(), chose_not_to=True)),)
    )
    assert decided.NONE_FOR_NOW in text_of(printed("decided", none).pdf)


def test_an_agreed_version_prints_the_same_bytes_whatever_came_after() -> None:
    version = VERSIONS[0]
    first = PLAN_PAPERS["decided"](copy_of_version(version, NAMES), ELM, EN, Paper()).pdf
    assert PLAN_PAPERS["decided"](copy_of_version(version, NAMES), ELM, EN, Paper()).pdf == first
    now = WholePlan(person_id="m", names=NAMES, contents=SMALL, contents_sha256=SHA, versions=(version.line,))
    assert copy_of_now(now, NOON).number == 1
    assert copy_of_now(replace(now, contents_sha256="0" * 64), NOON).number is None


def test_before_printing_it_is_said_when_the_practitioner_owes_nothing() -> None:
    alone = replace(SMALL, steps=STEPS[2:])
    assert not before.practitioner_does_something(alone)
    assert before.worth_saying(alone, EN) == (before.NO_STEP_OF_YOURS,)
    assert before.worth_saying(SMALL, EN) == ()
    assert before.worth_saying(WHOLE, EN) == (before.NOT_EVERYONE,)
    down = replace(SMALL, steps=tuple(replace(one, state=StepState.SET_DOWN) for one in STEPS))
    assert not before.practitioner_does_something(down)
    assert sound(printed("decided", alone).pdf)
    assert any("side by side" in one for one in before.worth_saying(incomparable(), EN))


# ---------------------------------------------------------------- the other papers


def incomparable() -> PlanContents:
    year = replace(WALK.estimates[0], horizon=Horizon(amount=1, unit=HorizonUnit.YEARS))
    walk, *others = SMALL.options
    return replace(SMALL, options=(replace(walk, estimates=(year,)), *others))


def test_a_grid_of_different_times_refuses_and_says_which() -> None:
    with pytest.raises(Refused) as amiss:
        printed("grid", incomparable())
    assert "Walk after supper" in amiss.value.where


def test_two_numbers_for_one_outcome_both_stand_on_the_grid_with_their_pictures() -> None:
    other = replace(WALK.estimates[0], n_with=31, n_without=27, interval_with=None, source="Own patients 2025")
    walk, *others = SMALL.options
    before_it = printed("grid", SMALL).pdf
    both = printed("grid", replace(SMALL, options=(replace(walk, estimates=(*walk.estimates, other)), *others))).pdf
    found = text_of(both)
    assert found.index("38 with it") < found.index("31 with it")
    for words in ("Lind and others 2024", "Own patients 2025"):
        assert words in found
    pictures = [[role.strip() for role in tags(pdf)].count("Figure") for pdf in (before_it, both)]
    assert pictures[1] == pictures[0] + 2


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 40])
def test_a_grid_shows_every_way_and_every_question(count: int, large: bool) -> None:
    options = tuple(replace(one, decision_id="sleep") for one in heavy().options[:count])
    found = text_of(printed("grid", replace(SMALL, options=options), paper=Paper(large=large)).pdf)
    assert sum(f"({at})" in found for at in range(count)) == count
    if count:
        for words in ("What would the dog say?", "What it costs", "Can I go back?"):
            assert words in found


def test_a_very_long_word_of_a_way_goes_on_over_the_page() -> None:
    long = replace(WALK, involves="and on and on " * 700)
    assert printed("grid", replace(SMALL, options=(long, *SMALL.options[1:]))).pages > 3


def test_t_stands_only_beneath_the_words_of_its_levels() -> None:
    found = text_of(printed("goals").pdf)
    assert found.index("no night slept through") < found.index("T = 50")
    assert "from 30 at the start: +20. 1 of 1 goal rated." in found
    assert "It is no mark for you or for anyone." in found
    three = replace(WHOLE, goals=(GOAL, replace(GOAL, id="u"), replace(GOAL, id="v")))
    assert "1 of 3 goals rated" in text_of(printed("goals", three).pdf)
    unrated = replace(copy(WHOLE), ratings=())
    assert "T =" not in text_of(PLAN_PAPERS["goals"](unrated, ELM, EN, Paper()).pdf)
    assert RATINGS


def test_the_list_for_the_fridge_is_large_with_a_box_for_each_step_of_both() -> None:
    made = printed("steps")
    assert min(sizes(made.pdf)) >= 18
    assert [role.strip() for role in tags(made.pdf)].count("Lbl") == len(WHOLE.steps)
    gone = replace(WHOLE, steps=(replace(STEPS[0], state=StepState.SET_DOWN), *STEPS[1:]))
    assert "thyroid paper" not in text_of(printed("steps", gone).pdf)


@pytest.mark.parametrize("large", [False, True])
def test_what_is_taken_stands_under_its_time_of_day_with_food_until_and_why(large: bool) -> None:
    found = text_of(printed("medicines", paper=Paper(large=large)).pdf)
    for words in ("Morning", "2 capsules", "with food", "until 31 Jan 2027", "why: For calm legs at night",
                  "from: Dr. Lind, Harbour House"):  # fmt: skip
        assert words in found
    paused = tuple(replace(one, state=StepState.PAUSED) if one.what == "Magnesium" else one for one in WHOLE.steps)
    assert "Resting for now" in text_of(printed("medicines", replace(WHOLE, steps=paused)).pdf)


def test_what_is_only_proposed_is_not_told_as_taken() -> None:
    assert "not begun yet" not in text_of(printed("medicines").pdf)
    offered = tuple(replace(one, state=StepState.PROPOSED) if one.what == "Magnesium" else one for one in WHOLE.steps)
    found = text_of(printed("medicines", replace(WHOLE, steps=offered)).pdf)
    assert found.index("Proposed, and not begun yet") < found.index("Magnesium")


def test_another_way_that_is_only_proposed_says_so() -> None:
    (way,) = WHOLE.alternatives
    proposed = replace(way, state=AlternativeState.PROPOSED)
    found = text_of(printed("decided", replace(WHOLE, alternatives=(proposed,))).pdf)
    assert "Another way · Proposed" in found
    assert "The way we found" not in found
    bare = replace(way, watch_for="", call_when="", no_net_needed=True)
    assert "no safety net is needed" in text_of(printed("decided", replace(WHOLE, alternatives=(bare,))).pdf)


def test_the_history_tells_what_is_new_gone_and_changed() -> None:
    found = text_of(printed("history").pdf)
    assert found.index("Version 2") < found.index("Version 1")
    for words in ("Goal, new: I want to sing again.", "Decided, before: Walk after supper, four evenings a week; now:",
                  "The first one that you both said yes to."):  # fmt: skip
        assert words in found
    turns = {one.turn for one in differences(WHOLE, SMALL, EN)}
    assert turns == {Turn.GONE, Turn.CHANGED}
    assert differences(WHOLE, WHOLE, EN) == ()


@pytest.mark.parametrize(
    ("sort", "present"),
    [
        ("Way", replace(SMALL, options=(replace(SMALL.options[0], estimates=()), *SMALL.options[1:]))),
        ("Plan", replace(SMALL, plan=replace(SMALL.plan, reach="Ring the bell."))),
        ("Step", replace(SMALL, steps=(replace(SMALL.steps[0], how_often="Once"), *SMALL.steps[1:]))),
    ],
)
def test_the_history_calls_no_two_versions_the_same_that_are_not(sort: str, present: PlanContents) -> None:
    (changed,) = differences(SMALL, present, EN)
    assert (changed.sort, changed.turn) == (sort, Turn.DETAILS)


def test_a_consent_tells_risks_ways_out_and_when_it_was_taken_back() -> None:
    found = text_of(printed("consent").pdf)
    for words in ("It may ache for a day.", "Warmth, movement, waiting.", consent.FREE_CHOICE, consent.BACK_AT_ANY_TIME,
                  "Given on 22 November 2026, 13:00: Signed on paper.", "Signature"):  # fmt: skip
        assert words in found
    back = replace(CONSENT, withdrawn=NOON, withdrawn_way=ConsentWay.SAID)
    of = consent.TreatmentConsentCopy(names=NAMES, consent=back, made=NOON)
    gone = text_of(consent.treatment_consent_paper(of, letterhead=ELM, words=EN, paper=Paper()).pdf)
    assert "Taken back on 22 November 2026, 13:00: Said aloud." in gone
    assert "Signature" not in gone


def test_a_step_that_is_here_for_a_rule_says_so_on_every_paper() -> None:
    ruled = replace(STEPS[0], rule=Rule(kind=RuleKind.INSURANCE, words="Form 7, once a year."))
    line = "by 23 Nov. It is here for a rule, not for you: An insurance asks for it. Form 7, once a year."
    contents = replace(SMALL, steps=(ruled, *STEPS[1:]))
    assert line in text_of(printed("steps", contents).pdf)
    assert text_of(printed("decided", contents).pdf).count("Form 7") == 1
    assert "for a rule" not in text_of(printed("steps", SMALL).pdf)


def test_the_steps_of_both_stand_under_their_own_names() -> None:
    found = text_of(printed("steps").pdf)
    assert found.index("What Mira will do") < found.index("What we will do together")
    assert [one.owner for one in WHOLE.steps].count(Voice.BOTH) == 1
