"""A person's own copy of what this room holds about them: titled sections of labelled words."""

from collections.abc import Iterator

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words, spoken
from healingpartner.people import views
from healingpartner.people.answers import Answer
from healingpartner.people.history import PERSON_FIELDS
from healingpartner.people.model import CONTACT_WORDS, LINK_WORDS
from healingpartner.people.partnership import since_words
from healingpartner.people.questions import GROUP_TITLES, Group, known, question
from healingpartner.people.reading import CopyEntry, CopySection, PersonRecord
from healingpartner.vault.reading import Reader

_LATER = N_("Earlier record, joined to this one: {title}")
_OLD_QUESTION = N_("Earlier question")


def copy_of(db: Reader, person_id: str, words: Words | None = None) -> tuple[CopySection, ...]:
    """Everything of the person in readable sections, in one language; Refused when the record is gone.

    Another person of the practice stands in it only by the relation the person named, never by what they told.
    """
    return sections_of(views.record(db, person_id), words)


def sections_of(record: PersonRecord, words: Words | None = None) -> tuple[CopySection, ...]:
    """A record already read, in readable sections."""
    return tuple(_sections(record, words or spoken()))


def _sections(record: PersonRecord, words: Words) -> Iterator[CopySection]:
    yield _section(words.say(N_("Person")), list(_particulars(record, words)))
    for group, title in GROUP_TITLES.items():
        entries = [_entry(each, words) for each in record.answers if _group_of(each) is group]
        if entries:
            yield _section(words.say(title), entries)
    other = [_entry(each, words) for each in record.answers if not known(each.question)]
    if other:
        yield _section(words.say(_OLD_QUESTION), other)
    for merged in record.merged:
        for section in _sections(merged, words):
            yield CopySection(title=words.say(_LATER).format(title=section.title), entries=section.entries)


def _section(title: str, entries: list[CopyEntry]) -> CopySection:
    return CopySection(title=title, entries=tuple(entries))


def _group_of(answer: Answer) -> Group | None:
    return question(answer.question).group if known(answer.question) else None


def _entry(answer: Answer, words: Words) -> CopyEntry:
    label = words.say(question(answer.question).ask) if known(answer.question) else answer.question
    return CopyEntry(label=label, words=answer.read(words), voice=Voice.PATIENT)


def _particulars(record: PersonRecord, words: Words) -> Iterator[CopyEntry]:
    given = record.particulars
    plain = {
        "legal_name": given.legal_name,
        "preferred_name": given.preferred_name,
        "called": given.called,
        "pronouns": given.pronouns,
        "birth_date": words.partial_date(given.birth_date) if given.birth_date else "",
        "address": given.address,
        "language": given.language,
    }
    for field, text in plain.items():
        if text:
            yield _fact(words.say(PERSON_FIELDS[field]), text)
    for contact in given.contacts:
        yield _fact(words.say(CONTACT_WORDS[contact.kind]), _joined(contact.value, contact.note))
    for link in given.links:
        who = link.name or record.link_names.get(link.other_id, "")
        yield _fact(words.say(LINK_WORDS[link.kind]), _joined(who, link.relation, link.reach, link.basis))
    for number in given.identifiers:
        yield _fact(number.system or words.say(N_("Number")), number.value)
    stands = since_words(record.partnership.state, record.partnership.partners_since, words)
    yield _fact(words.say(N_("Partnership")), stands)


def _fact(label: str, words: str) -> CopyEntry:
    return CopyEntry(label=label, words=words, voice=Voice.BOTH)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
