"""When to lock: after rest, after sleep, when the screen is locked, when asked.

While the view is turned to the patient (or a visit is open) rest is measured by its own setting, and a
minute's notice on a neutral page comes first.
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from healingpartner.desktop.settings_store import Settings
from healingpartner.foundation.clock import MICROSECONDS, Clock

NOTICE_SECONDS = 60
_LOOK_EVERY_MS = 1000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class RestWatch(QObject):
    """Measures rest and says when it is time.

    due: lock now. notice: a minute's notice begins (turned view or visit only). back: someone came back in time.
    """

    due = Signal()
    notice = Signal()
    back = Signal()

    def __init__(self, clock: Clock, settings: Settings, parent: QObject | None = None) -> None:
        """`clock` must be one that runs by itself; the rests allowed come from `settings`, read at each look."""
        super().__init__(parent)
        self._clock, self._settings = clock, settings
        self._held: set[str] = set()
        self._noticed = False
        self._last_sign = clock.ticks()
        self._offset = self._wall_offset()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on: a practice is open."""
        self._held.clear()
        self._noticed = False
        self._last_sign = self._clock.ticks()
        self._offset = self._wall_offset()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and not self._timer.isActive():
            app.focusWindowChanged.connect(self._watch)
            for window in app.topLevelWindows():
                self._watch(window)
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer: the practice is closed."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and self._timer.isActive():
            app.focusWindowChanged.disconnect(self._watch)
            for window in app.topLevelWindows():
                window.removeEventFilter(self)
        self._timer.stop()

    def hold(self, reason: str, held: bool) -> None:
        """Measure by the longer setting while any `reason` ("turned", "visit") is held."""
        (self._held.add if held else self._held.discard)(reason)
        self.touched()

    def touched(self) -> None:
        """Someone is here."""
        self._last_sign = self._clock.ticks()
        if self._noticed:
            self._noticed = False
            self.back.emit()

    def look(self) -> None:
        """Compare the rest with what is allowed; also notice that the computer slept."""
        rest = self._clock.ticks() - self._last_sign
        slept = max(0.0, self._wall_offset() - self._offset)
        self._offset = self._wall_offset()
        values = self._settings.values
        minutes = values.turned_lock_minutes if self._held else values.lock_minutes
        allowed = minutes * 60
        if rest + slept >= allowed + (NOTICE_SECONDS if self._held and self._noticed else 0):
            if self._held and not self._noticed and slept < allowed:
                self._noticed = True
                self._last_sign = self._clock.ticks() - allowed
                self.notice.emit()
                return
            self._noticed = False
            self.due.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Signs of life on any of our windows; nothing is taken away from them."""
        if event.type() in _SIGNS_OF_LIFE:
            self.touched()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _wall_offset(self) -> float:
        # While a computer sleeps its steady clock may stand still; the wall clock never does.
        return self._clock.now().utc_us / MICROSECONDS - self._clock.ticks()
