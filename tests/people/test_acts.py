"""People added, changed, joined, linked, moved, and told apart, in a real encrypted practice."""

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.people import acts, history, likeness, views
from healingpartner.people.answers import Answer, Said
from healingpartner.people.copies import copy_of
from healingpartner.people.model import Contact, ContactKind, Identifier, Link, LinkKind, Particulars
from healingpartner.people.partnership import State

MIRA = Particulars(
    legal_name="Amira Rahimi",
    preferred_name="Mira Rahimi",
    called="Mira",
    pronouns="she/her",
    birth_date=PartialDate(year=1980, month=5),
    address="12 Elm Street\nSpringfield",
    language="Farsi",
    contacts=(Contact(kind=ContactKind.PHONE, value="030 123 4567"),),
    links=(Link(kind=LinkKind.EMERGENCY, name="Sara Rahimi", relation="my sister", reach="555 111"),),
    identifiers=(Identifier(system="Insurer", value="A 123"),),
)


def do(practice, act, *args, by=Voice.PRACTITIONER, **kwargs):
    return practice.do(act, *args, by=by, **kwargs)


@pytest.fixture
def mira(practice):
    return do(practice, acts.add_person, MIRA, answers=[Answer(question="matters", words="My garden")])


def without_ids(particulars):
    from dataclasses import replace

    return replace(
        particulars,
        contacts=tuple(replace(each, id="") for each in particulars.contacts),
        links=tuple(replace(each, id="") for each in particulars.links),
        identifiers=tuple(replace(each, id="") for each in particulars.identifiers),
    )


def test_everything_told_of_a_person_comes_back(practice, mira):
    record = practice.ask(views.record, mira)
    assert without_ids(record.particulars) == MIRA
    assert record.answers == (Answer(question="matters", words="My garden"),)
    assert record.partnership.state is State.NEW
    assert practice.ask(views.list_rows) == [
        (mira, "Mira Rahimi", "mira rahimi\namira rahimi\nmira", "new", "", "1980-05")
    ]


def test_the_header_names_the_person_as_they_asked(practice, mira, clock):
    header = practice.ask(views.header, mira, now=clock.now())
    assert (header.name, header.called, header.age) == ("Mira Rahimi", "Mira", (46, 46))


def test_a_change_writes_only_what_changed_and_is_read_field_by_field(practice, mira):
    from dataclasses import replace

    record = practice.ask(views.record, mira)
    new = replace(record.particulars, pronouns="they/them", contacts=())
    do(practice, acts.change_person, mira, new, base=record.base)
    changes = practice.ask(history.changes_since, mira, record.base)
    assert [(each.field, each.before, each.after) for each in changes] == [
        ("pronouns", "she/her", "they/them"),
        ("contacts", "Phone · 030 123 4567", ""),
    ]
    assert all(history.label_of(each.field) for each in practice.ask(history.history_of, mira))


def test_a_form_begun_before_someone_elses_change_writes_nothing(practice, mira):
    from dataclasses import replace

    record = practice.ask(views.record, mira)
    do(practice, acts.set_preferences, mira, [Answer(question="touch", choice="ask")], by=Voice.PATIENT)
    with pytest.raises(acts.ChangedMeanwhile):
        do(practice, acts.change_person, mira, replace(record.particulars, called="M"), base=record.base)
    assert practice.ask(views.record, mira).particulars.called == "Mira"


def test_a_move_of_the_partnership_does_not_stop_a_form(practice, mira):
    base = practice.ask(views.record, mira).base
    do(practice, acts.move_partnership, mira, State.PARTNERS)
    assert practice.ask(views.record, mira).base == base


def test_history_says_whose_words_and_whose_hand(practice, mira):
    do(practice, acts.set_preferences, mira, [Answer(question="know", said=Said.NOT_NOW)],
       by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW)  # fmt: skip
    newest = practice.ask(history.history_of, mira)[0]
    assert (newest.field, newest.after, newest.by) == ("answers.know", "Not now", Voice.PATIENT)
    assert newest.hand == ON_THE_TURNED_VIEW


