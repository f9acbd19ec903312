"""A plan is begun at the desk: her words, a goal in five levels, three ways side by side, and steps of both."""

from PySide6.QtWidgets import QAbstractButton

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.steps.people_kept import open_first_mira

PLAN, HERS = "Sleeping again", "I want to sleep without listening for my heart."
GOAL, QUESTION = "I sleep through most nights.", "What do we try first, to sleep better?"
WALK, PILLS, WAIT = "Walk after supper", "Low-dose amitriptyline", "Wait and watch, 6 weeks"
MY_STEP, HER_STEP, DROPS = "Find out what the breathing group costs", "Walk along the river", "Valerian drops"
LEVELS = (
    ("−2: Much less than we hope", "no night"),
    ("−1: Less than we hope", "1 night"),
    ("0: What we hope for", "3 nights"),
    ("+1: More than we hope", "5 nights"),
    ("+2: Much more than we hope", "every night"),
)


def to_plan(tour: Tour) -> None:
    """Her page, at the tab of her plan."""
    open_first_mira(tour)
    tour.hand.tab("Plan")
    tour.settle()


def keep(tour: Tour) -> None:
    """Keep what was written, and wait until the plan stands there again."""
    tour.hand.click("Keep it")
    tour.until(lambda: eye.find("Keep it", QAbstractButton, enabled=False) is None, "the plan below")
    tour.settle()


def _begun(tour: Tour) -> str:
    to_plan(tour)
    tour.shot("plan-none")
    tour.hand.click("Begin a plan")
    tour.until(lambda: reads("The plan has no name yet."), "what is said of a plan without a name")
    tour.settle()
    said = must_read("The plan has no name yet. A few words are enough.")
    tour.hand.type_into("The plan, in a few words", PLAN)
    tour.hand.type_into("What matters to Mira, in their own words", HERS)
    tour.hand.click("Begin a plan")
    tour.until(lambda: reads("Being written"), "the plan")
    tour.settle()
    tour.shot("plan-begun")
    return f"{said} · {must_read(HERS)}"


def _goal(tour: Tour) -> str:
    tour.hand.click("Write the first goal")
    tour.settle()
    tour.hand.type_into("What Mira wants", GOAL)
    tour.hand.choose("How it is followed", "In five levels, each in words")
    tour.settle()
    for name, words in LEVELS:
        tour.hand.type_into(name, words)
    tour.hand.choose("Where it is now, at the start", "−2")
    tour.shot("plan-goal-form")
    keep(tour)
    tour.shot("plan-goal")
    return must_read(GOAL, "Rate it now") if reads("Rate it now") else must_read(GOAL)


def _question(tour: Tour) -> str:
    tour.hand.click("Write the first question")
    tour.settle()
    tour.hand.type_into("What is there to decide?", QUESTION)
    tour.hand.type_into("Why now", "Three bad months, and the exam is in spring.")
    keep(tour)
    return must_read(QUESTION)


def _way(tour: Tour, label: str, kind: str, fields: tuple[tuple[str, str], ...]) -> None:
    tour.hand.click(f"Add a way: {QUESTION}")
    tour.settle()
    tour.hand.type_into("The way, in a few words", label)
    tour.hand.choose("What sort of way", kind)
    for name, words in fields:
        tour.hand.type_into(name, words)


def _number(tour: Tour, outcome: str, without: str, with_it: str, *, nth: int = 0, kind: str = "May help") -> None:
    tour.hand.click("Add a number")
    tour.settle()
    tour.hand.type_into("What may happen", outcome, nth=nth)
    if nth == 0:
        tour.hand.choose("What that would be", kind)
    tour.hand.type_into("How many of them with it", with_it, nth=nth)
    tour.hand.type_into("How many of them without it", without, nth=nth)
    tour.hand.type_into("Within what time", "8", nth=nth)


