"""A family or a couple stands in both records, written by one act; other links are one person's own."""

from dataclasses import replace

import pytest

from healingpartner.foundation.voices import Voice
from healingpartner.people import acts, views
from healingpartner.people.model import MOST_ROWS, Link, LinkKind, Particulars


def do(practice, act, *args, **kwargs):
    return practice.do(act, *args, by=Voice.PRACTITIONER, **kwargs)


@pytest.fixture
def sara(practice):
    return do(practice, acts.add_person, Particulars(legal_name="Sara Rahimi"))


def links_of(practice, person_id):
    return [(link.other_id, link.kind) for link in practice.ask(views.record, person_id).particulars.links]


def change(practice, person_id, **changed):
    found = practice.ask(views.record, person_id)
    do(practice, acts.change_person, person_id, replace(found.particulars, **changed), base=found.base)


def test_a_link_of_the_form_stands_in_both_records_and_goes_from_both(practice, sara):
    link = Link(kind=LinkKind.COUPLE, other_id=sara, relation="my wife")
    mira = do(practice, acts.add_person, Particulars(legal_name="Mira", links=(link,)))
    assert links_of(practice, sara) == [(mira, LinkKind.COUPLE)]
    assert {mira, sara} <= practice.last_change.people
    change(practice, sara, called="Sara")
    assert links_of(practice, mira) == [(sara, LinkKind.COUPLE)]
    change(practice, mira, links=())
    assert links_of(practice, sara) == []
    change(practice, mira, links=(Link(kind=LinkKind.FAMILY, other_id=sara, relation="my sister"),))
    change(practice, sara, links=())
    assert links_of(practice, mira) == []


def test_words_that_stand_on_the_other_side_stay(practice, sara):
    mira = do(practice, acts.add_person, Particulars(legal_name="Mira"))
    do(practice, acts.link_people, mira, sara, kind=LinkKind.FAMILY, relation="sister", relation_back="big sister")
    change(practice, mira, called="Mira")
    (link,) = practice.ask(views.record, sara).particulars.links
    assert link.relation == "big sister"


def test_who_is_called_or_decides_is_written_on_one_side_only(practice, sara):
    links = tuple(Link(kind=kind, other_id=sara) for kind in (LinkKind.EMERGENCY, LinkKind.REPRESENTATIVE))
    do(practice, acts.add_person, Particulars(legal_name="Kim", links=links))
    assert links_of(practice, sara) == []


def test_a_full_or_erased_record_on_the_other_side_stops_nobody(practice, sara):
    change(practice, sara, links=tuple(Link(kind=LinkKind.FAMILY, name=f"Cousin {n}") for n in range(MOST_ROWS)))
    link = Link(kind=LinkKind.FAMILY, other_id=sara)
    mira = do(practice, acts.add_person, Particulars(legal_name="Mira", links=(link,)))
    assert len(links_of(practice, sara)) == MOST_ROWS
    practice.erase_person(sara)
    change(practice, mira, called="Mira")
    change(practice, mira, links=())
    assert links_of(practice, mira) == []
