"""A column of many cards that costs what changes in it, not what stands in it.

A layout of Qt asks every part again when one grows; with hundreds of cards the screen would stand still. Here each
card's height is asked once, and again only when that card or the width changes; those in sight come first.
"""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from healingpartner.desktop.kit.measure import scaled

SLICE_MS = 8
MOST_LEAST = 320  # a card that is set for a wide column must not keep it from growing narrow
_STIRS = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class CardColumn(QWidget):
    """Cards below each other, each as wide as the column. `insert` and `take` are the only ways in and out."""

    def __init__(self, *, gap: int = 12) -> None:
        """`gap`: pixels between two cards."""
        super().__init__()
        self._gap = gap
        self._parts: list[QWidget] = []
        self._heights: dict[QWidget, int] = {}
        self._least: dict[QWidget, int] = {}
        self._stirred: dict[QWidget, None] = {}
        self._wide = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._settle)

    def insert(self, at: int, part: QWidget) -> None:
        """A card at that place."""
        hidden = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and part.isHidden()
        part.setParent(self)
        part.installEventFilter(self)
        self._parts.insert(at, part)
        if not hidden:
            part.show()
        self._join_tab_order(at)
        self._stir(part)

    def add(self, part: QWidget) -> None:
        """A card at the end."""
        self.insert(len(self._parts), part)

    def take(self, part: QWidget) -> None:
        """Take a card out and away."""
        if part in self._parts:
            self._parts.remove(part)
            part.removeEventFilter(self)
            for known in (self._heights, self._least, self._stirred):
                known.pop(part, None)
            part.hide()
            part.deleteLater()
            self._timer.start()

    def parts(self) -> tuple[QWidget, ...]:
        """The cards, from the top."""
        return tuple(self._parts)

    def settle(self) -> None:
        """Ask every height that is not known, now."""
        self._settle(whole=True)

    def sizeHint(self) -> QSize:
        """As wide as its widest card needs, as high as all of them."""
        return QSize(max(self._least.values(), default=0), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card that changed is asked again."""
        if event.type() in _STIRS and isinstance(watched, QWidget) and isValid(self):
            self._stir(watched)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: every card is asked again, those in sight at once."""
        super().resizeEvent(event)
        if self.width() != self._wide:
            self._wide = self.width()
            self._stirred = dict.fromkeys(self._parts)
            self._settle()

    def _join_tab_order(self, at: int) -> None:
        """Tab goes through the cards as they stand, not as they were made: a card that was drawn anew stays in its
        place.
        """
        if at + 1 >= len(self._parts) or not at:
            return
        before = next((stops for part in reversed(self._parts[:at]) if (stops := _stops(part))), None)
        if before is None:
            return
        last = before[-1]
        for stop in _stops(self._parts[at]):
            QWidget.setTabOrder(last, stop)
            last = stop

    def _stir(self, part: QWidget) -> None:
        if part in self._parts:
            self._stirred[part] = None
            self._timer.start()

    def _settle(self, *, whole: bool = False) -> None:
        spent = QElapsedTimer()
        spent.start()
        for part in self._in_sight_first():
            if not whole and spent.elapsed() > SLICE_MS:
                self._timer.start()
                break
            self._stirred.pop(part, None)
            self._heights[part] = _height(part, self.width())
            needs = 0 if part.isHidden() else part.minimumSizeHint().width()
            self._least[part] = min(needs, scaled(self, MOST_LEAST))
        self._set_places()

    def _in_sight_first(self) -> list[QWidget]:
        stirred = [part for part in self._parts if part in self._stirred]
        sight = self.visibleRegion().boundingRect()
        if sight.isEmpty() or len(stirred) < 2:
            return stirred
        return sorted(
            stirred, key=lambda part: max(0, part.y() - sight.bottom(), sight.top() - part.geometry().bottom())
        )

    def _set_places(self) -> None:
        top = 0
        for part in self._parts:
            if part.isHidden():
                continue
            high = self._heights.get(part, 0)
            place = part.geometry()
            if (place.x(), place.y(), place.width(), place.height()) != (0, top, self.width(), high):
                part.setGeometry(0, top, self.width(), high)
            top += high + self._gap
        total = max(0, top - self._gap)
        if self.minimumHeight() != total or self.maximumHeight() != total:
            self.setFixedHeight(total)


def _stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops in a card."""
    return [one for one in part.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _height(part: QWidget, wide: int) -> int:
    """What the card needs at that width; 0 for one that is hidden."""
    if part.isHidden():
        return 0
    if part.hasHeightForWidth():
        return max(part.minimumHeight(), part.heightForWidth(wide))
    return max(part.minimumHeight(), part.sizeHint().height())
