"""A person's tab "Plan": its head, its cards in slices, the pages over it, and what comes next."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Offer, Page
from healingpartner.desktop.plans import head as next_
from healingpartner.desktop.plans.agree_page import AgreePage
from healingpartner.desktop.plans.begin_page import BeginPage
from healingpartner.desktop.plans.card_column import CardColumn
from healingpartner.desktop.plans.cards import CARDS, Standing
from healingpartner.desktop.plans.drafts_notice import DraftsNotice, opened_again
from healingpartner.desktop.plans.head import PlanHead
from healingpartner.desktop.plans.history_page import HistoryPage
from healingpartner.desktop.plans.particulars_editor import ParticularsEditor
from healingpartner.desktop.plans.place import PlanCard, PlanPlace, sentence_of
from healingpartner.desktop.plans.plan_copies import keep_copy
from healingpartner.desktop.plans.print_page import PrintPage
from healingpartner.desktop.plans.resting_card import RestingCard
from healingpartner.desktop.plans.slices import Slices
from healingpartner.desktop.plans.turned.start import task_for
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans import acts
from healingpartner.plans.versions.model import Names, WholePlan
from healingpartner.plans.views import names_of, plan_of
from healingpartner.practice import Changed, Practice
from healingpartner.vault.reading import Reader

AT_ONCE = 1  # the head and the goals fill what is in sight when the tab opens
_TURNS: Mapping[str, Callable[..., None]] = {
    next_.OFFER: acts.offer, next_.TALK: acts.talk_over, next_.BEGIN: acts.begin_work, next_.REWORK: acts.rework,
    next_.GO_ON: acts.go_on, next_.AGAIN: acts.take_up_again,
}  # fmt: skip


class PlanTab(Page):
    """One person's plan. It asks again whenever an act touches this person; `found` is what it shows."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Shows nothing until its view has answered."""
        super().__init__()
        self._desk, self._person_id, self._plan_id = desk, person_id, ""
        self.found: WholePlan | None = None
        self.view: TurnedView | None = None
        self.begin_page: BeginPage | None = None
        self.head: PlanHead | None = None
        self.over: QWidget | None = None
        self.cards: dict[str, PlanCard] = {}
        self.later = Slices(self)
        self.drafts: DraftsNotice | None = None
        self.column = CardColumn()
        self._page: ScrollPage | None = None
        self._said: list[Voice] = []
        self._place = PlanPlace(
            desk=desk, owner=self, turns=self.turn_to, opens=self.open_over, closes=self.close_over, later=self.later,
            did=self._said.append,
        )  # fmt: skip
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.undo)
        desk.runner.changed.connect(self._on_changed)
        self._ask()

    # -- what the frame asks ------------------------------------------------------------------------

    def turning(self) -> Offer | None:
        """Turn what waits for the patient."""
        if self.found is None:
            return None
        name = self.found.names.called
        why_not = (
            "" if task_for(self._desk, self.found) is not None else _("Nothing in this plan waits for the patient.")
        )
        return Offer(run=self.turn, name=name, why_not=why_not)

    def printing(self) -> Offer | None:
        """Choose one of the plan's papers."""
        return None if self.found is None else Offer(run=self.print_out, name=self.found.names.called)

    def go_back(self) -> bool:
        """Out of a page over the plan."""
        over = self.over
        if over is None:
            return False
        if isinstance(over, Page) and over.go_back():
            return True
        self.close_over()
        return True

    def flush(self) -> None:
        """Keep every draft."""
        for card in self.cards.values():
            card.flush()
        if isinstance(self.over, Page):
            self.over.flush()
        if self.begin_page is not None:
            self.begin_page.flush()
        if self.view is not None:
            self.view.flush()

    # -- what the practitioner asks for ---------------------------------------------------------------

    def go_on(self, what: str) -> None:
        """The one thing that comes next."""
        if self.found is None:
            return
        if what == next_.AGREE:
            self.open_over(AgreePage(self._place, self.found))
            return
        if what == next_.TURN:
            self.turn()
            return
        self._do(_TURNS[what])

    def undo(self) -> None:
        """Take back the latest change made here; again for the one before."""
        if self.found is None or self.over is not None:
            return
        plan_id, voices = self.found.plan.id, [*self._said[-1:], Voice.PRACTITIONER, Voice.BOTH]

        def work(practice: Practice) -> None:
            for at, voice in enumerate(dict.fromkeys(voices), start=1):
                try:
                    practice.do(acts.undo, plan_id, by=voice)
                except RuleBroken as broken:
                    if broken.field != "undo" or at == len(dict.fromkeys(voices)):
                        raise
                else:
                    return

        def undone(_none: None) -> None:
            del self._said[-1:]
            self._desk.notices.say(_("Taken back."))

        self._desk.runner.run(work, owner=self, then=undone, sorry=self._say)

    def turn(self) -> None:
        """Turn the screen with what waits for the patient."""
        task = None if self.found is None else task_for(self._desk, self.found)
        if task is not None:
            self.turn_to(task)

    def turn_to(self, task: GivingBack) -> None:
        """Turn the screen with a task."""
        if self.found is None:
            return
        self.view = TurnedView(self._desk, task, self.found.names.called, owner=self)
        task.gives_back.connect(self.view.give_back)
        self.view.came_back.connect(self._come_back)
        self.view.open()

    def print_out(self) -> None:
        """Choose one of the plan's papers."""
        if self.found is not None:
            self.open_over(PrintPage(self._place, self.found))

    def open_over(self, page: QWidget) -> None:
        """Show a page over the plan; it comes back when the page is left."""
        self.close_over()
        self.over = page
        left = getattr(page, "left", None)
        if left is not None:
            left.connect(self.close_over)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.moved.emit()

    def close_over(self) -> None:
        """Back to the plan."""
        over, self.over = self.over, None
        if over is None:
            return
        if isinstance(over, Page):
            over.flush()
        self._stack.removeWidget(over)
        over.hide()
        over.deleteLater()
        self._look_for_drafts()
        self.moved.emit()

    def show_other(self, plan_id: str) -> None:
        """Another plan of this person."""
        self._plan_id = plan_id
        self._forget()
        self._ask()

    # -- inside -------------------------------------------------------------------------------------

    def _do(self, act: Callable[..., None]) -> None:
        if self.found is not None:
            self._desk.runner.do(act, self.found.plan.id, by=Voice.PRACTITIONER, owner=self, sorry=self._say)

    def _say(self, problem: Exception) -> None:
        if self.head is not None:
            self.head.say(sentence_of(problem))  # type: ignore[arg-type]

    def _come_back(self) -> None:
        self.view = None
        if self.found is not None:
            keep_copy(self._desk, self, self._person_id, self.found.plan.id)
        self._ask()

    def _on_changed(self, change: Changed) -> None:
        if self._person_id in change.people:
            self._ask()

    def _ask(self) -> None:
        self._desk.runner.ask(_names_and_plan, self._person_id, self._plan_id, owner=self, then=self._show)

    def _show(self, answer: tuple[Names, WholePlan | None]) -> None:
        names, found = answer
        former, self.found = self.found, found
        if found is None:
            self._show_beginning(names)
        elif former is None or former.plan.id != found.plan.id or self._page is None:
            self._build(found)
        else:
            self._show_newer(found)
        self.moved.emit()

    def _show_beginning(self, names: Names, *, another: bool = False) -> None:
        if self.begin_page is not None:
            return
        self._forget()
        page = BeginPage(self._desk, self._person_id, names.called, another=another)
        page.begun.connect(self._begun)
        page.goes_back.connect(self._begun)
        self.begin_page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _begun(self) -> None:
        self._plan_id, self.found = "", None
        self._forget()
        self._ask()

    def _begin_another(self) -> None:
        if self.found is not None:
            self._show_beginning(self.found.names, another=True)

    def _forget(self) -> None:
        """Every page of the plan that was shown goes."""
        self.later.forget()
        self.close_over()
        self.cards, self.head, self.drafts = {}, None, None
        for page in (self._page, self.begin_page):
            if page is not None:
                self._stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        self._page = self.begin_page = None

    def _build(self, found: WholePlan) -> None:
        self._forget()
        page = self._page = ScrollPage(_("Plan"), margin=4)
        page.column.setSpacing(12)
        # A bar that came later would make every card narrower, and each would be laid out a second time.
        page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.head, self.drafts = PlanHead(), DraftsNotice()
        self.head.goes_on.connect(self.go_on)
        self.head.histories.connect(self._open_history)
        self.head.edits.connect(self._open_particulars)
        self.head.reworks.connect(lambda: self._do(acts.rework))
        self.head.leaves.connect(lambda: self._do(acts.leave_as_it_was))
        self.head.undoes.connect(self.undo)
        self.drafts.wanted.connect(self._go_on_writing)
        self.head.show_plan(found)
        page.column.addWidget(self.head)
        page.column.addWidget(self.drafts)
        self.column = CardColumn()
        page.column.addWidget(self.column)
        page.column.addStretch(1)
        for at, standing in enumerate(CARDS):
            if at < AT_ONCE:
                self._add_card(standing)
            else:
                self.later.add(lambda standing=standing: self._add_card(standing))  # type: ignore[misc]
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._look_for_drafts()

    def _add_card(self, standing: Standing) -> None:
        if self._page is None or self.found is None:
            return
        card = standing.make(self._place)
        self.cards[standing.name] = card
        if isinstance(card, RestingCard):
            card.wants_another.connect(self._begin_another)
            card.wants_plan.connect(self.show_other)
        card.show_plan(self.found)
        self.column.add(card)

    def _show_newer(self, found: WholePlan) -> None:
        if self.head is not None:
            self.head.show_plan(found)
        for card in self.cards.values():
            self.later.add(lambda card=card: self._refresh(card))  # type: ignore[misc]
        shows = getattr(self.over, "show_plan", None)
        if shows is not None:
            shows(found)

    def _refresh(self, card: PlanCard) -> None:
        if self.found is not None and isValid(card):
            card.show_plan(self.found)

    def _look_for_drafts(self) -> None:
        self._desk.runner.run(lambda practice: practice.drafts(), owner=self, then=self._show_drafts)

    def _show_drafts(self, drafts: object) -> None:
        if self.drafts is not None and self.found is not None and isinstance(drafts, tuple):
            self.drafts.show_drafts(drafts, self.found)

    def _go_on_writing(self, form: str, subject_id: str) -> None:
        if self.found is not None:
            page = opened_again(self._place, self.found, form, subject_id)
            if isinstance(page, QWidget):
                self.open_over(page)

    def _open_history(self) -> None:
        if self.found is not None:
            self.open_over(HistoryPage(self._place, self.found))

    def _open_particulars(self) -> None:
        if self.found is not None:
            self.open_over(ParticularsEditor(self._place, self.found))


def _names_and_plan(db: Reader, person_id: str, plan_id: str) -> tuple[Names, WholePlan | None]:
    return names_of(db, person_id), plan_of(db, person_id, plan_id=plan_id)
