"""What both wrote, on the turned view: the patient reads it, adds words, and takes back what is theirs."""

from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.entry_card import EntryCard
from healingpartner.desktop.journal.turned.page import JournalPage
from healingpartner.desktop.journal.turned.place import Place
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal import acts
from healingpartner.journal.views import EntryLine, PersonJournal, lines_of

AT_ONCE = 12


class ReadPage(JournalPage):
    """The newest first, a dozen at a time."""

    def __init__(self, desk: Desk, found: PersonJournal) -> None:
        """`found`: its newest lines are shown."""
        super().__init__(desk, found, _("What we wrote to each other"))
        self.cards: dict[str, EntryCard] = {}
        self._lines: list[EntryLine] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(14)
        self.column.addLayout(self._place)
        self.more = QuietButton(_("Show earlier entries"), large=True)
        self.more.clicked.connect(self.show_earlier)
        self.row(self.more)
        self._add(found.lines[:AT_ONCE], more=found.count > AT_ONCE)
        self.end()

    def begin(self) -> None:
        """The first thing that can be done."""
        first = next((card.reply_button for card in self.cards.values() if card.reply_button is not None), None)
        if first is not None:
            first.setFocus()

    def show_earlier(self) -> None:
        """A dozen more."""
        last = self._lines[-1].entry
        self.desk.runner.ask(
            lines_of, self.found.person_id, before=(last.shared.utc_us, last.id), limit=AT_ONCE + 1, owner=self,
            then=lambda lines: self._add(lines[:AT_ONCE], more=len(lines) > AT_ONCE),
        )  # fmt: skip

    def _add(self, lines: tuple[EntryLine, ...], *, more: bool) -> None:
        for line in lines:
            card = EntryCard(line, self.found.names, reader=Voice.PATIENT)
            card.answers.connect(self._reply)
            card.takes_back.connect(lambda entry_id: self.goes.emit(Place.READ.value, entry_id))
            card.opens_repair.connect(lambda entry_id: self.goes.emit(Place.REPAIR.value, entry_id))
            self.cards[line.entry.id] = card
            self._place.addWidget(card)
        self._lines += lines
        self.more.setVisible(more)

    def _reply(self, entry_id: str, words: str) -> None:
        def sorry(problem: RuleBroken | Refused) -> None:
            self.cards[entry_id].say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())

        self.do(acts.reply, entry_id, words, then=lambda _id: self.goes.emit(Place.READ.value, ""), sorry=sorry)


class TakeBackPage(JournalPage):
    """One entry of the patient's own, and the question whether it is taken back."""

    def __init__(self, desk: Desk, found: PersonJournal, line: EntryLine) -> None:
        """`line`: theirs, and not taken back yet."""
        super().__init__(desk, found, _("Take this back?"), lead=_("It stays in the journal, struck and hidden."))
        self.column.addWidget(PlainLabel(line.entry.words))
        self.choices = Choices(_("Take it back"), think=_("Leave it"))
        self.choices.goes_on.connect(
            lambda: self.do(acts.take_back, line.entry.id, then=lambda _none: self.goes.emit(Place.READ.value, ""))
        )
        self.choices.thinks.connect(lambda: self.goes.emit(Place.READ.value, ""))
        self.column.addWidget(self.choices)
        self.end(back=False)

    def begin(self) -> None:
        """Neither way is pressed on anybody."""
        self.choices.think.setFocus()
