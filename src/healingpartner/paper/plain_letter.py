"""A letter to a colleague, or a confirmation: a note without a visit, set as a letter and signed by hand."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.visits.notes.model import Note

ABOUT = N_("About {patient}")
SHOWN = N_("{patient} has read this letter and agrees that it is sent.")
WISH = "wish"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainLetter:
    """What it is made of. The note's title is for whom it is; a part named "wish" is the patient's own words."""

    practitioner: str
    patient: str
    note: Note
    made: Instant


def letter_paper(letter: PlainLetter, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The letter, with a place to sign and a box to tick when the patient has read it."""
    say, patient = words.say, isolated(letter.patient)
    title = letter.note.title or say(N_("A letter"))
    sheet = Sheet(title=title, about=letter.patient, letterhead=letterhead, words=words, paper=paper, made=letter.made)
    sheet.heading(title, level=1)
    sheet.para(say(ABOUT).format(patient=patient), small=True)
    for one in letter.note.filled():
        if one.key == WISH:
            sheet.gap(4)
            sheet.voice(say(N_("In their own words")), one.words, Voice.PATIENT, spoken=True)
        else:
            sheet.para(one.words)
            sheet.gap(sheet.sizes.body * 0.4)
    with sheet.together():
        sheet.hand_line(letter.practitioner or say(N_("Signature")), tall=True)
        sheet.gap(sheet.sizes.body)
        sheet.ticks([say(SHOWN).format(patient=patient)])
    return sheet.printed()
