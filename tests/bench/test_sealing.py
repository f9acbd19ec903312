"""The full agreement to a sealed PDF, and back to a verdict. Floor: the same agreement printed, and not sealed.

The first seal of a run also loads pyHanko; it is told apart. The passphrase is not in it: its cost is chosen.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.agreements.signing import add, drawn, patient_signs, practitioner_signs
from tests.conftest import PASSPHRASE

from bench.measuring import in_turn, say, timed
from healingpartner.agreements.acts import offer
from healingpartner.agreements.library import FULL, starting_wording
from healingpartner.agreements.views import for_reading
from healingpartner.exchange.sealing import sealed_agreement
from healingpartner.exchange.verify import verify_file
from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.agreement import AgreementCopy, agreement_paper
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.seal import SealMark
from healingpartner.practice import Practice

SEAL_GOAL, VERIFY_GOAL = 2_000, 1_000  # milliseconds
ROUNDS = 10


@pytest.fixture(autouse=True)
def app_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, since this practice is new in every run."""
    home = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


def _signed(practice: Practice) -> str:
    wording = starting_wording(FULL)
    agreement_id = practice.do(offer, add(practice), wording=wording, by=Voice.PRACTITIONER)
    version = for_reading(practice.db, agreement_id).version
    assert version is not None
    signing = replace(drawn(), seen=frozenset(one.id for one in wording.commitments))
    patient_signs(practice, agreement_id, version.id, signing)
    practitioner_signs(practice, agreement_id, version.id, signing)
    return agreement_id


def test_the_full_agreement_is_sealed_and_verified_at_once(practice: Practice) -> None:
    agreement_id = _signed(practice)
    signer = practice.signer(PASSPHRASE)
    whole = for_reading(practice.db, agreement_id)
    assert whole.version is not None
    version = whole.version

    def printed(mark: SealMark | None = None) -> Printed:
        copy = AgreementCopy(
            practitioner="Amara Osei",
            patient="Mira Rahimi",
            wording=version.wording,
            version=version.number,
            text_sha256=version.text_sha256,
            made=practice.vault.clock.now(),
            signatures=whole.signatures,
            seal=mark,
        )
        return agreement_paper(copy, letterhead=Letterhead(), words=Words("en"), paper=Paper())

    def sealed() -> Printed:
        return sealed_agreement(practice, agreement_id, signer=signer, print_with=printed)

    printed()
    first = timed(sealed)()
    found = in_turn(timed(printed), timed(sealed), rounds=ROUNDS)
    floor, ours = found.p50()
    pdf = sealed().pdf
    verified = in_turn(timed(printed), timed(lambda: verify_file(pdf, practice=practice)), rounds=ROUNDS).p50()[1]
    say(
        "agreement to sealed PDF",
        f"× {found.ratio:.2f} of printing it · {floor:.0f} → {ours:.0f} ms, the first {first:.0f} ms "
        f"(goal {SEAL_GOAL}) · {len(version.wording.commitments)} commitments, {len(pdf) // 1024} KiB",
    )
    say("verify a sealed PDF", f"{verified:.0f} ms beside its practice (goal {VERIFY_GOAL})")
    assert first <= SEAL_GOAL
    assert verified <= VERIFY_GOAL
