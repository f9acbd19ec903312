"""Hears when the computer goes to sleep or its screen is locked, where the system tells us (Linux, by D-Bus).

Best effort: without a bus nothing is heard, and the wall clock compared on waking does the same work later.
"""

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

# PySide takes the marked name as bytes by its stubs and as text at run time; both are the same marked name.
_TOLD = str(SLOT("told(bool)")).encode()
_LOCKED = str(SLOT("locked()")).encode()

_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class SleepWatch(QObject):
    """`leaving` is emitted when the computer is about to sleep or its screen was locked."""

    leaving = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Hears nothing until `listen`."""
        super().__init__(parent)
        self._listens = False

    def listen(self) -> bool:
        """Begin to listen, once; tells whether a bus took the wish to be told."""
        if self._listens or not sys.platform.startswith("linux"):
            return self._listens
        from PySide6.QtDBus import QDBusConnection

        heard = False
        system = QDBusConnection.systemBus()
        if system.isConnected():
            manager = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
            heard |= system.connect(*manager, "PrepareForSleep", self, _TOLD)
            heard |= system.connect("org.freedesktop.login1", "", "org.freedesktop.login1.Session", "Lock",
                                    self, _LOCKED)  # fmt: skip
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for service, path in _SCREEN_SAVERS:
                heard |= session.connect(service, path, service, "ActiveChanged", self, _TOLD)
        self._listens = heard
        return heard

    @Slot(bool)
    def told(self, begins: bool) -> None:
        """Sleep or the screen saver begins (True) or ends (False)."""
        if begins:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """The session was locked."""
        self.leaving.emit()
