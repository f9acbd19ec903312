"""Own wordings and what the practitioner practises: kept with every edition, taken in strictly, private."""

from dataclasses import replace

import pytest

from agreements.signing import add, offered
from healingpartner.agreements.acts import offer
from healingpartner.agreements.library import starting_wording, write_wording
from healingpartner.agreements.negotiation.model import Standing
from healingpartner.agreements.own.acts import keep_wording, set_wording_aside, take_in_wording
from healingpartner.agreements.own.model import blank_commitment, moved, without
from healingpartner.agreements.own.store import editions_of
from healingpartner.agreements.own.views import offerable, own_wordings
from healingpartner.agreements.practising.acts import adopt_commitment, not_yet_where_practising
from healingpartner.agreements.practising.model import Practised
from healingpartner.agreements.practising.views import adopted
from healingpartner.agreements.views import copy_of, for_reading
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice

ME = {"by": Voice.PRACTITIONER}


def test_an_own_wording_is_kept_with_every_edition_and_can_be_offered(practice: Practice) -> None:
    start = starting_wording()
    own_id = practice.do(keep_wording, replace(without(start, "time"), title="Our own way"), **ME)
    practice.do(keep_wording, replace(start, title="Our own way, again"), own_id=own_id, **ME)
    (own,) = practice.ask(own_wordings)
    assert (own.wording.title, own.wording.edition) == ("Our own way, again", 2)
    assert len(practice.ask(editions_of, own_id)) == 2
    keys = [one.key for one in practice.ask(offerable, language="en")]
    assert keys[0] == "beginning.en"
    assert keys[-1] == own_id
    person_id = add(practice)
    agreement_id = practice.do(offer, person_id, wording=own.wording, **ME)
    practice.do(set_wording_aside, own_id, **ME)
    assert own_id not in [one.key for one in practice.ask(offerable, language="en")]
    version = practice.ask(for_reading, agreement_id).version
    assert version is not None
    assert version.wording.title == "Our own way, again"


def test_commitments_are_added_ordered_and_removed() -> None:
    start = starting_wording()
    more = replace(start, commitments=(*start.commitments, blank_commitment(start)))
    assert blank_commitment(more).id != more.commitments[-1].id
    assert [one.id for one in moved(start, "choice", -1).commitments][:2] == ["choice", "equals"]
    assert moved(start, "equals", -1) == start
    assert moved(start, "no-such", 1) == start
    assert "time" not in {one.id for one in without(start, "time").commitments}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 10_000}, "title"),
        ({"commitments": ()}, "commitments"),
        ({"commitments": (blank_commitment(starting_wording()),)}, "own-1.title"),
    ],
)
def test_what_a_wording_lacks_is_said_beside_it(practice: Practice, change: dict, field: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        practice.do(keep_wording, replace(starting_wording(), **change), **ME)
    assert caught.value.field == field


def test_hidden_letters_are_not_taken_into_a_wording(practice: Practice) -> None:
    with pytest.raises(Refused):
        practice.do(keep_wording, replace(starting_wording(), title="Our \u202eway"), **ME)
    assert practice.ask(own_wordings) == ()


def test_a_file_is_taken_in_as_it_was_written_and_nothing_else_is(practice: Practice) -> None:
    data = write_wording(starting_wording())
    practice.do(take_in_wording, data, name="ours.json", **ME)
    (own,) = practice.ask(own_wordings)
    assert own.wording.commitments == starting_wording().commitments
    for spoiled in (b"", b"{}", data[:-40], data.replace(b'"edition": 1', b'"edition": -1'), b"\xff\xfe" + data):
        with pytest.raises(Refused):
            practice.do(take_in_wording, spoiled, name="ours.json", **ME)


def test_practising_is_private_and_offered_as_not_yet_in_one_step(practice: Practice) -> None:
    person_id, agreement_id, _ = offered(practice)
    practice.do(adopt_commitment, "time", title="Time", state=Practised.PRACTISING, note="Three weeks now.", **ME)
    practice.do(adopt_commitment, "equals", title="Equals", state=Practised.PROMISED, **ME)
    practice.do(adopt_commitment, "time", title="Time", state=Practised.NOT_YET, note="Harder than I thought.", **ME)
    assert practice.ask(adopted)["time"].note == "Harder than I thought."
    assert practice.do(not_yet_where_practising, agreement_id, **ME) == 1
    points = {point.commitment.id: point for point in practice.ask(for_reading, agreement_id).points}
    assert points["time"].standing is Standing.NOT_YET
    assert points["time"].practitioner is not None
    assert points["time"].practitioner.help == ""
    assert points["equals"].standing is Standing.UNANSWERED
    assert "Harder" not in repr(practice.ask(copy_of, person_id))
    with pytest.raises(RuleBroken):
        practice.do(adopt_commitment, "time", title="Time", state=Practised.PROMISED, by=Voice.PATIENT)
