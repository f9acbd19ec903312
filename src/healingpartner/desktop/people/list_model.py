"""The people of the list in memory, and the filter over their folded names: one table model, no proxies."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from healingpartner.desktop.kit.person_row import NAME_ROLE, NOTE_ROLE
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.words import spoken
from healingpartner.people.names import matches, wanted_words
from healingpartner.people.partnership import State, since_words
from healingpartner.people.reading import ListRow

ID_ROLE = int(Qt.ItemDataRole.UserRole) + 2
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """Everyone in the list, or those whose names hold every word typed. One reset at each keystroke."""

    def __init__(self) -> None:
        super().__init__()
        self._everyone: Sequence[ListRow] = ()
        self._hits: Sequence[ListRow] = ()
        self._wanted: tuple[str, ...] = ()
        self._lines: Mapping[str, str] = {}

    def show_everyone(self, rows: Sequence[ListRow]) -> None:
        """Other rows, in their order; what is typed still filters them."""
        self.beginResetModel()
        self._everyone = rows
        self._hits = _found(rows, self._wanted)
        self.endResetModel()

    def filter(self, typed: str) -> None:
        """Show those whose names hold what is typed; a longer text narrows the hits of the shorter one."""
        wanted = wanted_words(typed)
        if wanted == self._wanted:
            return
        narrows = len(wanted) == len(self._wanted) and all(
            new.startswith(old) for new, old in zip(wanted, self._wanted, strict=True)
        )
        self.beginResetModel()
        self._hits = _found(self._hits if narrows and self._wanted else self._everyone, wanted)
        self._wanted = wanted
        self.endResetModel()

    def show_lines(self, lines: Mapping[str, str]) -> None:
        """Second lines by person id, from rooms that know what comes next; others say how the partnership stands."""
        self._lines = lines
        if self._hits:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._hits) - 1, 0), [NOTE_ROLE])

    def id_at(self, row: int) -> str:
        """The person id of a row in sight, or ""."""
        return self._hits[row][0] if 0 <= row < len(self._hits) else ""

    def row_of(self, person_id: str) -> int:
        """The row of a person, or -1 when they are not among the hits."""
        return next((row for row, each in enumerate(self._hits) if each[0] == person_id), -1)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Rows in sight."""
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: Index = _TOP) -> int:
        """One: a row is drawn whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = NAME_ROLE) -> object:
        """Name, second line, id, and both lines for screen readers."""
        if not 0 <= index.row() < len(self._hits):
            return None
        person_id, name, _folded, state, since = self._hits[index.row()]
        if role == NAME_ROLE:
            return name
        if role == ID_ROLE:
            return person_id
        if role == NOTE_ROLE:
            return self._note(person_id, state, since)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return f"{name}, {self._note(person_id, state, since)}"
        return None

    def _note(self, person_id: str, state: str, since: str) -> str:
        return self._lines.get(person_id) or since_words(
            State(state), PartialDate.read(since) if since else None, spoken()
        )


def _found(rows: Sequence[ListRow], wanted: tuple[str, ...]) -> Sequence[ListRow]:
    if not wanted:
        return rows
    if len(wanted) == 1:
        (word,) = wanted
        return [row for row in rows if word in row[2]]
    return [row for row in rows if matches(row[2], wanted)]
