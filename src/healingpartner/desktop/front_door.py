"""The way in and out: which page stands before the practice, opening the frame, locking, closing for good.

What only an open practice needs is imported when one is opened, so that the first page comes at once.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from healingpartner.desktop import lens_choice, lens_counts
from healingpartner.desktop.clipboard_watch import ClipboardWatch
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.locking import RestWatch
from healingpartner.desktop.looks import speak_as_chosen
from healingpartner.desktop.opening_keys import Key, Opened, ready
from healingpartner.desktop.rooms import BEGINS_IN, ROOMS
from healingpartner.desktop.sleep_watch import SleepWatch
from healingpartner.desktop.unlock import UnlockPage
from healingpartner.desktop.window import Window
from healingpartner.foundation.clock import Clock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _, ngettext

if TYPE_CHECKING:
    from healingpartner.desktop.backup_on_close import BackupOnClose
    from healingpartner.desktop.health_watch import HealthWatch
    from healingpartner.desktop.neutral import NeutralPage
    from healingpartner.desktop.quiet_moments import QuietMoments
    from healingpartner.desktop.shell import Shell, Standing

_RECENT = 6
_READY_AFTER_MS = 150


class FrontDoor(QObject):
    """Owns what is shown in the window, from the first page to the last."""

    def __init__(self, desk: Desk, window: Window, *, rest_clock: Clock) -> None:
        """`rest_clock` measures rest: one that runs by itself, also where the desk's clock is stepped."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._shell: Shell | None = None
        self._building: Shell | None = None
        self._standing: tuple[Path, Standing] | None = None
        self._neutral: NeutralPage | None = None
        self._folder = Path()
        self._unfinished = False
        self.rest = RestWatch(rest_clock, desk.settings, self)
        self.sleep = SleepWatch(self)
        self._health: HealthWatch | None = None
        self._quiet: QuietMoments | None = None
        self._closing: BackupOnClose | None = None
        self._clipboard = ClipboardWatch(self)
        self.rest.due.connect(self.lock)
        self.rest.notice.connect(self._give_notice)
        self.rest.back.connect(self._take_notice_back)
        self.sleep.leaving.connect(self.lock)
        desk.ways.lock_now.connect(self.lock)
        desk.ways.turned.connect(self._on_turned)
        desk.notices.check_passphrases_by(self._check_passphrase)
        window.may_close = self._may_close

    # -- in front of the practice ---------------------------------------------------------------------

    def begin(self, folder: Path | None = None) -> None:
        """Show the unlock page of `folder` or of the practice opened last; without one, the first run."""
        remembered = self._desk.settings.values.practice
        chosen = folder or (Path(remembered) if remembered else None)
        if chosen is None:
            self.first_run()
        else:
            self.show_unlock(chosen)
        if self._desk.settings.unreadable:
            self._desk.notices.warn(
                _("The settings of this computer could not be read, so the usual ones hold."),
                then=_("Your practice is not touched. Choose the practice, and your settings, once more."),
            )

    def show_unlock(self, folder: Path, note: str = "") -> None:
        """The unlock page of a practice."""
        page = UnlockPage(self._desk, folder, note=note)
        page.trying.connect(lambda: QTimer.singleShot(0, page, lambda: self._build_early(page)))
        page.missed.connect(self._drop_build)
        page.unlocked.connect(self._enter)
        page.older.connect(lambda key, problem: self._show_older(folder, key, problem))
        page.another.connect(self.first_run)
        self._window.show_scene(page)
        page.passphrase.line.setFocus()
        QTimer.singleShot(_READY_AFTER_MS, page, lambda: self._desk.runner.aside(ready, owner=page))

    def first_run(self) -> None:
        """Begin a practice, open one, or restore one."""
        from healingpartner.desktop.first_run import FirstRun

        page = FirstRun(self._desk)
        page.made.connect(lambda folder: self._enter(Opened(folder=folder)))
        page.stands.connect(self._on_stands)
        page.chosen.connect(self.show_unlock)
        self._window.show_scene(page)

    def _on_stands(self, folder: Path) -> None:
        # From here on the practice is open, though its recovery sheet is not on paper yet: rest locks it too.
        self._folder, self._unfinished = folder, True
        self.rest.begin()

    def _show_older(self, folder: Path, key: Key, problem: VaultProblem) -> None:
        from healingpartner.desktop.older import OlderPage

        page = OlderPage(folder, problem)
        page.back.connect(lambda: self.show_unlock(folder))
        page.wanted.connect(lambda: self._open_older(folder, key))
        self._window.show_scene(page)

    def _open_older(self, folder: Path, key: Key) -> None:
        self.show_unlock(folder)
        page = self._window.scene()
        if isinstance(page, UnlockPage):
            page.try_with(key, older_is_wanted=True)

    # -- entering -----------------------------------------------------------------------------------

    def _build(self, folder: Path) -> "Shell":
        """Build the frame while the key is derived; what it asks waits behind the opening."""
        if self._building is None:
            from healingpartner.desktop.shell import Shell
            from healingpartner.vault.place import Place

            shell = Shell(self._desk, ROOMS, practice_name=Place(folder).name)
            shell.setParent(self._window)
            shell.hide()
            shell.lock_asked.connect(self.lock)
            standing = self._standing[1] if self._standing is not None and self._standing[0] == folder else None
            shell.begin(standing, BEGINS_IN)
            self._building = shell
        return self._building

    def _build_early(self, page: UnlockPage) -> None:
        if self._shell is None and self._window.scene() is page:
            self._build(page.folder)

    def _drop_build(self) -> None:
        building, self._building = self._building, None
        if building is not None:
            building.deleteLater()

    def _enter(self, told: Opened) -> None:
        self._folder, self._unfinished = told.folder, False
        self._shell, self._building = self._build(told.folder), None
        self._window.show_scene(self._shell)
        if self._window.focusWidget() is None:
            self._shell.take_focus()
        self._remember(told.folder)
        self.rest.begin()
        self.sleep.listen()
        self._tell(told)
        self._watch_over()

    def _tell(self, told: Opened) -> None:
        notices = self._desk.notices
        if told.tries_before:
            notices.warn(
                ngettext(
                    "There was {count} try with a wrong passphrase since you last unlocked.",
                    "There were {count} tries with a wrong passphrase since you last unlocked.",
                    told.tries_before,
                ).format(count=told.tries_before),
                then=_("If that was not you, choose a new passphrase in Settings."),
            )
        if told.by_sheet:
            notices.warn(
                _("You came in with the recovery sheet."), then=_("Choose a passphrase you can keep in Settings.")
            )
        if told.sheet_waits:
            notices.warn(
                _("The recovery sheet of this practice was not finished."),
                then=_("Make a new one in Settings: without it, a forgotten passphrase cannot be mended."),
            )

    def _watch_over(self) -> None:
        from healingpartner.desktop.backup_on_close import BackupOnClose
        from healingpartner.desktop.health_watch import HealthWatch
        from healingpartner.desktop.quiet_moments import QuietMoments

        self._health = self._health or HealthWatch(self._desk, self)
        self._quiet = self._quiet or QuietMoments(self._desk.runner, self)
        self._closing = self._closing or BackupOnClose(self._desk, self)
        self._health.begin()

    def _remember(self, folder: Path) -> None:
        values = self._desk.settings.values
        places = (str(folder), *(each for each in values.places if each != str(folder)))[:_RECENT]
        self._desk.settings.change(practice=str(folder), places=places)

    # -- leaving ------------------------------------------------------------------------------------

    @property
    def shell(self) -> "Shell | None":
        """The frame, while a practice is open."""
        return self._shell

    def lock(self) -> None:
        """Keep what is typed, close the practice, destroy every page, and stand before the door again."""
        if self._shell is None and not self._unfinished:
            return
        self._unfinished = False
        self._leave_frame()
        self._desk.runner.close(owner=self)
        speak_as_chosen(self._desk.settings)
        self.show_unlock(self._folder, _("Locked. Everything is kept."))

    def _leave_frame(self) -> None:
        shell, self._shell = self._shell, None
        self.rest.stop()
        if shell is None:
            return
        for watch in (self._health, self._quiet):
            if watch is not None:
                watch.stop()
        self._take_notice_back()
        shell.flush()
        self._standing = (self._folder, shell.standing())
        self._desk.notices.clear()
        for window in QApplication.topLevelWidgets():
            if window is not self._window and window.isWindow() and window.isVisible():
                window.hide()
                window.deleteLater()
        self._clipboard.clear_if_ours()
        lens_choice.take_own(())
        lens_counts.forget()
        self._window.show()

    def _may_close(self) -> bool:
        if self._shell is None or self._closing is None or not self._closing.is_wanted():
            self._leave_frame()
            self._desk.runner.close(owner=self)
            return True
        self._leave_frame()
        self._window.show_scene(self._closing.run(then=self._close_window))
        return False

    def _close_window(self) -> None:
        self._window.close()

    # -- turned view and rest -----------------------------------------------------------------------

    def _on_turned(self, turned: bool) -> None:
        self.rest.hold("turned", turned)

    def _give_notice(self) -> None:
        from healingpartner.desktop.neutral import NeutralPage

        neutral = NeutralPage(self._window_in_sight())
        neutral.came_back.connect(self.rest.touched)
        neutral.open()
        self._neutral = neutral

    def _window_in_sight(self) -> QWidget:
        """A turned window hides the frame's, and stays in sight when another program has the keyboard."""
        kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
        others = (
            each
            for each in QApplication.topLevelWidgets()
            if each is not self._window and each.isVisible() and each.windowType() in kinds
        )
        return self._window if self._window.isVisible() else next(others, self._window)

    def _take_notice_back(self) -> None:
        neutral, self._neutral = self._neutral, None
        if neutral is not None:
            neutral.leave()

    def _check_passphrase(self, typed: str, told: Callable[[bool], None]) -> None:
        self._desk.runner.run(lambda practice: practice.check_passphrase(typed), owner=self, then=told)
