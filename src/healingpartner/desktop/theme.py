"""The theme: Fusion, a palette from the tokens, one stylesheet template, the bundled faces.

The person chooses light, dark or as the system does, and a text size; contrast and motion follow the system.
"""

from enum import StrEnum
from functools import cache
from string import Template
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from healingpartner.desktop import fonts, icons, tokens
from healingpartner.desktop.tokens import Tokens
from healingpartner.foundation.paths import resource

FAMILY_TEXT, FAMILY_SERIF = fonts.FAMILY_TEXT, fonts.FAMILY_SERIF
LEAST_TEXT, MOST_TEXT = 100, 200
MOTION_MS = 160


class Look(StrEnum):
    """The person's choice of light."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """The look in force. `changed` is emitted after every change, when widgets already have it."""

    changed = Signal()

    def __init__(self, *, look: Look = Look.SYSTEM, text_percent: int = 100, high_contrast: bool | None = None) -> None:
        """`text_percent` is held within 100–200; `high_contrast` None follows the system."""
        super().__init__()
        self._look, self._percent, self._high_contrast = look, _held(text_percent), high_contrast
        self._magnified: WeakKeyDictionary[QWidget, float] = WeakKeyDictionary()
        self._app: QApplication | None = None

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return tokens.now()

    @property
    def look(self) -> Look:
        """The person's choice, not what it comes to."""
        return self._look

    @property
    def text_percent(self) -> int:
        """Text size, 100–200."""
        return self._percent

    @property
    def motion_ms(self) -> int:
        """How long a movement may take: nought when the system asks for none."""
        return 0 if _motion_unwanted() else MOTION_MS

    def apply(self, app: QApplication) -> None:
        """Dress the application, and follow the system from now on."""
        fonts.load()
        app.setStyle(QStyleFactory.create("Fusion"))
        if self._app is None:
            hints = app.styleHints()
            hints.colorSchemeChanged.connect(self._dress)
            if hasattr(hints, "accessibility"):
                hints.accessibility().contrastPreferenceChanged.connect(self._dress)
        self._app = app
        self._dress()

    def choose(
        self, *, look: Look | None = None, text_percent: int | None = None, high_contrast: bool | None = None
    ) -> None:
        """Change the look, the text size or the contrast; what is None stays."""
        self._look = look or self._look
        self._percent = _held(text_percent) if text_percent is not None else self._percent
        self._high_contrast = self._high_contrast if high_contrast is None else high_contrast
        self._dress()

    def magnify(self, widget: QWidget, factor: float) -> None:
        """Show `widget` and all in it `factor` times as large, for the view turned to the patient."""
        self._magnified[widget] = factor
        self._dress_widget(widget, factor)

    def icon(self, name: str, token: str = "ink") -> QIcon:
        """A tinted icon of resources/icons."""
        return icons.icon(name, token)

    def _dress(self) -> None:
        if self._app is None:
            return
        tokens.put_in_force(self._chosen_tokens())
        self._app.setFont(fonts.text_font(fonts.BODY * self._percent / 100))
        self._app.setPalette(palette_of(tokens.now()))
        self._app.setStyleSheet(stylesheet(tokens.now(), self._percent / 100))
        for widget, factor in list(self._magnified.items()):
            if isValid(widget):
                self._dress_widget(widget, factor)
        self.changed.emit()

    def _dress_widget(self, widget: QWidget, factor: float) -> None:
        scale = factor * self._percent / 100
        widget.setFont(fonts.text_font(fonts.BODY * scale))
        # A font set on a widget does not pass to children that a stylesheet has dressed; a rule does.
        size = f"QWidget {{ font-size: {round(fonts.BODY * scale)}px; }}\n"
        widget.setStyleSheet(size + stylesheet(tokens.now(), scale))

    def _chosen_tokens(self) -> Tokens:
        system_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = system_dark if self._look is Look.SYSTEM else self._look is Look.DARK
        high = _high_contrast_wanted() if self._high_contrast is None else self._high_contrast
        if high:
            return tokens.DARK_HIGH_CONTRAST if dark else tokens.LIGHT_HIGH_CONTRAST
        return tokens.DARK if dark else tokens.LIGHT


def stylesheet(of: Tokens, scale: float) -> str:
    """The one template filled: `$token` is a colour, `$px…` a length of that many pixels times `scale`."""
    lengths = {f"px{size}": f"{round(size * scale)}px" for size in range(1, 65)}
    serif = ", ".join(f'"{name}"' for name in fonts.families(fonts.FAMILY_SERIF))
    return Template(_template()).substitute(of.colours() | lengths, serif=serif)


def palette_of(of: Tokens) -> QPalette:
    """The tokens as Qt knows colours, for Fusion and for widgets that paint themselves."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: of.paper, role.WindowText: of.ink, role.Base: of.surface, role.AlternateBase: of.sunk,
        role.Text: of.ink, role.Button: of.surface, role.ButtonText: of.ink, role.BrightText: of.ink,
        role.ToolTipBase: of.surface, role.ToolTipText: of.ink, role.PlaceholderText: of.soft,
        role.Highlight: of.mine, role.HighlightedText: of.on_mine, role.Link: of.mine, role.LinkVisited: of.ours,
        role.Light: of.surface, role.Midlight: of.sunk, role.Mid: of.line, role.Dark: of.edge, role.Shadow: of.line,
        role.Accent: of.mine,
    }  # fmt: skip
    palette = QPalette()
    for each, colour in pairs.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(of.soft))
    return palette


@cache
def _template() -> str:
    return resource("styles", "desk.qss.template").read_text(encoding="utf-8")


def _held(percent: int) -> int:
    return min(MOST_TEXT, max(LEAST_TEXT, percent))


def _high_contrast_wanted() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return bool(hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast)


def _motion_unwanted() -> bool:
    hints = QGuiApplication.styleHints()
    asked = getattr(getattr(hints, "accessibility", lambda: None)(), "motionPreference", None)
    if asked is not None:
        return bool(asked() != type(asked()).NoPreference)
    return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
