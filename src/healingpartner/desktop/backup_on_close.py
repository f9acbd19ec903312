"""When the window is closed and a backup folder is chosen, what changed since opening goes there first."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar

from healingpartner.desktop.backing_up import back_up_into
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.front_panel import FrontPage
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.notices import sentence_of
from healingpartner.foundation.words import _
from healingpartner.vault.backup import Watch


class ClosingPage(FrontPage):
    """Shown while the last backup is made. `at_once`: close without it."""

    at_once = Signal()

    def __init__(self) -> None:
        """Shows progress and one way out."""
        super().__init__()
        self.form.addWidget(TitleLabel(_("One moment"), level=1))
        self.words = PlainLabel(_("A backup is being made before the practice closes."), tone="soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Making a backup"))
        self.button = QuietButton(_("Close without a backup"))
        self.button.clicked.connect(self.at_once)
        for part in (self.words, self.bar, self.button):
            self.form.addWidget(part)


class BackupOnClose(QObject):
    """Watches whether anything changed, and makes the backup when the window is closed."""

    _moved = Signal(int, int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begins to watch."""
        super().__init__(parent)
        self._desk = desk
        self._changed = False
        self._cancelled = threading.Event()
        desk.runner.changed.connect(self._note_change)

    def is_wanted(self) -> bool:
        """A folder is chosen, backups on closing are wanted, and something changed."""
        values = self._desk.settings.values
        return self._changed and values.backup_on_close and bool(values.backup_folder)

    def run(self, *, then: Callable[[], None]) -> ClosingPage:
        """Make the backup; `then` afterwards, also when it was left out. Gives the page to show meanwhile."""
        page, folder = ClosingPage(), Path(self._desk.settings.values.backup_folder)
        watch = Watch(progress=self._moved.emit, cancelled=self._cancelled.is_set)
        self._cancelled.clear()
        self._moved.connect(lambda done, whole: self._show(page, done, whole))

        def finished(_done: object) -> None:
            self._changed = False
            then()

        def went_wrong(problem: Exception) -> None:
            self._say_not_made(page, sentence_of(problem))

        page.at_once.connect(lambda: self._leave_out(then))
        self._desk.runner.try_run(
            lambda practice: back_up_into(practice, folder, watch), owner=page, then=finished, sorry=went_wrong
        )
        return page

    def _leave_out(self, then: Callable[[], None]) -> None:
        self._changed = False
        self._cancelled.set()
        then()

    def _say_not_made(self, page: ClosingPage, sentence: str) -> None:
        page.words.setText(sentence)
        page.bar.hide()

    def _show(self, page: ClosingPage, done: int, whole: int) -> None:
        page.bar.setMaximum(1000)
        page.bar.setValue(done * 1000 // max(1, whole))

    def _note_change(self, _change: object) -> None:
        self._changed = True
