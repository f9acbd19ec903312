"""The main job without a screen: people, one agreement signed by both, paper, lock, unlock: all of it is there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from agreements.signing import offered, patient_signs, practitioner_signs
from healingpartner.agreements.envelope import Role
from healingpartner.agreements.verify import verify
from healingpartner.agreements.views import agreement_of
from healingpartner.exchange import release
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import introduce, set_preferences
from healingpartner.people.answers import Answer
from healingpartner.people.partnership import State
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.people.views import header
from healingpartner.practice import Practice, create_practice, open_practice
from healingpartner.vault.calibration import Cost
from healingpartner.vault.checks import check_practice
from healingpartner.vault.opening import Keys
from healingpartner.vault.place import Place
from healingpartner.vault.releases import log_of

PASSPHRASE = "seven quiet herons wade at dawn"
LEAST_COST = Cost(memory_kib=64 * 1024, passes=1, lanes=2)


class Paper:
    pdf = b"%PDF-1.7 a signed copy"


@pytest.fixture
def visited(tmp_path: Path, clock: SteppingClock, entropy: Callable[[int], bytes]) -> tuple[Path, str, str, Keys]:
    """A practice in which one visit took place, closed: its folder, recovery code, the person's id, its keys."""
    folder = tmp_path / "Elm Street.healing"
    made = create_practice(folder, passphrase=PASSPHRASE, clock=clock, entropy=entropy, cost=LEAST_COST)
    practice = made.practice
    practice.do(set_practitioner, Practitioner(name="Amara Osei", title="Dr."), by=Voice.PRACTITIONER)
    person_id, agreement_id, version_id = offered(practice, "Mira Rahimi")
    practice.do(introduce, person_id, [Answer(question="meet_joy", words="Bread.")], by=Voice.PATIENT)
    practice.do(set_preferences, person_id, [Answer(question="touch", choice="ask")], by=Voice.PATIENT)
    patient_signs(practice, agreement_id, version_id)
    practitioner_signs(practice, agreement_id, version_id)
    purpose = Purpose(what="Agreement", to_whom="Mira", why="Her copy", person_id=person_id)
    release.save(practice, Paper(), purpose, tmp_path / "copy.pdf")
    keys = Keys(data_key=practice.vault.data_key, header=practice.vault.header)
    practice.close()
    return folder, made.recovery_code, person_id, keys


def all_there(practice: Practice, person_id: str) -> None:
    found = practice.ask(agreement_of, person_id)
    assert found.agreement is not None
    assert found.signature_of(Role.PATIENT) is not None
    assert found.signature_of(Role.PRACTITIONER) is not None
    assert practice.ask(verify, found.agreement.id).whole
    person = practice.ask(header, person_id, now=practice.vault.clock.now())
    assert person.state is State.PARTNERS
    assert [chip.question for chip in person.chips] == ["touch"]
    assert [each.what for each in log_of(practice.db, person_id)] == ["Agreement"]


@pytest.mark.parametrize("key", ["passphrase", "recovery_code"])
def test_after_locking_either_key_brings_all_of_it_back(
    visited: tuple[Path, str, str, Keys], clock: SteppingClock, key: str
) -> None:
    folder, code, person_id, _keys = visited
    practice = open_practice(folder, clock=clock, **{key: code if key == "recovery_code" else PASSPHRASE})
    all_there(practice, person_id)
    practice.close()


def test_a_wrong_passphrase_opens_nothing_and_is_told_at_the_next_unlock(
    visited: tuple[Path, str, str, Keys], clock: SteppingClock
) -> None:
    folder = visited[0]
    with pytest.raises(VaultProblem) as wrong:
        open_practice(folder, clock=clock, passphrase="seven quiet herons wade at dusk")
    assert wrong.value.kind == "wrong-passphrase"
    practice = open_practice(folder, clock=clock, passphrase=PASSPHRASE)
    assert practice.tries_before == 1
    practice.close()


def test_the_closed_practice_checks_whole(visited: tuple[Path, str, str, Keys], clock: SteppingClock) -> None:
    report = check_practice(Place(visited[0]), visited[3], clock=clock)
    assert report.findings == ()
    assert report.lines > 10
