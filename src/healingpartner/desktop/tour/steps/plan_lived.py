"""The plan is lived: papers, check-ins, a promise that is late, a step set down, a rework, a second version."""

from PySide6.QtWidgets import QAbstractButton

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.steps.agreement_signed import flourish
from healingpartner.desktop.tour.steps.locking import unlock
from healingpartner.desktop.tour.steps.people_added import MIRA, NGUYEN, open_person
from healingpartner.desktop.tour.steps.plan_chosen import FEELS, HALF, WATCH, back, kept, turn
from healingpartner.desktop.tour.steps.plan_written import GOAL, HER_STEP, HERS, MY_STEP, PLAN, QUESTION, WALK, to_plan
from healingpartner.plans.versions.views import version_with
from healingpartner.plans.views import everyone, plan_of
from healingpartner.practice import Practice

TEN_DAYS = 10 * 24 * 60
NEWER, TEMPLATE = "I want to sleep, and to sing again.", "Sleeping, in four ways"
NEEDLES = "Needles in the neck"


def _says_yes(tour: Tour) -> str:
    tour.hand.click("Ask for a yes")
    tour.settle()
    tour.hand.type_into("What it is", NEEDLES)
    tour.hand.click("Mira says yes aloud")
    tour.until(lambda: reads("Write why it is proposed."), "what a yes still lacks")
    tour.settle()
    lacks = must_read("Write why it is proposed.")
    tour.hand.type_into("Why it is proposed", "To loosen what is tight.")
    tour.hand.type_into("What could go wrong", "A bruise.")
    tour.hand.type_into("What else could be done", "Warmth, or waiting.")
    tour.hand.click("“My questions were answered.”")
    tour.hand.click("“This is my own free choice.”")
    tour.shot("plan-consent-form")
    tour.hand.click("Mira says yes aloud")
    tour.until(lambda: reads("Given on"), "that the yes is kept")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("Ask for a yes", QAbstractButton))
    tour.shot("plan-consent-given")
    return f"{lacks} · {must_read(NEEDLES, 'Said aloud.')}"


def _papers(tour: Tour) -> str:
    for name, paper, wanted in (
        ("What we decided together", "plan-decided", (HERS, WALK, WATCH, MY_STEP.rsplit(" ", 1)[0])),
        (f"The ways side by side: {QUESTION}", "plan-ways", (WALK, HALF, FEELS)),
        ("Goal sheet", "plan-goals", (GOAL, "3 nights")),
        ("Step list for the fridge", "plan-steps", (MY_STEP, HER_STEP)),
        ("What to take and do each day", "plan-medicines", ("Valerian drops", "20 drops")),
        ("History of the plan", "plan-history", (PLAN,)),
        (f"Consent record: {NEEDLES}…", "plan-consent", (NEEDLES, "A bruise.")),
    ):
        _print(tour, name, paper, wanted)
    return "seven papers, each saved as a PDF and read back"


def _print(tour: Tour, name: str, paper: str, wanted: tuple[str, ...]) -> None:
    if eye.find(f"Save as a PDF: {name}", QAbstractButton) is None:
        tour.hand.click("Print")
        tour.settle()
        tour.shot("plan-which-paper")
    tour.hand.click(f"Save as a PDF: {name}")
    tour.hand.answer_file_dialog(str(tour.book.next_paper(paper)))
    words = "".join(eye.plain(tour.paper(paper)).split())
    tour.settle()
    missing = [each for each in wanted if "".join(each.split()) not in words]
    if missing:
        raise NotHeld(f"not on the paper {paper}: {missing}")


def _takes_it_back(tour: Tour) -> str:
    tour.hand.click("Back to the plan")
    tour.settle()
    tour.hand.click(f"Take it back: {NEEDLES}")
    tour.until(lambda: reads("Taken back on"), "that the yes was taken back")
    tour.settle()
    return must_read("Given on", "Taken back on")


def _begins(tour: Tour) -> str:
    tour.hand.click("Begin with it")
    tour.until(lambda: reads("Under way"), "the plan under way")
    tour.settle()
    tour.hand.click("Write down how it went")
    tour.settle()
    tour.hand.click("Keep it")
    tour.settle()
    whose = must_read("Choose this first: it is kept with the words.")
    tour.hand.choose("Whose words these are", "I say so")
    tour.hand.click("What happened Some of it")
    tour.hand.type_into("In own words", "I called the group twice; nobody was there.")
    tour.shot("plan-check-in-form")
    tour.hand.click("Keep it")
    tour.until(lambda: reads("I called the group twice"), "the first check-in")
    tour.settle()
    return whose


def _late(tour: Tour) -> str:
    tour.pass_time(TEN_DAYS)
    tour.hand.press("Ctrl+L")
    tour.until(lambda: reads("Use the recovery sheet"), "the unlock page")
    tour.settle()
    unlock(tour)
    to_plan(tour)
    bring_from_the_top(tour.hand.wait_for("Write down how it went", QAbstractButton))
    tour.shot("plan-late-promise")
    told = must_read("days past its day", "its day has passed. Say so first, and mend it together.")
    line = next((row for row in tour.rows("People") if MIRA in row and "promise" in row), "")
    if "1 promise of yours is open" not in line:
        raise NotHeld(f"the list said “{line}”")
    tour.hand.click(f"Done: {MY_STEP}")
    tour.until(lambda: reads("You kept 1 of 1."), "that it was kept")
    tour.settle()
    return f"{told} · {line} · {must_read('You kept 1 of 1.')}"


