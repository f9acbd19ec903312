"""The people of the list in memory, and the filter over their folded names: one table model, no proxies."""

from collections.abc import Mapping, Sequence
from itertools import compress, pairwise, repeat
from operator import contains

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
MOST_SEEN = 64


class PeopleModel(QAbstractTableModel):
    """Everyone in the list, or those whose names hold every word typed. One reset at each keystroke."""

    def __init__(self) -> None:
        super().__init__()
        self._everyone: Sequence[ListRow] = ()
        self._hits: Sequence[ListRow] = ()
        self._folded: Sequence[str] = ()
        self._twins: frozenset[str] = frozenset()
        self._seen: dict[tuple[str, ...], Sequence[ListRow]] = {(): ()}
        self._wanted: tuple[str, ...] = ()
        self._lines: Mapping[str, str] = {}

    def show_everyone(self, rows: Sequence[ListRow]) -> None:
        """Other rows, in their order; what is typed still filters them. The same rows change nothing."""
        if rows == self._everyone:
            return
        self.beginResetModel()
        self._everyone = rows
        self._folded = [row[2] for row in rows]
        self._twins = _of_one_name(rows)
        self._seen = {(): rows}
        self._hits = self._found(self._wanted)
        self.endResetModel()

    def filter(self, typed: str) -> None:
        """Show those whose names hold what is typed; a longer text narrows the hits of the shorter one."""
        wanted = wanted_words(typed)
        if wanted == self._wanted:
            return
        self.beginResetModel()
        self._hits = self._found(wanted)
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
        person_id, name, _folded, state, since, born = self._hits[index.row()]
        if role == NAME_ROLE:
            return name
        if role == ID_ROLE:
            return person_id
        if role == NOTE_ROLE:
            return self._note(person_id, state, since, born)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return f"{name}, {self._note(person_id, state, since, born)}"
        return None

    def _note(self, person_id: str, state: str, since: str, born: str) -> str:
        note = self._lines.get(person_id) or since_words(
            State(state), PartialDate.read(since) if since else None, spoken()
        )
        return f"{born_words(born)} · {note}" if born and person_id in self._twins else note

    def _found(self, wanted: tuple[str, ...]) -> Sequence[ListRow]:
        """The hits, remembered for the way back: taking a letter away costs nothing."""
        if wanted not in self._seen:
            if len(self._seen) > MOST_SEEN:
                self._seen = {(): self._everyone}
            self._seen[wanted] = self._look(wanted)
        return self._seen[wanted]

    def _look(self, wanted: tuple[str, ...]) -> Sequence[ListRow]:
        before = self._seen.get(_shorter(wanted))
        if before is not None and len(before) < len(self._everyone):
            return [row for row in before if matches(row[2], wanted)]
        first, *others = sorted(wanted, key=len, reverse=True)
        hits = list(compress(self._everyone, map(contains, self._folded, repeat(first))))
        return [row for row in hits if matches(row[2], tuple(others))] if others else hits


def born_words(born: str) -> str:
    """The birth date of a row, which tells people of one name apart; "" when it is not known."""
    return spoken().partial_date(PartialDate.read(born)) if born else ""


def _of_one_name(rows: Sequence[ListRow]) -> frozenset[str]:
    """The ids of people whose neighbour in the list has the same name."""
    pairs = ((one, other) for one, other in pairwise(rows) if one[1] == other[1])
    return frozenset(row[0] for pair in pairs for row in pair)


def _shorter(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """What stood there one keystroke before, when a letter was typed at the end."""
    *first, last = wanted
    return (*first, last[:-1]) if len(last) > 1 else tuple(first)