def test_an_answer_taken_back_is_gone_and_not_now_stays(practice, mira):
    answers = [Answer(question="matters"), Answer(question="decide", said=Said.NOT_NOW)]
    do(practice, acts.set_preferences, mira, answers, by=Voice.PATIENT)
    assert practice.ask(views.record, mira).answers == (Answer(question="decide", said=Said.NOT_NOW),)


def test_the_first_meeting_takes_only_its_own_questions(practice, mira):
    do(practice, acts.introduce, mira, [Answer(question="meet_home", words="By the sea")], by=Voice.PATIENT)
    with pytest.raises(RuleBroken):
        do(practice, acts.introduce, mira, [Answer(question="touch", choice="ask")], by=Voice.PATIENT)


def test_a_broken_rule_leaves_nothing_half_written(practice, mira):
    with pytest.raises(RuleBroken):
        do(practice, acts.add_person, MIRA, answers=[Answer(question="touch", choice="no such")])
    assert len(practice.ask(views.list_rows)) == 1


def test_merged_records_are_one_and_can_be_parted_again(practice, mira):
    other = do(practice, acts.add_person, Particulars(legal_name="Myra Rahimi"))
    do(practice, acts.merge, other, into_id=mira)
    ((listed, _shown, folded, *_others),) = practice.ask(views.list_rows)
    assert listed == mira
    assert "myra" in folded
    assert practice.ask(views.record, mira).merged[0].particulars.legal_name == "Myra Rahimi"
    assert practice.ask(views.ids_of, mira) == (mira, other)
    with pytest.raises(RuleBroken):
        do(practice, acts.merge, mira, into_id=other)
    do(practice, acts.unmerge, other)
    assert len(practice.ask(views.list_rows)) == 2


def test_wishes_of_a_joined_record_stay_in_the_header(practice, mira, clock):
    answers = [Answer(question="touch", choice="none"), Answer(question="matters", words="Bread")]
    other = do(practice, acts.add_person, Particulars(legal_name="Myra Rahimi"), answers=answers)
    do(practice, acts.merge, other, into_id=mira)
    assert [chip.text for chip in practice.ask(views.header, mira, now=clock.now()).chips] == ["No touch"]
    text = "\n".join(entry.words for section in practice.ask(copy_of, mira) for entry in section.entries)
    assert "Bread" in text
    assert "My garden" in text


def test_a_partnership_begun_in_a_joined_record_holds_through_a_chain(practice, mira, clock):
    one = do(practice, acts.add_person, Particulars(legal_name="Myra"))
    two = do(practice, acts.add_person, Particulars(legal_name="Miriam"))
    do(practice, acts.move_partnership, one, State.PARTNERS, since=PartialDate(year=2020, month=3))
    do(practice, acts.merge, one, into_id=two)
    do(practice, acts.merge, two, into_id=mira)
    ((listed, _shown, folded, state, since, _born),) = practice.ask(views.list_rows)
    assert (listed, state, since) == (mira, "partners", "2020-03")
    assert "myra" in folded
    assert "miriam" in folded
    assert practice.ask(views.header, mira, now=clock.now()).state is State.PARTNERS


def test_a_record_is_not_merged_into_itself(practice, mira):
    with pytest.raises(RuleBroken):
        do(practice, acts.merge, mira, into_id=mira)


def test_an_archived_person_leaves_the_list_and_comes_back(practice, mira):
    do(practice, acts.archive, mira)
    assert practice.ask(views.list_rows) == []
    assert [row[0] for row in practice.ask(views.list_rows, archived=True)] == [mira]
    do(practice, acts.unarchive, mira)
    assert len(practice.ask(views.list_rows)) == 1


def test_linked_people_know_each_other_by_their_present_names(practice, mira):
    sara = do(practice, acts.add_person, Particulars(legal_name="Sara Rahimi"))
    do(practice, acts.link_people, mira, sara, kind=LinkKind.FAMILY, relation="sister", relation_back="sister")
    assert practice.ask(views.record, mira).link_names == {sara: "Sara Rahimi"}
    assert practice.ask(views.record, sara).named_by[0].name == "Mira Rahimi"
    with pytest.raises(RuleBroken):
        do(practice, acts.link_people, mira, mira, kind=LinkKind.FAMILY)


