"""The practitioner as a person: a sheet for patients to read before roles begin."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper import ink
from healingpartner.paper.asked import Asked
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Who the practitioner is. `called`: what patients may say; `answers`: some five questions, answered."""

    name: str
    called: str = ""
    answers: tuple[Asked, ...] = ()
    made: Instant


def practitioner_paper(introduction: Introduction, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """One sheet: a greeting, the answers, and room for what the patient would like to ask."""
    say = words.say
    title = say("Who I am")
    sheet = Sheet(
        title=title, about=introduction.name, letterhead=letterhead, words=words, paper=paper, made=introduction.made
    )
    sheet.heading(title, level=1)
    greeting = say("Before we speak of your health, here is something about me.")
    if introduction.called:
        greeting += " " + say("Please call me {name}.").format(name=isolated(introduction.called))
    sheet.para(greeting)
    sheet.gap(4)
    for one in introduction.answers:
        if one.answer.strip():
            sheet.voice(one.question, one.answer, Voice.PRACTITIONER)
    with sheet.together():
        sheet.heading(say("And you?"))
        sheet.para(
            say("You may answer the same questions, or only those you like. What would you like to ask me?"),
            colour=ink.BLACK,
        )
        sheet.blank_lines(4)
    return sheet.printed()
