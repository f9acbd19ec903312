"""The entries of a journal below each other: made a few at a time, so that a long journal never holds up the screen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QElapsedTimer, QTimer, Signal

from healingpartner.desktop.journal.entry_card import EntryCard
from healingpartner.desktop.plans.card_column import CardColumn
from healingpartner.journal.views import EntryLine, Names

FIRST = 4  # enough to begin reading; the rest of the screen follows in a moment
SLICE_MS = 6


class EntriesColumn(CardColumn):
    """answers: (entry id, words, its card). takes_back, opens_repair: entry id. saves_picture: its id.

    typed_on: at each key. made: some more cards stand.
    """

    answers = Signal(str, str, object)
    takes_back = Signal(str)
    opens_repair = Signal(str)
    saves_picture = Signal(str)
    typed_on = Signal()
    made = Signal()

    def __init__(self, names: Names) -> None:
        """Begins empty."""
        super().__init__(gap=14)
        self.cards: dict[str, EntryCard] = {}
        self._names = names
        self._lines: tuple[EntryLine, ...] = ()
        self._late: list[EntryLine] = []
        self._waiting: dict[str, str] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make_some)

    def lines(self) -> tuple[EntryLine, ...]:
        """Every line that is shown or will be in a moment, the newest first."""
        return self._lines

    def show_lines(self, lines: Sequence[EntryLine]) -> None:
        """These, the newest first. Only what differs is made anew, so that an answer half typed stays where it is."""
        self._lines = tuple(lines)
        ids = {line.entry.id for line in lines}
        for entry_id in [each for each in self.cards if each not in ids]:
            self.take(self.cards.pop(entry_id))
        late, made = [], 0
        for line in lines:
            card = self.cards.get(line.entry.id)
            if card is not None and card.line == line:
                continue
            if card is None and made >= FIRST:
                late.append(line)
                continue
            made += 1
            if card is not None:
                self.take(self.cards.pop(line.entry.id))
            self._make(line)
        self._late = late
        if late:
            self._soon.start()

    def add_earlier(self, lines: Sequence[EntryLine]) -> None:
        """More at the end, a few at a time."""
        self._lines = (*self._lines, *lines)
        self._late += lines
        self._soon.start()

    def typed(self) -> dict[str, str]:
        """Answers that are not added yet, by entry id; those of cards that do not stand yet included."""
        return self._waiting | {entry_id: words for entry_id, card in self.cards.items() if (words := card.typed())}

    def show_typed(self, replies: Mapping[str, str]) -> None:
        """Answers that were typed before, each below its entry as soon as that stands."""
        self._waiting |= {entry_id: words for entry_id, words in replies.items() if entry_id not in self.cards}
        for entry_id, card in self.cards.items():
            if entry_id in replies:
                card.open_reply(replies[entry_id])

    def is_whole(self) -> bool:
        """Whether every line has its card."""
        return not self._late

    def _make_some(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._late and spent.elapsed() < SLICE_MS:
            self._make(self._late.pop(0))
        if self._late:
            self._soon.start()
        self.made.emit()

    def _make(self, line: EntryLine) -> None:
        card = EntryCard(line, self._names)
        card.answers.connect(lambda entry_id, words: self.answers.emit(entry_id, words, card))
        card.takes_back.connect(self.takes_back)
        card.opens_repair.connect(self.opens_repair)
        card.saves_picture.connect(self.saves_picture)
        card.typed_on.connect(self.typed_on)
        before = self._place_of(line)
        self.cards[line.entry.id] = card
        self.insert(before, card)
        if line.entry.id in self._waiting:
            card.open_reply(self._waiting.pop(line.entry.id))

    def _place_of(self, line: EntryLine) -> int:
        """How many of the cards that stand are newer."""
        key = (line.entry.shared.utc_us, line.entry.id)
        if not self.cards or key < _oldest(self.parts()):
            return len(self.cards)
        return sum((card.line.entry.shared.utc_us, card.line.entry.id) > key for card in self.cards.values())


def _oldest(parts: Sequence[object]) -> tuple[int, str]:
    last = parts[-1]
    return (last.line.entry.shared.utc_us, last.line.entry.id) if isinstance(last, EntryCard) else (0, "")
