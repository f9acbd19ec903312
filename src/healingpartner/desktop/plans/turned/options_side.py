"""The ways of one decision side by side at reading size: the same rows for each, both voices, and what can be done.

As many stand beside each other as can be read; the others follow below in the same order of rows.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip, Tint
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import TitleLabel
from healingpartner.desktop.plans.turned.option_rows import rows_of
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions.model import OPTION_STANDING_WORDS, Decision, Option, OptionStanding
from healingpartner.plans.differing.model import AlternativeState
from healingpartner.plans.versions.model import WholePlan

LEAST_WIDTH, GAP, INSIDE, AT_FIRST = 300, 14, 14, 12
STANDING_TINTS: dict[OptionStanding, Tint] = {
    OptionStanding.OPEN: "plain",
    OptionStanding.CHOSEN: "ours",
    OptionStanding.DECLINED: "yours",
    OptionStanding.FALLBACK: "mine",
}


class OptionsSide(QWidget):
    """Each signal gives an option's id."""

    feels = Signal(str)
    sets_aside = Signal(str)
    too_much = Signal(str)
    differs = Signal(str)
    reopens = Signal(str)
    settles = Signal(str)  # an alternative's id

    def __init__(self, found: WholePlan, decision: Decision, *, writable: bool) -> None:
        """`writable`: whether the plan may be changed now."""
        super().__init__()
        self._everyone = found.contents.options_of(decision.id)
        self._options = self._everyone[:AT_FIRST]
        self.more = QuietButton(_("Show all {n} ways").format(n=spoken().number(len(self._everyone))))
        self.more.setVisible(len(self._everyone) > AT_FIRST)
        self.more.clicked.connect(self.show_all)
        self._rows, self._writable = rows_of(found, decision), writable
        self._nets = {one.option_id: one for one in found.contents.alternatives}
        self._columns = 0
        self.buttons: dict[tuple[str, str], QWidget] = {}
        rule = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(self._column)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_all(self) -> None:
        """Every way, however many there are."""
        self._options, columns, self._columns = self._everyone, self._columns, 0
        self.more.hide()
        self._arrange(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as the width has room for."""
        super().resizeEvent(event)
        room = max(1, (self.width() + GAP) // (scaled(self, LEAST_WIDTH) + GAP))
        self._arrange(columns_for(len(self._options), room))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self.buttons = {}
        while (item := self._column.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        for at in range(0, len(self._options), columns):
            self._column.addWidget(self._band(self._options[at : at + columns], columns))

    def _band(self, options: Sequence[Option], columns: int) -> QWidget:
        band = QWidget()
        grid = QGridLayout(band)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(10)
        shown = [row for row in self._rows if any(row.make(option) is not None for option in options)]
        for column, option in enumerate(options):
            grid.addWidget(Card(), 0, column, len(shown) + 3, 1)
            self._set(grid, self._head(option), 0, column, above=14)
            for number, row in enumerate(shown, start=1):
                part = row.make(option)
                if part is not None:
                    self._set(grid, part, number, column)
            self._set(grid, self._acts(option), len(shown) + 1, column)
            grid.addItem(_foot(), len(shown) + 2, column)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 10)
        return band

    @staticmethod
    def _set(grid: QGridLayout, part: QWidget, row: int, column: int, *, above: int = 0) -> None:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(INSIDE, above, INSIDE, 0)
        inside.addWidget(part)
        grid.addWidget(holder, row, column, Qt.AlignmentFlag.AlignTop)

    def _head(self, option: Option) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TitleLabel(option.label, level=2))
        chips = FlowLayout(gap=6)
        if option.standing is not OptionStanding.OPEN:
            chips.addWidget(Chip(_(OPTION_STANDING_WORDS[option.standing]), tint=STANDING_TINTS[option.standing]))
        if option.proposed_by is Voice.PATIENT:
            chips.addWidget(Chip(_("My own idea"), tint="yours"))
        if chips.count():
            column.addLayout(chips)
        return head

    def _acts(self, option: Option) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        if not self._writable:
            self._button(column, option, LinkButton(_("I see it differently")), self.differs)
            return place
        if option.standing in {OptionStanding.DECLINED, OptionStanding.FALLBACK}:
            self._button(column, option, QuietButton(_("Open it again")), self.reopens)
            return place
        words = _("Say what I feel about it") if not _felt(option) else _("Change what I say")
        feels = QuietButton(words)
        feels.setProperty("voice", "yours")
        self._button(column, option, feels, self.feels)
        net = self._nets.get(option.id)
        if net is not None and net.state is AlternativeState.PROPOSED:
            self._button(column, option, LinkButton(_("Our safety net")), self.settles, about=net.id)
        self._button(column, option, LinkButton(_("Too much for me")), self.too_much)
        self._button(column, option, LinkButton(_("Not for me")), self.sets_aside)
        return place

    def _button(
        self, column: QVBoxLayout, option: Option, button: QuietButton | LinkButton, signal: object, *, about: str = ""
    ) -> None:
        words = button.text()
        button.setAccessibleName(_("{kind}: {act}").format(kind=option.label, act=words))
        emit: Callable[[str], None] = signal.emit  # type: ignore[attr-defined]
        button.clicked.connect(lambda: emit(about or option.id))
        self.buttons[option.id, words] = button
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)


def columns_for(count: int, room: int) -> int:
    """How many beside each other, so that no line of ways is much emptier than the others: four in two and two."""
    if count <= room:
        return max(1, count)
    bands = -(-count // room)
    return -(-count // bands)


def _felt(option: Option) -> bool:
    felt = option.felt
    return bool(felt.inner_words) or any(
        each is not None for each in (felt.direction, felt.preference, felt.ready, felt.sure)
    )


def _foot() -> QSpacerItem:
    return QSpacerItem(0, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
