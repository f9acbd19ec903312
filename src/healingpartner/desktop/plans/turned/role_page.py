"""How much the patient wants to decide this time, and a question of their own to every way."""

from dataclasses import replace

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import ROLE_WORDS, DecisionState, PreferredRole
from healingpartner.plans.versions.model import WholePlan

HANDS = frozenset({PreferredRole.YOU, PreferredRole.YOU_AFTER_ME})


class RolePage(PlanPage):
    """It is asked anew for each decision, and may change at any time."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the decision's id."""
        one = self.decision = next(each for each in found.contents.decisions if each.id == about)
        title = _("How much do I want to decide this time?")
        super().__init__(desk, found, title, back=f"decision/{about}", form=f"role:{about}")
        self.add(PlainLabel(one.question))
        answers = [(role.value, _(words)) for role, words in ROLE_WORDS.items()]
        self.field("role", PickField(_("This time"), answers, value="" if one.role is None else one.role.value))
        self.choose(_("Keep that"), self.keep, think=_("Not now"))
        if one.role in HANDS and one.state not in {DecisionState.HANDED_OVER, DecisionState.DECIDED}:
            said = _("You can give this decision to {name}, and take it back at any time.")
            self.add(PlainLabel(said.format(name=self.practitioner), tone="soft"))
            hand = LinkButton(_("I give it over"))
            hand.clicked.connect(self._hand_over)
            self.row(hand)
        if one.state is DecisionState.HANDED_OVER:
            back = LinkButton(_("I take this decision back"))
            back.clicked.connect(self._take_back)
            self.row(back)
        self.end()

    def keep(self) -> None:
        """Keep how the patient wants it."""
        role = self.fields["role"].value()
        given = replace(self.decision, role=PreferredRole(role) if role else None)
        said = _(ROLE_WORDS[given.role]) if given.role is not None else _("Not said yet")
        told = _("This time: {way}.").format(way=isolated(said))
        again = f"role/{self.decision.id}" if given.role in HANDS else self.back
        self.do(acts.put_decision, self.found.plan.id, given, then=self.leads(again, told))

    def _hand_over(self) -> None:
        told = _("It is given over, and written down. You can take it back.")
        self.do(acts.turn_decision, self.decision.id, DecisionState.HANDED_OVER, then=self.leads(self.back, told))

    def _take_back(self) -> None:
        told = _("It is yours again.")
        self.do(acts.turn_decision, self.decision.id, DecisionState.WEIGHING, then=self.leads(self.back, told))


class QuestionPage(PlanPage):
    """A row that the patient adds to the comparison: what they want to know of each way."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the decision's id."""
        title = _("A question of mine, to each way")
        super().__init__(desk, found, title, back=f"decision/{about}", form=f"question:{about}")
        self._id = about
        asked = _("For instance: can I still work in the garden?")
        self.field("row", LineField(_("What I want to know"), hint=asked))
        self.choose(_("Add my question"), self.keep)
        self.end()

    def keep(self) -> None:
        """It stands beside every way from now on."""
        told = _("Your question stands beside every way now.")
        words = self.fields["row"].value()
        self.do(acts.add_row, self._id, words, then=self.leads(self.back, told))
