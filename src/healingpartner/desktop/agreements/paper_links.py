"""Two quiet links for one paper: print it, or save it as a PDF."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.leaving import Leaving
from healingpartner.foundation.words import _


class PaperLinks(QWidget):
    """`order` is asked for when a link is chosen. `name`: the paper, for the links' names. `left`: it has left."""

    left = Signal()

    def __init__(self, desk: Desk, name: str, order: Callable[[], PaperOrder]) -> None:
        """Nothing is made before it is asked for."""
        super().__init__()
        self._desk, self._order = desk, order
        self.print_link = LinkButton(_("Print: {name}").format(name=name), icon="printer")
        self.save_link = LinkButton(_("Save as a PDF"), icon="file-pdf")
        self.save_link.setAccessibleName(_("Save as a PDF: {name}").format(name=name))
        self.print_link.clicked.connect(self.print_out)
        self.save_link.clicked.connect(self.save)
        row = FlowLayout(self, gap=10)
        row.addWidget(self.print_link)
        row.addWidget(self.save_link)

    def print_out(self) -> None:
        """Make it and show it; from there the printer is chosen."""
        order = self._order()
        Leaving(self._desk, self).print_out(order.make, order.purpose, self.left.emit)

    def save(self) -> None:
        """Make it and ask where it goes."""
        order = self._order()
        Leaving(self._desk, self).save(order.make, order.purpose, order.name, self.left.emit)