def _walk(tour: Tour) -> str:
    _way(tour, WALK, "Something in daily life", (
        ("What it involves", "Half an hour outside, four evenings a week."),
        ("How it may help", "Falling asleep sooner."),
        ("How it may harm", "Nothing that we know of."),
    ))  # fmt: skip
    tour.hand.choose("Which way", "I lean toward it")
    tour.hand.click("Keep it")
    tour.settle()
    no_reason = must_read("Say why you lean this way.")
    tour.hand.type_into("Your reason", "It helps many, costs nothing, and you like being outside.")
    tour.hand.choose("What it costs", "Nothing")
    _number(tour, "sleep better", "24", "138")
    tour.hand.click("Keep it")
    tour.settle()
    tour.shot("plan-way-form-number-too-large")
    too_many = must_read("This is more than the people who were counted.")
    tour.hand.type_into("How many of them with it", "38", afresh=True)
    keep(tour)
    return f"{no_reason} · {too_many}"


def _pills(tour: Tour) -> str:
    _way(tour, PILLS, "A treatment", (
        ("What it involves", "One small tablet at night, for eight weeks."), ("How it may help", "Sleeping through."),
        ("How it may harm", "Drowsy by day, a dry mouth."),
    ))  # fmt: skip
    tour.hand.choose("Which way", "I could go either way")
    tour.hand.type_into("Your reason", "It works faster, but the fog by day is real.")
    tour.hand.choose("What it costs", "An amount")
    tour.settle()
    tour.hand.type_into("From, or exactly", "6")
    tour.hand.choose("How often", "a month")
    _number(tour, "sleep better", "24", "45")
    keep(tour)
    return must_read(PILLS, "Of 100 people like Mira, about 45 sleep better within 8 weeks.")


def _wait(tour: Tour) -> str:
    _way(tour, WAIT, "Wait and watch", (("What it involves", "We change nothing, and look again in January."),))
    tour.hand.choose("What it costs", "Nothing")
    keep(tour)
    bring_from_the_top(tour.hand.wait_for(f"Add a way: {QUESTION}", QAbstractButton))
    tour.shot("plan-three-ways")
    return must_read(WALK, PILLS, WAIT)


def _step(tour: Tour, what: str, who: str, fields: tuple[tuple[str, str], ...]) -> None:
    tour.hand.click("Add a step")
    tour.settle()
    tour.hand.type_into("What will be done", what)
    tour.hand.choose("Who does it", who)
    for name, words in fields:
        tour.hand.type_into(name, words)


def _steps(tour: Tour) -> str:
    _step(tour, MY_STEP, "I do", (("By when", "1 May 2020"),))
    tour.hand.click("Keep it")
    tour.settle()
    early = must_read("This day is before the plan began. Choose a later one.")
    tour.shot("plan-step-form-day-too-early")
    tour.hand.type_into("By when", "25 November 2026", afresh=True)
    keep(tour)
    _step(tour, HER_STEP, "Mira does", (("How often", "4 evenings a week"), ("What could get in the way", "Rain.")))
    keep(tour)
    _step(tour, DROPS, "Mira does", ())
    tour.hand.choose("What it is", "Remedy")
    tour.hand.type_into("Evening", "20 drops")
    tour.hand.type_into("What it is for", "To fall asleep sooner.")
    tour.shot("plan-step-form")
    keep(tour)
    tour.hand.click(f"I take it on: {MY_STEP}")
    tour.until(lambda: reads("Taken on"), "that it was taken on")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("Add a step", QAbstractButton))
    tour.shot("plan-steps-of-both")
    return f"{early} · {must_read('What you will do', 'What Mira will do', MY_STEP, HER_STEP, DROPS)}"


def _offered(tour: Tour) -> str:
    tour.hand.click("Offer it")
    tour.until(lambda: reads("Offered. Mira can look at it"), "the offer")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("Change what it is about", QAbstractButton))
    tour.shot("plan-offered")
    tour.pass_time()
    return must_read("Offered. Mira can look at it")


STEPS = (
    ("A plan needs a name, and begins with what matters to her", _begun),
    ("Her goal is said in five levels, each in words", _goal),
    ("A question is asked, and why now", _question),
    ("A leaning needs its reason, and more people than were counted are turned down beside the field", _walk),
    ("A second way is told in numbers, with what it costs", _pills),
    ("Waiting is a way like the others", _wait),
    ("Steps of both stand in two columns; a day before the plan began is told beside its field", _steps),
    ("The plan is offered to her", _offered),
)