def _she_checks_in(tour: Tour) -> str:
    turn(tour)
    tour.shot("plan-turned-list-lived")
    tour.hand.click("My goals")
    tour.settle()
    tour.hand.click(f"How near are we?: {GOAL}")
    tour.settle()
    tour.hand.click("How it is now…")
    tour.shot("plan-turned-rating")
    kept(tour, "That is how it is", "It is kept.")
    tour.hand.click("Back")
    tour.settle()
    tour.hand.click("How it went")
    tour.settle()
    tour.hand.click("How it went Some of it")
    tour.hand.type_into("What helped", "The dog next door came along.")
    tour.hand.click("What got in the way Pain")
    tour.shot("plan-turned-check-in")
    return kept(tour, "Keep that", "Thank you. It is kept.")


def _set_down(tour: Tour) -> str:
    tour.hand.click("The steps")
    tour.settle()
    tour.hand.click(f"{HER_STEP}: Set it down")
    tour.settle()
    tour.hand.click("Set it down")
    tour.until(lambda: reads("Does the plan still fit?"), "what is asked after a step is set down")
    tour.settle()
    tour.shot("plan-turned-still-fits")
    return must_read("Nothing is counted against you.")


def _reworked(tour: Tour) -> str:
    kept(tour, "Rework it together", "Now every word of it can change.")
    tour.hand.click("Draw it")
    tour.settle()
    tour.hand.draw("Our shared sheet", flourish(shift=5))
    tour.shot("plan-turned-drawing")
    kept(tour, "Keep this drawing", "The drawing is kept.")
    tour.hand.click("My own words")
    tour.settle()
    tour.hand.type_into("What matters to me", NEWER, afresh=True)
    kept(tour, "Keep my words", "Your words are kept.")
    tour.hand.click("Read it all, and say yes or not now")
    tour.settle()
    tour.hand.click("How I say yes I say yes aloud")
    tour.settle()
    tour.hand.click("I have said aloud: yes, this is our plan.")
    tour.shot("plan-turned-second-yes")
    kept(tour, "Yes, this is our plan", "Thank you, Mira")
    back(tour)
    return must_read("Being reworked together", NEWER)


def _second(tour: Tour) -> str:
    tour.hand.click("Give your answer")
    tour.settle()
    tour.hand.click("I say yes aloud")
    tour.until(lambda: reads("Version 2"), "the second version")
    tour.settle()
    tour.hand.click("History")
    tour.settle()
    tour.shot("plan-history")
    said = must_read("Version 1", "Version 2", NEWER.rsplit(" ", 2)[0].split(",", maxsplit=1)[0])
    tour.hand.click("Back to the plan")
    tour.settle()
    return said


def _rests(tour: Tour) -> str:
    tour.hand.choose("Who says so", "Mira says so")
    tour.hand.click("Rest it")
    tour.until(lambda: reads("This plan is paused."), "the pause")
    tour.settle()
    tour.shot("plan-paused")
    said = must_read("Nothing in it is expected of anyone.")
    tour.hand.click("Go on with it")
    tour.until(lambda: reads("Begin with it"), "the plan where it was")
    tour.settle()
    return said


def _template(tour: Tour) -> str:
    tour.hand.click("Make a template of this plan")
    tour.settle()
    tour.hand.type_into("The template’s name", TEMPLATE, afresh=True)
    tour.hand.click("Keep the template")
    tour.settle()
    open_person(tour, NGUYEN)
    tour.hand.tab("Plan")
    tour.settle()
    tour.hand.choose("Or begin from a template", TEMPLATE)
    tour.hand.click("Begin from this template")
    tour.until(lambda: reads("Being written"), "a plan from the template")
    tour.settle()
    tour.shot("plan-from-template")
    if reads(HERS) or reads(NEWER) or reads(FEELS):
        raise NotHeld("her words stood in somebody else's plan")
    return must_read(QUESTION, WALK)


def _reopened(tour: Tour) -> str:
    to_plan(tour)
    before = tour.ask(_all_of_it)
    tour.hand.press("Ctrl+L")
    tour.until(lambda: reads("Use the recovery sheet"), "the unlock page")
    tour.settle()
    unlock(tour)
    to_plan(tour)
    if tour.ask(_all_of_it) != before:
        raise NotHeld("the plan was not the same after unlocking")
    tour.shot("plan-after-unlocking")
    return must_read("Version 2 · agreed", NEWER)


def _all_of_it(practice: Practice) -> tuple[object, ...]:
    plans = (line for line in practice.ask(everyone, today=practice.vault.clock.now().local().date()) if line.plan_id)
    found = tuple(practice.ask(plan_of, line.person_id, plan_id=line.plan_id) for line in plans)
    versions = tuple(practice.ask(version_with, line.id) for one in found if one is not None for line in one.versions)
    return found, versions


STEPS = (
    ("A yes to a treatment is given aloud once its words are whole", _says_yes),
    ("Every paper of the plan is saved as a PDF, and read back", _papers),
    ("She takes her yes back in one tap, and both moments stay readable", _takes_it_back),
    ("The plan begins, and the practitioner checks in first; whose words they are is asked", _begins),
    ("A promise of the practitioner that is late is told at once, also in the list", _late),
    ("She rates her goal in words and checks in: every answer is a good one", _she_checks_in),
    ("A step is set down without a reason, and the plan is asked, not the person", _set_down),
    ("They rework it together, by drawing and by words, and she says yes aloud", _reworked),
    ("Both agree to a second version, and the two are compared word by word", _second),
    ("Either rests the plan without a reason, and it goes on from there", _rests),
    ("A template carries the ways to somebody else, and none of her words", _template),
    ("Locked and opened again, all of it is there", _reopened),
)
