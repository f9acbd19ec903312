"""The journal both write in: thanks both ways, a question answered, a drawing kept, and a let-down that is mended."""

from PySide6.QtWidgets import QAbstractButton

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_added import LAYLA
from healingpartner.desktop.tour.steps.people_kept import open_first_mira
from healingpartner.desktop.tour.steps.today_day import in_days

MY_THANKS = "Thank you for telling me straight that the tea did nothing."
HER_THANKS = "Thank you for waiting until I had found the word."
QUESTION, ANSWER = "Why is it always worse in the morning?", "I do not know yet. I will look, and tell you on Friday."
MEANS = "I planted garlic in November. It does not ask when it may come up."
HARD = "I stopped the tablets in May, and did not dare to say so."
WHEN, FELT, LIKE = "you looked at the clock while I spoke", "rushed, and small", "ten minutes without a clock"
HEARS, PART = "That you were not done, and I was somewhere else.", "I worried about the next one who waited."
CHANGE = "The clock stands behind Mira from now on."


def _empty(tour: Tour) -> str:
    to_journal(tour)
    tour.shot("journal-empty")
    tour.hand.click("More kinds")
    tour.settle()
    tour.shot("journal-kinds")
    return must_read("Nothing is written yet. A thank-you is a good beginning.", "What I learned from you")


def _thanks(tour: Tour) -> str:
    tour.hand.click("Thank you")
    tour.hand.type_into("The words", MY_THANKS)
    tour.hand.click("Share it")
    tour.settle()
    whose = must_read("Choose this first: it is kept with the words.")
    tour.hand.choose("Whose words they are", "I say so")
    tour.shot("journal-thanking")
    tour.hand.click("Share it")
    tour.until(lambda: reads("Take it back"), "my thanks")
    turn(tour)
    tour.shot("journal-turned")
    must_not_read(LAYLA, "Settings", "Filter people")
    tour.hand.click("Thank you")
    tour.hand.type_into("In your words", HER_THANKS)
    tour.shot("journal-turned-thanking")
    tour.hand.click("Share it")
    tour.until(lambda: reads("It stands in our journal now."), "that it stands")
    tour.shot("journal-turned-thanked")
    give_back(tour)
    return f"{whose} · {must_read(MY_THANKS, HER_THANKS)}"


def _asked(tour: Tour) -> str:
    turn(tour)
    tour.hand.click("A question or a challenge")
    tour.hand.type_into("In your words", QUESTION)
    tour.hand.click("Share it")
    tour.until(lambda: reads("It stands in our journal now."), "the question kept")
    give_back(tour)
    tour.until(lambda: reads("An answer is owed"), "what is owed")
    owed = must_read(QUESTION, "An answer is owed")
    tour.hand.click("Today")
    tour.until(lambda: reads("Answer a question"), "the promise on Today")
    tour.settle()
    tour.shot("today-an-answer-is-owed")
    to_journal(tour)
    tour.hand.click("Answer")
    tour.hand.type_into("Your words", ANSWER)
    tour.shot("journal-answering")
    tour.hand.click("Add")
    tour.until(lambda: reads(ANSWER) and not reads("An answer is owed"), "the answer")
    tour.settle()
    tour.shot("journal-answered")
    return f"{owed} · {must_read(ANSWER)}"


def _drawn(tour: Tour) -> str:
    turn(tour)
    tour.hand.click("What this is teaching me")
    tour.settle()
    tour.hand.type_into("In your words", MEANS)
    tour.hand.draw("A sheet to draw on", _garlic())
    tour.shot("journal-turned-drawing")
    tour.hand.click("Share it")
    tour.until(lambda: reads("It stands in our journal now."), "the drawing kept")
    give_back(tour)
    tour.shot("journal-with-a-drawing")
    save(tour, "Pages to keep", "journal-pages-to-keep", ("garlic in November", "Mirabai"))
    return must_read(MEANS)


def _read(tour: Tour) -> str:
    turn(tour)
    tour.hand.click("What we wrote to each other")
    tour.until(lambda: reads(ANSWER), "the answer on her side")
    tour.settle()
    tour.shot("journal-turned-reading")
    said = must_read(MY_THANKS, ANSWER, MEANS)
    tour.hand.click("Back to the list")
    tour.settle()
    give_back(tour)
    return said


