"""Acting as a person does: clicking, typing, drawing, choosing, with real events on real widgets."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld

Until = Callable[[Callable[[], bool], str], None]


class Hand:
    """`until(condition, what)` lets the program go on until the condition holds, or raises NotHeld."""

    def __init__(self, until: Until) -> None:
        """Acts on whatever window is in front. `actions`: how often it clicked, chose or pressed, typing aside."""
        self._until = until
        self.actions = 0

    def click(self, name: str, *, nth: int = 0) -> None:
        """Click the button of that name in its middle, when it can be clicked."""
        button = self.wait_for(name, QAbstractButton, nth=nth)
        bring_into_sight(button)
        self.actions += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=_middle(button))

    def type_into(self, name: str, words: str, *, nth: int = 0, afresh: bool = False) -> None:
        """Type into the field of that name; `afresh`: over what stands there."""
        field = self.field(name, nth=nth)
        bring_into_sight(field)
        self.actions += 1
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(12, min(12, field.height() // 2)))
        if afresh:
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(field, Qt.Key.Key_Delete)
        else:
            one_line = isinstance(field, QLineEdit)
            held = Qt.KeyboardModifier.NoModifier if one_line else Qt.KeyboardModifier.ControlModifier
            QTest.keyClick(field, Qt.Key.Key_End, held)
        keys(field, words)

    def field(self, name: str, *, nth: int = 0) -> QLineEdit | QPlainTextEdit:
        """The field of that name."""
        found: list[QLineEdit | QPlainTextEdit] = []

        def there() -> bool:
            lines = eye.find(name, QLineEdit, nth=nth) or eye.find(name, QPlainTextEdit, nth=nth)
            found[:] = [] if lines is None else [lines]
            return bool(found)

        self._until(there, f"a field named “{name}”")
        return found[0]

    def paste_into(self, name: str, words: str) -> None:
        """Paste over what stands in the field of that name."""
        field = self.field(name)
        bring_into_sight(field)
        field.setFocus()
        QApplication.clipboard().setText(words)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QApplication.clipboard().clear()

    def value(self, name: str) -> str:
        """What stands in the field of that name."""
        field = self.field(name)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def choose(self, name: str, words: str) -> None:
        """Open a choice, go to the line of these words by keys, and take it."""
        box = self.wait_for(name, QComboBox)
        bring_into_sight(box)
        row = next((at for at in range(box.count()) if eye.plain(box.itemText(at)) == eye.plain(words)), -1)
        if row < 0:
            raise NotHeld(f"“{words}” is not offered by “{name}”")
        self.actions += 1
        box.setFocus()
        box.showPopup()
        QTest.keyClick(box.view(), Qt.Key.Key_Home)
        for _line in range(row):
            QTest.keyClick(box.view(), Qt.Key.Key_Down)
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
        self._until(lambda: eye.plain(box.currentText()) == eye.plain(words), f"“{words}” to be chosen")

    def tab(self, words: str) -> None:
        """Click a tab."""
        found: list[tuple[QTabBar, int]] = []

        def there() -> bool:
            bars = list(eye.in_sight(QTabBar))
            found[:] = [(bar, at) for bar in bars for at in range(bar.count()) if eye.plain(bar.tabText(at)) == words]
            return bool(found)

        self._until(there, f"a tab “{words}”")
        bar, at = found[0]
        self.actions += 1
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())

    def press(self, *presses: Qt.Key | str) -> None:
        """Press keys where the focus is; a text such as "Ctrl+K" is a chord of the window."""
        for key in presses:
            self.actions += 1
            target = self._with_focus()
            if isinstance(key, Qt.Key):
                QTest.keyClick(target, key)
            else:
                QTest.keySequence(target, key)
            QCoreApplication.processEvents()

    def _with_focus(self) -> QWidget:
        """Where keys go: the widget with the focus, or the window in front."""
        window = next(eye.windows(), None)
        if window is None:
            raise NotHeld("no window was in sight")
        window.activateWindow()
        self._until(lambda: QApplication.activeWindow() is window, "a window that takes keys")
        focused: QWidget | None = window.focusWidget()
        return window if focused is None else focused

    def pick(self, list_name: str, words: str) -> None:
        """Click the line of a list that holds these words."""
        view = self.wait_for(list_name, QAbstractItemView)
        self._until(lambda: _row_with(view, words) >= 0, f"“{words}” in the list “{list_name}”")
        self.pick_row(list_name, _row_with(view, words))

    def pick_row(self, list_name: str, row: int) -> None:
        """Click a line of a list by its number."""
        view = self.wait_for(list_name, QAbstractItemView)
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.actions += 1
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    def draw(self, pad_name: str, strokes: Iterable[Iterable[tuple[int, int]]]) -> None:
        """Draw on a pad with the mouse: each stroke is points in pixels from its corner."""
        pad = self.wait_for(pad_name, QWidget)
        bring_into_sight(pad)
        for stroke in strokes:
            points = [QPoint(x, y) for x, y in stroke]
            QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
            for point in points[1:]:
                _move(pad, point)
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])

    def answer_file_dialog(self, path: str) -> None:
        """Give the open file dialog a path and accept it."""
        self._until(lambda: file_dialog() is not None, "a dialog that asks for a file")
        dialog = file_dialog()
        line = dialog.findChild(QLineEdit, "fileNameEdit") if dialog is not None else None
        if dialog is None or line is None:
            raise NotHeld("the file dialog had no line for the name")
        line.setText(path)  # pasted: typed, it would be completed on the way
        box = dialog.findChild(QDialogButtonBox)
        if box is None:
            raise NotHeld("the file dialog had no buttons")
        QTest.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
        self._until(lambda: file_dialog() is None, "the file dialog to close")

    def wait_for(self, name: str, kind: type[eye.W], *, nth: int = 0) -> eye.W:
        """The widget of that name, as soon as it is there and can be used."""
        found: list[eye.W] = []

        def there() -> bool:
            widget = eye.find(name, kind, nth=nth)
            found[:] = [] if widget is None else [widget]
            return bool(found)

        self._until(there, f"something named “{name}”")
        return found[0]


def keys(widget: QWidget, words: str) -> None:
    """Type: plain letters by keys, everything else as an input method hands it over."""
    for letter in words:
        if letter == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif letter.isascii() and letter.isprintable():
            QTest.keyClicks(widget, letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QCoreApplication.sendEvent(widget, event)


def file_dialog() -> QFileDialog | None:
    """The open file dialog, if there is one."""
    return next(iter(eye.in_sight(QFileDialog)), None)


def bring_from_the_top(widget: QWidget) -> None:
    """Scroll to a widget from the very top, so that the way before does not show in the picture."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.verticalScrollBar().setValue(0)
        parent = parent.parentWidget()
    bring_into_sight(widget)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever holds the widget until it can be seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 24, 48)
        parent = parent.parentWidget()
    QCoreApplication.processEvents()


def _middle(widget: QWidget) -> QPoint:
    return QPoint(min(widget.width() // 2, 40), widget.height() // 2)


def _move(widget: QWidget, at: QPoint) -> None:
    """QTest.mouseMove holds no button, so a stroke under way needs its own event."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at.toPointF(),
        widget.mapToGlobal(at).toPointF(),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(widget, event)


def _row_with(view: QAbstractItemView, words: str) -> int:
    model, wanted = view.model(), eye.plain(words)
    return next((row for row in range(model.rowCount()) if wanted in row_words(view, row)), -1)


def row_words(view: QAbstractItemView, row: int) -> str:
    """What a line of a list says."""
    index = view.model().index(row, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole) or ""
    return eye.plain(str(said))
