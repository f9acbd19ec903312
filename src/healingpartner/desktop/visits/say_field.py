"""A place to write down what somebody says: the words stay in it until they are kept."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.visits.doing import Problem, sentence_of
from healingpartner.foundation.voices import Voice


class SayField(QWidget):
    """`said` gives the words when they are to be kept; `typed_on` at every key. Ctrl+Return keeps, too."""

    said = Signal(str)
    typed_on = Signal()

    def __init__(
        self, label: str, *, keep: str, voice: Voice, hint: str = "", example: str = "", lines: int = 1
    ) -> None:
        """`label`: whose words, about what; `keep`: the words on the button, which name the act."""
        super().__init__()
        self.field = TextField(label, hint=hint, example=example, lines=lines)
        self.keep = QuietButton(keep)
        self.keep.setProperty("small", True)
        self.keep.setProperty("voice", "yours" if voice is Voice.PATIENT else "mine")
        self.keep.setEnabled(False)
        row = FlowLayout()
        row.addWidget(self.keep)
        self.ways = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(row)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._typed)
        self.keep.clicked.connect(self.give)
        self.field.text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Return in the field keeps the words; Return alone begins a new line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.give()
                return True
        return super().eventFilter(watched, event)

    def give(self) -> None:
        """Hand the words on, if there are any; they stay here until `clear`."""
        if self.words():
            self.said.emit(self.field.value())

    def words(self) -> str:
        """What is typed, without space around it."""
        return self.field.value().strip()

    def show_words(self, words: str) -> None:
        """Put words into it."""
        self.field.set_value(words)
        self.keep.setEnabled(bool(words.strip()))

    def bring_back(self, typed: object) -> None:
        """Words of a draft, unless something is being typed already."""
        if isinstance(typed, str) and typed and not self.words():
            self.show_words(typed)

    def clear(self) -> None:
        """They are kept: make room."""
        self.show_words("")
        self.field.say("")

    def say(self, problem: Problem) -> None:
        """Why they could not be kept; nothing typed is lost."""
        self.field.say(sentence_of(problem))

    def _typed(self) -> None:
        self.keep.setEnabled(bool(self.words()))
        self.typed_on.emit()
