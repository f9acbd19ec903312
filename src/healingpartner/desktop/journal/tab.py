"""A person's tab "Journal": what both wrote, the reflection, repairs, and a place to write."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from healingpartner.desktop.backing_up import last_backup
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.composer import Composer
from healingpartner.desktop.journal.doing import JournalDoing
from healingpartner.desktop.journal.entries_column import EntriesColumn
from healingpartner.desktop.journal.entry_card import EntryCard
from healingpartner.desktop.journal.hard_card import HardCard
from healingpartner.desktop.journal.mending_column import MendingColumn
from healingpartner.desktop.journal.opened_card import OpenedCard
from healingpartner.desktop.journal.outside_card import OutsideCard
from healingpartner.desktop.journal.paper_reflection import PaperReflection
from healingpartner.desktop.journal.papers import JournalPapers
from healingpartner.desktop.journal.papers_card import PapersCard, kept_of
from healingpartner.desktop.journal.reflection_card import ReflectionCard
from healingpartner.desktop.journal.repair_card import RepairCard
from healingpartner.desktop.journal.turned.place import Place
from healingpartner.desktop.journal.turned.task import JournalTask
from healingpartner.desktop.journal.words import day_and_time, how_many
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Offer, Page
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.repairs.model import RepairState
from healingpartner.journal.views import AT_ONCE, EntryLine, PersonJournal, journal_of, lines_of
from healingpartner.practice import Changed
from healingpartner.story.meetings import days_met
from healingpartner.vault.reading import Reader

_BESIDE_FROM = 820
EARLIER = 20
_GOING = frozenset(RepairState) - {RepairState.CLOSED, RepairState.TAKEN_BACK}


class JournalTab(Page):
    """Asks again whenever an act touches this person; what is being typed stays."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Shows nothing until its view has answered."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.found: PersonJournal | None = None
        self.view: TurnedView | None = None
        self.composer: Composer | None = None
        self.reflection: ReflectionCard | None = None
        self.opened: OpenedCard | None = None
        self.written: EntriesColumn | None = None
        self.mending = MendingColumn()
        self.paper: PaperReflection | None = None
        self.hard: HardCard | None = None
        self._asking, self._met, self._since = False, tuple[date, ...](), 0
        self.papers: PapersCard | None = None
        self._papers = JournalPapers(desk, person_id)
        self.doing = JournalDoing(desk, person_id, self)
        self._draft = DraftKeeper(desk, "journal", person_id, self._typed, owner=self)
        self._own_side = DraftKeeper(desk, "journal.reflection", person_id, self._typed_side, owner=self)
        self._page = ScrollPage(_("Journal"), margin=4)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._written, self._beside = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.doing.done.connect(self._ask)
        self.mending.asked.connect(self.doing.repair)
        self.mending.said.connect(self.doing.say)
        self.doing.said.connect(self.mending.close_form)
        self.mending.typed_on.connect(self._draft.touch)
        self.doing.turns.connect(self.turn)
        desk.runner.changed.connect(self._on_changed)
        self._ask()

    @property
    def entries(self) -> dict[str, EntryCard]:
        """The cards that stand, by entry id."""
        return {} if self.written is None else self.written.cards

    @property
    def repairs(self) -> dict[str, RepairCard]:
        """The cards of the repairs, by id."""
        return self.mending.cards

    # -- what the frame asks ----------------------------------------------------------------------------

    def turning(self) -> Offer | None:
        """Turn the journal to the patient."""
        return None if self.found is None else Offer(run=self.turn, name=self.found.names.called)

    def printing(self) -> Offer | None:
        """The papers of this journal."""
        return None if self.found is None else Offer(run=self.show_papers, name=self.found.names.called)

    def show_papers(self) -> None:
        """Go to where the papers are."""
        if self.papers is not None:
            self._page.ensureWidgetVisible(self.papers)
            self.papers.links[0].print_link.setFocus()

    def flush(self) -> None:
        """Keep everything that is being typed."""
        self._draft.flush()
        self._own_side.flush()
        if self.paper is not None:
            self.paper.flush()
        if self.view is not None and self.view.is_turned:
            self.view.flush()

    def turn(self, place: Place = Place.BEGIN, subject_id: str = "") -> None:
        """Turn the screen: to write, to answer the eight lines, to open together, or to a repair."""
        if self.found is None:
            return
        self.flush()
        task = JournalTask(self._desk, self._person_id, place=place, subject_id=subject_id)
        self.view = TurnedView(self._desk, task, self.found.names.called, owner=self)
        task.gives_back.connect(self.view.give_back)
        self.view.came_back.connect(self._come_back)
        self.view.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(self, _BESIDE_FROM)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    # -- inside -----------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._desk.clock.now().local().date()

    def _come_back(self) -> None:
        self.view = None
        self._ask()

    def _on_changed(self, change: Changed) -> None:
        if self._person_id in change.people and change.rooms & {"journal", "people"}:
            self._ask()

    def _ask(self) -> None:
        known = 0 if self.written is None else len(self.written.lines())
        self._desk.runner.ask(
            _look, self._person_id, limit=max(AT_ONCE, known), owner=self, then=lambda both: self._show(*both)
        )

    def _show(self, found: PersonJournal, met: tuple[date, ...]) -> None:
        before, self.found = self.found, found
        self._met = met
        self.doing.know(found)
        if before is None:
            self._begin(found)
        if self.composer is not None:
            self.composer.show_offer(next((one for one in found.offers if one.by is Voice.PRACTITIONER), None))
        self._show_entries(found)
        self.mending.show_found(found, self._today())
        if before is None or _beside_of(before) != _beside_of(found):
            self._show_beside(found)
        elif self.papers is not None and self.papers.kept != kept_of(found):
            self._show_papers(found)
        self.moved.emit()

    def _begin(self, found: PersonJournal) -> None:
        self.composer = Composer(found.names)
        self.composer.shares.connect(self.doing.share)
        self.composer.offers.connect(self.doing.offer)
        self.composer.answers_offer.connect(self.doing.answer_offer)
        self.composer.unsaid.connect(self._unsay)
        self.composer.typed_on.connect(self._composing)
        self.doing.shared.connect(self._shared)
        self.doing.not_shared.connect(self.composer.say)
        self._written.insertWidget(0, self.composer)
        self.written = EntriesColumn(found.names)
        self.written.answers.connect(self.doing.reply)
        self.written.takes_back.connect(self.doing.take_back)
        self.written.opens_repair.connect(self.open_repair)
        self.written.saves_picture.connect(self.doing.save_picture)
        self.written.typed_on.connect(self._draft.touch)
        self.written.made.connect(self._look_ahead)
        self._written.insertWidget(1, self.written)
        self._draft.fetch(self._show_typed)

    def _shared(self) -> None:
        if self.composer is not None:
            self.composer.clear()
        self._since = 0
        self._draft.drop()

    def _show_entries(self, found: PersonJournal) -> None:
        if self.written is not None:
            self.written.show_lines(found.lines)
        self._more.setVisible(found.more)
        self._count.setText(how_many(found.count) if found.count else "")
        self._nothing.setVisible(not found.lines)
        if self._draft.holds_anything and not self._typed():
            self._draft.drop()  # what was being written stands in the journal now

    def _show_beside(self, found: PersonJournal) -> None:
        while (item := self._beside.takeAt(0)) is not None:
            former = item.widget()
            if former is not None and former is not self.mending:
                _away(former)
        if self.paper is not None:
            self.paper.flush()
            self.paper = None
        self.reflection = ReflectionCard(found.going, found.names)
        self.doing.follow(self.reflection)
        self.reflection.typed_on.connect(self._own_side.touch)
        if self.reflection.form is not None:
            self._own_side.fetch(self._show_side)
        hers = next((one for one in found.offers if one.by is Voice.PATIENT), None)
        self.hard = None if hers is None else HardCard(hers, found.names.called)
        if self.hard is not None:
            self.hard.answers.connect(self.doing.answer_offer)
            self._beside.addWidget(self.hard)
        self.opened = None
        if found.opened:
            self.opened = OpenedCard(found.opened, found.repairs, found.names, met=self._met)
        if self.opened is not None:
            self._beside.addWidget(self.opened)
        self._beside.addWidget(self.reflection)
        if found.going is None:
            self.paper = PaperReflection(self._desk, self._person_id, found.names)
            self._beside.addWidget(self.paper)
        self._beside.addWidget(self.mending)
        self.papers = PapersCard(self._desk, self._papers, found)
        self._beside.addWidget(self.papers)
        self._beside.addWidget(OutsideCard())
        self._beside.addStretch(1)

    def _show_papers(self, found: PersonJournal) -> None:
        if self.papers is not None:
            former, self.papers = self.papers, PapersCard(self._desk, self._papers, found)
            self._beside.replaceWidget(former, self.papers)
            _away(former)

    def open_repair(self, entry_id: str) -> None:
        """Lines to begin a repair: the practitioner's own, or, from an entry of the patient, on the turned view."""
        entry = self.entries.get(entry_id)
        if entry is not None and entry.line.entry.voice is Voice.PATIENT:
            self.turn(Place.REPAIR, entry_id)
        else:
            self.mending.begin(entry_id)

    # -- drafts -----------------------------------------------------------------------------------------

    def _typed(self) -> dict[str, Any]:
        composed = {} if self.composer is None else self.composer.typed()
        if composed:
            composed["since"] = self._since
        replies = {} if self.written is None else self.written.typed()
        parts = {"composer": composed, "replies": replies, "mending": self.mending.typed()}
        return {name: part for name, part in parts.items() if part}

    def _show_typed(self, typed: Mapping[str, Any] | None, _began_from: int) -> None:
        if typed is None or self.composer is None or self.written is None:
            return
        composed, replies, mending = (typed.get(name) for name in ("composer", "replies", "mending"))
        if isinstance(composed, dict):
            self.composer.show_typed(composed)
            self._since = composed.get("since", 0) if isinstance(composed.get("since"), int) else 0
        if isinstance(replies, dict):
            self.written.show_typed({str(entry_id): str(words) for entry_id, words in replies.items()})
        if isinstance(mending, dict):
            self.mending.show_typed(mending)

    def _composing(self) -> None:
        self._since = self._since or self._desk.clock.now().utc_us
        self._draft.touch()

    def _unsay(self) -> None:
        """Really deleted here; a backup that was made meanwhile is named, for it still holds the draft."""
        since, self._since = self._since, 0
        self._draft.drop()
        if since:
            self._desk.runner.run(last_backup, owner=self, then=lambda made: self._name_backup(made, since))

    def _name_backup(self, made: Instant | None, since: int) -> None:
        if made is not None and made.utc_us >= since:
            words = _("It is deleted here. The backup of {moment} may still hold it, until you delete that backup.")
            self._desk.notices.say(words.format(moment=day_and_time(made)))

    def _typed_side(self) -> dict[str, Any]:
        return {} if self.reflection is None else self.doing.side_typed(self.reflection)

    def _show_side(self, typed: Mapping[str, Any] | None, _began_from: int) -> None:
        if typed is not None and self.reflection is not None:
            self.doing.show_side_typed(self.reflection, typed)

    def _earlier(self) -> None:
        """Ask for what was written before the oldest that is known; nothing that stands is made anew."""
        if self._asking or self.written is None or not self._more.isVisibleTo(self):
            return
        self._asking = True
        oldest = self.written.lines()[-1].entry
        self._desk.runner.ask(
            lines_of, self._person_id, before=(oldest.shared.utc_us, oldest.id), limit=EARLIER, owner=self,
            then=self._show_earlier,
        )  # fmt: skip

    def _show_earlier(self, lines: tuple[EntryLine, ...]) -> None:
        self._asking = False
        if self.written is not None:
            self.written.add_earlier(lines)
        self._more.setVisible(len(lines) == EARLIER)

    def _look_ahead(self) -> None:
        """Ask for earlier entries a screen before they are needed."""
        bar = self._page.verticalScrollBar()
        ready = self.written is not None and self.written.is_whole()
        if ready and bar.value() > 0 and bar.maximum() - bar.value() < 2 * self._page.viewport().height():
            self._earlier()

    def _lay_out(self) -> None:
        self._count = PlainLabel(tone="soft")
        self._nothing = PlainLabel(_("Nothing is written yet. A thank-you is a good beginning."), tone="soft")
        self._more = QuietButton(_("Show earlier entries"))
        self._more.hide()
        self._more.clicked.connect(self._earlier)
        self._page.verticalScrollBar().valueChanged.connect(self._look_ahead)
        for part in (self._nothing, self._more, self._count):
            self._written.addWidget(part)
        self._written.addStretch(1)
        for column in (self._written, self._beside):
            column.setSpacing(14)
        self._sides.setSpacing(16)
        self._sides.addLayout(self._written, 6)
        self._sides.addLayout(self._beside, 6)
        self._page.column.addLayout(self._sides)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)


def _look(db: Reader, person_id: str, *, limit: int) -> tuple[PersonJournal, tuple[date, ...]]:
    return journal_of(db, person_id, limit=limit), days_met(db, person_id)


def _beside_of(found: PersonJournal) -> tuple[object, ...]:
    """What the cards beside the entries show."""
    return found.going, found.opened, found.repairs, found.offers


def _away(widget: Any) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
