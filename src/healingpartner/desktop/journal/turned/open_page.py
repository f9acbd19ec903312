"""Opening together: the six words, the lines that either would rather not show, and then both sides at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.opened_chart import OpenedChart, OpenedTable
from healingpartner.desktop.journal.turned.page import JournalPage
from healingpartner.desktop.journal.turned.six_words import SixWords, tried
from healingpartner.desktop.journal.words import answer, differs_most
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.journal.reflections import acts
from healingpartner.journal.reflections.model import Opened, Reflection, Side
from healingpartner.journal.reflections.statements import DOMAIN_WORDS, Domain
from healingpartner.journal.reflections.store import patient_side_of
from healingpartner.journal.views import PersonJournal, journal_of
from healingpartner.practice import Practice


class OpenPage(JournalPage):
    """`side`: the patient's, once their words have opened it."""

    def __init__(self, desk: Desk, found: PersonJournal, going: Reflection) -> None:
        """`going`: sealed by both."""
        lead = _("Sit beside each other. Your six words open your side; then both are shown at once.")
        super().__init__(desk, found, _("Open our answers together"), lead=lead)
        self.going, self.side = going, Side()
        self.opened: Opened | None = None
        self.words = SixWords(_("These are my words"))
        self.words.given.connect(self.try_words)
        self.own: dict[Domain, CheckField] = {}
        self.others: dict[Domain, CheckField] = {}
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        lost = LinkButton(_("My words are lost"))
        lost.clicked.connect(self._lost)
        self._put(self.words, lost)
        self.end()

    def begin(self) -> None:
        """The words."""
        self.words.setFocus()

    def try_words(self, words: str) -> None:
        """Open the patient's side; wrong words are counted and slowed, and nothing is ever wiped."""
        going, now = self.going, self.desk.clock.now()

        def work(practice: Practice) -> Side | int:
            sealed = practice.ask(patient_side_of, going.id)
            return tried(practice, words, going, "" if sealed is None else sealed.box, now=now)

        self.desk.runner.try_run(work, owner=self, then=self._tried, sorry=self.words.say)

    def open(self) -> None:
        """Both sides at once, into the record and onto the page."""
        self.do(
            acts.open_together,
            self.going.id,
            self.side,
            patient_withholds=[domain for domain, tick in self.own.items() if tick.value()],
            practitioner_withholds=[domain for domain, tick in self.others.items() if tick.value()],
            then=lambda _id: self.desk.runner.ask(journal_of, self.found.person_id, owner=self, then=self._show_opened),
        )

    def _tried(self, answered: Side | int) -> None:
        if isinstance(answered, Side):
            self.side = answered
            self._show_lines()
            return
        self.words.say_wrong(answered)

    def _show_lines(self) -> None:
        own = Card(_("Your lines"))
        own.column.addWidget(PlainLabel(_("Mark a line that you would rather keep for yourself."), tone="soft"))
        for domain in Domain:
            if domain in self.side.levels or domain in self.side.instead:
                words = _("Keep back: {what} ({answer})").format(
                    what=_(DOMAIN_WORDS[domain]), answer=answer(self.side, domain)
                )
                self.own[domain] = CheckField(words)
                own.column.addWidget(self.own[domain])
        name = isolated(self.found.names.practitioner)
        other = Card(_("The lines of {name}").format(name=name))
        other.column.addWidget(PlainLabel(_("{name} may keep lines back, too.").format(name=name), tone="soft"))
        for domain in Domain:
            self.others[domain] = CheckField(_("Keep back: {what}").format(what=_(DOMAIN_WORDS[domain])))
            other.column.addWidget(self.others[domain])
        button = PatientButton(_("Open both now"), large=True)
        button.clicked.connect(self.open)
        self.open_button = button
        self._put(own, other, button)
        button.setFocus()

    def _show_opened(self, found: PersonJournal) -> None:
        self.opened = found.opened[-1]
        before = found.opened[-2] if len(found.opened) > 1 else None
        parts: list[QWidget] = [
            TitleLabel(_("Opened together")),
            OpenedChart(self.opened, found.names),
            OpenedTable(self.opened, found.names),
        ]
        asks = differs_most(self.opened, before)
        if asks:
            parts.append(PlainLabel(asks, tone="strong"))
        parts.append(PlainLabel(_("This helps us talk. It is not a test, and it gives nobody a mark."), tone="small"))
        done = PatientButton(_("Give the screen back"), large=True)
        done.clicked.connect(self.gives_back)
        self._put(*parts, done)
        done.setFocus()

    def _lost(self) -> None:
        words = PlainLabel(
            _("Then what you answered stays closed for good. That is nobody's fault. You can begin another together.")
        )
        rest = PatientButton(_("Let it rest closed"), large=True)
        told = _("It stays closed. You can begin another at any time.")
        rest.clicked.connect(
            lambda: self.do(acts.let_rest, self.going.id, then=lambda _none: self.thanked.emit(_("It rests"), told))
        )
        self._put(words, rest)

    def _put(self, *parts: QWidget) -> None:
        while (item := self._place.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        for part in parts:
            self._place.addWidget(part)
