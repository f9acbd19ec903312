"""Choosing another person of the practice: a filter and the first few hits below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.filter_field import FilterField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.list_model import born_words
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import matches, wanted_words
from healingpartner.people.partnership import State, since_words
from healingpartner.people.reading import ListRow
from healingpartner.people.views import list_rows

_MOST = 6


class PersonPicker(QWidget):
    """chosen: (id, shown name)."""

    chosen = Signal(str, str)

    def __init__(self, desk: Desk, name: str, *, but: str = "") -> None:
        """`name`: what is looked for; `but`: a person who is not offered."""
        super().__init__()
        self._rows: list[ListRow] = []
        self._but = but
        self.filter_field = FilterField(name)
        self._hits = QVBoxLayout()
        self._hits.setSpacing(4)
        self._nobody = PlainLabel(tone="soft")
        self._nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter_field)
        column.addLayout(self._hits)
        column.addWidget(self._nobody)
        self.filter_field.filtered.connect(self._show)
        desk.runner.ask(list_rows, owner=self, then=self._take)

    def _take(self, rows: list[ListRow]) -> None:
        self._rows = [row for row in rows if row[0] != self._but]
        self._show(self.filter_field.text())

    def _show(self, typed: str) -> None:
        while (item := self._hits.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        wanted = wanted_words(typed)
        found = [row for row in self._rows if matches(row[2], wanted)][:_MOST] if wanted else []
        for person_id, name, _folded, state, _since, born in found:
            stands = since_words(State(state), None, spoken())
            button = QuietButton(
                " · ".join(part for part in (isolated(name), born_words(born), stands) if part), icon="user"
            )
            button.clicked.connect(lambda _checked, who=person_id, called=name: self.chosen.emit(who, called))
            self._hits.addWidget(button)
        self._nobody.setText(_("Nobody of that name is in the list.") if wanted and not found else "")
        self._nobody.setVisible(bool(wanted and not found))
