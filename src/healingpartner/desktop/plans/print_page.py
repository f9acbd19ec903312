"""Which paper of the plan: each in one line, with what is worth saying before any of them is printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Page
from healingpartner.desktop.plans import papers
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.desktop.plans.worth_saying import worth_saying_now
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.versions.model import WholePlan


class PrintPage(Page):
    """`left`: back to the plan. Only papers on which something would stand are offered."""

    left = Signal()

    def __init__(self, place: PlanPlace, found: WholePlan) -> None:
        """`found`: the plan to print."""
        super().__init__()
        self._desk, self._found = place.desk, found
        self.links: dict[str, PaperLinks] = {}
        self.back = QuietButton(_("Back to the plan"), icon="arrow-left")
        self.back.clicked.connect(self.left)
        page = ScrollPage(_("Print"), margin=4)
        head = FlowLayout(gap=12)
        head.addWidget(self.back)
        page.column.addLayout(head)
        page.column.addWidget(TitleLabel(_("Which paper?"), level=1))
        self._said, self._list = Card(ground="warn_tint"), Card()
        page.column.addWidget(self._said)
        page.column.addWidget(self._list)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._say_first()
        self._offer()

    def show_plan(self, found: WholePlan) -> None:
        """Papers are made from the plan as it stands when they are asked for."""

    def go_back(self) -> bool:
        """Escape: back to the plan."""
        self.left.emit()
        return True

    def said(self) -> tuple[str, ...]:
        """What is said before printing."""
        return worth_saying_now(self._found)

    def _say_first(self) -> None:
        said = self.said()
        self._said.setVisible(bool(said))
        for sentence in said:
            self._said.column.addWidget(PlainLabel(sentence))

    def _offer(self) -> None:
        desk, found, contents = self._desk, self._found, self._found.contents
        self._add("decided", _("What we decided together"), lambda: papers.decided(desk, found))
        for decision in contents.decisions:
            if len(contents.options_of(decision.id)) > 1:
                name = _("The ways side by side: {question}").format(question=decision.question)
                self._add(f"grid:{decision.id}", name, lambda one=decision: papers.side_by_side(desk, found, one))
        if contents.goals:
            self._add("goals", _("Goal sheet"), lambda: papers.goal_sheet(desk, found))
        if contents.steps:
            self._add("steps", _("Step list for the fridge"), lambda: papers.steps_for_the_fridge(desk, found))
        if any(one.treatment is not None for one in contents.steps):
            self._add("medicines", _("What to take and do each day"), lambda: papers.medicines(desk, found))
        if found.versions:
            self._add("history", _("History of the plan"), lambda: papers.history(desk, found))
        for consent in contents.consents:
            name = _("Consent record: {what}, {day}").format(what=consent.what, day=spoken().date(consent.given))
            self._add(f"consent:{consent.id}", name, lambda one=consent: papers.consent_record(desk, found, one))

    def _add(self, key: str, name: str, order: object) -> None:
        self.links[key] = PaperLinks(self._desk, name, order)  # type: ignore[arg-type]
        self._list.column.addWidget(self.links[key])
