"""The mutual reflection: answered apart, sealed by both, opened together; its trend, and the journal's papers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from healingpartner.desktop.journal.turned.six_words import WordsShown
from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.place import SCREEN
from healingpartner.desktop.tour.steps.journal import CHANGE, HEARS, QUESTION, give_back, save, to_journal, turn
from healingpartner.desktop.tour.steps.locking import unlock
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.reflections.statements import LEVEL_WORDS, STATEMENTS, Domain
from healingpartner.journal.views import copy_of, journal_of
from healingpartner.people.views import list_rows
from healingpartner.practice import Practice

HERS, MINE = (4, 3, 2, 4, 3, 4, 1, 2), (4, 4, 4, 3, 3, 4, 3, 2)
HERS_AFTER, MINE_AFTER = (4, 4, 3, 4, 3, 4, 3, 4), (3, 4, 3, 3, 3, 4, 3, 3)
VALUED = "You let the silence be."
TWO_WEEKS = 14 * 24 * 60


def _dealt(tour: Tour) -> str:
    to_journal(tour)
    tour.hand.click("Begin, and turn to Mira")
    tour.until(lambda: reads("Give me my six words"), "the beginning")
    tour.settle()
    tour.shot("reflection-turned-begin")
    _deal(tour)
    bring_from_the_top(tour.hand.wait_for("I have written them down", QAbstractButton))
    tour.shot("reflection-turned-six-words")
    tour.hand.click("Print a slip")
    tour.until(lambda: reads("Close"), "the slip")
    tour.settle()
    tour.shot("reflection-slip")
    tour.hand.click("Close", nth=-1)
    tour.settle()
    tour.hand.click("I have written them down")
    tour.until(lambda: reads("Seal my answers"), "the eight lines")
    tour.settle()
    tour.shot("reflection-turned-lines")
    return f"six words before the first answer: {len(tour.memory['six'].split())}"


def _sealed(tour: Tour) -> str:
    _answer(tour, Voice.PATIENT, HERS)
    tour.hand.type_into("One thing I valued", VALUED)
    tour.settle()
    tour.shot("reflection-turned-answered")
    tour.hand.click("Seal my answers")
    tour.until(lambda: reads("Nobody can read it"), "the seal")
    tour.shot("reflection-turned-sealed")
    give_back(tour)
    must_not_read(VALUED)
    if tour.ask(_knows_of(VALUED)):
        raise NotHeld("the open practice held her sealed words")
    _answer(tour, Voice.PRACTITIONER, MINE)
    bring_from_the_top(tour.hand.wait_for("Seal my side", QAbstractButton))
    tour.shot("reflection-own-side")
    tour.hand.click("Seal my side")
    tour.until(lambda: reads("Open together"), "that both are sealed")
    tour.settle()
    tour.shot("reflection-sealed-by-both")
    return must_read("Mira · sealed", "Both are sealed.")


def _wrong(tour: Tour) -> str:
    tour.hand.click("Open together")
    tour.until(lambda: reads("These are my words"), "the page to open")
    tour.settle()
    tour.hand.type_into("Your six words, in their order", "amber")
    tour.hand.click("These are my words")
    tour.settle()
    tour.shot("reflection-turned-too-few-words")
    few = tour.hand.field("Your six words, in their order").accessibleDescription()
    others = " ".join(reversed(tour.memory["six"].split()))
    tour.hand.type_into("Your six words, in their order", others, afresh=True)
    tour.hand.click("These are my words")
    tour.until(lambda: reads("Those are not the words"), "what is said of other words", 60)
    tour.settle()
    tour.shot("reflection-turned-wrong-words")
    return f"{few} · {must_read('Look at the slip again.')}"


def _opened(tour: Tour) -> str:
    _open(tour, shots=True)
    said = must_read("Opened together", "Worth a minute together?")
    tour.shot("reflection-turned-opened")
    give_back(tour)
    tour.until(lambda: reads(VALUED), "what was opened, at the desk")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("Opened together", QLabel))
    tour.shot("reflection-opened")
    tour.hand.click("Show it in words")
    tour.settle()
    tour.shot("reflection-opened-in-words")
    tour.hand.click("Show it as a picture")
    return f"{said} · {must_read('Time and pace', 'Free to choose')}"


def _trend(tour: Tour) -> str:
    tour.pass_time(TWO_WEEKS)
    tour.hand.press("Ctrl+L")
    tour.until(lambda: reads("Use the recovery sheet"), "the unlock page")
    tour.settle()
    unlock(tour)
    to_journal(tour)
    tour.hand.click("Begin, and turn to Mira")
    _deal(tour)
    tour.hand.click("I have written them down")
    tour.until(lambda: reads("Seal my answers"), "the eight lines")
    tour.settle()
    _answer(tour, Voice.PATIENT, HERS_AFTER)
    tour.hand.click("Seal my answers")
    tour.until(lambda: reads("Nobody can read it"), "the seal")
    give_back(tour)
    _answer(tour, Voice.PRACTITIONER, MINE_AFTER)
    tour.hand.click("Seal my side")
    tour.hand.click("Open together")
    _open(tour, shots=False)
    give_back(tour)
    tour.hand.choose("Over time", "Free to choose")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("Show it as a list", QAbstractButton))
    tour.shot("reflection-trend")
    tour.hand.click("Show it as a list")
    tour.settle()
    tour.shot("reflection-trend-in-words")
    said = must_read("patient a little, practitioner mostly", "patient mostly, practitioner mostly")
    tour.hand.click("Show it as a picture")
    return said


def _papers(tour: Tour) -> str:
    for name, paper, wanted in (
        ("Reflection sheet", "journal-reflection-sheet", ("Not yet", "Fully", "It does not apply")),
        ("Your own sheet", "journal-reflection-sheet-own", ("I kept to our time",)),
        ("Opened together", "journal-opened", ("Mostly", "Free to choose")),
        ("Mending, …", "journal-mending", (HEARS, CHANGE)),
        ("Questions for next time", "journal-questions", ("What I want to ask",)),
    ):
        save(tour, name, paper, wanted)
    return "five papers, each saved as a PDF and read back"


def _looks(tour: Tour) -> str:
    _choose(tour, "Light", "Dark")
    _pages(tour, "dark")
    _choose(tour, "Light", "Light")
    _choose(tour, "Text size", "200 %")
    tour.started.window.resize(1024, 700)
    tour.settle()
    _pages(tour, "200-percent")
    tour.started.window.resize(*SCREEN)
    _choose(tour, "Text size", "100 %")
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _pages(tour, "right-to-left")
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    tour.settle()
    return "the journal in the dark, with text twice as large, and from the right"


def _reopened(tour: Tour) -> str:
    before = tour.ask(_all_of_it)
    tour.hand.press("Ctrl+L")
    tour.until(lambda: reads("Use the recovery sheet"), "the unlock page")
    tour.settle()
    unlock(tour)
    to_journal(tour)
    if tour.ask(_all_of_it) != before:
        raise NotHeld("the journal was not the same after unlocking")
    return must_read(QUESTION, "Closed by both", "Opened together")


def _deal(tour: Tour) -> None:
    tour.hand.click("Give me my six words")
    tour.until(lambda: next(eye.in_sight(WordsShown), None) is not None, "the six words", 60)
    tour.settle()
    shown = next(eye.in_sight(WordsShown), None)
    if shown is None:
        raise NotHeld("the six words were not in sight")
    tour.memory["six"] = shown.accessibleName().replace(",", "")


def _answer(tour: Tour, voice: Voice, levels: tuple[int, ...]) -> None:
    for domain, level in zip(Domain, levels, strict=True):
        tour.hand.click(f"{_(STATEMENTS[voice][domain])} {_(LEVEL_WORDS[level])}")
    tour.settle()


def _open(tour: Tour, *, shots: bool) -> None:
    tour.hand.type_into("Your six words, in their order", tour.memory["six"], afresh=True)
    tour.hand.click("These are my words")
    tour.until(lambda: reads("Open both now"), "the lines to keep back", 60)
    tour.settle()
    if shots:
        tour.shot("reflection-turned-keep-back")
    tour.hand.click("Open both now")
    tour.until(lambda: reads("It is not a test, and it gives nobody a mark."), "both sides")
    tour.settle()


def _pages(tour: Tour, look: str) -> None:
    to_journal(tour)
    bring_from_the_top(tour.hand.wait_for("Thank you", QAbstractButton))
    tour.shot(f"journal-{look}")
    bring_from_the_top(tour.hand.wait_for("Show it as a list", QAbstractButton))
    tour.shot(f"journal-trend-{look}")
    bring_from_the_top(tour.hand.wait_for("Take it up again", QAbstractButton))
    tour.shot(f"journal-mended-{look}")
    turn(tour)
    tour.shot(f"journal-turned-{look}")
    tour.hand.click("Tell, gently, what let me down")
    tour.settle()
    tour.shot(f"repair-turned-{look}")
    give_back(tour)


def _choose(tour: Tour, name: str, words: str) -> None:
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose(name, words)
    tour.settle()


def _knows_of(words: str) -> Callable[[Practice], bool]:
    def look(practice: Practice) -> bool:
        ids = [row[0] for row in practice.ask(list_rows)]
        return any(words in str(practice.ask(copy_of, one)) for one in ids)

    return look


def _all_of_it(practice: Practice) -> tuple[object, ...]:
    return tuple(practice.ask(journal_of, row[0], limit=200) for row in practice.ask(list_rows))


STEPS = (
    ("Six words are dealt before the first answer, and can be printed on a slip", _dealt),
    ("Each side is sealed apart; hers cannot be read with everything the practitioner has", _sealed),
    ("Other words do not open it, and nothing is lost", _wrong),
    ("Opened together, both sides stand beside each other, and one gentle question", _opened),
    ("A second one, two weeks later, draws how it went over time in both voices", _trend),
    ("The journal's papers are saved as PDFs, and read back", _papers),
    ("The journal's pages hold in the dark, at 200 % and from right to left", _looks),
    ("Locked and opened again, all of the journal is there", _reopened),
)
