"""What every field of a form shares: its label above, a hint and a sentence below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, without_mnemonic


class Field(QWidget):
    """A label, what is typed into, a hint, and a place for a rule's sentence. `changed` at every change by hand."""

    changed = Signal()

    def __init__(self, label: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        """The label names the editor for screen readers; the hint is its description."""
        if not label.strip():
            raise ValueError("a field needs a label")
        super().__init__(parent)
        self.editor = editor
        self.label = PlainLabel(without_mnemonic(label), tone="label")
        self.label.setBuddy(editor)
        self._hint = PlainLabel(hint, tone="small", parent=self)
        self._hint.setVisible(bool(hint))
        self._sentence = _Sentence()
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self.setFocusProxy(editor)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        for part in (self.label, editor, self._hint, self._sentence):
            self.column.addWidget(part)

    def say(self, sentence: str) -> None:
        """Show a rule's sentence below the field and speak it; "" takes it away."""
        self._sentence.say(sentence)
        self.editor.setAccessibleDescription(sentence or self._hint.text())
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self.editor, QAccessible.Event.DescriptionChanged))

    def sentence(self) -> str:
        """The sentence shown, or ""."""
        return self._sentence.words()

    def set_hint(self, hint: str) -> None:
        """Other words below the field."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.editor.setAccessibleDescription(self.sentence() or hint)

    def _by_hand(self) -> None:
        self.say("")
        self.changed.emit()


class LineField(Field):
    """One line of words."""

    def __init__(
        self,
        label: str,
        *,
        value: str = "",
        hint: str = "",
        example: str = "",
        suggestions: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`example`: shown softly while empty; `suggestions`: offered while typing."""
        self.line = QLineEdit()
        super().__init__(label, self.line, hint=hint, parent=parent)
        self.line.setPlaceholderText(example)
        self.set_value(value)
        self.line.textEdited.connect(self._by_hand)
        if suggestions:
            from PySide6.QtWidgets import QCompleter

            completer = QCompleter(list(suggestions), self.line)
            completer.activated.connect(self._by_hand)
            self.line.setCompleter(completer)

    def value(self) -> str:
        """The words as typed."""
        return self.line.text()

    def set_value(self, words: str) -> None:
        """Show `words` without saying that they changed."""
        self.line.setText(words)
        self.line.setCursorPosition(0)


class _Sentence(QWidget):
    """A rule's words with the sign for care before them, so that colour is not the only sign."""

    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel(tone="warn")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def words(self) -> str:
        return self._label.text()

    def say(self, sentence: str) -> None:
        side = scaled(self, 24)
        rtl = self.isRightToLeft()
        self._row.setContentsMargins(0 if rtl else side, 0, side if rtl else 0, 0)
        self._label.setText(sentence)
        self.setVisible(bool(sentence))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, scaled(self, 20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = scaled(self, 18)
        at = self.width() - side if self.isRightToLeft() else 0
        picture = icons.pixmap("warning", "warn", side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(at, scaled(self, 1), picture)
