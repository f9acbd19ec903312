"""The page of the practitioner's own reckoning, over a plan: study, test, table, three courses."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Page
from healingpartner.desktop.plans.reckoning.from_study import FromStudy
from healingpartner.desktop.plans.reckoning.over_time import SmallTable, ThreeCourses
from healingpartner.desktop.plans.reckoning.testing import ATest
from healingpartner.foundation.words import _


class ReckoningPage(Page):
    """`left`: back to the plan. It asks nothing of the practice and keeps nothing."""

    left = Signal()

    def __init__(self, called: str = "") -> None:
        """`called`: whom the numbers are told about."""
        super().__init__()
        self.study, self.test = FromStudy(called=called), ATest()
        self.table, self.courses = SmallTable(), ThreeCourses()
        self.back = QuietButton(_("Back to the plan"), icon="arrow-left")
        page = ScrollPage(_("Work out a number"), margin=4)
        head = FlowLayout(gap=14)
        head.addWidget(self.back)
        page.column.addLayout(head)
        page.column.addWidget(TitleLabel(_("Work out a number"), level=1))
        page.column.addWidget(PlainLabel(_("For you alone. Nothing that you type here is kept."), tone="soft"))
        for card in (self.study, self.test, self.table, self.courses):
            page.column.addWidget(card)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.back.clicked.connect(self.left)

    def show_plan(self, _found: object) -> None:
        """Its numbers are of no one's plan."""

    def go_back(self) -> bool:
        """Escape: back to the plan."""
        self.left.emit()
        return True
