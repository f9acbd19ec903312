"""The words to look at, below the field they stand in: one quiet line that opens, then a row for each."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.wrapping_button import WrappingButton
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, ngettext
from healingpartner.language.lens.entries import Level
from healingpartner.language.lens.looking import Mark

MOST_ROWS = 8
_LONGEST_SHOWN = 60


class MarkList(QWidget):
    """Closed until it is opened. replace: (mark, other words); keep: (mark,); looked_at: the mark in focus, or None."""

    replace = Signal(object, str)
    keep = Signal(object)
    looked_at = Signal(object)

    def __init__(self, of: str) -> None:
        """`of`: the label of the field, for screen readers."""
        super().__init__()
        self._of = of
        self._marks: tuple[Mark, ...] = ()
        self.rows: list[MarkRow] = []
        self.toggle = LinkButton(words_to_look_at(1), icon="caret-right")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._open)
        self._more = PlainLabel(tone="small")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(10)
        self._column.addWidget(self._more)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._inside)
        self.hide()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """These, in the order of the text; rows that say the same stay as they are."""
        if [_said(one) for one in marks] != [_said(one) for one in self._marks]:
            self._marks = marks
            self._tell()
            if self.toggle.isChecked():
                self._build()
        self._marks = marks
        for row, mark in zip(self.rows, marks, strict=False):
            row.mark = mark
        if not marks:
            self.toggle.setChecked(False)
        self.setVisible(bool(marks))

    def focus_row(self, number: int) -> bool:
        """Give the row of that number the focus, or the last one; False when there is none."""
        if not self.rows:
            return False
        self.rows[min(number, len(self.rows) - 1)].buttons[0].setFocus()
        return True

    def _tell(self) -> None:
        words = words_to_look_at(len(self._marks))
        self.toggle.set_words(words)
        self.toggle.setAccessibleName(_("{count}: {field}").format(count=words, field=self._of))

    def _open(self, opened: bool) -> None:
        self.toggle.setIcon(icons.icon("caret-down" if opened else "caret-right", "soft"))
        if opened:
            self._build()
        self._inside.setVisible(opened)
        if not opened:
            self.looked_at.emit(None)

    def _build(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [MarkRow(mark) for mark in self._marks[:MOST_ROWS]]
        for number, row in enumerate(self.rows):
            self._column.insertWidget(number, row)
            row.replace.connect(self.replace)
            row.keep.connect(self.keep)
            row.looked_at.connect(self.looked_at)
        left = len(self._marks) - len(self.rows)
        self._more.setVisible(left > 0)
        self._more.setText(
            ngettext(
                "{count} more stands further on. It comes up here next.",
                "{count} more stand further on. They come up here next.",
                left,
            ).format(count=left)
        )


class MarkRow(QWidget):
    """One mark: the words under their line, why, other words as buttons, and one to keep them."""

    replace = Signal(object, str)
    keep = Signal(object)
    looked_at = Signal(object)

    def __init__(self, mark: Mark) -> None:
        """`mark` may be exchanged for the same one at another place."""
        super().__init__()
        self.mark = mark
        words = _("“{words}”").format(words=isolated(_shortened(mark.words)))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(_Sign(mark.level), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(PlainLabel(words, tone="strong"), 1)
        flow = FlowLayout(gap=8)
        self.buttons: list[WrappingButton | LinkButton] = []
        for other in mark.instead:
            button = WrappingButton(other)
            button.setAccessibleName(_("Write “{other}” instead of {words}").format(other=other, words=words))
            button.clicked.connect(lambda _on=False, other=other: self.replace.emit(self.mark, other))
            self._add(flow, button)
        keep = LinkButton(_("Keep it"))
        keep.setAccessibleName(_("Keep {words}").format(words=words))
        keep.clicked.connect(lambda: self.keep.emit(self.mark))
        self._add(flow, keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(PlainLabel(mark.reason, tone="soft"))
        column.addLayout(flow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say which mark is looked at, so that it can be shown in the text."""
        if event.type() == QEvent.Type.FocusIn:
            self.looked_at.emit(self.mark)
        elif event.type() == QEvent.Type.FocusOut:
            self.looked_at.emit(None)
        return super().eventFilter(watched, event)

    def _add(self, flow: FlowLayout, button: WrappingButton | LinkButton) -> None:
        flow.addWidget(button)
        button.installEventFilter(self)
        self.buttons.append(button)


class _Sign(QWidget):
    """A short piece of the line that stands under the words in the text: waves or dots."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._waves = level is Level.AMBER
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, 22), scaled(self, 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, step = self.height() / 2, scaled(self, 5.5)
        pen = QPen(colour("warn" if self._waves else "mine"), max(1.5, scaled(self, 2)))
        if self._waves:
            painter.setPen(pen)
            path = QPainterPath(QPointF(1, middle))
            for number in range(int((self.width() - 2) / step)):
                left, up = 1 + number * step, -1 if number % 2 else 1
                path.quadTo(left + step / 2, middle + up * step * 0.9, left + step, middle)
            painter.drawPath(path)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        dot = max(2.0, scaled(self, 3))
        for number in range(int(self.width() / (dot * 2))):
            painter.drawEllipse(QRectF(number * dot * 2, middle - dot / 2, dot, dot))


def words_to_look_at(count: int) -> str:
    """How many, as one reads it below a field."""
    return ngettext("{count} word to look at", "{count} words to look at", count).format(count=count)


def _said(mark: Mark) -> tuple[str, str, tuple[str, ...]]:
    return mark.entry_id, mark.words, mark.instead


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"
