"""Buttons: the practitioner's, the patient's, the quiet one, a link and an icon. One primary button a page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop import icons, tokens
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import set_tip, without_mnemonic
from healingpartner.desktop.kit.pressing import PressedByReturn


class _Button(PressedByReturn):
    _icon_token = "ink"
    _ring_token = "mine"

    def __init__(self, words: str, *, icon: str = "", large: bool = False, parent: QWidget | None = None) -> None:
        """`words`: a verb and its object; `icon`: a name in resources/icons; `large`: for the turned view."""
        if not words.strip():
            raise ValueError("a button needs words")
        super().__init__(without_mnemonic(words), parent)
        self.setAccessibleName(words)
        self.setProperty("large", large)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if icon:
            self.setIcon(icons.icon(icon, self._icon_token))

    def set_words(self, words: str) -> None:
        """Other words on the same button."""
        self.setText(without_mnemonic(words))
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Room for the words, and for the icon at the size of the words."""
        place = QSize(scaled(self, 26), scaled(self, 18))
        if self.iconSize() != place:
            self.setIconSize(place)
        return super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`: words of a button are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and a ring inside it while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(getattr(tokens.now(), self._ring_token)), 2))
            radius = scaled(self, 8)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), radius, radius)


class PrimaryButton(_Button):
    """The one thing to do on this page, in the practitioner's colour."""

    _icon_token = "on_mine"
    _ring_token = "on_mine"


class PatientButton(_Button):
    """The patient's own act, in the patient's colour."""

    _icon_token = "on_yours"
    _ring_token = "on_yours"


class QuietButton(_Button):
    """Anything else that can be done; `setCheckable(True)` makes it a choice."""


class LinkButton(_Button):
    """A way elsewhere, as quiet as text."""

    _icon_token = "soft"

    def __init__(self, words: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        """`words`: where it leads."""
        super().__init__(words, icon=icon, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class IconButton(PressedByReturn):
    """An icon alone; its name is spoken by screen readers and shown as a tip."""

    def __init__(
        self, icon: str, name: str, *, token: str = "ink", px: int = 20, parent: QWidget | None = None
    ) -> None:
        """`name`: what it does, in words; `token`: the icon's colour; `px`: its side at 100 %."""
        if not name.strip():
            raise ValueError("an icon needs a name")
        super().__init__(parent)
        self._px, self._token = px, token
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("rail", token.startswith("rail"))
        self.set_icon(icon, name)

    def set_icon(self, icon: str, name: str) -> None:
        """Another icon with its name, as for a switch."""
        self.setIcon(icons.icon(icon, self._token))
        self.setAccessibleName(name)
        set_tip(self, name)

    def sizeHint(self) -> QSize:
        """A square with room to touch it."""
        side = scaled(self, self._px + 16)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon at the size of the text around it, and a ring while it has the focus."""
        side = scaled(self, self._px)
        if self.iconSize() != QSize(side, side):
            self.setIconSize(QSize(side, side))
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = tokens.now()
            painter.setPen(QPen(QColor(colours.rail_ink if self._token.startswith("rail") else colours.mine), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
