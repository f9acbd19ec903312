"""A paper goes to the printer as pictures, to a file as its own bytes, and the log says what became of it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.opened import settled, started, unlock
from healingpartner.desktop.leaving import Leaving
from healingpartner.desktop.printing import PrintOut
from healingpartner.desktop.recovery_sheet import sheet_maker, sheet_purpose
from healingpartner.foundation.clock import SteppingClock
from healingpartner.vault.releases import Outcome, Released, Way, whole_log

CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-00"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bytes:
    pdf: bytes


def test_what_is_saved_and_printed_stands_in_the_log(
    qtbot: QtBot, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    desktop = started(qtbot, folder, clock)
    shell = unlock(qtbot, desktop)
    make = sheet_maker(CODE, settings=desktop.desk.settings)
    saved, done = tmp_path / "sheet.pdf", list[str]()
    Leaving(desktop.desk, shell).save_to(make, sheet_purpose(), saved, lambda: done.append("saved"))
    qtbot.waitUntil(lambda: done == ["saved"], timeout=30_000)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    PrintOut(desktop.desk, shell, sheet_purpose(), lambda: done.append("printed")).print_on(
        printer, _Bytes(pdf=saved.read_bytes())
    )
    qtbot.waitUntil(lambda: done == ["saved", "printed"], timeout=30_000)
    settled(qtbot, desktop)
    log: list[Released] = []
    desktop.desk.runner.ask(whole_log, owner=shell, then=log.extend)
    qtbot.waitUntil(lambda: len(log) == 2)
    assert [line.way for line in log] == [Way.PRINTED, Way.SAVED]
    assert all(line.outcome is Outcome.LEFT for line in log)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    desktop.end()


def test_a_file_that_cannot_be_written_is_said_and_the_log_says_it_stayed(
    qtbot: QtBot, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    desktop = started(qtbot, folder, clock)
    shell = unlock(qtbot, desktop)
    make = sheet_maker(CODE, settings=desktop.desk.settings)
    Leaving(desktop.desk, shell).save_to(make, sheet_purpose(), tmp_path / "gone" / "sheet.pdf", lambda: None)
    qtbot.waitUntil(lambda: any("could not be saved" in text for text in desktop.desk.notices.texts()), timeout=30_000)
    log: list[Released] = []
    desktop.desk.runner.ask(whole_log, owner=shell, then=log.extend)
    qtbot.waitUntil(lambda: len(log) == 1)
    assert log[0].outcome is Outcome.STAYED
    desktop.end()
