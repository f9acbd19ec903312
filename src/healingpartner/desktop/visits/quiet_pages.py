"""The pages of the quiet screen: being present with a clock and one line to jot on, and a quiet minute."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.foundation.clock import Clock
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.visits.model import Visit
from healingpartner.visits.times import LONGEST_HOURS, MINUTE_US

_LOOK_MS = 10_000
QUIET_SECONDS = 60
_STEP_MS = 1_000


class PresencePage(QWidget):
    """Nothing of the record. jotted: one line, when Return is pressed. hides: back to the visit."""

    jotted = Signal(str)
    typed_on = Signal()
    hides = Signal()
    pauses = Signal()
    quiet = Signal()

    def __init__(self, clock: Clock, visit: Visit) -> None:
        """`clock`: what the page shows; `visit`: since when the two sit together."""
        super().__init__()
        self._clock, self._begun = clock, visit.begun
        self.setAccessibleName(_("Being here"))
        self.time, self.since = TitleLabel(level=1), PlainLabel(tone="soft")
        for label in (self.time, self.since):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.jot = LineField(_("One line, if you must"), hint=_("Return keeps it. It waits for you beside the note."))
        self.jot.setMaximumWidth(640)
        self.jot.changed.connect(self.typed_on)
        self.jot.line.returnPressed.connect(self._give)
        self.kept = PlainLabel(tone="small")
        self.kept.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hide_button = LinkButton(_("Back to the visit (Escape)"), icon="arrow-left")
        self.pause = QuietButton(_("Pause"), icon="pause")
        self.minute = LinkButton(_("A quiet minute together"), icon="flower-lotus")
        self.hide_button.clicked.connect(self.hides)
        self.pause.clicked.connect(self.pauses)
        self.minute.clicked.connect(self.quiet)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.look()

    def begin(self) -> None:
        """Look at the clock from now on."""
        self._timer.start()
        self.look()
        self.jot.setFocus()

    def stop(self) -> None:
        """The page is not in sight: no clock runs."""
        self._timer.stop()

    def look(self) -> None:
        """Show what time it is, and how long the two have sat together."""
        now = self._clock.now()
        self.time.setText(spoken().time(now))
        minutes = -1 if self._begun is None else (now.utc_us - self._begun.utc_us) // MINUTE_US
        told = ngettext("{count} minute together", "{count} minutes together", minutes).format(count=minutes)
        self.since.setText(told if 0 <= minutes <= LONGEST_HOURS * 60 else "")

    def jot_kept(self) -> None:
        """The line is kept: make room."""
        self.jot.set_value("")
        self.kept.setText(_("Kept."))

    def _give(self) -> None:
        if self.jot.value().strip():
            self.jotted.emit(self.jot.value())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(12)
        head = FlowLayout(gap=12)
        for way in (self.hide_button, self.minute, self.pause):
            head.addWidget(way)
        column.addLayout(head)
        column.addStretch(3)
        for label in (self.time, self.since):
            column.addWidget(label)
        column.addStretch(2)
        column.addWidget(self.jot, 0, Qt.AlignmentFlag.AlignHCenter)
        self.jot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.jot.line.setMinimumWidth(480)
        column.addWidget(self.kept)
        column.addStretch(1)


class QuietMinutePage(QWidget):
    """A minute in which nothing is asked; a ring fills slowly and without a number. over: it is full, or was ended."""

    over = Signal()

    def __init__(self) -> None:
        """Nothing runs until `begin`."""
        super().__init__()
        self.setAccessibleName(_("A quiet minute"))
        self._ring = _Ring()
        title = TitleLabel(_("A quiet minute"), level=1)
        words = PlainLabel(_("Nothing has to happen now. It ends by itself."), tone="soft")
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.end = QuietButton(_("Go on"))
        self.end.clicked.connect(self._finish)
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self.step)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(self.end, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def begin(self) -> None:
        """Begin at nothing."""
        self._ring.show_share(0)
        self._timer.start()
        self.end.setFocus()

    def stop(self) -> None:
        """It is not in sight any more."""
        self._timer.stop()

    def step(self) -> None:
        """A second has passed."""
        self._ring.show_share(self._ring.share + 1)
        if self._ring.share >= QUIET_SECONDS:
            self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        self.over.emit()


class _Ring(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.share = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, seconds: int) -> None:
        self.share = seconds
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, 96), scaled(self, 96))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        painter.setPen(QPen(colour("line"), 4))
        painter.drawEllipse(place)
        pen = QPen(colour("ours"), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(place, 90 * 16, -self.share * 360 * 16 // QUIET_SECONDS)
