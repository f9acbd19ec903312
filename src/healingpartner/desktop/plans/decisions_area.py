"""The decisions of a plan: each question, and below it every way as a card of its own, made in slices."""

from dataclasses import dataclass

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.card_column import CardColumn
from healingpartner.desktop.plans.deciding_editor import DecidingEditor
from healingpartner.desktop.plans.decision_editor import DecisionEditor
from healingpartner.desktop.plans.decision_head import DecisionHead
from healingpartner.desktop.plans.differ_editor import DifferEditor
from healingpartner.desktop.plans.felt_editor import FeltEditor
from healingpartner.desktop.plans.instead_editor import InsteadEditor
from healingpartner.desktop.plans.option_card import OptionCard
from healingpartner.desktop.plans.option_editor import OptionEditor
from healingpartner.desktop.plans.place import PlanCard, PlanPlace
from healingpartner.desktop.plans.reckoning.page import ReckoningPage
from healingpartner.desktop.plans.side_by_side import SideBySide
from healingpartner.desktop.plans.too_much_editor import TooMuchEditor
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import Decision, Option
from healingpartner.plans.differing.model import About, DissentState
from healingpartner.plans.model import LIVED, WRITABLE
from healingpartner.plans.versions.model import WholePlan

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class _Shown:
    key: object
    widget: QWidget


