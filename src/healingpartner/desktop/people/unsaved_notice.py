"""A line about a form that was left with something in it: the text is kept, and one step away."""

from PySide6.QtCore import Qt, Signal

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.words import _


class UnsavedNotice(Card):
    """wanted: back to the form. Hidden while nothing is unsaved."""

    wanted = Signal()

    def __init__(self) -> None:
        """Hidden until there is a draft."""
        super().__init__(ground="warn_tint")
        link = LinkButton(_("Go on writing"), icon="pencil-simple")
        link.clicked.connect(self.wanted)
        self.column.addWidget(PlainLabel(_("You were changing this record. Your text is kept, and not saved yet.")))
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()
