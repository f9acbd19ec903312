"""Backups: where they go, one now, one at closing, and how one is restored."""

import threading
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar

from healingpartner.desktop.backing_up import back_up_into, backup_words, last_backup
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import ElidedLabel, PlainLabel
from healingpartner.desktop.notices import sentence_of
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.words import _
from healingpartner.vault.backup import BackedUp, Watch


class BackupCard(Card):
    """A backup counts only after it was opened again and checked; that is what the bar shows."""

    _moved = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        """Asks when the last one was made."""
        super().__init__(_("Backup"))
        self._desk = desk
        self._cancelled = threading.Event()
        self.state = PlainLabel()
        self.folder = ElidedLabel(tone="soft")
        self.now_button = QuietButton(_("Back up now"), icon="floppy-disk")
        self.choose_button = QuietButton(_("Choose the folder…"), icon="folder-open")
        self.cancel_button = QuietButton(_("Stop"))
        self.cancel_button.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Making a backup"))
        self.bar.hide()
        self.on_close = CheckField(_("Back up when the program is closed"), value=desk.settings.values.backup_on_close)
        row = FlowLayout(gap=8)
        for button in (self.now_button, self.choose_button, self.cancel_button):
            row.addWidget(button)
        self.column.addWidget(self.state)
        self.column.addWidget(self.folder)
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.on_close)
        self.column.addWidget(
            PlainLabel(
                _(
                    "A backup may go into a synced folder or on a stick: it is encrypted as the practice is. To "
                    "restore one, lock, choose Another practice…, and then Restore from a backup."
                ),
                tone="small",
            )
        )
        self.now_button.clicked.connect(self.back_up_now)
        self.choose_button.clicked.connect(self._choose)
        self.cancel_button.clicked.connect(self._cancelled.set)
        self.on_close.changed.connect(lambda: desk.settings.change(backup_on_close=self.on_close.value()))
        self._moved.connect(self._show_progress)
        self._show_folder()
        self._ask_state()

    def back_up_now(self) -> None:
        """Make one now; without a folder, ask for it first."""
        folder = self._desk.settings.values.backup_folder
        if not folder:
            self._choose()
            return
        self._cancelled.clear()
        self._working(True)
        watch = Watch(progress=self._moved.emit, cancelled=self._cancelled.is_set)
        self._desk.runner.try_run(
            lambda practice: back_up_into(practice, Path(folder), watch),
            owner=self,
            then=self._done,
            sorry=self._sorry,
        )

    def take_folder(self, path: str) -> None:
        """From now on backups go here."""
        self._desk.settings.change(backup_folder=path)
        self._show_folder()

    def _done(self, made: BackedUp) -> None:
        self._working(False)
        self._ask_state()
        self._desk.ways.backed_up.emit()
        if made.missing:
            self._desk.notices.warn(
                _("The backup is made and checked, but some attached files were missing."),
                then=_("Verify the practice below to see which."),
            )
        else:
            self._desk.notices.say(_("The backup is made, opened once more and checked."))

    def _sorry(self, problem: Exception) -> None:
        self._working(False)
        self._desk.notices.warn(sentence_of(problem))

    def _working(self, working: bool) -> None:
        self.now_button.setEnabled(not working)
        self.choose_button.setEnabled(not working)
        self.cancel_button.setVisible(working)
        self.bar.setVisible(working)
        self.bar.setRange(0, 0)

    def _show_progress(self, done: int, whole: int) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(done * 1000 // max(1, whole))

    def _choose(self) -> None:
        start = self._desk.settings.values.backup_folder or str(documents_folder())
        dialog = QFileDialog(self, _("Choose the folder for backups"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_folder(self) -> None:
        self.folder.setText(self._desk.settings.values.backup_folder or _("No folder is chosen yet."))

    def _ask_state(self) -> None:
        self._desk.runner.run(last_backup, owner=self, then=self._say_state)

    def _say_state(self, last: Instant | None) -> None:
        self.state.setText(backup_words(last, self._desk.clock.now()))