def _pictured(tour: Tour) -> str:
    file = tour.home / "Documents" / "the first leaf.png"
    tour.started.window.grab().scaled(320, 200).save(str(file))
    tour.hand.click("Meaning: …")
    tour.hand.choose("Whose words they are", "Mira says so")
    tour.hand.type_into("The words", "The first leaf, on the sill.")
    tour.hand.click("It was written on paper, and I type it in")
    tour.hand.click("Add a picture")
    tour.hand.answer_file_dialog(str(file))
    tour.until(lambda: reads("the first leaf.png"), "the name of the picture")
    tour.shot("journal-adding-a-picture")
    tour.hand.click("Share it")
    tour.until(lambda: reads("A picture is kept with this"), "the picture kept")
    tour.settle()
    tour.shot("journal-with-a-picture")
    copy = tour.home / "Documents" / "copy.png"
    tour.hand.click("Save a copy of the picture")
    tour.hand.answer_file_dialog(str(copy))
    tour.until(copy.is_file, "the copy")
    if copy.read_bytes() != file.read_bytes():
        raise NotHeld("the copy was not the picture")
    return f"kept as it came, {file.stat().st_size} bytes, and a copy given back"


def _hard(tour: Tour) -> str:
    turn(tour)
    tour.hand.click("A hard thing to say")
    tour.until(lambda: reads("You have something hard to say."), "that it is offered")
    give_back(tour)
    tour.hand.click("Today")
    tour.until(lambda: reads("Say how you would like to hear something hard"), "that it waits")
    to_journal(tour)
    tour.until(lambda: reads("Mira has something hard to say."), "the question")
    tour.settle()
    tour.shot("journal-a-hard-thing")
    tour.hand.click("In writing")
    tour.settle()
    turn(tour)
    tour.shot("journal-turned-a-hard-thing")
    tour.hand.click("Write the hard thing")
    tour.hand.type_into("In your words", HARD)
    tour.hand.click("Share it")
    tour.until(lambda: reads("It stands in our journal now."), "the hard thing kept")
    give_back(tour)
    return must_read(HARD, "Asked for: In writing")


def _unsaid(tour: Tour) -> str:
    turn(tour)
    tour.hand.click("Something let me down")
    tour.hand.type_into("In your words", "You always look at the clock.")
    tour.hand.click("Unsay it")
    tour.settle()
    give_back(tour)
    must_not_read("always look at the clock")
    kept = tour.ask(lambda practice: [draft.body for draft in practice.drafts() if draft.form.startswith("journal")])
    if kept:
        raise NotHeld(f"{len(kept)} drafts were kept")
    return "nothing of it is kept, not even as a draft"


def _told(tour: Tour) -> str:
    turn(tour)
    tour.hand.click("Tell, gently, what let me down")
    tour.settle()
    tour.hand.type_into("When …", "you always look at the clock")
    tour.settle()
    tour.shot("repair-turned-hint")
    hint = must_read("“always”:")
    tour.hand.type_into("When …", WHEN, afresh=True)
    tour.hand.click("Say it")
    tour.settle()
    asked = must_read("Say in a word or two how it felt.")
    tour.hand.type_into("I felt …", FELT)
    tour.hand.type_into("I would like …", LIKE)
    tour.shot("repair-turned-telling")
    tour.hand.click("Say it")
    tour.until(lambda: reads("It was said."), "that it was said")
    give_back(tour)
    tour.hand.click("Today")
    tour.until(lambda: reads("Something was said to you, gently"), "that it waits")
    to_journal(tour)
    return f"{hint} · {asked}"


def _received(tour: Tour) -> str:
    bring_from_the_top(tour.hand.wait_for("I have read this. Thank you for telling me.", QAbstractButton))
    tour.shot("repair-said")
    tour.hand.click("I have read this. Thank you for telling me.")
    tour.hand.click("Give back what I hear")
    tour.hand.click("Give it back")
    tour.settle()
    asked = must_read("Write first what you hear, in your own words.")
    tour.hand.type_into("What I hear is …", HEARS)
    tour.hand.type_into("My part was …", PART)
    tour.hand.type_into("I am sorry for …", "the clock")
    tour.shot("repair-giving-back")
    tour.hand.click("Give it back")
    tour.until(lambda: reads("Given back in the other's words"), "what was given back")
    tour.settle()
    return f"{asked} · {must_read(HEARS, PART)}"


def _understood(tour: Tour) -> str:
    turn(tour)
    tour.hand.click("Something you said, and what came of it")
    tour.settle()
    tour.shot("repair-turned-answer")
    tour.hand.type_into("What is missing", "It was not only once.")
    tour.hand.click("Not quite")
    tour.until(lambda: reads("It is tried again."), "that it is tried again")
    give_back(tour)
    tour.hand.click("Give back what I hear")
    tour.hand.type_into("What I hear is …", "That it has happened more than once, and it wears you out.")
    tour.hand.click("Give it back")
    tour.until(lambda: reads("Given back in the other's words"), "the second try")
    turn(tour)
    tour.hand.click("Something you said, and what came of it")
    tour.hand.click("Yes, I feel understood")
    tour.until(lambda: reads("That is good to hear."), "that it is understood")
    give_back(tour)
    return must_read("Understood", "It was not only once.")


