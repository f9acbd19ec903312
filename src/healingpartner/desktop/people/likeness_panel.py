"""Who may already be here, while someone is being added: each with a way to open their record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.people.reading import Likeness


class LikenessPanel(Card):
    """opened: the id of someone who is here already. Hidden while nobody is alike."""

    opened = Signal(str)

    def __init__(self, *, sentence: str = "", action: str = "") -> None:
        """Hidden until somebody is alike. `sentence` and `action`: other words than those of the form."""
        super().__init__(ground="warn_tint")
        self._action = action or _("Open that record")
        asked = sentence or _("Someone like this is here already. Is it the same person?")
        self._sentence = PlainLabel(asked, tone="warn")
        self._rows = QVBoxLayout()
        self.column.addWidget(self._sentence)
        self.column.addLayout(self._rows)
        self.hide()

    def show_people(self, found: tuple[Likeness, ...]) -> None:
        """These people, the likeliest first; none hides the panel."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in found:
            self._rows.addWidget(self._row(each))
        if found and self.isHidden():
            announce(self, self._sentence.text())
        self.setVisible(bool(found))

    def _row(self, each: Likeness) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        born = spoken().partial_date(each.birth_date) if each.birth_date else ""
        words = " · ".join(part for part in (isolated(each.name), born, _why(each)) if part)
        line.addWidget(PlainLabel(words), 1)
        button = LinkButton(self._action, icon="arrow-right")
        button.clicked.connect(lambda: self.opened.emit(each.id))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _why(each: Likeness) -> str:
    said = {"name": _("a name like this"), "birth_date": _("the same birth date"), "phone": _("the same phone")}
    return ", ".join(words for key, words in said.items() if key in each.why)
