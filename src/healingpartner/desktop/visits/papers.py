"""Papers of a visit: made on the vault thread, handed to the one door out."""

from typing import TYPE_CHECKING

from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.words import _, spoken
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice
from healingpartner.visits.body.views import layers_of
from healingpartner.visits.measurements.views import measurements_of
from healingpartner.visits.notes.library import templates
from healingpartner.visits.notes.views import note_in_full, notes_of_visit
from healingpartner.visits.views import names_of, visit_in_full, visits_of

if TYPE_CHECKING:
    from healingpartner.paper.printed import Printed

INTAKE = "intake"


def visit_order(desk: Desk, person_id: str, visit_id: str, patient: str) -> PaperOrder:
    """The visit with its notes, for both to keep."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.visit_paper import VisitCopy, visit_paper

        found, notes = practice.ask(visit_in_full, visit_id), practice.ask(notes_of_visit, visit_id)
        copy = VisitCopy(
            practitioner=found.names.practitioner,
            patient=found.names.patient,
            at=found.visit.at(),
            made=desk.clock.now(),
            words=found.words,
            heard=found.heard,
            questions=found.questions,
            notes=tuple(each.note for each in notes),
            layers=tuple(one for one in practice.ask(layers_of, person_id) if one.visit_id == visit_id),
            measured=tuple(one for one in practice.ask(measurements_of, person_id)[::-1] if one.visit_id == visit_id),
        )
        return visit_paper(copy, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)

    what = _("Our visit")
    purpose = Purpose(what=what, to_whom=patient, why=_("To read in peace"), person_id=person_id)
    return PaperOrder(make=make, purpose=purpose, name=what)


def contact_order(desk: Desk, person_id: str, note_id: str, patient: str) -> PaperOrder:
    """A note without a visit."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.visit_paper import VisitCopy, visit_paper

        found = practice.ask(note_in_full, note_id)
        copy = VisitCopy(
            practitioner=found.names.practitioner,
            patient=found.names.patient,
            at=found.note.about,
            made=desk.clock.now(),
            notes=(found.note,),
        )
        return visit_paper(copy, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)

    what = _("A note")
    purpose = Purpose(what=what, to_whom=patient, why=_("To read in peace"), person_id=person_id)
    return PaperOrder(make=make, purpose=purpose, name=what)


def letter_order(desk: Desk, person_id: str, note_id: str, *, to_whom: str) -> PaperOrder:
    """A letter or a confirmation, to whoever it is for."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.plain_letter import PlainLetter, letter_paper

        found = practice.ask(note_in_full, note_id)
        letter = PlainLetter(
            practitioner=found.names.practitioner,
            patient=found.names.patient,
            note=found.note,
            made=desk.clock.now(),
        )
        return letter_paper(letter, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)

    what = _("A letter")
    purpose = Purpose(what=what, to_whom=to_whom or _("Whom it concerns"), why=_("asked for"), person_id=person_id)
    return PaperOrder(make=make, purpose=purpose, name=what)


def beforehand_order(desk: Desk, person_id: str, patient: str) -> PaperOrder:
    """The questions of a first talk, to be answered at home."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.beforehand_sheet import BeforehandCopy, beforehand_paper

        names = practice.ask(names_of, person_id)
        copy = BeforehandCopy(
            practitioner=names.practitioner,
            patient=names.patient,
            template=next(one for one in templates(words.locale) if one.key == INTAKE),
            made=desk.clock.now(),
            questions=tuple(one.words for one in practice.ask(visits_of, person_id).questions),
        )
        return beforehand_paper(copy, letterhead=letterhead_of(practice.ask(practitioner)), words=words, paper=paper)

    what = _("Questions before we meet")
    purpose = Purpose(what=what, to_whom=patient, why=_("To think about at home"), person_id=person_id)
    return PaperOrder(make=make, purpose=purpose, name=what)
