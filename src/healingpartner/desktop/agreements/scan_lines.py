"""The scans of a signed paper on the page: what is kept, whether it is still whole, and a way to save it again."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from healingpartner.agreements.on_paper.model import ENDINGS, Scan
from healingpartner.agreements.on_paper.views import scans_of
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.copies import KeptPaper
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.leaving import Leaving
from healingpartner.exchange.brought_back import kept_scan, scans_are_whole
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.practice import Practice

KILOBYTE = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ScansFound:
    """Every scan of an agreement, and whether all of them still lie in the practice byte for byte."""

    scans: tuple[Scan, ...]
    whole: bool


class ScanLines(QWidget):
    """Hidden while there is none. Nothing of a scan is opened here: it is saved again as it came."""

    def __init__(self, desk: Desk, found: PersonAgreement) -> None:
        """Asks at once; `found` has an agreement."""
        super().__init__()
        self._desk, self._found = desk, found
        self.buttons: list[LinkButton] = []
        self.words = PlainLabel()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.words)
        self.hide()
        agreement_id = "" if found.agreement is None else found.agreement.id
        desk.runner.run(lambda practice: _asked(practice, agreement_id), owner=self, then=self._show)

    def save(self, scan: Scan, number: int) -> None:
        """Ask where it goes, and save it as it came."""
        ending = ENDINGS.get(scan.media_type, "bin")
        name = _("Signed paper {number}").format(number=number)
        dialog = QFileDialog(self, _("Save the scan"), str(documents_folder() / f"{name}.{ending}"), f"*.{ending}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.fileSelected.connect(lambda path: self.save_to(scan, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, scan: Scan, path: Path) -> None:
        """Save the bytes as they came, through the one door out."""
        purpose = Purpose(
            what=_("Agreement, scan of the signed paper"),
            to_whom=self._found.names.patient,
            why=_("The patient's own copy"),
            person_id=self._found.person_id,
        )
        Leaving(self._desk, self).save_to(
            lambda practice: KeptPaper(kept_scan(practice, scan)), purpose, path, _nothing
        )

    def _show(self, found: ScansFound) -> None:
        if not found.scans:
            return
        self.words.setText(
            _("The paper that was signed by hand is kept here, as it was brought back.")
            if found.whole
            else _("A scan of the signed paper is damaged or gone. A backup may hold it whole.")
        )
        self.words.set_tone("plain" if found.whole else "warn")
        row = FlowLayout(gap=10)
        for number, scan in enumerate(found.scans, start=1):
            kind = ENDINGS.get(scan.media_type, "").upper()
            size = spoken().number(max(1, scan.size // KILOBYTE))
            day = isolated(spoken().date(scan.brought))
            words = _("Save scan {number} again ({kind}, {size} KB, {day})")
            button = LinkButton(words.format(number=number, kind=kind, size=size, day=day), icon="floppy-disk")
            button.clicked.connect(partial(self._pressed, scan, number))
            self.buttons.append(button)
            row.addWidget(button)
        self._column.addLayout(row)
        self.show()

    def _pressed(self, scan: Scan, number: int) -> None:
        self.save(scan, number)


def _asked(practice: Practice, agreement_id: str) -> ScansFound:
    scans = practice.ask(scans_of, agreement_id)
    return ScansFound(scans=scans, whole=scans_are_whole(practice, agreement_id) if scans else True)


def _nothing() -> None:
    """Nothing on this page changes when a scan has left."""
