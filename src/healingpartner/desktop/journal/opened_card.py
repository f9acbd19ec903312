"""The reflection opened last, and how one statement went over time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.journal.opened_chart import OpenedChart, OpenedTable
from healingpartner.desktop.journal.trend_chart import Over, TrendChart, ends, in_words, mended_days
from healingpartner.desktop.journal.words import differs_most, name_of
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.journal.reflections.model import Opened, may_give_less
from healingpartner.journal.reflections.statements import DOMAIN_WORDS, Domain
from healingpartner.journal.repairs.model import Repair
from healingpartner.journal.views import Names


class OpenedCard(Card):
    """A picture, and the same in words."""

    def __init__(
        self, opened: Sequence[Opened], repairs: Sequence[Repair], names: Names, *, met: Sequence[date] = ()
    ) -> None:
        """`opened`: the oldest first, at least one; `met`: the days of visits."""
        newest = opened[-1]
        super().__init__(_("Opened together"), note=spoken().date(newest.opened))
        self._opened, self._repairs, self._met = tuple(opened), tuple(repairs), tuple(met)
        before = opened[-2] if len(opened) > 1 else None
        self.chart, self.table = OpenedChart(newest, names), OpenedTable(newest, names)
        self.table.hide()
        self.column.addWidget(self.chart)
        self.column.addWidget(self.table)
        asks = differs_most(newest, before)
        if asks:
            self.column.addWidget(PlainLabel(asks, tone="strong"))
        if may_give_less([one.patient for one in opened]):
            self.column.addWidget(PlainLabel(_("It is fine to give less: that is how I learn."), tone="soft"))
        self._add_words(newest, names)
        row = FlowLayout(gap=10)
        self.words_link = LinkButton(_("Show it in words"))
        self.words_link.clicked.connect(self.switch)
        row.addWidget(self.words_link)
        self.column.addLayout(row)
        if len(opened) > 1:
            self._add_trend()

    def switch(self) -> None:
        """The chart, or the same in words."""
        in_words_now = self.table.isHidden()
        self.table.setVisible(in_words_now)
        self.chart.setVisible(not in_words_now)
        self.words_link.set_words(_("Show it as a picture") if in_words_now else _("Show it in words"))

    def show_domain(self) -> None:
        """Draw the statement that is chosen, over time."""
        over = Over(
            domain=Domain(self.domain.value() or Domain.HEARD.value),
            opened=self._opened,
            mended=mended_days(self._repairs),
            met=self._met,
        )
        self.trend.show_over(over)
        self.trend_words.setText("\n".join(in_words(over)))

    def _add_words(self, newest: Opened, names: Names) -> None:
        captions = (
            _("One thing I valued"),
            _("One thing I would like next time"),
            _("How our work together feels to me"),
        )
        for voice in (Voice.PATIENT, Voice.PRACTITIONER):
            side = newest.side(voice)
            for caption, said in zip(captions, (side.valued, side.next_time, side.feels), strict=True):
                if said:
                    whose = _("{name} · {what}").format(name=name_of(voice, names), what=caption)
                    self.column.addWidget(SpeechLabel(said, voice=voice, caption=whose))

    def _add_trend(self) -> None:
        self.domain = ChoiceField(
            _("Over time"), [(one.value, _(words)) for one, words in DOMAIN_WORDS.items()], value=Domain.HEARD.value
        )
        self.trend, self.trend_words = TrendChart(), PlainLabel(tone="small", selectable=True)
        self.trend_words.hide()
        self.trend_link = LinkButton(_("Show it as a list"))
        self.trend_link.clicked.connect(self._switch_trend)
        self.domain.changed.connect(self.show_domain)
        place = QWidget()
        inside = QVBoxLayout(place)
        inside.setContentsMargins(0, 12, 0, 0)
        for part in (self.domain, self.trend, PlainLabel(ends(), tone="small"), self.trend_words, self.trend_link):
            inside.addWidget(part)
        self.column.addWidget(place)
        self.show_domain()

    def _switch_trend(self) -> None:
        listed = self.trend_words.isHidden()
        self.trend_words.setVisible(listed)
        self.trend.setVisible(not listed)
        self.trend_link.set_words(_("Show it as a picture") if listed else _("Show it as a list"))
