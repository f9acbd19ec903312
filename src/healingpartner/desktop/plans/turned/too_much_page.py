"""Too much for me: what would make it fit, the ways that cost less, ask less or can come later, and asking for one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.turned.entry import Entry
from healingpartner.desktop.plans.turned.facts import cost_words
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.plans.decisions.model import ASKS_WORDS, Option
from healingpartner.plans.decisions.ways import LIGHTER_WORDS, Lighter, lighter_than
from healingpartner.plans.differing import acts
from healingpartner.plans.versions.model import WholePlan


class TooMuchPage(PlanPage):
    """It is never a mark against anybody: a plan has to fit into a life."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the option's id."""
        one = self.option = next(each for each in found.contents.options if each.id == about)
        self._others = found.contents.options_of(one.decision_id)
        self._fits = lighter_than(one, self._others)
        title = _("Too much for me: {option}").format(option=isolated(one.label))
        lead = _("Good that you say so. A plan has to fit into your life.")
        super().__init__(desk, found, title, lead=lead, back=f"decision/{one.decision_id}", form=f"too-much:{about}")
        kinds = [(kind.value, _(words)) for kind, words in LIGHTER_WORDS.items()]
        self.kind = self.field("kind", PickField(_("What is too much"), kinds))
        self.kind.changed.connect(self._show_ways)
        self._place = QVBoxLayout()
        self._place.setSpacing(10)
        self.add(self._place)
        self.entries: list[Entry] = []
        own = LinkButton(_("I have another way in mind"))
        own.clicked.connect(lambda: self.goes.emit(f"propose/{one.decision_id}/{one.id}"))
        self.row(own)
        self.choose(_("Ask for another way"), self.ask, think=_("Leave it as it is"))
        self.end()

    def ask(self) -> None:
        """It is kept that it is too much, and the practitioner is asked to look."""
        kind = self.kind.value()
        if not kind:
            self.kind.say(_("Choose what is too much. Then we know where to look."))
            return
        told = _("It is kept, and {name} is asked to look for another way.").format(name=self.practitioner)
        self.do(acts.ask_lighter, self.option.id, Lighter(kind), then=self.leads(self.back, told))

    def after_draft(self) -> None:
        """Show the ways for what had been chosen."""
        self._show_ways()

    def _show_ways(self) -> None:
        self.entries = []
        while (item := self._place.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        kind = self.kind.value()
        if not kind:
            return
        ways = {
            Lighter.CHEAPER: self._fits.cheaper, Lighter.LIGHTER: self._fits.lighter, Lighter.LATER: self._fits.later
        }[Lighter(kind)]  # fmt: skip
        heads = {
            Lighter.CHEAPER: _("Ways here that cost less"),
            Lighter.LIGHTER: _("Ways here that ask less"),
            Lighter.LATER: _("Ways here that leave it for later"),
        }
        self._group(heads[Lighter(kind)], ways)
        if Lighter(kind) is Lighter.CHEAPER:
            self._group(_("Ways whose price nobody knows yet"), self._fits.price_unknown)
        if not self._place.count():
            self._put(PlainLabel(_("None of the ways here would be easier. We can look for one together.")))

    def _group(self, head: str, ways: Sequence[Option]) -> None:
        if not ways:
            return
        self._put(TitleLabel(head, level=3))
        for way in ways:
            asks = "" if way.asks is None else _(ASKS_WORDS[way.asks])
            entry = Entry(
                f"felt/{way.id}", way.label, " · ".join(each for each in (cost_words(way.cost), asks) if each)
            )
            entry.clicked.connect(lambda _on=False, entry=entry: self.goes.emit(entry.place))
            self.entries.append(entry)
            self._put(entry)

    def _put(self, part: QWidget) -> None:
        self._place.addWidget(part)
