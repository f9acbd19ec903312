"""Thinking about it, a pause, giving the screen back: nothing presses, and nothing else can be reached."""

from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_added import LAYLA, MIRA, open_person


def _thinks(tour: Tour) -> str:
    open_person(tour, LAYLA)
    tour.hand.tab("Agreement")
    tour.hand.click("Offer this agreement")
    tour.until(lambda: reads("Offered on"), "the offer")
    tour.hand.choose("How you know that this is ليلى", "Identity document seen")
    tour.hand.click("Turn to ليلى")
    tour.until(lambda: reads("One at a time"), "the text on the turned view")
    tour.settle()
    tour.hand.click("I want to think about it")
    tour.until(lambda: reads("Take all the time you need"), "the page for thinking")
    tour.shot("agreement-thinking")
    return must_read("Nothing presses, and your care stays as it is.", "I will say when")


def _pauses(tour: Tour) -> str:
    tour.hand.click("Pause")
    tour.until(lambda: reads("A pause"), "the pause")
    tour.shot("turned-pause")
    must_not_read(LAYLA, MIRA, "What we agree to be for each other", "Settings")
    said = must_read("A pause", "Go on")
    tour.hand.click("Go on")
    tour.settle()
    tour.hand.click("I will say when")
    tour.until(lambda: reads("That is a good answer"), "the good answer")
    tour.shot("agreement-thinking-done")
    return said


def _leaving(tour: Tour) -> str:
    tour.hand.click("Give the screen back")
    tour.hand.type_into("Passphrase", "not the right one at all")
    tour.hand.click("Continue")
    tour.until(lambda: reads("That is not the passphrase of this practice."), "what is said of a wrong one")
    if tour.started.window.isVisible():
        raise NotHeld("the desk could be seen")
    tour.shot("turned-wrong-passphrase")
    said = must_read("That is not the passphrase of this practice. Nothing changed; please try again.")
    tour.hand.type_into("Passphrase", PASSPHRASE, afresh=True)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Pages of this person"), "the desk")
    tour.settle()
    tour.shot("agreement-being-thought-about")
    tour.pass_time()
    return f"{said} · {must_read('Nothing presses.')}"


def _everyone(tour: Tour) -> str:
    tour.hand.click("Agreements")
    tour.settle()
    tour.shot("agreements-of-everyone")
    return must_read("Agreements")


STEPS = (
    ("Somebody who wants to think about it is thanked, and nothing presses", _thinks),
    ("A pause shows nothing of anybody", _pauses),
    ("Leaving the turned view asks for the passphrase; a wrong one keeps the desk out of sight", _leaving),
    ("All agreements stand in one list", _everyone),
)
