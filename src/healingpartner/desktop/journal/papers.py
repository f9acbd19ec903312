"""The journal's papers from the desk: each made on the vault thread and handed to the one door out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.journal.model import Kind
from healingpartner.journal.reflections.model import Opened
from healingpartner.journal.repairs.model import Repair
from healingpartner.journal.views import lines_of, names_of
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice

if TYPE_CHECKING:
    from healingpartner.paper.printed import Letterhead, Paper, Printed

KEPT = frozenset({Kind.MEANING, Kind.LEARNED})
_MOST = 200


class JournalPapers:
    """Orders for one person's journal; nothing is made before an order is carried out."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """`person_id`: whose journal it is."""
        self._desk, self._person_id = desk, person_id

    def blank_order(self, voice: Voice = Voice.PATIENT) -> PaperOrder:
        """A sheet with the eight lines, to be filled by hand."""
        name = "reflection-sheet" if voice is Voice.PATIENT else "reflection-sheet-own"
        return self._order(lambda practice: self.blank(practice, voice), name, _("Reflection sheet"))

    def opened_order(self, opened: Opened, before: Opened | None) -> PaperOrder:
        """What was opened together."""
        made = _("Reflection opened together")
        return self._order(lambda practice: self.opened(practice, opened, before), "reflection-opened", made)

    def repair_order(self, repair: Repair) -> PaperOrder:
        """A repair in words."""
        return self._order(lambda practice: self.repair(practice, repair), "repair", _("Repair in words"))

    def meaning_order(self) -> PaperOrder:
        """Pages to keep."""
        return self._order(self.meaning, "meaning-pages", _("Meaning pages"))

    def questions_order(self) -> PaperOrder:
        """Questions for next time."""
        return self._order(self.questions, "questions", _("Questions for next time"))

    # -- made on the vault thread -------------------------------------------------------------------------

    def blank(self, practice: Practice, voice: Voice) -> "Printed":
        """The sheet of one side."""
        from healingpartner.paper.journal.reflection_sheet import BlankReflection, blank_reflection

        names = practice.ask(names_of, self._person_id)
        name = names.patient if voice is Voice.PATIENT else names.practitioner
        copy = BlankReflection(voice=voice, name=name, made=self._desk.clock.now())
        return blank_reflection(copy, letterhead=self._letterhead(practice), words=spoken(), paper=self._paper())

    def opened(self, practice: Practice, opened: Opened, before: Opened | None) -> "Printed":
        """Both sides."""
        from healingpartner.paper.journal.opened import OpenedCopy, opened_paper

        names = practice.ask(names_of, self._person_id)
        copy = OpenedCopy(
            patient=names.patient, practitioner=names.practitioner, opened=opened, before=before,
            made=self._desk.clock.now(),
        )  # fmt: skip
        return opened_paper(copy, letterhead=self._letterhead(practice), words=spoken(), paper=self._paper())

    def repair(self, practice: Practice, repair: Repair) -> "Printed":
        """The whole way."""
        from healingpartner.paper.journal.repair_paper import RepairCopy, repair_paper

        names = practice.ask(names_of, self._person_id)
        copy = RepairCopy(
            patient=names.patient, practitioner=names.practitioner, repair=repair, made=self._desk.clock.now()
        )
        return repair_paper(copy, letterhead=self._letterhead(practice), words=spoken(), paper=self._paper())

    def meaning(self, practice: Practice) -> "Printed":
        """What both wrote of it, the oldest first."""
        from healingpartner.paper.journal.meaning_pages import MeaningPages, meaning_paper

        names = practice.ask(names_of, self._person_id)
        lines = practice.ask(lines_of, self._person_id, limit=_MOST)
        kept = [line.entry for line in reversed(lines) if line.entry.kind in KEPT and line.taken_back is None]
        copy = MeaningPages(
            patient=names.patient, practitioner=names.practitioner, entries=tuple(kept), made=self._desk.clock.now()
        )
        return meaning_paper(copy, letterhead=self._letterhead(practice), words=spoken(), paper=self._paper())

    def questions(self, practice: Practice) -> "Printed":
        """The patient's open ones, and room for more."""
        from healingpartner.paper.journal.meaning_pages import questions_paper

        names = practice.ask(names_of, self._person_id)
        waiting = [
            line.entry.words
            for line in reversed(practice.ask(lines_of, self._person_id, limit=_MOST))
            if line.entry.kind is Kind.QUESTION and line.taken_back is None and not line.replies
        ]
        return questions_paper(
            waiting, name=names.patient, made=self._desk.clock.now(), letterhead=self._letterhead(practice),
            words=spoken(), paper=self._paper(),
        )  # fmt: skip

    # -- inside -------------------------------------------------------------------------------------------

    def _letterhead(self, practice: Practice) -> "Letterhead":
        return letterhead_of(practice.ask(practitioner))

    def _paper(self) -> "Paper":
        return paper_of(self._desk.settings)

    def _order(self, make: "Callable[[Practice], Printed]", name: str, what: str) -> PaperOrder:
        purpose = Purpose(what=what, to_whom=_("The person"), why=_("Their own copy"), person_id=self._person_id)
        return PaperOrder(make=make, purpose=purpose, name=name)
