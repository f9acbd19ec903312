"""The copy of the record as a paper: for the patient, or packed with a letter for whoever walks on with them."""

from typing import TYPE_CHECKING

from healingpartner.agreements.endings.letters import Letter
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.words import _, spoken
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice

if TYPE_CHECKING:
    from healingpartner.paper.printed import Printed


def packed_order(desk: Desk, found: PersonAgreement, letter: Letter) -> PaperOrder:
    """A letter of handing on with the copy of the record behind it, in one file."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.exchange.record_copy import record_copy
        from healingpartner.paper.hand_on_letter import HandOnLetter, hand_on_paper

        now = desk.clock.now()
        handed = HandOnLetter(
            practitioner=found.names.practitioner,
            patient=found.names.patient,
            words=letter.words,
            made=now,
            record=record_copy(practice.db, found.person_id, words, made=now),
        )
        return hand_on_paper(handed, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)

    what = _("Letter with a copy of the record")
    to_whom = letter.words.to_whom or found.names.patient
    purpose = Purpose(what=what, to_whom=to_whom, why=_("So that the way goes on well"), person_id=found.person_id)
    return PaperOrder(make=make, purpose=purpose, name=what)


def record_order(desk: Desk, found: PersonAgreement) -> PaperOrder:
    """Everything that is kept of the person, made anew whenever it is asked for."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.exchange.record_copy import record_copy
        from healingpartner.paper.record_copy import record_paper

        copy = record_copy(practice.db, found.person_id, words, made=desk.clock.now())
        return record_paper(copy, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)

    what = _("Copy of the record")
    why = _("So that the way goes on well")
    purpose = Purpose(what=what, to_whom=found.names.patient, why=why, person_id=found.person_id)
    return PaperOrder(make=make, purpose=purpose, name=what)
