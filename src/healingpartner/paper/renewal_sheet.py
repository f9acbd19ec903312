"""The sheet for renewing: every promise, and for each of the two a place to keep, change or let it go."""

from dataclasses import dataclass
from datetime import date

from healingpartner.agreements.renewals.model import CHOICE_WORDS, Choice, RenewalAnswer
from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.hands import choices
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

NOTE = N_(
    "A year is a good time to look at our promises again. We both did what we could. For each promise, say if you "
    "would keep it, change it or let it go. You need not explain."
)
AFTER = N_("If the words change, we write a new version and both sign it. What we signed before can always be read.")
NEXT = N_("We look at it again on")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalCopy:
    """What it shows. `answers`: those given so far are printed; the rest is room to write."""

    practitioner: str
    patient: str
    wording: Wording
    signed: date
    made: Instant
    answers: tuple[RenewalAnswer, ...] = ()

    def answer_of(self, commitment_id: str, voice: Voice) -> RenewalAnswer | None:
        """What that side has said."""
        return next((one for one in self.answers if (one.commitment_id, one.voice) == (commitment_id, voice)), None)


def renewal_paper(copy: RenewalCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The sheet, to be filled in by hand or read over what was said."""
    say = words.say
    title = say(N_("Looking at our promises again"))
    sheet = Sheet(title=title, about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made)
    sheet.heading(title, level=1)
    sheet.para(say(N_("Signed on {day}.")).format(day=words.date(copy.signed, "long")), colour=ink.SOFT, small=True)
    sheet.para(say(NOTE))
    for number, one in enumerate(copy.wording.commitments, start=1):
        _commitment(sheet, copy, number, one)
    with sheet.together():
        sheet.gap(sheet.sizes.body)
        sheet.para(say(AFTER), keep=True)
        sheet.hand_line(say(NEXT))
    return sheet.printed()


def _commitment(sheet: Sheet, copy: RenewalCopy, number: int, one: Commitment) -> None:
    labels = copy.wording.labels
    sheet.heading(f"{number}. {one.title}")
    for label, promise in ((labels.practitioner, one.practitioner), (labels.patient, one.patient)):
        with sheet.together():
            sheet.label(label, ink.SOFT)
            sheet.para(promise, small=True)
    for voice, name in ((Voice.PATIENT, copy.patient), (Voice.PRACTITIONER, copy.practitioner)):
        with sheet.together(), sheet.beside(voice):
            _side(sheet, voice, name, copy.answer_of(one.id, voice))
        sheet.gap(sheet.sizes.body * 0.5)


def _side(sheet: Sheet, voice: Voice, name: str, said: RenewalAnswer | None) -> None:
    say = sheet.words.say
    if said is None:
        sheet.marked_label(isolated(name), voice)
        choices(sheet, [say(CHOICE_WORDS[one]) for one in Choice])
        sheet.hand_line(say(N_("In other words")))
        return
    choice = say(CHOICE_WORDS[said.choice])
    if said.words:
        sheet.answer(f"{isolated(name)} · {choice}", said.words, voice, spoken=True)
    else:
        sheet.answer(isolated(name), choice, voice)