def test_the_partnership_moves_and_keeps_the_day_it_began(practice, mira):
    do(practice, acts.move_partnership, mira, State.PARTNERS)
    do(practice, acts.move_partnership, mira, State.PAUSED)
    do(practice, acts.move_partnership, mira, State.PARTNERS, since=PartialDate(year=2027))
    partnership = practice.ask(views.record, mira).partnership
    assert partnership.partners_since == PartialDate(year=2026, month=11, day=22)
    with pytest.raises(RuleBroken):
        do(practice, acts.move_partnership, mira, State.NEW)
    do(practice, acts.move_partnership, mira, State.DIED)
    with pytest.raises(RuleBroken):
        do(practice, acts.move_partnership, mira, State.PARTNERS)
    do(practice, acts.move_partnership, mira, State.PARTNERS, mistaken=True)
    assert practice.ask(views.state_of, mira) is State.PARTNERS


def test_likely_duplicates_are_found_by_name_date_or_phone(practice, mira):
    def why(*described, **but):
        return [(each.id, sorted(each.why)) for each in practice.ask(likeness.duplicates_of, *described, **but)]

    assert why("Rahimi Mira", None, "") == [(mira, ["name"])]
    assert why("Amira Rahim", PartialDate(year=1980), "") == [(mira, ["birth_date", "name"])]
    assert why("Somebody Else", PartialDate(year=1980), "+49 30 123 4567") == [(mira, ["phone"])]
    assert why("Somebody Else", PartialDate(year=1980), "") == []
    assert why("Mira Rahimi", None, "", but=mira) == []


def test_a_joint_inside_a_name_is_typed_in_many_ways(practice):
    def found(name):
        return [each.id for each in practice.ask(likeness.duplicates_of, name, None, "")]

    who = do(practice, acts.add_person, Particulars(legal_name="Mira Østergård-Núñez"))
    assert found("mira ostergard nunez") == [who]
    assert found("Nunez Ostergard, Mira") == [who]
    other = do(practice, acts.add_person, Particulars(legal_name="Sean O’Donnell Mac an t-Saoir"))
    assert found("Sean O'Donnell Mac an t Saoir") == [other]


def test_two_people_of_one_name_are_two(practice, mira):
    other = do(practice, acts.add_person, MIRA)
    assert {row[0] for row in practice.ask(views.list_rows)} == {mira, other}


def test_the_own_copy_holds_every_word(practice, mira):
    text = "\n".join(entry.words for section in practice.ask(copy_of, mira) for entry in section.entries)
    for words in ("Amira Rahimi", "Mira", "she/her", "May 1980", "Springfield", "Farsi", "030 123 4567",
                  "Sara Rahimi · my sister · 555 111", "A 123", "My garden"):  # fmt: skip
        assert words in text, words


def test_words_of_a_person_are_found_and_taken_back_words_are_not(practice, mira):
    from healingpartner.vault import search

    assert search.find(practice.db, "garden")
    assert search.find(practice.db, "4567")
    do(practice, acts.set_preferences, mira, [Answer(question="matters")], by=Voice.PATIENT)
    assert not search.find(practice.db, "garden")


def test_an_erased_person_is_gone_for_everyone(practice, mira):
    sara = do(practice, acts.add_person, Particulars(legal_name="Sara"))
    do(practice, acts.link_people, sara, mira, kind=LinkKind.FAMILY, relation="sister")
    practice.erase_person(mira)
    assert practice.ask(views.record, sara).link_names == {}
    assert [row[0] for row in practice.ask(views.list_rows)] == [sara]
    with pytest.raises(Refused):
        practice.ask(views.record, mira)
    with pytest.raises(Refused):
        do(practice, acts.archive, mira)


def test_representatives_are_named_with_their_ground(practice):
    link = Link(kind=LinkKind.REPRESENTATIVE, name="Ada", relation="mother", basis="parent")
    child = do(practice, acts.add_person, Particulars(legal_name="Kim", links=(link,)))
    (ada,) = practice.ask(views.representatives, child)
    assert (ada.name, ada.basis) == ("Ada", "parent")
