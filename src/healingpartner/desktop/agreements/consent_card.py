"""The card beside the agreement: each notice and consent for itself, given and taken back in one tap."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.consents import acts
from healingpartner.agreements.consents.model import KIND_WORDS, WAY_WORDS, Consent, Way
from healingpartner.agreements.consents.views import Beside, beside_of
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.beside_papers import consent_order
from healingpartner.desktop.agreements.consent_task import ConsentTask
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.practice import Changed


class ConsentLine(QWidget):
    """One kind: how it stands and what can be done. Signals: turns, says_yes, takes_back."""

    turns = Signal()
    says_yes = Signal()
    takes_back = Signal()

    def __init__(self, desk: Desk, found: PersonAgreement, beside: Beside) -> None:
        """`beside`: the read model of this kind."""
        super().__init__()
        name, called = _(KIND_WORDS[beside.kind]), isolated(found.names.called)
        self.beside = beside
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(PlainLabel(name, tone="strong"))
        column.addWidget(PlainLabel(_stands(beside), tone="soft"))
        row = FlowLayout(gap=10)
        self.turn_button = QuietButton(_("Turn to {name}").format(name=called), icon="arrows-left-right")
        self.yes_button = LinkButton(_("{name} says yes aloud").format(name=called))
        self.back_button = QuietButton(_("Take it back"))
        for button, signal in (
            (self.turn_button, self.turns), (self.yes_button, self.says_yes), (self.back_button, self.takes_back),
        ):  # fmt: skip
            button.setAccessibleName(_("{kind}: {act}").format(kind=name, act=button.text()))
            button.clicked.connect(signal)
            row.addWidget(button)
        stands = beside.standing is not None
        self.turn_button.setVisible(not stands or beside.newer)
        self.yes_button.setVisible(not stands or beside.newer)
        self.back_button.setVisible(stands)
        column.addLayout(row)
        self.papers = PaperLinks(desk, name, lambda: consent_order(desk, found, beside.offered, beside.standing))
        column.addWidget(self.papers)


class ConsentCard(Card):
    """Three lines that know nothing of the promises."""

    def __init__(self, desk: Desk, found: PersonAgreement, *, turns: Callable[[ConsentTask], None]) -> None:
        """Asks its view at once and after each act about this person. `turns`: turns the screen with a task."""
        super().__init__(_("Beside the agreement"))
        self._desk, self._found, self._turns = desk, found, turns
        self.lines: dict[str, ConsentLine] = {}
        words = _("Each of these stands for itself. None is part of the promises, and each can be taken back at once.")
        self.column.addWidget(PlainLabel(words, tone="soft"))
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.column.addWidget(self.sentence)
        desk.runner.changed.connect(self._on_changed)
        self.ask()

    def ask(self) -> None:
        """Ask again how each stands."""
        language = spoken().locale
        self._desk.runner.ask(beside_of, self._found.person_id, language=language, owner=self, then=self._show)

    def turn(self, beside: Beside) -> None:
        """Turn the screen with these words alone."""
        self._turns(ConsentTask(self._desk, self._found.person_id, beside.offered))

    def write_yes(self, beside: Beside) -> None:
        """The patient said yes aloud; the practitioner writes it down."""
        self._desk.runner.do(
            acts.give, self._found.person_id, wording=beside.offered, way=Way.SAID, by=Voice.PATIENT, owner=self,
            then=lambda _id: self.ask(), sorry=self._say,
        )  # fmt: skip

    def take_back(self, consent: Consent) -> None:
        """One tap: from this moment it does not stand any more."""
        self._desk.runner.do(
            acts.take_back, consent.id, way=Way.SAID, by=Voice.PATIENT, owner=self,
            then=lambda _none: self._taken_back(), sorry=self._say,
        )  # fmt: skip

    def _taken_back(self) -> None:
        self._desk.notices.say(_("Taken back, from now on. When it was given stays readable."))
        self.ask()

    def _on_changed(self, change: Changed) -> None:
        if self._found.person_id in change.people:
            self.ask()

    def _show(self, found: tuple[Beside, ...]) -> None:
        if tuple(line.beside for line in self.lines.values()) == found:
            return
        while (item := self._place.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self.lines = {}
        for each in found:
            line = ConsentLine(self._desk, self._found, each)
            line.turns.connect(lambda each=each: self.turn(each))
            line.says_yes.connect(lambda each=each: self.write_yes(each))
            if each.standing is not None:
                line.takes_back.connect(lambda given=each.standing: self.take_back(given))
            self.lines[each.kind.value] = line
            self._place.addWidget(line)

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.sentence.show()


def _stands(beside: Beside) -> str:
    """One sentence, with the day and the time."""
    given, words = beside.standing, spoken()
    if given is not None:
        said = _("Given on {moment}, {way}.").format(
            moment=isolated(words.moment(given.given)), way=_(WAY_WORDS[given.way])
        )
        return _("{said} Our words have changed since.").format(said=said) if beside.newer else said
    last = next(iter(beside.earlier), None)
    if last is not None and last.withdrawn is not None and last.withdrawn_way is not None:
        return _("Taken back on {moment}, {way}.").format(
            moment=isolated(words.moment(last.withdrawn)), way=_(WAY_WORDS[last.withdrawn_way])
        )
    return _("Not given so far.")
