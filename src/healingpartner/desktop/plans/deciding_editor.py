"""The page for what was decided, where the patient says it aloud: one way, several, or none of them."""

from typing import Any

from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.decision_editor import decision_with
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import (
    DECISION_STATE_WORDS,
    DECISION_TURNS,
    Certainty,
    Decision,
    DecisionState,
    Option,
)
from healingpartner.plans.versions.model import WholePlan

_CERTAINTY = (
    ("sure", N_("Do you feel sure about the best choice for you?")),
    ("knows", N_("Do you know the benefits and risks of each way?")),
    ("weighed", N_("Are you clear about which benefits and risks matter most to you?")),
    ("supported", N_("Do you have enough support and advice to choose?")),
)
_YES, _NO = "yes", "no"


class DecidingForm(PartForm):
    """Nothing is ticked beforehand. The four questions may all stay open."""

    def __init__(self, decision: Decision, options: tuple[Option, ...], called: str) -> None:
        """`options`: the ways of this decision, in their order."""
        super().__init__()
        name, given = isolated(called), decision.state is DecisionState.HANDED_OVER
        self.options = options
        self.add_part(TitleLabel(decision.question))
        said = (
            _("{name} gave this to you to decide, and can take it back at any time.")
            if given
            else _("Only {name} decides this. You write down what they say.")
        )
        self.add_part(PlainLabel(said.format(name=name), tone="soft"))
        for option in options:
            self.add(
                f"chosen:{option.id}", CheckField(_("We go this way: {option}").format(option=isolated(option.label)))
            )
        self.add("chose_not_to", CheckField(_("None of these, for now")))
        self.add("words", TextField(_("In own words"), lines=2))
        self.add("tradeoffs", TextField(_("What was weighed against what"), lines=1))
        self.head(_("Four questions before deciding"), soft=_("None of them is a condition."))
        answers = [("", _("Not asked")), (_YES, _("Yes")), (_NO, _("Not yet"))]
        for key, words in _CERTAINTY:
            self.add(key, ChoiceField(_(words), answers))
        # Somewhere else to stand than decided, where nothing is chosen now.
        states = [("", _("As it stands"))] + [
            (state.value, _(DECISION_STATE_WORDS[state]))
            for state in DecisionState
            if state in DECISION_TURNS[decision.state] and state is not DecisionState.DECIDED
        ]
        self.head(_("Or leave it open"))
        self.add("state", ChoiceField(_("Where this question stands"), states))

    def field_for(self, name: str) -> str:
        """What was chosen stands beside the first way."""
        if name in {"chosen", "options", "why_few", "side"}:
            return f"chosen:{self.options[0].id}" if self.options else "chose_not_to"
        return name

    def chosen(self) -> tuple[str, ...]:
        """Ids of the ways ticked."""
        return tuple(one.id for one in self.options if self.fields[f"chosen:{one.id}"].value())

    def certainty(self) -> Certainty:
        """The four answers."""
        given = {key: self.fields[key].value() for key, _words in _CERTAINTY}
        return Certainty(**{key: None if not said else said == _YES for key, said in given.items()})


class DecidingEditor(PartEditor):
    """In the patient's voice, or the practitioner's where it was handed over."""

    FORM = "plans.deciding"

    def __init__(self, place: PlanPlace, found: WholePlan, decision_id: str) -> None:
        """`decision_id`: of which question."""
        self._place = place
        self.decision = decision_with(found, decision_id)
        options = found.contents.options_of(decision_id)
        self.deciding = DecidingForm(self.decision, options, found.names.called)
        super().__init__(
            place.desk, _("What is decided"), self.deciding, subject_id=decision_id, now=_typed_of(self.decision)
        )  # fmt: skip

    def keep(self) -> None:
        """What was chosen; or only where the question stands, where nothing is."""
        form, typed = self.deciding, self.deciding.typed()
        handed = self.decision.state is DecisionState.HANDED_OVER
        voice = Voice.PRACTITIONER if handed else Voice.PATIENT
        answer: dict[str, Any] = {"owner": self, "then": self.kept, "sorry": self.say, "by": voice}
        if typed["state"] and not form.chosen() and not typed["chose_not_to"]:
            to = DecisionState(typed["state"])
            answer["by"] = Voice.PATIENT if to is DecisionState.HANDED_OVER else Voice.BOTH
            self._place.do(acts.turn_decision, self.decision.id, to, **answer)
            return
        self._place.do(
            acts.decide, self.decision.id, chosen=form.chosen(), chose_not_to=typed["chose_not_to"],
            words=typed["words"], tradeoffs=typed["tradeoffs"], certainty=form.certainty(), **answer,
        )  # fmt: skip


def _typed_of(decision: Decision) -> dict[str, Any]:
    outcome = decision.outcome
    if outcome is None:
        return {}
    said = {key: getattr(outcome.certainty, key) for key, _words in _CERTAINTY}
    return {
        **{f"chosen:{one}": True for one in outcome.chosen},
        "chose_not_to": outcome.chose_not_to,
        "words": outcome.words,
        "tradeoffs": outcome.tradeoffs,
        **{key: "" if value is None else _YES if value else _NO for key, value in said.items()},
    }
