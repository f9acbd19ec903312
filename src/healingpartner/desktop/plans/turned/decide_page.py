"""Choosing: the patient's own tap. Thinking about it is as large as choosing, and no question is a condition."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.turned.facts import cost_words, felt_words
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import STANCE_WORDS, Certainty, Option, OptionStanding
from healingpartner.plans.versions.model import WholePlan

NONE = "none"
QUESTIONS = {
    "sure": N_("Do I feel sure about what is best for me?"),
    "knows": N_("Do I know what each way may bring and what it may cost me?"),
    "weighed": N_("Is it clear to me what matters most?"),
    "supported": N_("Do I have enough support and advice to choose?"),
}


class DecidePage(PlanPage):
    """One way, several, or none for now."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the decision's id."""
        one = self.decision = next(each for each in found.contents.decisions if each.id == about)
        lead = _("This is yours to choose. You can change your mind later.")
        super().__init__(desk, found, one.question, lead=lead, back=f"decision/{about}", form=f"decide:{about}")
        self.options = [
            each for each in found.contents.options_of(about) if each.standing is not OptionStanding.DECLINED
        ]
        chosen = () if one.outcome is None else one.outcome.chosen
        grid = FieldGrid()
        for option in self.options:
            grid.add(self._way(option, ticked=option.id in chosen))
        none = Card()
        none.column.addWidget(self.field(NONE, CheckField(_("None of these, for now")), shown=False))
        grid.add(none)
        self.add(grid)
        words = _("In my own words, if I like")
        self.field("words", TextField(words, value="" if one.outcome is None else one.outcome.words, lines=1))
        self.field(
            "tradeoffs",
            TextField(_("What I take along with it"), hint=_("What it costs me, or what I let go."), lines=1),
        )
        self.add(TitleLabel(_("Four questions to myself"), level=2))
        self.add(PlainLabel(_("None of them has to be a yes. They help to see what is still open."), tone="soft"))
        answers = [("yes", _("Yes")), ("not_yet", _("Not yet"))]
        for name, question in QUESTIONS.items():
            self.field(name, PickField(_(question), answers))
        self.choose(_("I choose this"), self.decide)
        for field in self.fields.values():
            field.changed.connect(lambda: self.say(""))
        self.fields[NONE].changed.connect(self._none)
        self.end()

    def decide(self) -> None:
        """Keep the choice, by the patient's tap and nobody else's."""
        chosen = tuple(option.id for option in self.options if self.fields[f"way_{option.id}"].value())
        none = self.fields[NONE].value()
        if not chosen and not none:
            self.say(_("Tick the way you choose, or “None of these, for now”. Or take your time."))
            return
        given = {name: {"yes": True, "not_yet": False}.get(self.fields[name].value()) for name in QUESTIONS}
        self.do(
            acts.decide, self.decision.id, chosen=chosen, chose_not_to=none and not chosen,
            words=self.fields["words"].value(), tradeoffs=self.fields["tradeoffs"].value(),
            certainty=Certainty(**given), then=self.leads(self.back, self._told(chosen)),
        )  # fmt: skip

    def _told(self, chosen: tuple[str, ...]) -> str:
        if not chosen:
            return _("You chose none of these, for now. That is a choice too.")
        names = ", ".join(isolated(option.label) for option in self.options if option.id in chosen)
        return _("You chose: {options}.").format(options=names)

    def _none(self) -> None:
        """None of these goes with none of these."""
        if self.fields[NONE].value():
            for option in self.options:
                self.fields[f"way_{option.id}"].set_value(False)

    def _way(self, option: Option, *, ticked: bool) -> Card:
        card = Card()
        card.column.addWidget(self.field(f"way_{option.id}", CheckField(option.label, value=ticked), shown=False))
        card.column.addWidget(PlainLabel(_in_short(option), tone="small"))
        if option.leaning is not None:
            said = _("{name}: {leaning}").format(name=self.practitioner, leaning=_(STANCE_WORDS[option.leaning.stance]))
            card.column.addWidget(SpeechLabel(option.leaning.reason, voice=Voice.PRACTITIONER, caption=said))
        if option.felt.inner_words:
            caption = _("What I feel about it")
            card.column.addWidget(SpeechLabel(option.felt.inner_words, voice=Voice.PATIENT, caption=caption))
        return card


def _in_short(option: Option) -> str:
    said = (cost_words(option.cost), felt_words(option.felt))
    return " · ".join(each for each in said if each)
