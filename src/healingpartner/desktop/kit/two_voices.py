"""Both voices side by side, equal in width: what each of two people says of one thing."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.speech import SpeechLabel

SIDE_BY_SIDE_FROM = 460
GAP = 20


class TwoVoicePanel(QWidget):
    """Two columns, or one below the other where there is no room for two. Who stands first is the page's choice."""

    def __init__(self, first: SpeechLabel, second: SpeechLabel, *, parent: QWidget | None = None) -> None:
        """Usually the practitioner's reason first and the patient's answer second, or the other way round."""
        super().__init__(parent)
        self._both = (first, second)
        for voice in self._both:
            voice.setParent(self)
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the longer voice, or as both where one stands below the other."""
        return max(place.bottom() + 1 for place in self._places(width))

    def sizeHint(self) -> QSize:
        """Room for two."""
        wide = scaled(self, SIDE_BY_SIDE_FROM)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Room for the wider of the two, alone."""
        least = max(voice.minimumSizeHint().width() for voice in self._both)
        return QSize(least, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set both; the first stands where reading begins."""
        super().resizeEvent(event)
        for voice, place in zip(self._both, self._places(self.width()), strict=True):
            if self.isRightToLeft():
                place.moveLeft(self.width() - place.right() - 1)
            voice.setGeometry(place)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        first, second = self._both
        if width < scaled(self, SIDE_BY_SIDE_FROM):
            top = _height(first, width)
            return QRect(0, 0, width, top), QRect(0, top + GAP // 2, width, _height(second, width))
        half = (width - GAP) // 2
        high = max(_height(first, half), _height(second, half))
        return QRect(0, 0, half, high), QRect(half + GAP, 0, half, high)


def _height(voice: SpeechLabel, width: int) -> int:
    layout = voice.layout()
    return layout.totalHeightForWidth(width) if layout is not None else voice.sizeHint().height()
