"""Names that would break a careless program: markup, overrides, signs, far too long ones. Shown as they are written."""

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.steps.people_added import KNOWN, begin_form, open_person

MARKUP = '<b>Bo</b> & <img src="file:///etc/hostname">'
OVERRIDE, SIGNS, NOTHING = "Ada \u202egnol\u202c Lovell", "🌿 Zoë 🌿 O’Brien; DROP TABLE person", "A\x00nn\x07a"
LONGEST = " ".join(("Wolfeschlegelsteinhausenbergerdorff",) * 4) + " of the Longest Name You Can Think"
FAR_TOO_LONG = "x" * 10_000


def _add(tour: Tour, name: str) -> None:
    begin_form(tour)
    tour.hand.paste_into(KNOWN, name)
    tour.hand.click("Save")
    tour.until(lambda: reads("This record"), "the page of somebody with a strange name")
    tour.settle()
    tour.pass_time()


def _shown_as_written(tour: Tour) -> str:
    for name in (MARKUP, OVERRIDE, SIGNS, NOTHING):
        _add(tour, name)
    must_read("Anna")
    tour.shot("person-signs-dropped")
    open_person(tour, "🌿 Zoë")
    tour.shot("person-signs")
    open_person(tour, "<b>Bo</b>")
    tour.shot("person-markup")
    return must_read(MARKUP)


def _too_long(tour: Tour) -> str:
    begin_form(tour)
    tour.hand.paste_into(KNOWN, FAR_TOO_LONG)
    tour.hand.click("Save")
    tour.settle()
    said = must_read("Nothing was lost: shorten it and save.")
    tour.shot("person-form-far-too-long")
    tour.hand.paste_into(KNOWN, LONGEST)
    tour.hand.click("Save")
    tour.until(lambda: reads("This record"), "the page of the longest name")
    tour.shot("person-longest-name")
    return f"{said} · a name of {len(LONGEST)} characters was kept"


def _on_paper(tour: Tour) -> str:
    open_person(tour, "<b>Bo</b>")
    tour.hand.tab("Agreement")
    tour.settle()
    tour.hand.click("Offer this agreement")
    tour.until(lambda: reads("Offered on"), "the offer")
    tour.settle()
    tour.shot("agreement-markup")
    tour.hand.click("Save as a PDF")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("agreement-with-a-strange-name")))
    words = eye.plain(tour.paper("agreement-with-a-strange-name"))
    tour.settle()
    if "".join(MARKUP.split()) not in "".join(words.split()):
        raise NotHeld(f"the paper read: {words[:300]}")
    return "the name stands on paper letter by letter"


STEPS = (
    ("Markup, overrides and signs in a name are shown as they were written", _shown_as_written),
    ("A name of 10,000 letters is not lost, and the longest one that fits is kept", _too_long),
    ("On paper a name with markup stands letter by letter", _on_paper),
)
