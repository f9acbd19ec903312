"""What this room puts on paper: a person's own card, and the practitioner's sheet for patients. On the vault thread."""

from healingpartner.desktop.letterhead import letterhead_of
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.asked import Asked, Section
from healingpartner.paper.person_sheet import PersonCard, person_paper
from healingpartner.paper.practitioner_sheet import Introduction, practitioner_paper
from healingpartner.paper.printed import Paper, Printed
from healingpartner.people.answers import by_question
from healingpartner.people.copies import copy_of
from healingpartner.people.practitioner.views import practitioner, sheet
from healingpartner.people.questions import question
from healingpartner.people.reading import CopyEntry
from healingpartner.people.views import record
from healingpartner.practice import Practice


def person_card(practice: Practice, person_id: str, *, words: Words, paper: Paper) -> Printed:
    """Everything of the person in this room, on their own card."""
    found = practice.ask(record, person_id)
    first, *others = practice.ask(copy_of, person_id, words)
    matters = by_question(found.answers).get("matters")
    asked = words.say(question("matters").ask)
    sections = tuple(
        Section(title=each.title, answers=tuple(_asked(entry) for entry in each.entries if entry.label != asked))
        for each in others
    )
    card = PersonCard(
        name=found.particulars.shown(),
        called=found.particulars.called,
        matters=matters.read(words) if matters else "",
        names=tuple(_asked(entry) for entry in first.entries),
        sections=tuple(each for each in sections if each.answers),
        made=practice.vault.clock.now(),
    )
    return person_paper(card, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)


def own_sheet(practice: Practice, *, words: Words, paper: Paper) -> Printed:
    """The practitioner's introduction for patients."""
    found = practice.ask(sheet)
    introduction = Introduction(
        name=found.practitioner.shown() or words.say(N_("Your practitioner")),
        called=found.practitioner.called,
        answers=tuple(
            Asked(question=words.say(question(each.question).ask), answer=each.read(words)) for each in found.answers
        ),
        made=practice.vault.clock.now(),
    )
    return practitioner_paper(introduction, letterhead=letterhead_of(found.practitioner), words=words, paper=paper)


def _asked(entry: CopyEntry) -> Asked:
    return Asked(question=entry.label, answer=entry.words, spoken=entry.voice is Voice.PATIENT)
