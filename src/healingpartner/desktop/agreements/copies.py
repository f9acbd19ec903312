"""A copy of an agreement on paper: read on the vault thread, drawn there, and handed to the one door out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from healingpartner.agreements.views import PersonAgreement, for_reading
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _, spoken
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice

if TYPE_CHECKING:
    from healingpartner.paper.printed import Printed


def copy_maker(desk: Desk, found: PersonAgreement) -> "Callable[[Practice], Printed]":
    """What makes the copy of `found` on the vault thread, on the sheet and in the size that the settings say."""
    paper, words, agreement = paper_of(desk.settings), spoken(), found.agreement

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.agreement import AgreementCopy, agreement_paper

        here = practice.ask(for_reading, "" if agreement is None else agreement.id)
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
        )
        return agreement_paper(copy, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)

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
