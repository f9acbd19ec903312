"""The turned view: a window of its own over the whole screen, with one task in it.

While it is open the practitioner's window is hidden. Leaving asks for the practitioner's passphrase; closing the
window any other way locks the practice.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import IconButton, LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.notices import Notices
from healingpartner.desktop.turned.pause import PausePage
from healingpartner.desktop.turned.task import TurnedTask
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _

SIZES = (115, 130, 150, 175, 200, 230, 260)  # per cent, whatever the size at the desk
LEAST_AT_FIRST = 130
WIDE_FROM = 900


class TurnedView(QWidget):
    """`came_back`: the practitioner has the screen again. The view destroys itself then, or with its owner."""

    came_back = Signal()

    def __init__(self, desk: Desk, task: TurnedTask, called: str, *, owner: QWidget) -> None:
        """`called`: the name the patient asked for; `owner`: the page that turned the screen, destroyed on locking."""
        super().__init__(owner, Qt.WindowType.Window)
        self._desk, self._task, self._host = desk, task, owner.window()
        at_desk = desk.theme.text_percent
        self._size = next(size for size in SIZES if size >= max(at_desk, LEAST_AT_FIRST))
        self._turned = False
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("Healing Partner"))
        self.setAccessibleName(_("Turned to {name}").format(name=isolated(called)))
        self.pause_button = QuietButton(_("Pause"), icon="pause")
        self.back_button = LinkButton(_("Give the screen back"), icon="sign-out")
        self.smaller = IconButton("minus", _("Smaller text"))
        self.larger = IconButton("plus", _("Larger text"))
        self._pause = PausePage()
        self._stack = QStackedWidget()
        self._lay_out(called)
        self._connect()
        self.notices = Notices(self, report=desk.notices.report)

    @property
    def is_turned(self) -> bool:
        """Whether the patient has the screen now."""
        return self._turned

    @property
    def is_pausing(self) -> bool:
        """Whether the neutral page is shown."""
        return self._stack.currentWidget() is self._pause

    def open(self) -> None:
        """Take the whole screen and hide the practitioner's window."""
        self._turned = True
        self._magnify()
        self._desk.ways.turned.emit(True)
        self._desk.notices.tell_troubles_in(self.notices)
        self.showFullScreen()
        self._host.hide()
        self._host.installEventFilter(self)
        self._task.begin()

    def pause(self) -> None:
        """Show the neutral page; nobody is asked why."""
        self._task.flush()
        self._head.hide()
        self._stack.setCurrentWidget(self._pause)
        self._pause.go_on.setFocus()

    def go_on(self) -> None:
        """Back to where the patient was."""
        self._head.show()
        self._stack.setCurrentWidget(self._task)
        self._task.setFocus()

    def give_back(self) -> None:
        """Ask the practitioner for the passphrase; with it, their window returns."""
        self._task.flush()
        self._desk.notices.ask_passphrase(
            _("The screen goes back to the practitioner's desk."), then=self._answered, over=self
        )

    def flush(self) -> None:
        """Keep what the patient has done so far."""
        self._task.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by the system, unlike giving back, locks: the record must not stand open behind it."""
        if not self._turned:
            event.accept()
            return
        event.ignore()
        self.pause()
        self._desk.ways.lock_now.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the top to the new width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape means a pause, never a way out."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.is_pausing:
                self.pause()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The practitioner's window stays away while the screen is turned, whoever shows it."""
        if watched is self._host and event.type() == QEvent.Type.Show and self._turned and self.isVisible():
            QTimer.singleShot(0, self, self._host.hide)
        return False

    def _answered(self, right: bool) -> None:
        if not right:
            return
        self._turned = False
        self._host.removeEventFilter(self)
        self._host.show()
        self._host.activateWindow()
        self._desk.ways.turned.emit(False)
        self.came_back.emit()
        self.close()
        self.deleteLater()

    def _resize_text(self, by: int) -> None:
        at = min(max(SIZES.index(self._size) + by, 0), len(SIZES) - 1)
        self._size = SIZES[at]
        self.smaller.setEnabled(at > 0)
        self.larger.setEnabled(at < len(SIZES) - 1)
        self._magnify()

    def _magnify(self) -> None:
        self._desk.theme.magnify(self, self._size / self._desk.theme.text_percent)
        self._fit()

    def _fit(self) -> None:
        """Say less at the top where the words are large and the window is not."""
        wide = self.width() >= scaled(self, WIDE_FROM)
        self._whose.setText(self._long if wide else self._short)
        self._size_words.setVisible(wide)
        self._top.setStretch(0, 2 if wide else 1)
        side, above = (48, 24) if wide else (24, 12)
        self._column.setContentsMargins(side, above, side, above)

    def _lay_out(self, called: str) -> None:
        self._head = QWidget()
        self._top = head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        name = isolated(called)
        self._short = _("Turned to {name}").format(name=name)
        self._long = _("Turned to {name} · nothing else of the record can be opened from here").format(name=name)
        self._whose = PlainLabel(self._long, tone="ours")
        head.addWidget(self._whose, 1)
        tools = FlowLayout(ends=True)
        self._size_words = PlainLabel(_("Text size"), tone="small", wraps=False)
        for tool in (self._size_words, self.smaller, self.larger, self.back_button, self.pause_button):
            tools.addWidget(tool)
        head.addLayout(tools, 3)
        self._stack.addWidget(self._task)
        self._stack.addWidget(self._pause)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self._head)
        self._column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.pause_button.clicked.connect(self.pause)
        self.back_button.clicked.connect(self.give_back)
        self.smaller.clicked.connect(lambda: self._resize_text(-1))
        self.larger.clicked.connect(lambda: self._resize_text(+1))
        self._pause.goes_on.connect(self.go_on)
        self._pause.gives_back.connect(self.give_back)
        self._task.finished.connect(self.back_button.setFocus)
        host = self._host
        self.destroyed.connect(lambda: _show_again(host))


def _show_again(host: QWidget) -> None:
    """Locking destroys the view before it is given back; the window then shows what the lock put there."""
    app = QApplication.instance()
    if app is not None:
        QTimer.singleShot(0, app, lambda: host.show() if isValid(host) else None)
