"""The pieces of the one voice: a line, and panels that wait for an answer over a dimmed window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.words import _


class Line(QFrame):
    """One line of the voice. `warns`: stays until closed. `action`: the text of a button, or ""."""

    chosen = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget, text: str, *, action: str, warns: bool) -> None:
        """Begins visible; the caller says when it leaves."""
        super().__init__(parent)
        self.text, self._warns = text, warns
        self.leaving = False
        self.setAccessibleName(text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        self._left_ms = 0
        row = QHBoxLayout(self)
        start = scaled(self, 46)
        row.setContentsMargins(*((12, 12, start, 12) if self.isRightToLeft() else (start, 12, 12, 12)))
        row.setSpacing(12)
        row.addWidget(PlainLabel(text), 1)
        if action:
            button = QuietButton(action)
            button.clicked.connect(self.chosen)
            button.clicked.connect(self.leave)
            row.addWidget(button)
        if warns:
            close = QuietButton(_("Close"))
            close.clicked.connect(self.leave)
            row.addWidget(close)

    def leave_after(self, milliseconds: int) -> None:
        """Go by itself, but not while the pointer rests on it."""
        self._timer.start(milliseconds)

    def leave(self) -> None:
        """Go now."""
        if self.leaving:
            return
        self.leaving = True
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Wait while someone is reading it."""
        if event.type() == QEvent.Type.Enter and self._timer.isActive():
            self._left_ms = max(2000, self._timer.remainingTime())
            self._timer.stop()
        elif event.type() == QEvent.Type.Leave and self._left_ms:
            self._timer.start(self._left_ms)
            self._left_ms = 0
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet surface with a sign at its beginning, so that colour is not the only sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("warn" if self._warns else "edge"), 1))
        painter.setBrush(colour("warn_tint" if self._warns else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        side = scaled(self, 20)
        at = self.width() - 14 - side if self.isRightToLeft() else 14
        sign = ("warning", "warn") if self._warns else ("check", "mine")
        painter.drawPixmap(at, (self.height() - side) // 2, icons.pixmap(*sign, side, self.devicePixelRatioF()))


class Scrim(QWidget):
    """Dims its host and holds one card; focus stays inside until it is answered."""

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        """Covers `host` and follows its size."""
        super().__init__(host)
        self._host = host
        self._was_focused: QWidget | None = None
        self._scroll: ScrollPage | None = None
        self.card = Card(parent=self)
        self.card.setMaximumWidth(scaled(self, 560))
        self.inside = self.card.column
        self.inside.setContentsMargins(28, 24, 28, 24)
        self.inside.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card, 6)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(3)
        host.installEventFilter(self)

    def open(self) -> None:
        """Show over the host and take the focus."""
        self._was_focused = self._host.window().focusWidget()
        self.setGeometry(self._host.rect())
        self._fit_scroll()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def scrolls(self, name: str) -> QVBoxLayout:
        """A column inside the card that scrolls where the window is low; `name` is spoken by screen readers."""
        scroll = ScrollPage(name, margin=0)
        scroll.column.setSpacing(self.inside.spacing())
        scroll.setStyleSheet("ScrollPage, ScrollPage > QWidget, ScrollPage > QWidget > QWidget { background: none; }")
        self.inside.addWidget(scroll, 1)
        self._scroll = scroll
        return scroll.column

    def _fit_scroll(self) -> None:
        """As high as its words need, up to a tall card or the window."""
        if self._scroll is None:
            return
        needed = self.inside.sizeHint().height() - self._scroll.sizeHint().height() + self._scroll.whole_height()
        self.card.setMinimumHeight(min(needed, scaled(self, 620), self._host.height() - 32))

    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the safest choice."""
        return self.card

    def leave(self) -> None:
        """Go without an answer; the focus returns to where it was."""
        self.hide()
        self._host.removeEventFilter(self)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host whatever its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil over what is behind."""
        painter = QPainter(self)
        veil = QColor(colour("rail"))
        veil.setAlpha(140)
        painter.fillRect(event.rect(), veil)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus within the card."""
        places = [
            each
            for each in self.card.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
        ]
        if not places:
            return True
        now = self.focusWidget()
        at = places.index(now) if now in places else -1
        places[(at + (1 if forward else -1)) % len(places)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class QuestionPanel(Scrim):
    """A question with two verbs. Escape and the first focus are the one that changes nothing."""

    answered = Signal(bool)

    def __init__(self, host: QWidget, question: str, *, yes: str, no: str, more: str = "") -> None:
        """`more`: a sentence on what happens, or ""."""
        super().__init__(host)
        self.setAccessibleName(question)
        self.inside.addWidget(TitleLabel(question))
        if more:
            self.inside.addWidget(PlainLabel(more, tone="soft"))
        row = QHBoxLayout()
        row.addStretch(1)
        self.no = QuietButton(no)
        self.yes = PrimaryButton(yes)
        self.no.clicked.connect(lambda: self._answer(False))
        self.yes.clicked.connect(lambda: self._answer(True))
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.inside.addLayout(row)

    def first_focus(self) -> QWidget:
        """The choice that changes nothing."""
        return self.no

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is `no`."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer(self.yes.hasFocus())

    def _answer(self, agreed: bool) -> None:
        self.leave()
        self.answered.emit(agreed)


class PassphrasePanel(Scrim):
    """Asks for the passphrase and waits for the vault thread's answer; a wrong one can be tried again."""

    answered = Signal(bool)

    def __init__(self, host: QWidget, why: str, *, check: Callable[[str, Callable[[bool], None]], None]) -> None:
        """`why`: one sentence on what the passphrase is needed for."""
        super().__init__(host)
        self._check = check
        self.setAccessibleName(_("Needs your passphrase"))
        self.inside.addWidget(TitleLabel(_("Needs your passphrase")))
        self.inside.addWidget(PlainLabel(why))
        self.field = QLineEdit(self.card)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setStyleSheet("lineedit-password-character: 8226;")
        self.field.setAccessibleName(_("Passphrase"))
        self.inside.addWidget(self.field)
        self.below = PlainLabel(tone="warn")
        self.below.hide()
        self.inside.addWidget(self.below)
        row = QHBoxLayout()
        row.addStretch(1)
        self.back = QuietButton(_("Go back"))
        self.go = PrimaryButton(_("Continue"))
        row.addWidget(self.back)
        row.addWidget(self.go)
        self.inside.addLayout(row)
        self.back.clicked.connect(lambda: self._answer(False))
        self.go.clicked.connect(self._try)
        self.field.returnPressed.connect(self._try)

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(False)

    def _try(self) -> None:
        if not self.field.text() or not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        self._say(_("Checking…"))
        self._check(self.field.text(), self._told)

    def _say(self, words: str) -> None:
        self.below.setText(words)
        self.below.show()

    def _told(self, right: bool) -> None:
        if right:
            self._answer(True)
            return
        self.go.setEnabled(True)
        self._say(_("That is not the passphrase of this practice. Nothing changed; please try again."))
        self.field.selectAll()
        self.field.setFocus()

    def _answer(self, right: bool) -> None:
        self.field.clear()
        self.leave()
        self.answered.emit(right)
