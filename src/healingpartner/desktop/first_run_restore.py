"""Restoring a practice from a backup: the file, a new folder, one of the two keys."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.first_run_steps import Step
from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.notices import sentence_of
from healingpartner.desktop.passphrase_field import PassphraseField
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.words import _
from healingpartner.vault.backup import ENDING, Restored, Watch, restore
from healingpartner.vault.place import SUFFIX


class RestoreStep(Step):
    """restored: the new folder, ready to be unlocked."""

    restored = Signal(object)
    _moved = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        """Works without any practice being open."""
        super().__init__(
            _("Restore from a backup"),
            _("The backup becomes a new folder. Nothing that stands on this computer is overwritten."),
        )
        self._desk = desk
        self.file = LineField(_("Backup file"))
        choose = QuietButton(_("Choose the backup…"), icon="folder-open")
        choose.clicked.connect(self._choose)
        self.place = LineField(
            _("Into this new folder"), value=str(documents_folder() / f"{_('Restored practice')}{SUFFIX}")
        )
        self.passphrase = PassphraseField(_("Passphrase of that time"))
        self.code = LineField(_("or its recovery code"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Restoring"))
        self.bar.hide()
        for part in (self.file, choose, self.place, self.passphrase, self.code, self.bar):
            self.column.addWidget(part)
        self.go = PrimaryButton(_("Restore"))
        self.go.clicked.connect(self.try_it)
        self.add_ways(self.go, _("Back"))
        self._moved.connect(self._show_progress)

    def try_it(self) -> None:
        """Restore with what was given."""
        file, place = Path(self.file.value().strip()), Path(self.place.value().strip())
        passphrase, code = self.passphrase.value(), self.code.value().strip()
        for field, missing, words in (
            (self.file, not self.file.value().strip(), _("Please choose the backup file.")),
            (self.place, not place.is_absolute(), _("Please give a new folder on this computer.")),
            (self.passphrase, not passphrase and not code, _("Please type the passphrase or the recovery code.")),
        ):
            field.say(words if missing else "")
            if missing:
                return
        place = place if place.suffix == SUFFIX else place.with_name(place.name + SUFFIX)
        self.go.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        watch = Watch(progress=self._moved.emit)
        self._desk.runner.aside(
            lambda: restore(
                file, place, passphrase=None if code else passphrase, recovery_code=code or None, watch=watch
            ),
            owner=self,
            then=self._on_restored,
            sorry=self._on_problem,
        )

    def _on_restored(self, done: Restored) -> None:
        self.passphrase.empty()
        self.code.set_value("")
        if done.missing:
            self._desk.notices.warn(
                _("The practice was restored. Some attached files were already missing when the backup was made.")
            )
        self.restored.emit(done.folder)

    def _on_problem(self, problem: Exception) -> None:
        self.go.setEnabled(True)
        self.bar.hide()
        kind = getattr(problem, "kind", "")
        field = self.file
        if kind == "wrong-passphrase":
            field = self.passphrase  # type: ignore[assignment]
        elif kind in ("wrong-recovery-code", "recovery-code-mistyped"):
            field = self.code
        elif not kind:
            field = self.place
        field.say(sentence_of(problem))

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("Choose the backup"), str(documents_folder()), f"{_('Backups')} (*{ENDING})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.file.set_value(path)
        self.file.say("")

    def _show_progress(self, done: int, whole: int) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(done * 1000 // max(1, whole))
