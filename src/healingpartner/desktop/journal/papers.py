"""The journal's papers from the desk: each made on the vault thread and handed to the one door out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.leaving import Leaving
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

_KEPT = frozenset({Kind.MEANING, Kind.LEARNED})
_MOST = 200


class JournalPapers(QObject):
    """For one person's journal."""

    def __init__(self, desk: Desk, person_id: str, page: QWidget) -> None:
        """`page`: owns the dialogs."""
        super().__init__(page)
        self._desk, self._person_id = desk, person_id
        self.leaving = Leaving(desk, page)

    def print_blank(self, voice: Voice = Voice.PATIENT) -> None:
        """A sheet with the eight lines, to be filled by hand."""
        self._print(lambda practice: self.blank(practice, voice), _("Reflection sheet"), _("To fill in by hand"))

    def print_opened(self, opened: Opened, before: Opened | None) -> None:
        """What was opened together."""
        made = _("Reflection opened together")
        self._print(lambda practice: self.opened(practice, opened, before), made, _("A copy for both"))

    def print_repair(self, repair: Repair) -> None:
        """A repair in words."""
        self._print(lambda practice: self.repair(practice, repair), _("Repair in words"), _("A copy for both"))

    def print_meaning(self) -> None:
        """Pages to keep."""
        self._print(self.meaning, _("Meaning pages"), _("To keep"))

    def print_questions(self) -> None:
        """Questions for next time."""
        self._print(self.questions, _("Questions for next time"), _("To bring along"))

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
        kept = [line.entry for line in reversed(lines) if line.entry.kind in _KEPT and line.taken_back is None]
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

    def _print(self, make: "Callable[[Practice], Printed]", what: str, why: str) -> None:
        purpose = Purpose(what=what, to_whom=_("The person"), why=why, person_id=self._person_id)
        self.leaving.print_out(make, purpose, lambda: None)
