"""A line on a record that was joined to another: where everything is shown together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _


class JoinedNotice(QWidget):
    """opened: the id of the record that stays. Hidden on every other record."""

    opened = Signal(str)

    def __init__(self) -> None:
        """Hidden until there is something to say."""
        super().__init__()
        self._whole_id = ""
        self._sentence = PlainLabel(tone="warn")
        link = LinkButton(_("Open it"), icon="arrow-right")
        link.clicked.connect(lambda: self.opened.emit(self._whole_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sentence, 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_whole(self, whole_id: str, name: str) -> None:
        """The record this one was joined to; "" hides the line."""
        self._whole_id = whole_id
        self._sentence.setText(_("This record is joined to that of {name}.").format(name=isolated(name)))
        self.setVisible(bool(whole_id))
