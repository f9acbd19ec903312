"""The blank copy that a patient can hand to any practitioner: room for both hands at every promise.

Nobody's name stands on it, so it can be printed by the dozen and given away.
"""

from dataclasses import dataclass

from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import fonts, ink
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.hands import to_sign, yes_line
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

HOW = N_(
    "Two people can fill this in together. Tick a promise if you can say yes to it, and put your initials "
    "beside it. You may write it in your own words. What stays open binds no one."
)
OWN_WORDS = N_("In our own words, or: what would help")
YES_PRACTITIONER, YES_PATIENT = N_("The practitioner says yes"), N_("The patient says yes")


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedCopy:
    """What stands on it. `owner`: the patient's name at the foot of every page, or "" for a blank to give away."""

    wording: Wording
    made: Instant
    owner: str = ""


def carried_paper(copy: CarriedCopy, *, words: Words, paper: Paper) -> Printed:
    """The copy, in the language of its words, without anybody's letterhead."""
    wording, say = copy.wording, words.say
    sheet = Sheet(
        title=wording.title, about=copy.owner, letterhead=Letterhead(), words=words, paper=paper, made=copy.made
    )
    sheet.heading(wording.title, level=1)
    sheet.para(wording.opening)
    sheet.para(say(HOW), colour=ink.SOFT)
    with sheet.together():
        sheet.hand_line(say(N_("Name of the patient")))
        sheet.hand_line(say(N_("Name of the practitioner")))
    sheet.gap(sheet.sizes.body * 0.5)
    for number, one in enumerate(wording.commitments, start=1):
        _commitment(sheet, wording, number, one)
    with sheet.together():
        sheet.heading(say(N_("Something we would like to add")))
        sheet.blank_lines(3)
    sheet.para(wording.closing)
    with sheet.together():
        sheet.heading(say(N_("We sign")))
        sheet.gap(4, keep=True)
        for voice in (Voice.PATIENT, Voice.PRACTITIONER):
            to_sign(sheet, voice, copy.owner if voice is Voice.PATIENT else "")
    return sheet.printed()


def _commitment(sheet: Sheet, wording: Wording, number: int, one: Commitment) -> None:
    labels, say = wording.labels, sheet.words.say
    sheet.heading(f"{number}. {one.title}")
    for voice, label, promise, yes in (
        (Voice.PATIENT, labels.patient, one.patient, YES_PATIENT),
        (Voice.PRACTITIONER, labels.practitioner, one.practitioner, YES_PRACTITIONER),
    ):
        with sheet.together(), sheet.beside(voice):
            sheet.answer(label, promise, voice)
            sheet.gap(3, keep=True)
            yes_line(sheet, say(yes))
        sheet.gap(sheet.sizes.body * 0.6)
    with sheet.together():
        if one.why:
            why = [Piece(f"{labels.why}: ", fonts.Role.LABEL, ink.SOFT), Piece(one.why, fonts.Role.TEXT, ink.SOFT)]
            sheet.text(why, size=sheet.sizes.small)
        sheet.hand_line(say(OWN_WORDS))
    sheet.gap(sheet.sizes.body * 0.6)
