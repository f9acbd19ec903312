"""Where a passphrase is typed: hidden, shown on request, with a word when Caps Lock seems to be on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from healingpartner.desktop.kit.buttons import IconButton
from healingpartner.desktop.kit.field import Field
from healingpartner.foundation.words import _


class PassphraseField(Field):
    """A field whose words are hidden. `entered`: Return was pressed."""

    entered = Signal()

    def __init__(self, label: str, *, bare: bool = False, hint: str = "", parent: QWidget | None = None) -> None:
        """`bare`: without its label above (it still names the field for screen readers)."""
        self.line = _HiddenLine()
        super().__init__(label, self.line, hint=hint, parent=parent)
        self.label.setVisible(not bare)
        self.line.setStyleSheet("lineedit-password-character: 8226;")
        self.line.setPlaceholderText(label if bare else "")
        self.eye = IconButton("eye-slash", _("Show the passphrase"), token="soft", px=18, parent=self.line)
        self.eye.clicked.connect(lambda: self.reveal(self.line.echoMode() == QLineEdit.EchoMode.Password))
        self.line.keep_room_for(self.eye)
        self.line.textEdited.connect(self._by_hand)
        self.line.returnPressed.connect(self.entered)
        self.line.caps_lock.connect(self._mention_caps_lock)
        self._plain_hint = hint
        self.reveal(False)

    def value(self) -> str:
        """As typed."""
        return self.line.text()

    def set_value(self, words: str) -> None:
        """Put words in, for a suggestion that was taken."""
        self.line.setText(words)
        self.changed.emit()

    def empty(self) -> None:
        """Take the words away, and the undo steps that still hold them."""
        self.line.clear()
        self.line.setText("")
        self.reveal(False)

    def reveal(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = _("Hide the passphrase") if shown else _("Show the passphrase")
        self.eye.set_icon("eye" if shown else "eye-slash", words)

    def _mention_caps_lock(self, on: bool) -> None:
        self.set_hint(_("Caps Lock seems to be on.") if on else self._plain_hint)


class _HiddenLine(QLineEdit):
    caps_lock = Signal(bool)

    def keep_room_for(self, button: QWidget) -> None:
        self._button = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._button.sizeHint().width()
        at = 4 if self.isRightToLeft() else self.width() - side - 4
        self._button.setGeometry(at, (self.height() - side) // 2, side, side)
        self.setTextMargins(*((side, 0, 0, 0) if self.isRightToLeft() else (0, 0, side, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)
