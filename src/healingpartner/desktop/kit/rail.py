"""The rail of navigation: rooms above, the state of the practice below."""

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.rail_button import RailButton

WIDTH = 208
NARROW_BELOW = 4  # a rail may take a fourth of its window; beyond that its words go and its icons stay


class Rail(QFrame):
    """Ways through the house. `chosen` gives the key of what was pressed; rooms stay marked, acts do not."""

    chosen = Signal(str)

    def __init__(self, title: str, *, note: str = "", parent: QWidget | None = None) -> None:
        """`note`: a few words below the title, such as whose practice this is."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._buttons: dict[str, RailButton] = {}
        self._narrow = False
        self._title = TitleLabel(title, level=2)
        self._title.set_tone("rail")
        self._note = PlainLabel(note, tone="rail-soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 22, 12, 16)
        self._column.setSpacing(4)
        for words in (self._title, self._note):
            words.setContentsMargins(10, 0, 4, 0)
            self._column.addWidget(words)
        self._column.addSpacing(14)
        self._rooms_end = self._column.count()
        self._column.addStretch(1)

    def add(self, key: str, words: str, icon: str, *, below: bool = False) -> RailButton:
        """A way named `words`. Rooms stand above and stay marked while open; what is `below` is an act or a state."""
        button = RailButton(words, icon, stays=not below)
        button.clicked.connect(lambda: self._pressed(key))
        self._buttons[key] = button
        if below:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._rooms_end, button)
            self._rooms_end += 1
        button.set_narrow(self._narrow)
        return button

    def button(self, key: str) -> RailButton:
        """The way of `key`; KeyError for a key never added."""
        return self._buttons[key]

    def set_current(self, key: str) -> None:
        """Mark the room that is open; a key of no room marks none."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def set_note(self, note: str) -> None:
        """Other words below the title."""
        self._note.setText(note)

    def sizeHint(self) -> QSize:
        """As wide as its words need, or its icons alone."""
        return QSize(scaled(self, 64 if self._narrow else WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as `sizeHint`."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window, to give way when it grows narrow."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit to another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit to the window whenever it changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dark ground."""
        QPainter(self).fillRect(event.rect(), colour("rail"))

    def _pressed(self, key: str) -> None:
        self.chosen.emit(key)

    def _fit(self) -> None:
        narrow = self.window().width() < NARROW_BELOW * scaled(self, WIDTH)
        if narrow != self._narrow:
            self._narrow = narrow
            for words in (self._title, self._note):
                words.setVisible(not narrow)
            for button in self._buttons.values():
                button.set_narrow(narrow)
            self.updateGeometry()
