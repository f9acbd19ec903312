"""The papers of the journal, each with two quiet links; only those on which something would stand."""

from collections.abc import Callable
from functools import partial

from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.papers import KEPT, JournalPapers
from healingpartner.desktop.kit.card import Card
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.journal.repairs.model import RepairState
from healingpartner.journal.views import PersonJournal


class PapersCard(Card):
    """`links`: in their order; `kept`: whether there is anything for pages to keep."""

    def __init__(self, desk: Desk, papers: JournalPapers, found: PersonJournal) -> None:
        """`found`: tells which papers there are."""
        super().__init__(_("On paper"))
        self._desk, self.kept = desk, kept_of(found)
        self.links: list[PaperLinks] = []
        self._add(_("Reflection sheet"), papers.blank_order)
        self._add(_("Your own sheet"), lambda: papers.blank_order(Voice.PRACTITIONER))
        if found.opened:
            before = found.opened[-2] if len(found.opened) > 1 else None
            self._add(_("Opened together"), lambda: papers.opened_order(found.opened[-1], before))
        for repair in found.repairs:
            if repair.state is not RepairState.TAKEN_BACK:
                name = _("Mending, {day}").format(day=spoken().date(repair.said))
                self._add(name, partial(papers.repair_order, repair))
        if self.kept:
            self._add(_("Pages to keep"), papers.meaning_order)
        self._add(_("Questions for next time"), papers.questions_order)

    def _add(self, name: str, order: Callable[[], PaperOrder]) -> None:
        links = PaperLinks(self._desk, name, order)
        self.links.append(links)
        self.column.addWidget(links)


def kept_of(found: PersonJournal) -> bool:
    """Whether there is anything for pages to keep."""
    return any(line.entry.kind in KEPT and line.taken_back is None for line in found.lines)
