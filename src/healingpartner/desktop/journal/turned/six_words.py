"""The six words: shown once, large and numbered; a field to type them into, and how they are tried."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import PatientButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.journal.reflections import acts
from healingpartner.journal.reflections.model import Reflection, Side
from healingpartner.journal.reflections.store import misses_of
from healingpartner.practice import Practice
from healingpartner.vault.sealed_box import words_typed


class WordsShown(QWidget):
    """Six cards, three in a row, read from left to right in every language."""

    def __init__(self, words: tuple[str, ...]) -> None:
        """The words in their order."""
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(", ".join(words))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for at, word in enumerate(words):
            card = Card()
            card.column.addWidget(PlainLabel(spoken().number(at + 1), tone="small"))
            title = TitleLabel(word, level=2)
            title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.column.addWidget(title)
            grid.addWidget(card, at // 3, at % 3)


class SixWords(QWidget):
    """given: the words as typed, once they are six of the list."""

    given = Signal(str)

    def __init__(self, button: str) -> None:
        """`button`: what comes with them."""
        super().__init__()
        self.line = LineField(_("Your six words, in their order"))
        self.go_on = PatientButton(button, large=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.line)
        self.go_on.clicked.connect(self.give)
        self.line.line.returnPressed.connect(self.give)

    def give(self) -> None:
        """Hand them over, or say which is no word of the list; nothing while it is to wait."""
        if not self.go_on.isEnabled():
            return
        try:
            words = words_typed(self.line.value())
        except RuleBroken as broken:
            self.line.say(broken.sentence)
            return
        self.line.say("")
        self.given.emit(" ".join(words))

    def say(self, problem: Exception) -> None:
        """Why they do not open it."""
        if isinstance(problem, RuleBroken):
            self.line.say(problem.sentence)
        elif isinstance(problem, Refused | VaultProblem):
            self.line.say(problem.sentence())
        self.line.setFocus()

    def say_wrong(self, seconds: int) -> None:
        """They are not the words; after a few tries, not again before so many seconds."""
        self.line.say(_("Those are not the words that were dealt for this. Look at the slip again."))
        if seconds:
            self.wait(seconds)
            QTimer.singleShot(seconds * 1000, self, self.ready)

    def wait(self, seconds: int) -> None:
        """Not again before a while has passed."""
        self.go_on.setEnabled(False)
        self.line.say(_("Please wait {count} seconds, then try again. Nothing is lost.").format(count=seconds))

    def ready(self) -> None:
        """Try again."""
        self.go_on.setEnabled(True)


def tried(practice: Practice, words: str, going: Reflection, box: str, *, now: Instant) -> Side | int:
    """The patient's side, or how many seconds to wait before the next try; slow on purpose, for the vault's thread.

    Wrong words are counted and slow the next try, on whichever page; nothing is ever wiped.
    """
    seconds = practice.ask(acts.still_to_wait, going.id, now=now)
    if seconds:
        return seconds
    try:
        return acts.unsealed(words, going, box)
    except VaultProblem as problem:
        if problem.kind != "wrong-words":
            raise
        practice.do(acts.note_wrong_words, going.id, by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW)
        return acts.wait_after(practice.ask(misses_of, going.id))
