"""A practice whose agreements are signed by both and sealed; shared by the tests of seals."""

from collections.abc import Callable

from agreements.signing import signed
from healingpartner.agreements.sealed_copies.model import SealedCopy
from healingpartner.agreements.views import for_reading
from healingpartner.exchange.sealing import seal_and_keep, sealed_agreement
from healingpartner.foundation.words import Words
from healingpartner.paper.agreement import AgreementCopy, agreement_paper
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.seal import SealMark
from healingpartner.practice import Practice

ELM = Letterhead(practice="Elm Street practice", practitioner="Dr. Amara Osei")
PASSPHRASE = "seven quiet herons wade at dawn"


def printer(
    practice: Practice, agreement_id: str, *, locale: str = "en", paper: Paper | None = None
) -> Callable[[SealMark], Printed]:
    """How an agreement is printed, once its seal's codes are known."""
    whole = for_reading(practice.db, agreement_id)
    assert whole.version is not None
    version = whole.version

    def print_with(mark: SealMark) -> Printed:
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

    return print_with


def sealed_copy(practice: Practice, agreement_id: str, *, locale: str = "en", paper: Paper | None = None) -> Printed:
    """The sealed copy of an agreement that both have signed."""
    print_with = printer(practice, agreement_id, locale=locale, paper=paper)
    return sealed_agreement(practice, agreement_id, signer=practice.signer(PASSPHRASE), print_with=print_with)


def kept_copy(practice: Practice, agreement_id: str) -> SealedCopy:
    """The same, kept in the practice."""
    print_with = printer(practice, agreement_id)
    return seal_and_keep(practice, agreement_id, signer=practice.signer(PASSPHRASE), print_with=print_with)


def signed_and_sealed(practice: Practice, name: str = "Mira Rahimi") -> tuple[str, bytes]:
    """A new person's agreement, signed by both: its id and its sealed copy."""
    _person, agreement_id, _version = signed(practice, name)
    return agreement_id, sealed_copy(practice, agreement_id).pdf
