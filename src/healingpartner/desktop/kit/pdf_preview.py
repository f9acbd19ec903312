"""Pages of paper as they will be printed, on a soft ground; white in the dark too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop import tokens
from healingpartner.desktop.kit.measure import colour
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.words import _

WIDEST = 900


class PdfPreview(ScrollPage):
    """Shows pages given as pixels, as wide as there is room for."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """`name`: what paper it is, for screen readers."""
        super().__init__(name, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = name
        self._pages: list[_Page] = []

    def show_pages(self, pages: list[tuple[int, int, bytes]], *, spoken_text: str = "") -> None:
        """Each page as (width, height, RGBA bytes); `spoken_text`: the words on them, for screen readers.

        Raises ValueError for bytes that do not fill their page.
        """
        while self._pages:
            page = self._pages.pop()
            self.column.removeWidget(page)
            page.deleteLater()
        for number, (width, height, rgba) in enumerate(pages, 1):
            page = _Page(width, height, rgba)
            page.setAccessibleName(_("Page {number} of {count}").format(number=number, count=len(pages)))
            self._pages.append(page)
            self.column.addWidget(page)
        self.setAccessibleDescription(spoken_text)

    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)


class _Page(QWidget):
    def __init__(self, width: int, height: int, rgba: bytes) -> None:
        if width < 1 or height < 1 or len(rgba) != width * height * 4:
            raise ValueError("a page is width × height × 4 bytes")
        super().__init__()
        self._image = QImage(rgba, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, WIDEST) * self._image.height() / self._image.width())

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, self.heightForWidth(WIDEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = min(self.width(), WIDEST)
        place = QRectF((self.width() - wide) / 2, 0, wide, self.heightForWidth(wide))
        painter.fillRect(place, QColor(tokens.now().page))
        painter.drawImage(place, self._image)
        painter.setPen(QPen(colour("edge"), 1))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
