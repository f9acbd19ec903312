"""What every deeper page of a person shares: a way back, a title, and a column that scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.plain_label import TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Page
from healingpartner.foundation.words import _


class DeepPage(Page):
    """left: back to where one came from. Add to `column`; what must stay in sight goes below, by `outer`."""

    left = Signal()

    def __init__(self, title: str, *, level: int = 2) -> None:
        """`level` 1 when no person's name stands above."""
        super().__init__()
        self.scroller = ScrollPage(title, margin=0)
        self.scroller.column.setContentsMargins(0, 0, 8, 28)
        self.column: QVBoxLayout = self.scroller.column
        back = LinkButton(_("Back"), icon="arrow-left")
        back.clicked.connect(self.left)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(TitleLabel(title, level=level))
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 12)
        self.outer.addWidget(self.scroller, 1)

    def go_back(self) -> bool:
        """Escape leaves; what is typed stays as a draft."""
        self.flush()
        self.left.emit()
        return True
