"""The questions of a first talk on paper, to be read and answered at home, or left open, before anyone asks them."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.visits.notes.model import Template

INTRO = N_(
    "These are the things we may talk about. You need not fill in anything. Leave out what you like, and write "
    "“not now” where you want to wait. Bring this page with you, or keep it for yourself."
)
WHO = N_("What you write here is read by {name} and goes into your record. You can ask to see it at any time.")
ASK = N_("What would you like to ask first?")
LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforehandCopy:
    """`questions`: the person's open questions, printed too."""

    practitioner: str
    patient: str
    template: Template
    made: Instant
    questions: tuple[str, ...] = ()


def beforehand_paper(copy: BeforehandCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The person's own questions first, then each part that asks them something, with room to write."""
    say = words.say
    title = say(N_("Before we meet"))
    sheet = Sheet(title=title, about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made)
    sheet.heading(title, level=1)
    sheet.para(say(INTRO))
    sheet.para(say(WHO).format(name=isolated(copy.practitioner)), small=True)
    with sheet.together():
        sheet.heading(say(ASK))
        if copy.questions:
            sheet.points(copy.questions)
        sheet.blank_lines(LINES)
    for one in (each for each in copy.template.sections if each.ask):
        with sheet.together():
            sheet.heading(one.title)
            sheet.note(one.ask)
            sheet.blank_lines(LINES)
    return sheet.printed()
