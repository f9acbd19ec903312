"""Starting the desktop: application, looks, window, vault thread, front door; and ending it again."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from healingpartner.desktop import lens_choice
from healingpartner.desktop.desk import Desk, Ways
from healingpartner.desktop.front_door import FrontDoor
from healingpartner.desktop.looks import begin_to_speak, dress, locale_of
from healingpartner.desktop.notices import Notices
from healingpartner.desktop.rooms import PERSON_TABS
from healingpartner.desktop.runner import Runner
from healingpartner.desktop.settings_store import Settings
from healingpartner.desktop.theme import Theme
from healingpartner.desktop.window import Window
from healingpartner.foundation.clock import Clock
from healingpartner.foundation.words import _

if TYPE_CHECKING:
    from healingpartner.vault.calibration import Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The running desktop, for whoever drives it: the program itself, the tour, a test."""

    app: QApplication
    window: Window
    desk: Desk
    door: FrontDoor

    def end(self) -> None:
        """Lock if need be, close the practice, end the vault thread."""
        self.door.lock()
        self.desk.runner.stop()
        self.window.close()


def application() -> QApplication:
    """The one QApplication, made on first need."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Healing Partner")
    app.setDesktopFileName("healingpartner")
    return app


def start(
    app: QApplication,
    *,
    clock: Clock,
    rest_clock: Clock,
    folder: Path | None = None,
    entropy: Callable[[int], bytes] = os.urandom,
    cost: "Cost | None" = None,
) -> Started:
    """Build the desktop and show its first page. `rest_clock` runs by itself and measures rest.

    entropy and cost: as `Desk` has them.
    """
    settings = Settings()
    begin_to_speak(locale_of(settings))
    theme = Theme()
    theme.apply(app)
    dress(theme, settings)
    lens_choice.choose(settings)
    window = Window()
    notices = Notices(window, report=lambda problem: _keep(problem, rest_clock))
    runner = Runner(window)
    runner.trouble.connect(notices.trouble)
    settings.not_kept.connect(
        lambda: notices.warn(
            _("This setting holds until you close the program: its file could not be written."),
            then=_("Check that there is room on the disk and that the folder may be written."),
        )
    )
    desk = Desk(
        runner=runner,
        notices=notices,
        theme=theme,
        settings=settings,
        clock=clock,
        ways=Ways(window),
        person_tabs=PERSON_TABS,
        entropy=entropy,
        cost=cost,
    )
    door = FrontDoor(desk, window, rest_clock=rest_clock)
    door.begin(folder)
    return Started(app=app, window=window, desk=desk, door=door)


def run(*, clock: Clock, rest_clock: Clock, folder: Path | None = None) -> int:
    """Start, show the window, stay until it is closed. Gives the exit code."""
    from healingpartner.desktop.slip_reports import catch_all

    app = application()
    started = start(app, clock=clock, rest_clock=rest_clock, folder=folder)
    catch_all(started.desk.runner.trouble.emit)
    started.window.show()
    code = app.exec()
    started.desk.runner.stop()
    return code


def _keep(problem: BaseException, clock: Clock) -> Path:
    from healingpartner.desktop.slip_reports import keep_report

    return keep_report(problem, clock)
