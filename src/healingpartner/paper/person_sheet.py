"""A patient's own card: what matters to them first, then how to address them and what they asked us to mind."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.asked import Asked, Section
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """What the patient told us. `name` stands at the foot of every page, `called` in the text; `matters` in their own
    words; `names`: legal name, pronouns, language and the like; `sections`: everything else. Empty parts are left out.
    """

    name: str
    called: str = ""
    matters: str = ""
    names: tuple[Asked, ...] = ()
    sections: tuple[Section, ...] = ()
    made: Instant


def person_paper(card: PersonCard, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The card, with room to mend it by hand."""
    say = words.say
    called = card.called or card.name
    title = say("What matters to {name}").format(name=isolated(called))
    sheet = Sheet(title=title, about=card.name, letterhead=letterhead, words=words, paper=paper, made=card.made)
    sheet.heading(title, level=1)
    sheet.para(
        say(
            "This is what you told us. It is yours: take it with you, show it to whom you like, and tell us what "
            "should read otherwise."
        )
    )
    sheet.gap(4)
    if card.matters.strip():
        sheet.voice(say("In your own words"), card.matters, Voice.PATIENT, spoken=True)
    _answers(sheet, Section(title=say("Your name, and how to speak to you"), answers=card.names))
    for section in card.sections:
        _answers(sheet, section)
    with sheet.together():
        sheet.heading(say("What should change here?"))
        sheet.blank_lines(3)
    return sheet.printed()


def _answers(sheet: Sheet, section: Section) -> None:
    if not section.given():
        return
    sheet.heading(section.title)
    with sheet.beside(Voice.PATIENT):
        for number, one in enumerate(section.given()):
            if number:
                sheet.gap(sheet.sizes.body * 0.4)
            sheet.answer(one.question, one.answer, Voice.PATIENT, spoken=one.spoken)
