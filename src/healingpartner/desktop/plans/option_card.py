"""One option: both voices side by side, what became of it, and how ready and sure the patient is."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.desktop.plans.option_more import OptionMore
from healingpartner.desktop.plans.option_words import (
    beside_title,
    mine_caption,
    mine_words,
    ready_sure,
    standing_chip,
    yours_words,
)
from healingpartner.desktop.plans.short_label import ShortLabel, ShortTitle
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions.model import Decision, Option, OptionStanding
from healingpartner.plans.versions.model import Names

STACKED_BELOW = 560


class OptionCard(Card):
    """Its signals say what was pressed, with the option's id."""

    edits = Signal(str)
    feels = Signal(str)
    sets_aside = Signal(str)
    keeps = Signal(str)
    reopens = Signal(str)
    differs = Signal(str)
    proposes = Signal(str)
    lightens = Signal(str)

    def __init__(
        self, option: Option, decision: Decision | None, names: Names, *, writable: bool, open_: bool, differing: bool
    ) -> None:
        """`writable`: the plan may be changed; `open_`: or is lived; `differing`: one of the two sees it otherwise."""
        super().__init__()
        self.option, self._names = option, names
        self.more: OptionMore | None = None
        self.column.setSpacing(10)
        self.column.addLayout(self._title_row(option, decision, names, differing=differing))
        mine = SpeechLabel(mine_words(option, names), voice=Voice.PRACTITIONER, caption=mine_caption(option))
        called = isolated(names.called)
        yours = SpeechLabel(yours_words(option), caption=_("What {name} feels about it").format(name=called))
        if not yours_words(option):
            yours.set_words("")
        self._rulers = Rulers(option)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(16)
        self._beside.addWidget(TwoVoicePanel(mine, yours), 1)
        self._beside.addWidget(self._rulers)
        self.column.addLayout(self._beside)
        self._place, self._rare = QVBoxLayout(), QWidget()
        self.column.addLayout(self._place)
        self._foot(option, writable=writable, open_=open_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ready and sure stand below the voices where there is no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(self, STACKED_BELOW)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() is not way:
            self._beside.setDirection(way)
            self._rulers.in_a_line(line=not beside)

    def show_more(self, *, more: bool) -> None:
        """All that is known of it, made on first need."""
        if more and self.more is None:
            self.more = OptionMore(self.option, self._names)
            self._place.addWidget(self.more)
        if self.more is not None:
            self.more.setVisible(more)
        self._rare.setVisible(more)
        self.more_link.set_words(_("Less") if more else _("All about it"))

    def _title_row(
        self, option: Option, decision: Decision | None, names: Names, *, differing: bool
    ) -> QHBoxLayout:  # fmt: skip
        words = QWidget()
        flow = FlowLayout(words, gap=10)
        flow.addWidget(ShortTitle(option.label))
        soft = beside_title(option)
        if soft:
            flow.addWidget(ShortLabel(soft, tone="soft"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(words, 1)
        chips = QWidget()
        beside = FlowLayout(chips, gap=6, ends=True)
        said = standing_chip(option, decision, names)
        if option.rule is not None:
            beside.addWidget(Chip(_("A rule, not you"), tint="warn"))
        if differing:
            beside.addWidget(Chip(_("Seen differently"), tint="warn"))
        if said is not None:
            beside.addWidget(Chip(said[0], tint=said[1]))
        if beside.count():
            row.addWidget(chips, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _foot(self, option: Option, *, writable: bool, open_: bool) -> None:
        row = FlowLayout(gap=14)
        self.more_link = self._link(_("All about it"), lambda: self.show_more(more=self._is_short()))
        row.addWidget(self.more_link)
        if writable:
            row.addWidget(self._link(_("Change it"), lambda: self.edits.emit(option.id)))
            row.addWidget(self._link(_("Write down what they say"), lambda: self.feels.emit(option.id)))
        self.column.addLayout(row)
        self._rarer(FlowLayout(self._rare, gap=14), option, writable=writable, open_=open_)
        self._rare.hide()
        self.column.addWidget(self._rare)

    def _rarer(self, row: FlowLayout, option: Option, *, writable: bool, open_: bool) -> None:
        """What is done more seldom stands below what is known. Setting aside is the patient's, said aloud."""
        if writable and option.standing is OptionStanding.OPEN:
            row.addWidget(self._link(_("They set it aside"), lambda: self.sets_aside.emit(option.id)))
            row.addWidget(self._link(_("They keep it as a fallback"), lambda: self.keeps.emit(option.id)))
        elif writable and option.standing is not OptionStanding.CHOSEN:
            row.addWidget(self._link(_("They take it up again"), lambda: self.reopens.emit(option.id)))
        if writable:
            row.addWidget(self._link(_("Another way instead"), lambda: self.proposes.emit(option.id)))
        if open_:
            row.addWidget(self._link(_("It is too much for them"), lambda: self.lightens.emit(option.id)))
            row.addWidget(self._link(_("See it differently"), lambda: self.differs.emit(option.id)))

    def _is_short(self) -> bool:
        return self.more is None or self.more.isHidden()

    def _link(self, words: str, then: Callable[[], None]) -> LinkButton:
        link = LinkButton(words)
        link.setAccessibleName(_("{act}: {subject}").format(act=words, subject=self.option.label))
        link.clicked.connect(then)
        return link


class Rulers(QWidget):
    """Ready · sure, 0 to 10, in the patient's own numbers."""

    def __init__(self, option: Option) -> None:
        """Hidden where neither was said."""
        super().__init__()
        said = ready_sure(option)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        over, numbers = PlainLabel(_("ready · sure"), tone="small", wraps=False), TitleLabel(said, wraps=False)
        self._both = (over, numbers)
        for label in self._both:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._box.addWidget(label)
        self._box.addStretch(1)
        self.setAccessibleName(_("ready and sure, each from 0 to 10: {numbers}").format(numbers=said))
        if not said:
            over.setText("")

    def in_a_line(self, *, line: bool) -> None:
        """Words and numbers beside each other, or one over the other."""
        way = QBoxLayout.Direction.LeftToRight if line else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._box.setSpacing(10 if line else 2)
        for label in self._both:
            middle = Qt.AlignmentFlag.AlignVCenter if line else Qt.AlignmentFlag.AlignTop
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | middle)

    def sizeHint(self) -> QSize:
        """As wide in every card, so that the columns stand below each other."""
        return super().sizeHint().expandedTo(QSize(scaled(self, 88), 0))
