"""The plan on the turned view: an idea of her own, one way declined, another negotiated, a choice, and both say yes."""

from PySide6.QtWidgets import QAbstractButton

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.steps.agreement_signed import PAD, flourish
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_added import LAYLA
from healingpartner.desktop.tour.steps.plan_written import HER_STEP, HERS, MY_STEP, PILLS, PLAN, QUESTION, WAIT, WALK

IDEA, HALF = "Singing with my sister", "Half the dose, on bad nights only"
WATCH, CALL = "Three bad nights in a row.", "When I cannot get up in the morning."
FEELS, HEART = "My body says yes to this.", "My heart"
PRACTITIONER = "Dr. Amara Osei"


def turn(tour: Tour) -> None:
    """The screen turned to her, at the quiet list of the plan."""
    tour.hand.click("Turn to Mira")
    tour.until(lambda: reads("Read it all, and say yes or not now") or reads("How it went"), "the quiet list")
    tour.settle()


def back(tour: Tour) -> None:
    """The screen given back with the passphrase."""
    tour.hand.click("Give the screen back")
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Pages of this person"), "the desk")
    tour.settle()


def kept(tour: Tour, button: str, told: str) -> str:
    """Press a button and wait for what is told of it."""
    tour.hand.click(button)
    tour.until(lambda: reads(told), f"“{told}”")
    tour.settle()
    return told


def _list(tour: Tour) -> str:
    turn(tour)
    tour.shot("plan-turned-list")
    must_not_read(LAYLA, "Settings", "Filter people", "Lock")
    tour.hand.click("My own words")
    tour.settle()
    tour.shot("plan-turned-words")
    tour.hand.type_into("What I am afraid of", "Being foggy at work.")
    tour.hand.type_into("At most", "much")
    tour.hand.click("Keep my words")
    tour.settle()
    no_money = must_read("This is not yet an amount.")
    tour.hand.type_into("At most", "40", afresh=True)
    return f"{no_money} · {kept(tour, 'Keep my words', 'Your words are kept.')}"


def _side_by_side(tour: Tour) -> str:
    tour.hand.click(QUESTION)
    tour.settle()
    tour.shot("plan-turned-ways")
    tour.hand.click("Add a question of mine")
    tour.settle()
    tour.hand.type_into("What I want to know", "Can I still sing?")
    kept(tour, "Add my question", "Your question stands beside every way now.")
    tour.hand.click("I have another idea")
    tour.settle()
    tour.hand.type_into("What I would rather do", IDEA)
    tour.hand.type_into("How it would go", "Half an hour, before bed.")
    tour.shot("plan-turned-idea")
    kept(tour, "Put it beside the others", "Your idea stands beside the others.")
    return must_read(WALK, PILLS, WAIT, IDEA, "My own idea", "Can I still sing?", "38 of 100 with it")


def _felt(tour: Tour) -> str:
    tour.hand.click(f"{WALK}: Say what I feel about it")
    tour.settle()
    tour.hand.type_into("What does my body or inner wisdom say?", FEELS)
    tour.hand.click("Where it draws me It draws me there")
    tour.hand.click("How ready I am for it 9")
    tour.settle()
    tour.hand.type_into("How ready I am for it Why not lower?", "I love the river.")
    tour.hand.click("How sure I am that I can do it 8")
    tour.shot("plan-turned-felt")
    kept(tour, "That is what I feel", f"What you feel about {WALK} is kept.")
    return must_read(FEELS, "ready 9 · sure 8, of 10")


def _declined(tour: Tour) -> str:
    tour.hand.click(f"{PILLS}: Not for me")
    tour.settle()
    tour.hand.click("Why, if I want to say It frightens me")
    tour.shot("plan-turned-not-for-me")
    return kept(tour, "Set it aside", "It is set aside. Would another way suit you better?")


def _negotiated(tour: Tour) -> str:
    tour.hand.type_into("What I would rather do", HALF)
    tour.hand.type_into("What is different about it", "Half of it, and not every night.")
    tour.hand.type_into("What we watch for", WATCH)
    tour.hand.type_into("When we look at it again", "15 January 2027")
    tour.shot("plan-turned-negotiated")
    kept(tour, "Put it beside the others", "Your idea stands beside the others.")
    tour.hand.click(f"{HALF}: Our safety net")
    tour.settle()
    tour.hand.click("I go this way")
    tour.until(lambda: reads("Write when to call."), "what the net still lacks")
    tour.settle()
    tour.shot("plan-turned-safety-net")
    lacks = must_read("Write when to call.")
    tour.hand.type_into("When I call", CALL)
    return f"{lacks} · {kept(tour, 'I go this way', 'You go this way, with a safety net.')}"