def _agreed(tour: Tour) -> str:
    tour.hand.click("Agree what we change")
    tour.hand.type_into("What will be different", CHANGE)
    tour.hand.type_into("By when, if there is a day", in_days(tour, 5))
    tour.shot("repair-change")
    tour.hand.click("Agree on it")
    tour.until(lambda: reads("Agreed what we change") and reads(CHANGE), "the change")
    tour.settle()
    tour.hand.click("Today")
    tour.until(lambda: reads(CHANGE), "the promise on Today")
    tour.settle()
    tour.shot("today-a-change-is-owed")
    to_journal(tour)
    tour.hand.click(f"I did it: {CHANGE}")
    tour.until(lambda: reads("Tended"), "that it is tended")
    tour.settle()
    return must_read("Tended", CHANGE)


def _closed(tour: Tour) -> str:
    tour.hand.click("Close it: Mended")
    tour.settle()
    turn(tour)
    tour.hand.click("Something you said, and what came of it")
    tour.settle()
    tour.shot("repair-turned-closing")
    tour.hand.click("Mended enough")
    tour.until(lambda: reads("Thank you"), "the thanks")
    give_back(tour)
    tour.until(lambda: reads("Closed by both"), "that it is closed")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("Take it up again", QAbstractButton))
    tour.shot("repair-closed")
    return must_read("Closed by both", "Mended", "Mended enough")


def _taken_back(tour: Tour) -> str:
    bring_from_the_top(tour.hand.wait_for("Take it back", QAbstractButton))
    tour.hand.click("Take it back")
    tour.until(lambda: reads("Take this back?"), "the question")
    tour.shot("journal-take-back", with_notices=True)
    tour.hand.click("Take it back", nth=-1)
    tour.until(lambda: reads("Taken back on"), "that it was taken back")
    tour.settle()
    must_not_read(MY_THANKS)
    tour.shot("journal-taken-back")
    return must_read("Taken back on", HER_THANKS)


def to_journal(tour: Tour) -> None:
    """Mira's journal."""
    open_first_mira(tour)
    tour.hand.tab("Journal")
    tour.until(lambda: reads("Looking back, both of you"), "the journal")
    tour.settle()


def turn(tour: Tour) -> None:
    """Turn the journal to her."""
    tour.hand.click("Turn to Mira")
    tour.until(lambda: reads("Our journal") and reads("Write something"), "the journal on the turned view")
    tour.settle()


def give_back(tour: Tour) -> None:
    """She gives the screen back, and the practitioner takes it."""
    tour.hand.click("Give the screen back", nth=-1)
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Pages of this person"), "the desk")
    tour.settle()
    tour.pass_time()


def save(tour: Tour, name: str, paper: str, wanted: tuple[str, ...]) -> None:
    """Save a paper as a PDF and read it back."""
    tour.hand.click(f"Save as a PDF: {name}")
    tour.hand.answer_file_dialog(str(tour.book.next_paper(paper)))
    words = eye.plain(tour.paper(paper))
    tour.settle()
    missing = [each for each in wanted if each not in words]
    if missing:
        raise NotHeld(f"not on the paper {paper}: {missing}")


def _garlic() -> list[list[tuple[int, int]]]:
    """A bulb in the ground and a leaf above it, as a hand makes them."""
    ground = [(40 + n * 9, 190 + (n * 7 % 5)) for n in range(60)]
    bulb = [(300 + round(n * 1.5), 200 + (n * n // 40)) for n in range(0, 40, 2)]
    stalk = [(310 + n % 3, 195 - n * 4) for n in range(30)]
    leaf = [(311 + n * 3, 90 - (n * n // 9)) for n in range(20)]
    return [ground, bulb, stalk, leaf]


STEPS = (
    ("The journal begins empty, and a thank-you is as near as a let-down", _empty),
    ("They thank each other, each in their own place", _thanks),
    ("A question of hers is owed an answer until it has one, on Today too", _asked),
    ("What this is teaching her is drawn, shared and printed", _drawn),
    ("She reads what both wrote, and the answer to her question", _read),
    ("A picture from paper is kept as it came, and a copy of it given back", _pictured),
    ("A hard thing of hers is asked about before a word of it is told", _hard),
    ("What is unsaid before it is shared is really gone", _unsaid),
    ("She tells gently what let her down; a hint on tone says why", _told),
    ("It is received and given back in the other's words", _received),
    ("She says not quite, and then that she feels understood", _understood),
    ("They agree what changes: a promise like any other, kept", _agreed),
    ("Both close it, each in their own words", _closed),
    ("An entry is taken back: struck and hidden, with the day", _taken_back),
)
