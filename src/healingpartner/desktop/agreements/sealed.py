"""The sealed copy on the page: whether there is one, its seal's fingerprint, when it was given, and how to make it."""

from dataclasses import dataclass

from healingpartner.agreements.sealed_copies.model import SealedCopy
from healingpartner.agreements.sealed_copies.views import sealed_copy_of
from healingpartner.agreements.views import PersonAgreement
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.practice import Practice
from healingpartner.vault.releases import Outcome, Released, Way, log_of
from healingpartner.vault.signing_keys import SEAL, fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class SealStanding:
    """What is kept of a signed agreement. `given`: the last time the copy left; `fingerprint`: 64 digits, or ""."""

    copy: SealedCopy | None
    given: Released | None
    fingerprint: str


def seal_standing(practice: Practice, found: PersonAgreement) -> SealStanding:
    """Ask on the vault thread how the sealed copy of `found` stands."""
    copy = None if found.agreement is None else practice.ask(sealed_copy_of, found.agreement.id)
    certificate = practice.vault.header.signing.get(SEAL, "")
    return SealStanding(
        copy=copy,
        given=None if copy is None else _last_given(practice, found.person_id, copy),
        fingerprint=fingerprint(bytes.fromhex(certificate)) if certificate else "",
    )


def sealed_words(standing: SealStanding) -> str:
    """One or two sentences: that it is sealed, and whether the copy was given."""
    if standing.copy is None:
        return _("The sealed copy waits for your passphrase.")
    words = spoken()
    sealed = _("The signed copy was sealed on {moment}.").format(moment=isolated(words.moment(standing.copy.sealed)))
    if standing.given is None:
        return f"{sealed} {_('No copy has been given yet.')}"
    said = _("The copy was last printed on {moment}.") if standing.given.way is Way.PRINTED else _(
        "The copy was last saved as a file on {moment}."
    )  # fmt: skip
    return f"{sealed} {said.format(moment=isolated(words.moment(standing.given.at)))}"


def in_fours(digits: str) -> str:
    """A fingerprint in groups of four, as it is printed."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _last_given(practice: Practice, person_id: str, copy: SealedCopy) -> Released | None:
    """The newest time exactly these bytes left."""
    left = (one for one in practice.ask(log_of, person_id) if one.outcome is Outcome.LEFT)
    return next((one for one in left if one.sha256 == copy.pdf_sha256), None)
