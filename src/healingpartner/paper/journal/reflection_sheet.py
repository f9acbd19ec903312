"""The reflection on paper: one side's eight statements with boxes to tick, to be filled by hand and typed in later."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.journal.reflections.statements import (
    DOMAIN_WORDS,
    INSTEAD_WORDS,
    LEVEL_WORDS,
    LEVELS,
    STATEMENTS,
    Domain,
    Instead,
)
from healingpartner.paper.hands import choices
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

TITLE = N_("Looking back on our visit")
NOTE = N_("This takes two minutes. Tick what comes to you. Leave out what you like. It is about us, and about today.")
FOOT = N_("This helps us talk. It is not a test, and it gives nobody a mark.")
VALUED, NEXT_TIME = N_("One thing I valued"), N_("One thing I would like next time")
FEELS = N_("How our work together feels to me")


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankReflection:
    """Whose side it is, and the name at the foot of every page."""

    voice: Voice
    name: str
    made: Instant


def blank_reflection(blank: BlankReflection, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The sheet for one of the two."""
    say = words.say
    sheet = Sheet(title=say(TITLE), about=blank.name, letterhead=letterhead, words=words, paper=paper, made=blank.made)
    sheet.heading(say(TITLE), level=1)
    sheet.para(say(NOTE))
    options = [say(LEVEL_WORDS[level]) for level in LEVELS] + [say(INSTEAD_WORDS[one]) for one in Instead]
    for domain in Domain:
        with sheet.together():
            sheet.label(say(DOMAIN_WORDS[domain]), _colour(blank.voice), keep=True)
            sheet.para(say(STATEMENTS[blank.voice][domain]), keep=True)
            choices(sheet, options[: len(LEVELS)])
            choices(sheet, options[len(LEVELS) :])
        sheet.gap(sheet.sizes.body * 0.6)
    for caption in (VALUED, NEXT_TIME, *((FEELS,) if blank.voice is Voice.PRACTITIONER else ())):
        with sheet.together():
            sheet.label(say(caption), _colour(blank.voice))
            sheet.blank_lines(2)
    sheet.note(say(FOOT))
    return sheet.printed()


def _colour(voice: Voice) -> tuple[float, float, float]:
    from healingpartner.paper import ink

    return ink.VOICE[voice]
