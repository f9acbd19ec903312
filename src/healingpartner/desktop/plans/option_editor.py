"""The page on which a way is written: what it asks, helps and harms, its cost, the leaning with its reason, numbers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.plans import cost_field, estimate_row, evidence_row
from healingpartner.desktop.plans.cost_field import CostField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.estimate_row import EstimateRow
from healingpartner.desktop.plans.evidence_row import EvidenceRow
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.part_rows import PartRows
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import (
    ASKS_WORDS,
    OPTION_KIND_WORDS,
    REVERSIBLE_WORDS,
    STANCE_WORDS,
    Asks,
    Courses,
    Leaning,
    Option,
    OptionKind,
    Reversible,
    Stance,
)
from healingpartner.plans.ruling import RULE_WORDS, Rule, RuleKind
from healingpartner.plans.versions.model import WholePlan
from healingpartner.practice import Practice

_TEXTS = ("involves", "helps", "harms", "effort", "cautions", "if_i_wait")
_COURSES = ("best", "likely", "hard")


class OptionForm(PartForm):
    """Everything about a way but what the patient feels, which is theirs to say on a page of their own."""

    def __init__(self, found: WholePlan, *, is_new: bool) -> None:
        """`is_new`: whose idea it is can still be said."""
        super().__init__()
        called, currency = found.names.called, cost_field.currency_of(found)
        self.add("label", LineField(_("The way, in a few words"), example=_("Walk after supper")))
        grid = self.add_grid()
        kinds = [(one.value, _(words)) for one, words in OPTION_KIND_WORDS.items()]
        self.add("kind", ChoiceField(_("What sort of way"), kinds, value="treatment"), grid=grid)
        self.side = SideChoice(_("Whose idea it is"), called)
        self.side.set_value(Voice.PRACTITIONER.value)
        if is_new:
            self.add("side", self.side, grid=grid)
        self._about()
        self.add("cost", CostField(currency), label=_("What it costs"))
        self._mine()
        self.head(
            _("In numbers"), soft=_("So many of so many people, with it and without it. Help and harm weigh alike.")
        )
        self.add(
            "estimates",
            PartRows(lambda: EstimateRow(called), add=_("Add a number"), remove=_("Take this number out")),
            label=_("In numbers"),
        )
        self.head(_("How it may go"), soft=_("Three ways it may go, so that nobody is given one single number."))
        for name, label in zip(
            _COURSES, (_("If it goes best"), _("Most likely"), _("If it is hard")), strict=True
        ):  # fmt: skip
            self.add(name, LensField(label, lines=1))
        self.head(_("Where this comes from"))
        self.add(
            "evidence",
            PartRows(EvidenceRow, add=_("Add a source"), remove=_("Take this source out")),
            label=_("Where this comes from"),
        )

    def option(self, former: Option, today: date) -> Option:
        """What is typed; RuleBroken beside the first field that does not fit. `former`: for what stands elsewhere."""
        typed = self.typed()
        stance, rule, asks = typed["stance"], typed["rule"], typed["asks"]
        if not stance and typed["leaning"].strip():
            raise RuleBroken("stance", _("You gave a reason. Say also which way you lean."))
        return replace(
            former,
            label=typed["label"],
            kind=OptionKind(typed["kind"] or "treatment"),
            reversible=Reversible(typed["reversible"] or "unknown"),
            asks=Asks(asks) if asks else None,
            cost=self.fields["cost"].cost(),
            leaning=Leaning(stance=Stance(stance), reason=typed["leaning"]) if stance else None,
            rule=Rule(kind=RuleKind(rule), words=typed["rule_words"]) if rule else None,
            evidence=self.fields["evidence"].built("evidence", lambda row: row.evidence()),
            estimates=self.fields["estimates"].built("estimates", lambda row: row.estimate(today)),
            courses=Courses(**{name: typed[name] for name in _COURSES}),
            **{name: typed[name] for name in _TEXTS},
        )

    def _about(self) -> None:
        labels = {
            "involves": _("What it involves"),
            "helps": _("How it may help"),
            "harms": _("How it may harm"),
            "effort": _("What it takes, and how often"),
            "cautions": _("Take care"),
            "if_i_wait": _("If we wait"),
        }
        for name in _TEXTS:
            self.add(name, LensField(labels[name], lines=1))
        grid = self.add_grid()
        asks = [("", _("Not said")), *((one.value, _(words)) for one, words in ASKS_WORDS.items())]
        self.add("asks", ChoiceField(_("How much it asks"), asks), grid=grid)
        back = [(one.value, _(words)) for one, words in REVERSIBLE_WORDS.items()]
        self.add("reversible", ChoiceField(_("Can it be undone?"), back, value="unknown"), grid=grid)

    def _mine(self) -> None:
        self.head(_("Where you lean"), voice=Voice.PRACTITIONER, soft=_("Only together with your reason."))
        stances = [("", _("I have not said")), *((one.value, _(words)) for one, words in STANCE_WORDS.items())]
        self.add("stance", ChoiceField(_("Which way"), stances))
        self.add("leaning", LensField(_("Your reason"), lines=2))
        self.head(
            _("A rule, not you"), soft=_("Where it is here because of a rule, say so. Nobody should take it to heart.")
        )
        rules = [("", _("No rule asks for it")), *((one.value, _(words)) for one, words in RULE_WORDS.items())]
        self.add("rule", ChoiceField(_("Is it here for a rule?"), rules))
        self.add("rule_words", LineField(_("Which rule, in plain words")))


class OptionEditor(PartEditor):
    """A new way, or one that stands."""

    FORM = "plans.option"

    def __init__(self, place: PlanPlace, found: WholePlan, decision_id: str, option_id: str = "") -> None:
        """`option_id`: "" for a new one."""
        self._place, self._decision_id = place, decision_id
        self.option = option_with(found, decision_id, option_id)
        self.option_form = OptionForm(found, is_new=not option_id)
        super().__init__(
            place.desk, _("Change this way") if option_id else _("A way there"), self.option_form,
            subject_id=option_id or decision_id, now=typed_of(self.option),
        )  # fmt: skip
        if option_id:
            self.remove = LinkButton(_("Take this way out of the plan"), icon="trash")
            self.remove.clicked.connect(self._take_out)
            self.option_form.add_part(self.remove)

    def show_plan(self, found: WholePlan) -> None:
        """The way as it stands by now."""
        if self.option.id:
            self.show_now(typed_of(option_with(found, self._decision_id, self.option.id)))

    def keep(self) -> None:
        """A new idea in the voice of whose it is; the leaning always in the practitioner's."""
        option = self.option_form.option(self.option, self.desk.clock.now().local().date())
        voice = Voice.PRACTITIONER
        if not option.id:
            chosen = self.option_form.side.voice()
            if chosen is None:
                self.let_go()
                return
            voice = chosen
        decision_id = self._decision_id

        def work(practice: Practice) -> str:
            if voice is Voice.PRACTITIONER:
                return practice.do(acts.put_option, decision_id, option, by=voice)
            bare = replace(option, leaning=None, proposed_by=voice)
            made: str = practice.do(acts.put_option, decision_id, bare, by=voice)
            if option.leaning is not None:
                practice.do(acts.lean, made, option.leaning.stance, option.leaning.reason, by=Voice.PRACTITIONER)
            return made

        self._place.run(work, voice, owner=self, then=self.kept, sorry=self.say, gave_up=self.let_go)

    def _take_out(self) -> None:
        option_id = self.option.id

        def answered(yes: bool) -> None:
            if yes:
                self._place.do(acts.remove_option, option_id, owner=self, then=self.kept, sorry=self.say)

        self.desk.notices.ask(
            _("Take this way out of the plan?"), yes=_("Take it out"), no=_("Leave it in"),
            more=_("You can take this back with Undo."), then=answered,
        )  # fmt: skip


def option_with(found: WholePlan, decision_id: str, option_id: str) -> Option:
    """The option of that id, or an empty one of this decision."""
    empty = Option(id="", plan_id=found.plan.id, decision_id=decision_id, label="")
    return next((one for one in found.contents.options if one.id == option_id), empty)


def typed_of(option: Option) -> Mapping[str, Any]:
    """An option as its form shows it."""
    leaning, rule = option.leaning, option.rule
    return {
        "label": option.label,
        "kind": option.kind.value,
        "reversible": option.reversible.value,
        "asks": "" if option.asks is None else option.asks.value,
        "cost": cost_field.typed_of(option.cost),
        "stance": "" if leaning is None else leaning.stance.value,
        "leaning": "" if leaning is None else leaning.reason,
        "rule": "" if rule is None else rule.kind.value,
        "rule_words": "" if rule is None else rule.words,
        "estimates": [estimate_row.typed_of(one) for one in option.estimates],
        "evidence": [evidence_row.typed_of(one) for one in option.evidence],
        **{name: getattr(option.courses, name) for name in _COURSES},
        **{name: getattr(option, name) for name in _TEXTS},
    }
