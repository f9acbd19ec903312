"""The quiet half of every page in front of the practice: the name, what it is, and that it stays here."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop import fonts
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.words import _

_FORM_WIDTH = 400
_NARROW = 900


class FrontPage(QWidget):
    """Half a page of calm, half a page to do something on. Add widgets to `form`."""

    def __init__(self, *, form_width: int = _FORM_WIDTH, parent: QWidget | None = None) -> None:
        """`form_width`: the widest the form grows, px at 100 %."""
        super().__init__(parent)
        self._calm = _Calm(self)
        self._form_width = form_width
        self.holder = QWidget()
        self.holder.setObjectName("content")
        self.form = QVBoxLayout(self.holder)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(12)
        inner = QWidget()
        inner.setObjectName("content")
        across = QHBoxLayout(inner)
        across.setContentsMargins(32, 24, 32, 24)
        across.addStretch(1)
        down = QVBoxLayout()
        down.addStretch(1)
        down.addWidget(self.holder)
        down.addStretch(1)
        across.addLayout(down, 100)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(_("Healing Partner"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._calm, 1)
        whole.addWidget(scroll, 1)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """The calm half goes where there is no room for it."""
        self._fit()

    def changeEvent(self, event: object) -> None:
        """Fit again when the text size changed."""
        self._fit()

    def _fit(self) -> None:
        self.holder.setMaximumWidth(scaled(self, self._form_width))
        self._calm.setVisible(self.width() >= max(_NARROW, scaled(self, 2 * _FORM_WIDTH)))


class _Calm(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(80, 88, 48, 88)
        self._name = _Serif(_("Healing\nPartner"), 44, "rail_ink")
        self._idea = _Serif(_("Two people, one record,\nkept on this machine alone."), 21, "rail_soft", italic=True)
        column.addWidget(self._name)
        column.addSpacing(6)
        column.addWidget(self._idea)
        column.addStretch(1)
        column.addWidget(
            PlainLabel(_("Offline. Nothing leaves this computer unless you print or export it."), tone="rail-soft")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("rail"))


class _Serif(QWidget):
    """A few short lines in the serif, set closer than a label would."""

    def __init__(self, words: str, px: int, token: str, *, italic: bool = False) -> None:
        super().__init__()
        self._lines, self._px, self._token, self._italic = words.split("\n"), px, token, italic
        self.setAccessibleName(" ".join(self._lines))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, len(self._lines) * self._step() + scaled(self, self._px) // 3)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        weight = QFont.Weight.Normal if self._italic else QFont.Weight.DemiBold
        painter.setFont(fonts.serif_font(scaled(self, self._px), weight=weight, italic=self._italic))
        painter.setPen(colour(self._token))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for at, line in enumerate(self._lines):
            room = QRect(0, at * self._step(), self.width(), self._step() + scaled(self, self._px) // 3)
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), line)

    def _step(self) -> int:
        return round(scaled(self, self._px) * (1.45 if self._italic else 1.14))
