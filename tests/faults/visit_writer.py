"""A child process in which two people's visits are being written until it is killed: notes, exact words, and jots.

Each round of typing is told on stdout as "number moment", the moment by the clock that never jumps.
"""

import itertools
import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from healingpartner.desktop.desk import Desk, Ways
from healingpartner.desktop.notices import Notices
from healingpartner.desktop.runner import Runner
from healingpartner.desktop.settings_store import Settings
from healingpartner.desktop.theme import Look, Theme
from healingpartner.desktop.visits.quiet_screen import QuietScreen
from healingpartner.desktop.visits.visit_page import VisitPage
from healingpartner.foundation.clock import SystemClock
from healingpartner.practice import open_practice
from healingpartner.visits.model import Kind, Visit

EVERY_MS = 40


class Writing:
    """All pages of one run; `write` types the next number everywhere."""

    def __init__(self, desk: Desk, visit_ids: list[str], window: QWidget) -> None:
        """Pages are filled from the practice before anything is typed."""
        self.pages = [VisitPage(desk, visit_id) for visit_id in visit_ids]
        now = desk.clock.now()
        self.screens = [
            QuietScreen(desk, Visit(id=each, person_id="p", kind=Kind.IN_THE_ROOM, opened=now), owner=window)
            for each in visit_ids
        ]
        self._numbers = itertools.count(1)

    def ready(self) -> bool:
        """Whether every page shows its visit and its note."""
        return all(page.found is not None and page.note.editor is not None for page in self.pages)

    def write(self) -> None:
        """One word more in every field, and word of it."""
        words = f"{next(self._numbers)} "
        for page in self.pages:
            assert page.note.editor is not None
            page.note.editor.fields["told"].text.insertPlainText(words)
            page.exact.exact.field.text.insertPlainText(words)
        for screen in self.screens:
            screen.presence.jot.line.insert(words)
            screen.presence.jot.line.textEdited.emit("")
        sys.stdout.write(f"{words}{time.monotonic()}\n")
        sys.stdout.flush()


def main() -> None:
    """Write for ever: argv is the folder, the data key in hex, and the ids of open visits."""
    folder, data_key, *visit_ids = sys.argv[1:]
    app, runner = QApplication(sys.argv[:1]), Runner()
    theme = Theme(look=Look.LIGHT, text_percent=100, high_contrast=False)
    theme.apply(app)
    window = QWidget()
    desk = Desk(
        runner=runner,
        notices=Notices(window),
        theme=theme,
        settings=Settings(),
        clock=SystemClock(),
        ways=Ways(),
    )
    runner.open(
        lambda: (open_practice(Path(folder), data_key=bytes.fromhex(data_key), clock=SystemClock()), None),
        owner=window,
        then=lambda _none: None,
        sorry=lambda _problem: app.exit(1),
    )
    writing = Writing(desk, visit_ids, window)
    typing = QTimer(window, interval=EVERY_MS)
    typing.timeout.connect(lambda: writing.write() if writing.ready() else None)
    typing.start()
    app.exec()


if __name__ == "__main__":
    main()