class DecisionsArea(PlanCard):
    """It is no card itself: its ways are."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__()
        self._place = place
        self._found: WholePlan | None = None
        self._shown: dict[str, _Shown] = {}
        self._order: list[str] = []
        self.column.setContentsMargins(0, 0, 0, 0)
        self._rows = CardColumn()
        self.none = Card(_("The ways there"))
        self.none.column.addWidget(
            PlainLabel(
                _("No question yet. Name what is to be decided, then put the ways side by side. Waiting is one too."),
                tone="soft",
            )
        )
        self.first_button = QuietButton(_("Write the first question"), icon="plus")
        first = FlowLayout()
        first.addWidget(self.first_button)
        self.none.column.addLayout(first)
        self.add_link = LinkButton(_("Add a question to decide"), icon="plus")
        self.reckon_link = LinkButton(_("Work out a number"))
        self.reckon_link.clicked.connect(self.reckon)
        for button in (self.first_button, self.add_link):
            button.clicked.connect(lambda: self.edit_decision(""))
        self.column.addWidget(self.none)
        self.column.addWidget(self._rows)
        last = FlowLayout(gap=14)
        last.addWidget(self.add_link)
        last.addWidget(self.reckon_link)
        self.column.addLayout(last)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing around the cards."""

    def show_plan(self, found: WholePlan) -> None:
        """Draw what changed; what is far down comes in slices."""
        self._found = found
        decisions, writable = found.contents.decisions, found.plan.state in WRITABLE
        self.none.setVisible(not decisions)
        self.first_button.setVisible(writable)
        self.add_link.setVisible(writable and bool(decisions))
        wanted = [(one.id, one) for one in _in_order(found)]
        for gone in set(self._shown) - {key for key, _part in wanted}:
            self._take_away(self._shown.pop(gone).widget)
        self._order = [key for key, _part in wanted]
        for at, (key, part) in enumerate(wanted):
            if at < AT_ONCE or key in self._shown:
                self._show_part(part)
            else:
                self._place.later.add(lambda part=part: self._show_part(part))  # type: ignore[misc]

    def card(self, option_id: str) -> OptionCard | None:
        """The card of an option, once it stands."""
        shown = self._shown.get(option_id)
        return shown.widget if shown is not None and isinstance(shown.widget, OptionCard) else None

    def head(self, decision_id: str) -> DecisionHead | None:
        """The head of a decision, once it stands."""
        shown = self._shown.get(decision_id)
        return shown.widget if shown is not None and isinstance(shown.widget, DecisionHead) else None

    # -- what the practitioner asks for ---------------------------------------------------------------

    def edit_decision(self, decision_id: str) -> None:
        """Write a question; "" for a new one."""
        if self._found is not None:
            self._place.opens(DecisionEditor(self._place, self._found, decision_id))

    def add_option(self, decision_id: str) -> None:
        """Write a new way of this decision."""
        if self._found is not None:
            self._place.opens(OptionEditor(self._place, self._found, decision_id))

    def edit_option(self, option_id: str) -> None:
        """Write a way anew."""
        if self._found is not None:
            option = next((one for one in self._found.contents.options if one.id == option_id), None)
            if option is not None:
                self._place.opens(OptionEditor(self._place, self._found, option.decision_id, option_id))

    def feel(self, option_id: str) -> None:
        """Write down what the patient says of a way."""
        if self._found is not None:
            self._place.opens(FeltEditor(self._place, self._found, option_id))

    def decide(self, decision_id: str) -> None:
        """Write down what the patient chose."""
        if self._found is not None:
            self._place.opens(DecidingEditor(self._place, self._found, decision_id))

    def compare(self, decision_id: str) -> None:
        """Show all ways of a decision on one screen."""
        if self._found is not None:
            self._place.opens(SideBySide(self._place, self._found, decision_id))

    def differ(self, option_id: str) -> None:
        """Say that one of the two sees this way differently."""
        if self._found is not None:
            page = DifferEditor(self._place, self._found)
            page.form.show_typed({"about": f"{About.OPTION.value}/{option_id}"})
            self._place.opens(page)

    def propose(self, option_id: str) -> None:
        """Put another way in place of this one."""
        if self._found is not None:
            page = InsteadEditor(self._place, self._found)
            page.form.show_typed({"instead": option_id})
            self._place.opens(page)

    def lighten(self, option_id: str) -> None:
        """Say that this way is too much, and look for one that fits."""
        if self._found is not None:
            self._place.opens(TooMuchEditor(self._place, self._found, option_id))

    def reckon(self) -> None:
        """Work out a number, for the practitioner alone."""
        if self._found is not None:
            self._place.opens(ReckoningPage(self._found.names.called))

    # -- inside -------------------------------------------------------------------------------------

    def _show_part(self, part: Decision | Option) -> None:
        if self._found is None or part.id not in self._order:
            return
        key = self._key(part)
        before = self._shown.get(part.id)
        if before is not None and before.key == key:
            return
        widget = self._head_of(part) if isinstance(part, Decision) else self._card_of(part)
        if before is not None:
            self._take_away(before.widget)
        stands = [key for key in self._order if key in self._shown or key == part.id]
        self._rows.insert(stands.index(part.id), widget)
        self._shown[part.id] = _Shown(key, widget)

    def _key(self, part: Decision | Option) -> object:
        found = self._found
        if found is None:
            return None
        writable = found.plan.state in WRITABLE
        if isinstance(part, Decision):
            return part, writable, len(found.contents.options_of(part.id))
        return part, writable, found.plan.state in LIVED, _decision(found, part).outcome, self._differs(part)

    def _differs(self, option: Option) -> bool:
        dissents = () if self._found is None else self._found.contents.dissents
        return any(one.about_id == option.id and one.state is not DissentState.WITHDRAWN for one in dissents)

    def _head_of(self, decision: Decision) -> DecisionHead:
        found = self._found
        assert found is not None  # noqa: S101 - told to mypy; only called once a plan is shown
        options = len(found.contents.options_of(decision.id))
        head = DecisionHead(decision, found.names, options=options, writable=found.plan.state in WRITABLE)
        head.compares.connect(self.compare)
        head.adds.connect(self.add_option)
        head.edits.connect(self.edit_decision)
        head.decides.connect(self.decide)
        return head

    def _card_of(self, option: Option) -> OptionCard:
        found = self._found
        assert found is not None  # noqa: S101 - told to mypy; only called once a plan is shown
        card = OptionCard(
            option, _decision(found, option), found.names,
            writable=found.plan.state in WRITABLE, open_=found.plan.state in WRITABLE | LIVED,
            differing=self._differs(option),
        )  # fmt: skip
        card.edits.connect(self.edit_option)
        card.feels.connect(self.feel)
        card.differs.connect(self.differ)
        card.proposes.connect(self.propose)
        card.lightens.connect(self.lighten)
        for signal, act in (
            (card.sets_aside, acts.set_aside), (card.keeps, acts.keep_as_fallback), (card.reopens, acts.reopen),
        ):  # fmt: skip
            signal.connect(lambda option_id, act=act: self._place.do(act, option_id, by=Voice.PATIENT))
        return card

    def _take_away(self, widget: QWidget) -> None:
        self._rows.take(widget)


def _in_order(found: WholePlan) -> list[Decision | Option]:
    parts: list[Decision | Option] = []
    for decision in found.contents.decisions:
        parts += [decision, *found.contents.options_of(decision.id)]
    return parts


def _decision(found: WholePlan, option: Option) -> Decision:
    return next(one for one in found.contents.decisions if one.id == option.decision_id)
