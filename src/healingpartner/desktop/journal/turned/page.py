"""What the pages of the journal's task share: a title, a column, the patient's acts, and the ways on."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.foundation.words import _
from healingpartner.journal.views import PersonJournal


class JournalPage(QWidget):
    """goes: (place, subject id). thanked: (title, words). gives_back: the screen goes back."""

    goes = Signal(str, str)
    thanked = Signal(str, str)
    gives_back = Signal()

    def __init__(self, desk: Desk, found: PersonJournal, title: str, *, lead: str = "") -> None:
        """`lead`: what this page is, below its title."""
        super().__init__()
        self.desk, self.found = desk, found
        self._page = ScrollPage(title)
        self.column = self._page.column
        self.column.addWidget(TitleLabel(title, level=1))
        if lead:
            self.column.addWidget(PlainLabel(lead))
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def begin(self) -> None:
        """Put the focus where the patient begins."""

    def flush(self) -> None:
        """Keep what can be kept."""

    def row(self, *parts: QWidget) -> FlowLayout:
        """Parts beside each other."""
        row = FlowLayout(gap=12)
        for part in parts:
            row.addWidget(part)
        self.column.addLayout(row)
        return row

    def end(self, *, back: bool = True) -> None:
        """The sentence, a way back to the list, and air below."""
        self.column.addWidget(self.sentence)
        if back:
            link = LinkButton(_("Back to the list"), icon="arrow-left")
            link.clicked.connect(lambda: self.goes.emit("begin", ""))
            self.row(link)
        self.column.addStretch(1)

    def do(self, act: Any, *args: object, then: Callable[[Any], None], sorry: Any = None, **more: Any) -> None:
        """An act of the patient's, by their own hand."""
        self.desk.runner.do(
            act,
            *args,
            by=Voice.PATIENT,
            hand=ON_THE_TURNED_VIEW,
            owner=self,
            then=then,
            sorry=sorry or self.say,
            **more,
        )

    def say(self, problem: RuleBroken | Refused) -> None:
        """Why something could not be done; nothing typed is lost."""
        self.tell(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
