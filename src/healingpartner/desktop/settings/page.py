"""The settings page: cards one below the other."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.plain_label import TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Page
from healingpartner.desktop.settings.backup_card import BackupCard
from healingpartner.desktop.settings.keys_card import KeysCard
from healingpartner.desktop.settings.lens_card import LensCard
from healingpartner.desktop.settings.letterhead_card import LetterheadCard
from healingpartner.desktop.settings.lock_card import LockCard
from healingpartner.desktop.settings.look_card import LookCard
from healingpartner.desktop.settings.paper_card import PaperCard
from healingpartner.desktop.settings.verify_card import VerifyCard
from healingpartner.foundation.words import _

_WIDEST = 760


class SettingsPage(Page):
    """Every setting, each kept at once; only the letterhead has a button, because patients read it."""

    def __init__(self, desk: Desk) -> None:
        """Asks the practice for the letterhead."""
        super().__init__()
        self.letterhead = LetterheadCard(desk)
        self.look = LookCard(desk)
        self.lens = LensCard(desk)
        self.lock = LockCard(desk)
        self.paper = PaperCard(desk)
        self.keys = KeysCard(desk)
        self.backup = BackupCard(desk)
        self.verify = VerifyCard(desk)
        self._scroll = ScrollPage(_("Settings"), margin=0)
        column = self._scroll.column
        column.setContentsMargins(0, 4, 12, 24)
        column.addWidget(TitleLabel(_("Settings"), level=1))
        cards = (
            self.letterhead, self.look, self.lens, self.lock, self.paper, self.keys, self.backup, self.verify,
        )  # fmt: skip
        narrow = QWidget()
        narrow.setMaximumWidth(_WIDEST * desk.settings.values.text_percent // 100)
        inside = _NoWider(narrow)
        for card in cards:
            inside.addWidget(card)
        column.addWidget(narrow)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def flush(self) -> None:
        """Keep the letterhead and the own words being typed."""
        self.letterhead.flush()
        self.lens.flush()

    def return_to(self, place: str) -> None:
        """The place "backup" shows the card of backups."""
        if place == "backup":
            self.backup.now_button.setFocus()
            self._scroll.ensureWidgetVisible(self.backup)


class _NoWider(QVBoxLayout):
    """Asks for the height of lines as they wrap where they stand, and not across a page wider than that."""

    def __init__(self, narrow: QWidget) -> None:
        super().__init__(narrow)
        self._narrow = narrow
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(16)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self._narrow.maximumWidth()))
