"""One decision on the turned view: its question, the ways side by side, and what can be said to each."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.plans.turned.option_rows import why_apart
from healingpartner.desktop.plans.turned.options_side import OptionsSide
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import ROLE_WORDS, DecisionState
from healingpartner.plans.model import WRITABLE
from healingpartner.plans.versions.model import WholePlan


class OptionsPage(PlanPage):
    """Reading comes first; choosing is a page of its own."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the decision's id."""
        one = self.decision = next(each for each in found.contents.decisions if each.id == about)
        super().__init__(desk, found, one.question)
        self.writable = found.plan.state in WRITABLE
        self._facts()
        self._chosen()
        self.side = OptionsSide(found, one, writable=self.writable)
        for signal, place in (
            (self.side.feels, "felt"), (self.side.sets_aside, "not_for_me"), (self.side.too_much, "too_much"),
            (self.side.differs, "differ/option"), (self.side.settles, "net"),
        ):  # fmt: skip
            signal.connect(lambda option_id, place=place: self.goes.emit(f"{place}/{option_id}"))
        self.side.reopens.connect(self._reopen)
        apart = why_apart(found, one)
        if apart:
            self.add(PlainLabel(apart, tone="warn"))
        self.add(self.side)
        self._ways()
        self.end()

    def _facts(self) -> None:
        one = self.decision
        lines = [one.why_now] if one.why_now else []
        if one.decide_by is not None:
            by = _("Nothing presses. It would be good to know by {day}.")
            lines.append(by.format(day=isolated(spoken().partial_date(one.decide_by))))
        if one.others:
            lines.append(_("Who else is part of it: {people}").format(people=isolated(one.others)))
        for line in lines:
            self.add(PlainLabel(line))
        row = FlowLayout(gap=12)
        said = _("not said yet") if one.role is None else _(ROLE_WORDS[one.role])
        self.add(PlainLabel(_("How I want to decide this time: {way}").format(way=said)))
        if self.writable:
            role = LinkButton(_("Say how") if one.role is None else _("Change that"), icon="pencil-simple")
            role.clicked.connect(lambda: self.goes.emit(f"role/{one.id}"))
            row.addWidget(role)
        self.add(row)

    def _chosen(self) -> None:
        outcome = self.decision.outcome
        if self.decision.state is not DecisionState.DECIDED or outcome is None:
            return
        names = {one.id: one.label for one in self.found.contents.options_of(self.decision.id)}
        said = ", ".join(isolated(names.get(each, "")) for each in outcome.chosen)
        card = Card()
        caption = _("What I chose on {day}") if outcome.by is Voice.PATIENT else _("What was decided for me on {day}")
        card.column.addWidget(
            SpeechLabel(
                " ".join(part for part in (said or _("None of these, for now."), outcome.words) if part),
                voice=outcome.by, caption=caption.format(day=isolated(spoken().date(outcome.decided))), large=True,
            )
        )  # fmt: skip
        self.add(card)

    def _ways(self) -> None:
        one = self.decision
        if not self.writable:
            self.add(PlainLabel(_("You both agreed to this. To choose anew, rework the plan together."), tone="soft"))
            return
        question = QuietButton(_("Add a question of mine"), icon="plus")
        idea = QuietButton(_("I have another idea"), icon="plus")
        question.clicked.connect(lambda: self.goes.emit(f"question/{one.id}"))
        idea.clicked.connect(lambda: self.goes.emit(f"propose/{one.id}"))
        self.row(question, idea)
        if not self.found.contents.options_of(one.id):
            return
        again = one.state is DecisionState.DECIDED
        choose = PatientButton(_("Choose anew") if again else _("Go on to choose"), large=True)
        later = QuietButton(_("I want to think about it"), large=True)
        choose.clicked.connect(self._look_again if again else lambda: self.goes.emit(f"decide/{one.id}"))
        later.clicked.connect(lambda: self.goes.emit("list"))
        self.row(later, choose)

    def _look_again(self) -> None:
        """What was chosen stays readable until something else is."""
        place = f"decide/{self.decision.id}"
        self.do(acts.turn_decision, self.decision.id, DecisionState.REVISITING, then=self.leads(place))

    def _reopen(self, option_id: str) -> None:
        place = f"decision/{self.decision.id}"
        self.do(acts.reopen, option_id, then=self.leads(place, _("It is open again.")))
