"""Printing: the system's dialog chooses the printer, and the paper's pages go there as pictures.

What is saved are the paper's own tagged bytes; a printer needs only the picture.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.paper_view import look_at, pages_of
from healingpartner.exchange import release
from healingpartner.exchange.release import Document, Purpose
from healingpartner.foundation.words import _
from healingpartner.practice import Practice
from healingpartner.vault.releases import Outcome, Released

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from healingpartner.paper.preview import Picture

_DPI = 300


class PrintOut(QObject):
    """One paper on its way to a printer; lives as long as its page and its dialog."""

    def __init__(self, desk: Desk, page: QWidget, purpose: Purpose, then: Callable[[], None]) -> None:
        """`then` is called once the paper was handed to the printer."""
        super().__init__(page)
        self._desk, self._page, self._purpose, self._then = desk, page, purpose, then

    def begin(self, make: Callable[[Practice], Document]) -> None:
        """Make the paper and show it; from there the printer is chosen."""

        def made(practice: Practice) -> "tuple[Document, tuple[Picture, ...]]":
            document = make(practice)
            return document, pages_of(document.pdf)

        self._desk.runner.run(made, owner=self._page, then=lambda shown: self._look_at(*shown))

    def _look_at(self, document: Document, pages: "tuple[Picture, ...]") -> None:
        unprintable = getattr(document, "unprintable", ())
        look_at(self._page, self._purpose.what, pages, unprintable, lambda: self.choose_printer(document))

    def choose_printer(self, document: Document) -> None:
        """The system's own dialog."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Healing Partner"))
        size = QPageSize.PageSizeId.Letter if self._desk.settings.values.paper == "Letter" else QPageSize.PageSizeId.A4
        printer.setPageSize(QPageSize(size))
        dialog = QPrintDialog(printer, self._page)
        dialog.accepted.connect(lambda: self.print_on(printer, document))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_on(self, printer: "QPrinter", document: Document) -> None:
        """Write down that it leaves, print it, write down that it left."""
        purpose = self._purpose
        self._desk.runner.run(
            lambda practice: release.begin_printing(practice, document, purpose),
            owner=self._page,
            then=lambda begun: self._print(printer, document, begun),
        )

    def _print(self, printer: "QPrinter", document: Document, begun: Released) -> None:
        printed = paint_pages(printer, document.pdf)
        outcome = Outcome.LEFT if printed else Outcome.STAYED
        self._desk.runner.run(lambda practice: release.ended(practice, begun, outcome), owner=self._page)
        if printed:
            self._desk.notices.say(_("Sent to the printer."))
            self._then()
        else:
            self._desk.notices.warn(
                _("The printer did not take the page."), then=_("Check the printer, or save the page as a PDF instead.")
            )


def paint_pages(printer: "QPrinter", pdf: bytes) -> bool:
    """Paint every page onto the printer, edge to edge; False when it does not take them."""
    from healingpartner.paper.preview import pictures

    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, picture in enumerate(pictures(pdf, dpi=_DPI)):
        if number and not printer.newPage():
            painter.end()
            return False
        image = QImage(picture.rgba, picture.width, picture.height, QImage.Format.Format_RGBX8888)
        painter.drawImage(QRectF(painter.viewport()), image)
    return painter.end()
