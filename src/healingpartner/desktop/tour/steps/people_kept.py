"""What is kept about people: changes with their history, records joined and parted, wishes, a first meeting."""

import unicodedata

from PySide6.QtWidgets import QAbstractButton

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_added import LAYLA, MIRA, NGUYEN, WANG, open_person


def _edited(tour: Tour) -> str:
    open_person(tour, NGUYEN)
    tour.hand.click("Change this record")
    tour.until(lambda: reads("Change the record"), "the form")
    tour.settle()
    tour.hand.type_into("Pronouns", "they/them", afresh=True)
    tour.hand.type_into("Address", "3 Willow End\nTarn End", afresh=True)
    tour.hand.click("Save")
    tour.until(lambda: reads("This record"), "the page again")
    tour.pass_time()
    tour.hand.click("What changed, and when")
    tour.until(lambda: reads("Pronouns: they/them"), "the change")
    tour.shot("person-history")
    said = must_read("Pronouns: they/them", "practitioner, at the desk")
    tour.hand.click("Back")
    return said


def _joined(tour: Tour) -> str:
    tour.hand.pick("People", MIRA)
    tour.settle()
    tour.hand.click("Join with another record")
    tour.hand.type_into("Which record is the same person?", "mira")
    tour.settle()
    tour.hand.click(f"{MIRA} · …")
    tour.hand.wait_for("Join these two records", QAbstractButton)
    tour.shot("person-join")
    tour.hand.click("Join these two records")
    tour.until(lambda: reads("The two records are one now."), "the word that they are one")
    tour.settle()
    if sum(MIRA in row for row in tour.rows("People")) != 1:
        raise NotHeld("both records were still in the list")
    tour.shot("person-joined", with_notices=True)
    tour.hand.click("Undo")
    tour.until(lambda: sum(MIRA in row for row in tour.rows("People")) == 2, "both records in the list")
    tour.pass_time()
    return "one record in the list, and two again after Undo"


def _wishes(tour: Tour) -> str:
    open_first_mira(tour)
    tour.hand.click("Turn to Mira")
    tour.until(lambda: reads("What I wish"), "the wishes on the turned view")
    tour.settle()
    tour.shot("turned-wishes")
    tour.hand.type_into("What matters most to you?", "To carry my granddaughter up the stairs again.")
    tour.hand.type_into("What are you good at? What carries you?", "I am stubborn in the good way.")
    tour.hand.type_into("What is already well, and should stay so?", "Evenings with the choir.")
    tour.hand.type_into("What settles you when things get hard?", "Cold water on my wrists.")
    tour.hand.type_into("What unsettles you? What should we take care with?", "Someone standing over me.")
    for words in ("Yes, talk dressed first", "Ask me, each time", "Only I begin", "We decide together"):
        tour.hand.click(words)
    tour.hand.type_into("Is there any part of you that should be left alone?", "Neck")
    tour.shot("turned-wishes-answered")
    tour.hand.click("This is what I wish")
    tour.until(lambda: reads("Thank you. It is kept, and your practitioner will see it."), "thanks")
    tour.hand.click("Give the screen back")
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Pages of this person"), "the desk")
    tour.settle()
    tour.pass_time()
    return "what matters, what settles, body and privacy, kept as the patient's"


def _in_sight(tour: Tour) -> str:
    tour.shot("together")
    said = must_read("Talk dressed first", "Ask before touch", "To carry my granddaughter up the stairs again.")
    tour.hand.tab("Agreement")
    tour.settle()
    must_read("Talk dressed first", "Leave alone: Neck")
    tour.hand.tab("Together")
    return said


def _met(tour: Tour) -> str:
    tour.hand.click("Introduce yourselves")
    tour.until(lambda: reads("Meet as people first"), "the first meeting")
    tour.settle()
    for asked, mine, theirs in (
        ("Where is home for you, and who or what lives there?", "A narrow house, two children.", "A boat in summer."),
        ("What can make you forget the time?", "Old maps.", "Bread. Everything about bread."),
        ("What helps you to trust someone new?", "The hard thing first.", "When someone says: I do not know."),
    ):
        tour.hand.type_into(asked, mine, nth=0)
        tour.hand.type_into(asked, theirs, nth=1)
    tour.shot("first-meeting")
    tour.hand.click("Your own sheet, to print for patients")
    tour.until(lambda: reads("Your own sheet"), "the practitioner's own sheet")
    tour.settle()
    return "both introduced themselves, side by side"


def _own_sheet(tour: Tour) -> str:
    tour.hand.type_into("Which turn in your life made you who you are?", "I was a patient for a year.")
    tour.shot("own-sheet")
    tour.hand.click("Save as a PDF")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("who-i-am")))
    words = tour.paper("who-i-am")
    if "I was a patient for a year." not in words or "Amara Osei" not in words:
        raise NotHeld(f"the sheet read: {words[:300]}")
    tour.settle()
    tour.hand.click("Save")
    tour.settle()
    tour.pass_time()
    return "the practitioner's sheet is saved as a PDF, with its name and answers"


def _both_kept(tour: Tour) -> str:
    open_first_mira(tour)
    if reads("Meet as people first"):
        tour.hand.click("Save")
        tour.until(lambda: reads("This record"), "the page again")
    if not reads("Bread. Everything about bread."):
        tour.hand.click("Introduce yourselves")
        tour.until(lambda: reads("Meet as people first"), "the first meeting")
        tour.settle()
        tour.hand.click("Save")
        tour.until(lambda: reads("How we met"), "the page again")
    tour.settle()
    tour.shot("together-after-meeting")
    tour.pass_time()
    return must_read("Old maps.", "Bread. Everything about bread.")


def _own_cards(tour: Tour) -> str:
    _save_card(tour, "own-card", ("To carry my granddaughter up the stairs again.", "Østergård-Núñez", "Neck"))
    for name, paper in ((LAYLA, "own-card-arabic"), (WANG, "own-card-chinese")):
        open_person(tour, name)
        _save_card(tour, paper, tuple(name.split()))
    return "each person's own words on their own card, in their own script"


def _save_card(tour: Tour, paper: str, wanted: tuple[str, ...]) -> None:
    tour.hand.click("Save their own card as a PDF")
    tour.hand.answer_file_dialog(str(tour.book.next_paper(paper)))
    words = eye.plain(unicodedata.normalize("NFKC", tour.paper(paper)))
    tour.settle()
    missing = [each for each in wanted if each not in words and each[::-1] not in words]
    if missing:
        raise NotHeld(f"not on the card: {missing}")


def open_first_mira(tour: Tour) -> None:
    """The Mira born in 1980; the other one has the same name."""
    tour.hand.click("People")
    tour.settle()
    for row in [at for at, said in enumerate(tour.rows("People")) if MIRA in said]:
        tour.hand.pick_row("People", row)
        tour.settle()
        if eye.reads("she/her"):
            return
    raise NotHeld("she was not in the list")


STEPS = (
    ("A changed record shows what changed, when and by whose hand", _edited),
    ("Two records are joined, and parted again by Undo", _joined),
    ("On the turned view somebody says what matters and what they wish", _wishes),
    ("Their wishes stand in the header on every tab", _in_sight),
    ("A first meeting: each introduces themselves, side by side", _met),
    ("The practitioner's own sheet is kept once and saved on paper", _own_sheet),
    ("Both introductions are kept and shown in two voices", _both_kept),
    ("Everybody's own card comes on paper, in any script", _own_cards),
)
