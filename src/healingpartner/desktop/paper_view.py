"""Paper looked at before it is printed: its pages as they will be, and what on them no face could draw."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.pdf_preview import PdfPreview
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.notice_panels import Scrim
from healingpartner.foundation.words import _, ngettext

if TYPE_CHECKING:
    from healingpartner.paper.preview import Picture

SCREEN_DPI = 110


def pages_of(pdf: bytes) -> "tuple[Picture, ...]":
    """The pages of a finished paper, fine enough for a screen. Slow: to be called on the vault thread."""
    from healingpartner.paper.preview import pictures

    return tuple(pictures(pdf, dpi=SCREEN_DPI))


class PaperView(Scrim):
    """Over the window: the paper, and the two ways on. `wanted` when it is to be printed."""

    wanted = Signal()

    def __init__(self, host: QWidget, title: str, pages: "Sequence[Picture]", unprintable: Sequence[str] = ()) -> None:
        """`unprintable`: characters that stand on the paper as boxes, by code point."""
        super().__init__(host)
        self.setAccessibleName(title)
        self.card.setMaximumWidth(scaled(self, 760))
        self.inside.addWidget(TitleLabel(title))
        count = ngettext("{count} page", "{count} pages", len(pages)).format(count=len(pages))
        self.inside.addWidget(PlainLabel(count, tone="soft"))
        if unprintable:
            words = _("Some characters are in none of our faces. Each stands on the paper in a small box: {codes}.")
            self.inside.addWidget(PlainLabel(words.format(codes=", ".join(unprintable)), tone="warn"))
        self.preview = PdfPreview(title)
        self.preview.show_pages([(page.width, page.height, page.rgba) for page in pages])
        self.preview.setMinimumHeight(scaled(self, 240))
        self.inside.addWidget(self.preview, 1)
        self.print_button = PrimaryButton(_("Print"), icon="printer")
        self.print_button.clicked.connect(self._print)
        close = QuietButton(_("Close"))
        close.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.print_button)
        self.inside.addLayout(row)
        self._fill()

    def first_focus(self) -> QWidget:
        """What it was opened for."""
        return self.print_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def _fill(self) -> None:
        """Paper wants height: the veil keeps only a little above and below."""
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            for at, share in enumerate((0, 1, 0)):
                whole.setStretch(at, share)

    def _print(self) -> None:
        self.leave()
        self.wanted.emit()


def look_at(host: QWidget, title: str, pages: "Sequence[Picture]", unprintable: Sequence[str],
            then: Callable[[], None]) -> PaperView:  # fmt: skip
    """Show the paper over the window of `host`; `then` when it is to be printed."""
    view = PaperView(host.window(), title, pages, unprintable)
    view.wanted.connect(then)
    view.open()
    return view
