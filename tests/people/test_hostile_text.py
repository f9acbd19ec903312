"""Whatever is typed is kept as it was cleaned, or answered with a sentence; the ledger always agrees."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.people import acts, history, likeness, views
from healingpartner.people.answers import Answer
from healingpartner.people.copies import copy_of
from healingpartner.people.model import Contact, ContactKind, Identifier, Link, LinkKind, Particulars
from healingpartner.vault import checks

ODD = (
    "", " ", "\u202e\u2066", "a\u202eb", "\x00", "Ann\x00Lee", "<b>Ann</b>", "<img src=file:///etc/passwd>",
    "'; DROP TABLE",     "{name}", "%s %(x)s", "&amp;", "🦋👩‍👩‍👧", "é" * 199, "é" * 10_000,
    "\ud800", "\ufeff", "王小明", "שִׁירָה", "Ελένη", "ａｂ",
)  # fmt: skip


def kept_or_told(practice, particulars, answers):
    try:
        return practice.do(acts.add_person, particulars, answers=answers, by=Voice.PRACTITIONER)
    except RuleBroken as broken:
        told = broken.sentence
    assert told.strip()
    return None


def read_everything(practice, person_id, clock):
    shown = practice.ask(views.header, person_id, now=clock.now())
    practice.ask(views.record, person_id)
    practice.ask(copy_of, person_id)
    practice.ask(likeness.duplicates_of, shown.name, None, "555 123456")
    for change in practice.ask(history.history_of, person_id):
        assert history.label_of(change.field)
    assert person_id in {row[0] for row in practice.ask(views.list_rows)}


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_text_in_every_field_is_kept_or_answered(practice, clock, odd):
    given_text = Particulars(
        legal_name=odd, preferred_name=odd, called=odd, pronouns=odd, address=odd, language=odd,
        contacts=(Contact(kind=ContactKind.PHONE, value=odd, note=odd),),
        links=(Link(kind=LinkKind.REPRESENTATIVE, name=odd, relation=odd, reach=odd, basis=odd),),
        identifiers=(Identifier(system=odd, value=odd),),
    )  # fmt: skip
    person_id = kept_or_told(practice, given_text, [Answer(question="matters", words=odd)])
    if person_id is not None:
        read_everything(practice, person_id, clock)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=260), st.text(max_size=80))
def test_any_name_and_any_words_are_kept_or_answered(practice, clock, name, words):
    person_id = kept_or_told(practice, Particulars(legal_name=name), [Answer(question="matters", words=words)])
    if person_id is not None:
        read_everything(practice, person_id, clock)


def test_the_present_is_what_the_ledger_says_after_every_kind_of_act(practice):
    def do(act, *args, **kwargs):
        return practice.do(act, *args, by=Voice.PRACTITIONER, **kwargs)

    contact = Contact(kind=ContactKind.PHONE, value="555")
    one = do(acts.add_person, Particulars(legal_name="One", contacts=(contact,)))
    two = do(acts.add_person, Particulars(legal_name="Two"), answers=[Answer(question="touch", choice="ask")])
    do(acts.change_person, one, Particulars(legal_name="Uno"), base=practice.ask(views.record, one).base)
    do(acts.set_preferences, two, [Answer(question="touch")])
    do(acts.link_people, one, two, kind=LinkKind.COUPLE)
    do(acts.merge, one, into_id=two)
    do(acts.unmerge, one)
    do(acts.archive, one)
    practice.erase_person(two)
    assert [finding for step in checks.slices(practice.vault) for finding in step.found] == []
