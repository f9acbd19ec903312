"""A copy of an agreement on paper, made on the vault thread and handed to the one door out.

What both have signed leaves only as the sealed bytes that are kept; nothing is drawn anew for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from healingpartner.agreements.sealed_copies.views import sealed_copy_of
from healingpartner.agreements.views import PersonAgreement, for_reading
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.leaving import Finished, Make
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.exchange.release import Purpose
from healingpartner.exchange.sealing import kept_bytes
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _, spoken
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice

if TYPE_CHECKING:
    from healingpartner.paper.printed import Printed
    from healingpartner.paper.seal import SealMark

Draw = Callable[[Practice, PersonAgreement, "SealMark | None"], "Printed"]


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """The bytes of a sealed copy, as they were made."""

    pdf: bytes


def drawer(desk: Desk) -> Draw:
    """What draws an agreement, on the sheet and in the size that the settings say; with a seal's codes, or without."""
    paper, words = paper_of(desk.settings), spoken()

    def draw(practice: Practice, here: PersonAgreement, seal: "SealMark | None") -> "Printed":
        from healingpartner.paper.agreement import AgreementCopy, FormerSignature, agreement_paper

        if here.version is None:
            raise Refused(_("The words of this agreement cannot be read any more."))
        copy = AgreementCopy(
            practitioner=here.names.practitioner,
            patient=here.names.patient,
            wording=here.version.wording,
            open=here.version.body.open,
            version=here.version.number,
            text_sha256=here.version.text_sha256,
            made=desk.clock.now(),
            signatures=here.signatures,
            seal=seal,
            former=tuple(
                FormerSignature(name=one.name, number=one.number, signed_at=one.signed_at) for one in here.left_behind
            ),
        )
        return agreement_paper(copy, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)

    return draw


def copy_maker(desk: Desk, found: PersonAgreement) -> Make:
    """What gives the copy of `found` on the vault thread: drawn while it is open, the kept bytes once it is signed.

    Refused when it is signed and its sealed copy is still to be made.
    """
    draw, agreement_id = drawer(desk), "" if found.agreement is None else found.agreement.id

    def make(practice: Practice) -> Finished:
        here = practice.ask(for_reading, agreement_id)
        if here.agreement is None or here.agreement.signed is None:
            return draw(practice, here, None)
        copy = practice.ask(sealed_copy_of, agreement_id)
        if copy is None:
            raise Refused(
                _("The sealed copy waits for your passphrase."),
                then=_("Make it on the page of the agreement; then it can be given."),
            )
        return KeptPaper(kept_bytes(practice, copy))

    return make


def purpose_of(found: PersonAgreement) -> Purpose:
    """What is written down when a copy leaves."""
    signed = found.agreement is not None and found.agreement.signed is not None
    return Purpose(
        what=_("Agreement, signed copy") if signed else _("Agreement, not signed yet"),
        to_whom=found.names.patient,
        why=_("The patient's own copy"),
        person_id=found.person_id,
    )
