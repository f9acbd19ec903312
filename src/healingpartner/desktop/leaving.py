"""Printing and saving from the screen: the paper is made and written down on the vault thread, printed here.

Everything passes `exchange.release`. The system's own dialogs choose the printer or the file.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.exchange import release
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.words import _
from healingpartner.practice import Practice


class Finished(Protocol):
    """What paper makes."""

    @property
    def pdf(self) -> bytes: ...


Make = Callable[[Practice], Finished]


class Leaving(QObject):
    """For one page: hands what it makes to the printer or into a file."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """`page` owns the answers and the dialogs."""
        super().__init__(page)
        self._desk, self._page = desk, page

    def save(self, make: Make, purpose: Purpose, name: str, then: Callable[[], None]) -> None:
        """Ask where, make the paper, write it there. `name`: suggested file name without its ending."""
        dialog = QFileDialog(self._page, _("Save as a PDF"), str(documents_folder() / f"{name}.pdf"), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self.save_to(make, purpose, Path(path), then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, make: Make, purpose: Purpose, path: Path, then: Callable[[], None]) -> None:
        """Make the paper and write it to `path`."""

        def work(practice: Practice) -> None:
            release.save(practice, make(practice), purpose, path)

        def saved(_nothing: None) -> None:
            self._desk.notices.say(_("Saved in {folder}.").format(folder=path.parent.name or str(path.parent)))
            then()

        self._desk.runner.run(work, owner=self._page, then=saved)

    def print_out(self, make: Make, purpose: Purpose, then: Callable[[], None]) -> None:
        """Make the paper and give it to the system's print dialog."""
        from healingpartner.desktop.printing import PrintOut

        PrintOut(self._desk, self._page, purpose, then).begin(make)
