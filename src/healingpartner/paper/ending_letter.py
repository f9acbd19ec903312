"""A closing letter to the patient: thanks, words from both, what is handed over, and the door left open."""

from dataclasses import dataclass
from datetime import date

from healingpartner.agreements.endings.model import EndingStep
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

DEAR = N_("Dear {patient},")
THANKS = N_(
    "Thank you for the time we have walked together, and for what you have taught me. We end our work on {day}."
)
THANKS_ALONE = N_("Thank you for the time we have walked together, and for what you have taught me.")
OWED = N_("What I still do for you")
DONE = N_("What has been handed over")
DOOR = N_(
    "The door stays open. You may come back at any time, and you need not say why you left. You may ask for a copy "
    "of your record too. If you need help at once, please call the number for help where you are."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingLetter:
    """What it says. `last_day`: None when no ending has been begun. Empty words are left out."""

    practitioner: str
    patient: str
    called: str
    made: Instant
    last_day: date | None = None
    opening: str = ""
    closing: str = ""
    practitioner_words: str = ""
    patient_words: str = ""
    steps: tuple[EndingStep, ...] = ()


def ending_paper(letter: ClosingLetter, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The letter, kind and without a reason: that is nobody's to read."""
    say = words.say
    title = say(N_("With thanks, and an open door"))
    sheet = Sheet(title=title, about=letter.patient, letterhead=letterhead, words=words, paper=paper, made=letter.made)
    sheet.heading(title, level=1)
    sheet.para(say(DEAR).format(patient=isolated(letter.called or letter.patient)))
    thanks = say(THANKS_ALONE)
    if letter.last_day is not None:
        thanks = say(THANKS).format(day=isolated(words.date(letter.last_day, "long")))
    sheet.para(thanks)
    if letter.opening:
        sheet.para(letter.opening)
    sheet.gap(4)
    if letter.practitioner_words:
        label = say(N_("My words to you"))
        sheet.voice(label, letter.practitioner_words, Voice.PRACTITIONER, spoken=True)
    if letter.patient_words:
        sheet.voice(say(N_("Your words to me")), letter.patient_words, Voice.PATIENT, spoken=True)
    owed = [step.words for step in letter.steps if step.done is None]
    done = [step.words for step in letter.steps if step.done is not None]
    if owed:
        sheet.heading(say(OWED))
        sheet.ticks(owed)
    if done:
        sheet.heading(say(DONE))
        sheet.points(done)
    sheet.para(say(DOOR), colour=ink.BLACK)
    if letter.closing:
        sheet.para(letter.closing)
    sheet.hand_line(letter.practitioner or say(N_("Signature")), tall=True)
    return sheet.printed()
