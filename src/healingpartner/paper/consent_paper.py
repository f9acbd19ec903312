"""A notice or a consent on paper: its words, how it is taken back, and a place to say yes by hand."""

from dataclasses import dataclass

from healingpartner.agreements.consents.model import WAY_WORDS, ConsentWording, Way
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.hands import to_sign
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

GIVEN = N_("Given on {moment}, {way}.")
BACK = N_("Taken back on {moment}, {way}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentCopy:
    """What it shows. `given` and `withdrawn`: when and how, or None; while not given there is a place to sign."""

    patient: str
    wording: ConsentWording
    made: Instant
    given: tuple[Instant, Way] | None = None
    withdrawn: tuple[Instant, Way] | None = None


def consent_paper(copy: ConsentCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """One notice or consent alone: nothing else is signed with it."""
    wording, say = copy.wording, words.say
    sheet = Sheet(
        title=wording.title, about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    sheet.heading(wording.title, level=1)
    for part in wording.parts:
        sheet.heading(part.heading)
        sheet.para(part.text)
    with sheet.together():
        sheet.heading(say(N_("Taking it back")))
        sheet.para(wording.take_back)
    sheet.gap(4)
    with sheet.together():
        sheet.voice(say(N_("What I say")), wording.yes, Voice.PATIENT, spoken=True)
        for sentence, event in ((GIVEN, copy.given), (BACK, copy.withdrawn)):
            if event is not None:
                moment, way = event
                sheet.para(
                    say(sentence).format(moment=isolated(words.moment(moment)), way=say(WAY_WORDS[way])), small=True
                )
        if copy.given is None:
            to_sign(sheet, Voice.PATIENT, copy.patient)
    return sheet.printed()
