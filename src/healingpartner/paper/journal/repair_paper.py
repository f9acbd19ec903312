"""A repair in words: what was said, what was heard, what changes; for both to keep."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.journal.repairs.model import MENDED_WORDS, Change, GivenBack, Repair
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

TITLE = N_("How we mended it")
WHEN, FELT = N_("When …"), N_("I felt …")
MATTERS, LIKE = N_("What matters to me is …"), N_("I would like …")
HEARS, SEES = N_("What I hear is …"), N_("I can see how …")
OWN_PART, SORRY = N_("My part was …"), N_("I am sorry for …")
DIFFERENTLY, NOT_QUITE = N_("I see it differently, and I still care: …"), N_("Not quite: …")


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairCopy:
    """patient, practitioner: as printed."""

    patient: str
    practitioner: str
    repair: Repair
    made: Instant

    def name(self, voice: Voice) -> str:
        """How that voice is written."""
        return self.patient if voice is Voice.PATIENT else self.practitioner


def repair_paper(copy: RepairCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The whole way, from the first word to how both closed it."""
    say, repair = words.say, copy.repair
    sheet = Sheet(title=say(TITLE), about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made)
    sheet.heading(say(TITLE), level=1)
    said = say(N_("{name} said on {day}")).format(name=isolated(copy.name(repair.by)), day=words.date(repair.said))
    sheet.heading(said)
    one = repair.statement
    for caption, text in ((WHEN, one.when), (FELT, one.felt), (MATTERS, one.matters), (LIKE, one.like)):
        if text:
            sheet.voice(say(caption), text, repair.by, spoken=repair.by is Voice.PATIENT)
    for given in repair.given_back:
        _given_back(sheet, copy, given)
    if repair.changes:
        sheet.heading(say(N_("What we change")))
        sheet.ticks(_change(copy, one_change, words) for one_change in repair.changes if one_change.let_go is None)
        for let_go in (one_change for one_change in repair.changes if one_change.let_go is not None):
            sheet.note(_change(copy, let_go, words))
    if repair.outside:
        sheet.para(say(N_("Asked to help: {whom}")).format(whom=isolated(repair.outside)))
    with sheet.together():  # neither stands alone on a page of its own
        for voice, ends in ((Voice.PATIENT, repair.patient_says), (Voice.PRACTITIONER, repair.practitioner_says)):
            if ends is not None:
                sheet.voice(isolated(copy.name(voice)), say(MENDED_WORDS[ends]), voice)
    return sheet.printed()


def _given_back(sheet: Sheet, copy: RepairCopy, given: GivenBack) -> None:
    say, other, by = sheet.words.say, copy.repair.other, copy.repair.by
    day = sheet.words.date(given.at)
    sheet.heading(say(N_("{name} answered on {day}")).format(name=isolated(copy.name(other)), day=day))
    for caption, text in (
        (HEARS, given.hears),
        (SEES, given.sees),
        (OWN_PART, given.own_part),
        (SORRY, given.sorry),
        (DIFFERENTLY, given.differently),
    ):
        if text:
            sheet.voice(say(caption), text, other, spoken=other is Voice.PATIENT)
    if given.understood is False and given.not_quite:
        sheet.voice(say(NOT_QUITE), given.not_quite, by, spoken=by is Voice.PATIENT)


def _change(copy: RepairCopy, one: Change, words: Words) -> str:
    whose = words.say(N_("Both of us")) if one.owner is Voice.BOTH else isolated(copy.name(one.owner))
    said = words.say(N_("{name}: {promise}")).format(name=whose, promise=isolated(one.words))
    if one.done is not None:
        return words.say(N_("{promise} (done on {day})")).format(promise=said, day=words.date(one.done))
    if one.let_go is not None:
        return words.say(N_("{promise} (let go on {day})")).format(promise=said, day=words.date(one.let_go))
    if one.due_on is None:
        return said
    return words.say(N_("{promise} (by {day})")).format(promise=said, day=words.date(one.due_on))
