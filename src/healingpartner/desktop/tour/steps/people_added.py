"""People come: names in several scripts, and what is said when a form cannot be kept as it is."""

from collections.abc import Sequence

from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads

KNOWN, PAPERS, CALLED = "Name they wish to be known by", "Name in their papers", "What we call them"
MIRA, LAYLA, WANG, NGUYEN = "Mira Østergård-Núñez", "ليلى الهاشمي", "王安琪", "Nguyễn Thị Ánh Nguyệt"
OTHER_MIRA_BORN, MIRA_BORN = "1991", "31 May 1980"


def add_person(tour: Tour, name: str, fields: Sequence[tuple[str, str]] = ()) -> None:
    """Add somebody by the form and wait for their page."""
    begin_form(tour)
    for field, words in ((KNOWN, name), *fields):
        tour.hand.type_into(field, words)
    tour.hand.click("Save")
    tour.until(lambda: reads("This record"), f"the page of {name}")
    tour.settle()
    tour.pass_time()


def begin_form(tour: Tour) -> None:
    """Open the form for someone new."""
    tour.hand.click("Add a person")
    tour.until(lambda: reads(KNOWN), "the form for someone new")
    tour.settle()


def open_person(tour: Tour, name: str) -> None:
    """Open somebody's page by a click in the list."""
    tour.hand.click("People")
    tour.hand.pick("People", name)
    tour.until(lambda: reads("Pages of this person"), f"the page of {name}")
    tour.settle()


def _empty_name(tour: Tour) -> str:
    begin_form(tour)
    tour.shot("person-form-empty")
    tour.hand.click("Save")
    tour.settle()
    said = must_read("Please write a name: the one they wish to be known by is enough.")
    tour.shot("person-form-name-missing")
    return said


def _no_such_day(tour: Tour) -> str:
    tour.hand.type_into(KNOWN, MIRA)
    tour.hand.type_into("Birth date", "31.2.1980")
    tour.hand.click("Save")
    tour.settle()
    if reads("This record"):
        raise NotHeld("a 31 February was kept")
    tour.shot("person-form-no-such-day")
    first = tour.hand.field("Birth date").accessibleDescription()
    tour.hand.type_into("Birth date", "5 May 2199", afresh=True)
    tour.hand.click("Save")
    tour.settle()
    return f"{first} · {must_read('is still to come')}"


def _mira(tour: Tour) -> str:
    tour.hand.type_into("Birth date", MIRA_BORN, afresh=True)
    understood = must_read("Understood: May 31, 1980")
    tour.hand.type_into(PAPERS, "María Mirabai Østergård-Núñez")
    tour.hand.type_into(CALLED, "Mira")
    tour.hand.type_into("Pronouns", "she/her")
    tour.hand.type_into("Language they feel at home in", "Dansk, Español")
    tour.hand.type_into("Address", "12 Elm Street\nAmberford")
    tour.hand.click("Add a way")
    tour.hand.type_into("Number or address", "555 010 0142")
    tour.shot("person-form-filled")
    tour.hand.click("Save")
    tour.until(lambda: reads("This record"), "Mira's page")
    tour.shot("person-new")
    tour.pass_time()
    return f"{understood} · {must_read(MIRA, 'New · no agreement yet')}"


def _scripts(tour: Tour) -> str:
    add_person(tour, LAYLA, ((CALLED, "ليلى"), ("Birth date", "1975"), ("Language they feel at home in", "العربية")))
    tour.shot("person-arabic")
    add_person(tour, WANG, ((CALLED, "安琪"), ("Birth date", "3/1968"), ("Language they feel at home in", "中文")))
    tour.shot("person-chinese")
    add_person(tour, NGUYEN, ((CALLED, "Nguyệt"), ("Birth date", "12 August 2001")))
    add_person(tour, "Δημήτρης Ευσταθίου")
    add_person(tour, "Соломія Яворська")
    add_person(tour, "אביגיל כרמל")
    tour.shot("people-of-many-scripts")
    return must_read("אביגיל כרמל")


def _likely_duplicate(tour: Tour) -> str:
    begin_form(tour)
    tour.hand.type_into(KNOWN, "mira ostergard-nunez")
    tour.until(lambda: reads("Someone like this is here already. Is it the same person?"), "the likeness")
    tour.shot("person-form-likely-duplicate")
    said = must_read("Someone like this is here already. Is it the same person?", "Open that record")
    tour.hand.type_into(KNOWN, MIRA, afresh=True)
    tour.hand.type_into("Birth date", OTHER_MIRA_BORN)
    tour.hand.click("Save")
    tour.until(lambda: reads("This record"), "the page of the other Mira")
    tour.settle()
    tour.pass_time()
    return said


def _filter(tour: Tour) -> str:
    for typed, name in (("ostergard", MIRA), ("هاش", LAYLA), ("王安", WANG), ("nguyen anh", NGUYEN), ("ευστ", "Δημ")):
        tour.hand.type_into("Filter people", typed, afresh=True)
        tour.settle()
        rows = tour.rows("People")
        if not rows or not all(name in row for row in rows):
            raise NotHeld(f"{typed} found {rows}")
    tour.hand.type_into("Filter people", "zz", afresh=True)
    said = must_read("Nobody of that name is in the list.")
    tour.shot("people-filter-nobody")
    tour.hand.type_into("Filter people", "mir", afresh=True)
    tour.settle()
    tour.shot("people-two-of-one-name")
    twice = len(tour.rows("People"))
    tour.hand.type_into("Filter people", "", afresh=True)
    if twice != 2:
        raise NotHeld(f"two people of one name were {twice}")
    return said


STEPS = (
    ("A form without a name is turned down kindly, beside the field", _empty_name),
    ("31 February and a birth date to come are each told apart in a sentence", _no_such_day),
    ("Somebody is added with marks in their name and a birth date in own writing", _mira),
    ("People come with names in Arabic, Chinese, Vietnamese, Greek, Ukrainian and Hebrew", _scripts),
    ("While adding, a likely duplicate is shown; two people of one name can be kept", _likely_duplicate),
    ("Two letters of any script are enough to find someone in the list", _filter),
)
