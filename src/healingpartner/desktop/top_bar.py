"""The line above a page: the field that finds everything, Print, and turning the screen to the patient."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import IconButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import set_tip
from healingpartner.desktop.kit.search_button import SearchButton
from healingpartner.desktop.page import Offer
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _

_GAP = 12


class TopBar(QWidget):
    """finds: the palette is asked for. prints, turns: what the page in sight offers is asked for."""

    finds = Signal()
    prints = Signal()
    turns = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Print and Turn are hidden until a page offers them."""
        super().__init__(parent)
        self._fitting = True
        self._turning: Offer | None = None
        self._printing: Offer | None = None
        self.search = SearchButton(
            _("Find a person or an act"), QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        )
        self.print_button = QuietButton(_("Print"), icon="printer")
        self.print_icon = IconButton("printer", _("Print"))
        self.turn_button = PrimaryButton(_("Turn the screen"), icon="arrows-left-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        row.addWidget(self.print_button)
        row.addWidget(self.print_icon)
        row.addWidget(self.turn_button)
        self.search.clicked.connect(self.finds)
        self.print_button.clicked.connect(self.prints)
        self.print_icon.clicked.connect(self.prints)
        self.turn_button.clicked.connect(self.turns)
        self._fitting = False
        self.offer(None, None)

    def offer(self, turning: Offer | None, printing: Offer | None) -> None:
        """Show what the page in sight can do."""
        self._turning, self._printing = turning, printing
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its shortest words."""
        return QSize(scaled(self, 44) * 3, super().minimumSizeHint().height())

    def _fit(self) -> None:
        # Showing and hiding lays out anew and may resize: choose first, then change, and only once.
        if self._fitting:
            return
        self._fitting = True
        name = self._turning.name if self._turning is not None else ""
        print_words = True
        for words, print_words in (
            (self._words_for(name, 24), True),
            (self._words_for(name, 24), False),
            (self._words_for(name, 10), False),
            (_("Turn"), False),
        ):
            self.turn_button.set_words(words)
            if self._needed(print_words=print_words) <= self.width():
                break
        set_tip(self.turn_button, self._words_for(name, len(name)))
        self.turn_button.setVisible(self._turning is not None)
        self.print_button.setVisible(self._printing is not None and print_words)
        self.print_icon.setVisible(self._printing is not None and not print_words)
        self._fitting = False

    def _needed(self, *, print_words: bool) -> int:
        wide = self.search.minimumSizeHint().width() + 2 * _GAP
        wide += self.turn_button.sizeHint().width() + _GAP if self._turning is not None else 0
        shown = self.print_button if print_words else self.print_icon
        return wide + (shown.sizeHint().width() + _GAP if self._printing is not None else 0)

    def _words_for(self, name: str, most: int) -> str:
        short = name if len(name) <= most else f"{name[: most - 1]}…"
        return _("Turn to {name}").format(name=isolated(short)) if name else _("Turn the screen")