def _decided(tour: Tour) -> str:
    tour.hand.click("Go on to choose")
    tour.settle()
    tour.hand.click("I choose this")
    tour.settle()
    nothing = must_read("Or take your time.")
    same = eye.find("I want to think about it", QAbstractButton), eye.find("I choose this", QAbstractButton)
    if same[0] is None or same[1] is None or same[0].size() != same[1].size():
        raise NotHeld("thinking about it was not as large as choosing")
    tour.hand.click(WALK)
    tour.hand.click(HALF)
    tour.hand.click("Do I feel sure about what is best for me? Not yet")
    tour.shot("plan-turned-choosing")
    kept(tour, "I choose this", "You chose:")
    tour.shot("plan-turned-chosen")
    return f"{nothing} · {must_read(f'You chose: {WALK}, {HALF}.')}"


def _parts(tour: Tour) -> str:
    tour.hand.click("Back")
    tour.settle()
    tour.hand.click("Is every part of me on board?")
    tour.settle()
    tour.hand.click("A part of me says…")
    tour.settle()
    tour.hand.type_into("What I call this part", HEART)
    tour.hand.click("Where it stands Worried")
    tour.hand.type_into("What it says", "I am listening all the same.")
    kept(tour, "Keep that", f"{HEART} has been heard.")
    must_not_read("Every part is on board")
    tour.shot("plan-turned-parts")
    kept(tour, "I go on, knowing this", "It is kept that you go on")
    return must_read("you went on, knowing that not everyone is on board")


def _steps_and_yes(tour: Tour) -> str:
    tour.hand.click("Back")
    tour.settle()
    tour.hand.click("The steps")
    tour.settle()
    tour.shot("plan-turned-steps")
    kept(tour, f"{HER_STEP}: I take this on", "You took it on.")
    tour.hand.click("Back")
    tour.settle()
    tour.hand.click("My yes to a treatment")
    tour.settle()
    tour.hand.click(HALF)
    tour.settle()
    tour.shot("plan-turned-consent")
    tour.hand.click("My questions were answered.")
    tour.hand.click("This is my own free choice. I can take it back at any time.")
    tour.hand.click("Yes")
    tour.settle()
    said = must_read("Write why it is proposed.")
    tour.hand.click("Not now")
    tour.settle()
    tour.hand.click("Back")
    tour.settle()
    return f"a step of hers is taken on by her · {said}"


def _she_signs(tour: Tour) -> str:
    tour.hand.click("Read it all, and say yes or not now")
    tour.settle()
    tour.shot("plan-turned-whole")
    must_read(HERS, WALK, WATCH, CALL, MY_STEP)
    tour.hand.click("Yes, this is our plan")
    tour.settle()
    nothing = must_read("There is no signature yet.")
    tour.hand.draw(PAD, flourish(shift=3))
    tour.shot("plan-turned-signed")
    kept(tour, "Yes, this is our plan", "Thank you, Mira")
    tour.shot("plan-turned-thanks")
    back(tour)
    return f"{nothing} · {must_read('Mira has said yes. Yours comes next.')}"


def _both(tour: Tour) -> str:
    tour.hand.click("Give your answer")
    tour.settle()
    tour.hand.draw("Your signature", flourish(shift=9))
    tour.shot("plan-practitioner-answers")
    tour.hand.click("Sign by hand")
    tour.until(lambda: reads("Version 1"), "the first version")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("History", QAbstractButton))
    tour.shot("plan-agreed")
    tour.pass_time()
    return must_read("Version 1 · agreed", PLAN)


STEPS = (
    (
        "On the turned view she finds a quiet list and her own words; money that is none is told beside",
        _list,
    ),
    ("The ways stand side by side at reading size; she adds a question and an idea of her own", _side_by_side),
    ("She says what her body says, how ready and how sure, and why not lower", _felt),
    ("One way is not for her: one tap, no hard feelings", _declined),
    ("She negotiates another in its place, with a safety net that must be whole", _negotiated),
    ("She decides; thinking about it is as large as choosing", _decided),
    ("A part that worries is heard, and going on is her own tap", _parts),
    ("She takes on her step, and a yes whose words are not whole cannot be given", _steps_and_yes),
    ("She reads all of it and signs; nothing drawn is no signature", _she_signs),
    ("The practitioner signs too, and the first version is kept", _both),
)
