"""What two people opened together: each statement with both answers, side by side and in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.journal.reflections.model import Opened, Side, worth_a_word
from healingpartner.journal.reflections.statements import (
    DOMAIN_WORDS,
    INSTEAD_WORDS,
    LEVEL_WORDS,
    STATEMENTS,
    Domain,
)
from healingpartner.paper.journal.reflection_sheet import FEELS, FOOT, NEXT_TIME, VALUED
from healingpartner.paper.journal.two_marks import two_marks
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

TITLE = N_("What we opened together")
ASK = N_("You two may want a minute for: {domains}.")
SIDES = (Voice.PATIENT, Voice.PRACTITIONER)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCopy:
    """patient, practitioner: as printed; before: the one opened before it, or None."""

    patient: str
    practitioner: str
    opened: Opened
    made: Instant
    before: Opened | None = None


def opened_paper(copy: OpenedCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """Both sides, no totals."""
    say, one = words.say, copy.opened
    sheet = Sheet(title=say(TITLE), about=copy.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made)
    sheet.heading(say(TITLE), level=1)
    sheet.para(say(N_("Opened on {day}.")).format(day=words.date(one.opened, "long")), small=True)
    for domain in Domain:
        _domain(sheet, copy, domain)
    before = copy.before.patient if copy.before else None
    ask = worth_a_word(one.patient, one.practitioner, before=before)
    if ask:
        sheet.para(say(ASK).format(domains=words_list([say(DOMAIN_WORDS[each]) for each in ask], words)))
    for voice, name in ((Voice.PATIENT, copy.patient), (Voice.PRACTITIONER, copy.practitioner)):
        _own_words(sheet, one.side(voice), voice, name)
    sheet.note(say(FOOT))
    return sheet.printed()


def answer_words(side: Side, domain: Domain, words: Words) -> str:
    """What one side answered to a statement, in words; "" where nothing is shown."""
    if domain in side.levels:
        return words.say(LEVEL_WORDS[side.levels[domain]])
    return words.say(INSTEAD_WORDS[side.instead[domain]]) if domain in side.instead else ""


def words_list(parts: Sequence[str], words: Words) -> str:
    """A list as this language writes it."""
    from babel.lists import format_list

    return str(format_list(list(parts), locale=words.locale))


def _domain(sheet: Sheet, copy: OpenedCopy, domain: Domain) -> None:
    say, one = sheet.words.say, copy.opened
    with sheet.together():
        sheet.heading(say(DOMAIN_WORDS[domain]))
        two_marks(sheet, one.patient.levels.get(domain), one.practitioner.levels.get(domain))
        for voice, name in ((Voice.PATIENT, copy.patient), (Voice.PRACTITIONER, copy.practitioner)):
            said = answer_words(one.side(voice), domain, sheet.words) or say(N_("Not shown"))
            statement = say(STATEMENTS[voice][domain])
            with sheet.beside(voice):
                sheet.answer(
                    say(N_("{name}: {answer}")).format(name=isolated(name), answer=said), statement, voice, spoken=False
                )
            sheet.gap(sheet.sizes.body * 0.3)


def _own_words(sheet: Sheet, side: Side, voice: Voice, name: str) -> None:
    for caption, said in ((VALUED, side.valued), (NEXT_TIME, side.next_time), (FEELS, side.feels)):
        if said:
            label = sheet.words.say(N_("{name} · {what}")).format(name=isolated(name), what=sheet.words.say(caption))
            sheet.voice(label, said, voice, spoken=voice is Voice.PATIENT)
