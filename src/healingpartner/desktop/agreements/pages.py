"""The quiet pages of the turned view around reading and signing: thinking about it, and thanks."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.envelope import Role
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, _, spoken

_LATER = ((7, N_("Ask me in a week")), (30, N_("Ask me in a month")))


class ThinkingPage(QWidget):
    """`chosen`: a date to ask again as text, or "" for none. `goes_back`: back to reading."""

    chosen = Signal(str)
    goes_back = Signal()

    def __init__(self, today: date, *, soft: str = "") -> None:
        """`today`: what a week and a month are counted from; `soft`: other words of ease, for the practitioner."""
        super().__init__()
        page, column = _column(self, _("Take all the time you need"))
        ease = _("Nothing presses, and your care stays as it is. You may take the text home.")
        column.addWidget(PlainLabel(soft or ease))
        column.addWidget(PlainLabel(_("Would you like to be asked again one day? You need not answer.")))
        ways = FlowLayout(gap=12)
        self.no_date = QuietButton(_("I will say when"), large=True)
        self.no_date.clicked.connect(lambda: self.chosen.emit(""))
        ways.addWidget(self.no_date)
        self.later: list[QuietButton] = []
        for days, words in _LATER:
            day = today + timedelta(days=days)
            button = QuietButton(_("{words}: {day}").format(words=_(words), day=spoken().date(day)), large=True)
            button.clicked.connect(lambda _on=False, day=day: self.chosen.emit(day.isoformat()))
            self.later.append(button)
            ways.addWidget(button)
        column.addLayout(ways)
        self.day = PartialDateField(_("Or on another day"))
        self.on_day = QuietButton(_("Ask me then"))
        self.on_day.clicked.connect(self._choose_day)
        self.back = QuietButton(_("Back to the text"))
        self.back.clicked.connect(self.goes_back)
        column.addWidget(self.day)
        row = FlowLayout(gap=12)
        row.addWidget(self.on_day)
        row.addWidget(self.back)
        column.addLayout(row)
        column.addStretch(2)
        page.setFocusProxy(self.no_date)

    def begin(self) -> None:
        """Put the keyboard on the answer that asks nothing."""
        self.no_date.setFocus()

    def say(self, problem: RuleBroken | Refused) -> None:
        """What stood in the way of that day."""
        self.day.say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.day.setFocus()

    def _choose_day(self) -> None:
        try:
            day = self.day.date()
        except RuleBroken as broken:
            self.say(broken)
            return
        if day is None:
            self.say(RuleBroken("day", _("Write a day first. A month is enough.")))
            return
        self.chosen.emit(day.text())


class WordsFirstPage(QWidget):
    """New words wait for the other's answer before anyone signs. `goes_back`: to the text; `gives_back`: the screen."""

    goes_back = Signal()
    gives_back = Signal()

    def __init__(self, name: str) -> None:
        """`name`: who answers next."""
        super().__init__()
        _page, column = _column(self, _("Your words come first"))
        said = _("You put something in your own words. {name} answers that first; then you both can sign.")
        column.addWidget(PlainLabel(said.format(name=isolated(name))))
        column.addWidget(PlainLabel(_("Everything stays here as you leave it now.")))
        ways = FlowLayout(gap=12)
        self.back = QuietButton(_("Back to the text"), large=True)
        self.give_back = PatientButton(_("Give the screen back"), large=True)
        self.back.clicked.connect(self.goes_back)
        self.give_back.clicked.connect(self.gives_back)
        for button in (self.back, self.give_back):
            ways.addWidget(button)
        column.addLayout(ways)
        column.addStretch(2)

    def begin(self) -> None:
        """Put the keyboard on the next step."""
        self.give_back.setFocus()


class DonePage(QWidget):
    """After a step is done. `hands_over`: the practitioner signs here and now. `gives_back`: the screen goes back."""

    hands_over = Signal()
    gives_back = Signal()

    def __init__(self, title: str, words: str, *, next_signer: str = "") -> None:
        """`next_signer`: the name of the practitioner when their signature is still to come, or ""."""
        super().__init__()
        _page, column = _column(self, title)
        column.addWidget(PlainLabel(words))
        ways = FlowLayout(gap=12)
        made = QuietButton if next_signer else PatientButton
        self.beside: dict[Role, LinkButton] = {}
        self.give_back: QuietButton | PatientButton = made(_("Give the screen back"), large=True)
        self.give_back.clicked.connect(self.gives_back)
        self.hand_over: PrimaryButton | None = None
        if next_signer:
            self.hand_over = PrimaryButton(_("{name} signs now").format(name=isolated(next_signer)), large=True)
            self.hand_over.clicked.connect(self.hands_over)
            ways.addWidget(self.hand_over)
        ways.addWidget(self.give_back)
        self._ways, self._column = ways, column
        column.addLayout(ways)
        column.addStretch(2)

    def show_work(self, progress: QWidget) -> None:
        """Long work goes on while the thanks are read: show how far it is."""
        self._column.insertWidget(self._column.count() - 1, progress)

    def offer_beside(self, then: Callable[[Role], None]) -> None:
        """Offer a witness and an interpreter to sign too; `then` hears who does."""
        self.beside = {
            Role.WITNESS: LinkButton(_("A witness signs too")),
            Role.INTERPRETER: LinkButton(_("The interpreter signs")),
        }
        for role, button in self.beside.items():
            button.clicked.connect(partial(self._beside, then, role))
            self._ways.addWidget(button)

    def _beside(self, then: Callable[[Role], None], role: Role) -> None:
        then(role)

    def begin(self) -> None:
        """Put the keyboard on the next step."""
        (self.hand_over or self.give_back).setFocus()


def _column(widget: QWidget, title: str) -> tuple[ScrollPage, QVBoxLayout]:
    page = ScrollPage(title, margin=4)
    whole = QVBoxLayout(widget)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(page)
    page.column.addStretch(1)
    page.column.addWidget(TitleLabel(title, level=1))
    return page, page.column
