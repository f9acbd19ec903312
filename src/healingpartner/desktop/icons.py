"""Icons of one hand (Phosphor regular), tinted from the tokens each time they are painted.

The colour is a token's name, looked up while painting: a change of theme needs only a repaint.
"""

from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap

from healingpartner.desktop import tokens
from healingpartner.foundation.paths import resource


def icon(name: str, token: str = "ink") -> QIcon:
    """The icon `name` (a file of resources/icons) in the colour of `token`. FileNotFoundError for an unknown name."""
    _drawing(name)
    return QIcon(_TintedEngine(name, token))


def pixmap(name: str, token: str, px: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square of `px` logical pixels for a screen of `ratio` device pixels each."""
    picture = QPixmap.fromImage(_image(name, getattr(tokens.now(), token), max(1, round(px * ratio))))
    picture.setDevicePixelRatio(ratio)
    return picture


class _TintedEngine(QIconEngine):
    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatio()
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, pixmap(self._name, self._token_for(mode), side, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        whole = QPixmap(size)
        whole.fill(Qt.GlobalColor.transparent)
        whole.setDevicePixelRatio(scale)
        painter = QPainter(whole)
        self.paint(painter, QRect(0, 0, round(size.width() / scale), round(size.height() / scale)), mode, state)
        painter.end()
        return whole

    def _token_for(self, mode: QIcon.Mode) -> str:
        return "soft" if mode is QIcon.Mode.Disabled else self._token


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _image(name: str, colour: str, side: int) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(_drawing(name).replace(b"currentColor", colour.encode())).render(painter)
    painter.end()
    return image
