"""Letters of handing on: what helped, strengths, open questions, and what the patient asks for. And no label."""

from dataclasses import dataclass

from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.fonts import Role
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.record_copy import RecordCopy, set_record
from healingpartner.paper.stationery import Sheet

TITLES = {
    LetterKind.RELEASE: N_("A letter to walk on with"),
    LetterKind.REFERRAL: N_("A letter to ask for your help"),
}
OPENINGS = {
    LetterKind.RELEASE: N_(
        "{patient} and I have worked together, and now the way goes on with you. This is what I would like you to "
        "know. {patient} may read every word of it."
    ),
    LetterKind.REFERRAL: N_(
        "{patient} and I work together. We would be glad of your help. This is what I would like you to know. "
        "{patient} may read every word of it."
    ),
}
HELPED, STRENGTHS = N_("What has helped"), N_("Strengths to build on")
QUESTIONS, ASKED = N_("Questions that are open"), N_("What {patient} asks for")
SHOWN = N_("Shown to {patient} before it was sent")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOnLetter:
    """A release or a referral. `practitioner`: who signs; empty parts of `words` are left out.

    record: the copy of the record that comes with it, or None.
    """

    practitioner: str
    patient: str
    words: LetterWords
    made: Instant
    record: RecordCopy | None = None


def hand_on_paper(letter: HandOnLetter, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The letter; ValueError for a closing letter, which goes to the patient and has its own paper."""
    if letter.words.kind not in TITLES:
        raise ValueError("a closing letter has its own paper")
    say, said, patient = words.say, letter.words, isolated(letter.patient)
    title = say(TITLES[said.kind])
    sheet = Sheet(title=title, about=letter.patient, letterhead=letterhead, words=words, paper=paper, made=letter.made)
    if said.to_whom:
        sheet.text([Piece(said.to_whom, Role.STRONG)], size=sheet.sizes.body)
        sheet.gap(sheet.sizes.body)
    sheet.heading(title, level=1)
    sheet.para(say(OPENINGS[said.kind]).format(patient=patient))
    if said.opening:
        sheet.para(said.opening)
    for heading, text in (
        (say(STRENGTHS), said.strengths),
        (say(HELPED), said.helped),
        (say(QUESTIONS), said.questions),
    ):
        if text:
            sheet.heading(heading)
            sheet.para(text)
    if said.asked_for:
        sheet.gap(4)
        sheet.voice(say(ASKED).format(patient=patient), said.asked_for, Voice.PATIENT, spoken=True)
    if said.closing:
        sheet.para(said.closing)
    with sheet.together():
        sheet.hand_line(letter.practitioner or say(N_("Signature")), tall=True)
        sheet.gap(sheet.sizes.body)
        sheet.ticks([say(SHOWN).format(patient=patient)])
    if letter.record is not None:
        set_record(sheet, letter.record)
    return sheet.printed()
