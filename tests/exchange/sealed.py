"""A practice whose agreements are signed by both and sealed; shared by the tests of seals."""

from tests.agreements.signing import signed
from tests.conftest import PASSPHRASE

from healingpartner.agreements.views import for_reading
from healingpartner.exchange.sealing import sealed_agreement
from healingpartner.foundation.words import Words
from healingpartner.paper.agreement import AgreementCopy, agreement_paper
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.seal import SealMark
from healingpartner.practice import Practice

ELM = Letterhead(practice="Elm Street practice", practitioner="Dr. Amara Osei")


def sealed_copy(practice: Practice, agreement_id: str, *, locale: str = "en", paper: Paper | None = None) -> Printed:
    """The sealed copy of an agreement that both have signed."""
    whole = for_reading(practice.db, agreement_id)
    assert whole.version is not None
    version = whole.version

    def print_with(mark: SealMark | None) -> Printed:
        copy = AgreementCopy(
            practitioner="Amara Osei",
            patient=whole.names.patient,
            wording=version.wording,
            version=version.number,
            text_sha256=version.text_sha256,
            made=practice.vault.clock.now(),
            signatures=whole.signatures,
            seal=mark,
        )
        return agreement_paper(copy, letterhead=ELM, words=Words(locale), paper=paper or Paper())

    return sealed_agreement(practice, agreement_id, signer=practice.signer(PASSPHRASE), print_with=print_with)


def signed_and_sealed(practice: Practice, name: str = "Mira Rahimi") -> tuple[str, bytes]:
    """A new person's agreement, signed by both: its id and its sealed copy."""
    _person, agreement_id, _version = signed(practice, name)
    return agreement_id, sealed_copy(practice, agreement_id).pdf
