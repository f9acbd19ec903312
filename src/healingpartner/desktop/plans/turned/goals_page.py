"""The patient's goals in their own words, and how near they are."""

from dataclasses import replace

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.goal_words import level_number
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.ruler_field import RulerField
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _, spoken
from healingpartner.plans.goals import acts
from healingpartner.plans.goals.attainment import LIGHT_WORDS, light_halves
from healingpartner.plans.goals.model import GOAL_STATE_WORDS, LEVEL_WORDS, LEVELS, Form, Goal, GoalState, Rating
from healingpartner.plans.model import LIVED, WRITABLE
from healingpartner.plans.versions.model import WholePlan

WEIGHTS = (N_("Not much"), N_("A little"), N_("Quite"), N_("Very"))


_DOWN = (N_("Set it down for now"), GoalState.SET_DOWN, N_("It is set down. You can take it up again."))
_TURNS: dict[GoalState, tuple[tuple[str, GoalState, str], ...]] = {
    GoalState.PROPOSED: ((N_("We begin with it"), GoalState.ACTIVE, N_("You are on the way.")), _DOWN),
    GoalState.ACTIVE: ((N_("It is reached"), GoalState.REACHED, N_("Reached. How good.")), _DOWN),
    GoalState.REACHED: ((N_("Go on with it"), GoalState.ACTIVE, N_("You are on the way.")), _DOWN),
    GoalState.SUSTAINING: (_DOWN,),
    GoalState.PAUSED: ((N_("Go on with it"), GoalState.ACTIVE, N_("You are on the way.")), _DOWN),
    GoalState.SET_DOWN: ((N_("Take it up again"), GoalState.ACTIVE, N_("You are on the way.")),),
}


class GoalsPage(PlanPage):
    """Each goal as the patient said it, with what was said of it last."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """In their order."""
        lead = _("A goal is yours. Say it as you would say it to a friend.")
        super().__init__(desk, found, _("My goals"), lead=lead)
        writable, lived = found.plan.state in WRITABLE, found.plan.state in LIVED
        for goal in found.contents.goals:
            self.add(self._card(goal, writable=writable, lived=lived or bool(found.versions)))
        if writable:
            add = PatientButton(_("Add a goal of mine"), icon="plus", large=True)
            add.clicked.connect(lambda: self.goes.emit("goal/"))
            self.row(add)
        self.end()

    def _card(self, goal: Goal, *, writable: bool, lived: bool) -> Card:
        card = Card()
        card.column.addWidget(
            SpeechLabel(goal.patient_words, voice=Voice.PATIENT, caption=_("What I want"), large=True)
        )
        if goal.shared_wording:
            card.column.addWidget(
                SpeechLabel(goal.shared_wording, voice=Voice.BOTH, caption=_("As we both would say it"))
            )
        hoped = goal.levels.get(0)
        if hoped and goal.form is not Form.NEAR:
            card.column.addWidget(PlainLabel(_("We will know it by this: {words}").format(words=isolated(hoped))))
        last = next((one for one in reversed(self.found.ratings) if one.goal_id == goal.id), None)
        if last is not None:
            card.column.addWidget(PlainLabel(_last_words(goal, last), tone="soft"))
        row = FlowLayout(gap=10)
        row.addWidget(Chip(_(GOAL_STATE_WORDS[goal.state]), tint="yours"))
        if lived:
            near = QuietButton(_("How near are we?"))
            near.setAccessibleName(_("{kind}: {act}").format(kind=near.text(), act=goal.patient_words))
            near.clicked.connect(lambda: self.goes.emit(f"rate/{goal.id}"))
            row.addWidget(near)
        if writable:
            change = LinkButton(_("In other words"), icon="pencil-simple")
            change.setAccessibleName(_("{kind}: {act}").format(kind=change.text(), act=goal.patient_words))
            change.clicked.connect(lambda: self.goes.emit(f"goal/{goal.id}"))
            row.addWidget(change)
        if writable or lived:
            for words, to, told in _TURNS.get(goal.state, ()):
                row.addWidget(self._turning(goal, _(words), to, _(told)))
        card.column.addLayout(row)
        return card

    def _turning(self, goal: Goal, words: str, to: GoalState, told: str) -> LinkButton:
        link = LinkButton(words)
        link.setAccessibleName(_("{kind}: {act}").format(kind=words, act=goal.patient_words))
        link.clicked.connect(lambda: self.do(acts.turn_goal, goal.id, to, then=self.leads("goals", told)))
        return link


class GoalPage(PlanPage):
    """One goal: the words, why, where it is now, and what is hoped for."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the id of a goal, or "" for a new one."""
        self.goal = next(one for one in found.contents.goals if one.id == about) if about else None
        goal = self.goal or Goal(id="", plan_id=found.plan.id, patient_words="", baseline=-1)
        self._begun = goal
        title = _("A goal of mine")
        super().__init__(desk, found, title, back="goals", form=f"goal:{about or found.plan.id}")
        self.field("patient_words", TextField(_("What I want, in my own words"), value=goal.patient_words, lines=2))
        self.field("why", TextField(_("Why it matters to me"), value=goal.why, lines=1))
        if goal.form is not Form.NEAR:
            asked = LEVELS if goal.form is Form.FIVE else (goal.baseline if goal.baseline is not None else -1, 0)
            for level in asked:
                field = TextField(_level_question(goal, level), value=goal.levels.get(level, ""), lines=1)
                self.field(f"level{level}", field)
        weights = [(str(number), _(words)) for number, words in enumerate(WEIGHTS)]
        for name, label in (("importance", _("How much it matters")), ("difficulty", _("How hard it is"))):
            given = getattr(goal, name)
            self.field(name, PickField(label, weights, value="" if given is None else str(given)))
        self.when = PartialDateField(_("By when, if there is a day"), value=goal.by_when)
        self.field("by_when", self.when)
        self.choose(_("Keep this goal"), self.keep)
        self.end()

    def keep(self) -> None:
        """Keep it, as the patient's own."""
        try:
            by_when = self.when.date()
        except RuleBroken as broken:
            self.when.say(broken.sentence)
            self.when.setFocus()
            return
        levels = dict(self._begun.levels)
        for level in LEVELS:
            if f"level{level}" in self.fields:
                levels[level] = self.fields[f"level{level}"].value()
        goal = replace(
            self._begun,
            patient_words=self.fields["patient_words"].value(),
            why=self.fields["why"].value(),
            importance=_number(self.fields["importance"].value()),
            difficulty=_number(self.fields["difficulty"].value()),
            levels={level: words for level, words in levels.items() if words.strip()},
            by_when=by_when,
        )
        told = _("Your goal is kept.")
        self.do(acts.put_goal, self.found.plan.id, goal, then=self.leads("goals", told))


class RatePage(PlanPage):
    """How near it is now, in the words of the levels; a number is never asked without words."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the goal's id."""
        goal = self.goal = next(one for one in found.contents.goals if one.id == about)
        title = _("How near are we?")
        super().__init__(desk, found, title, back="goals", form=f"rate:{about}")
        self.add(SpeechLabel(goal.patient_words, voice=Voice.PATIENT, caption=_("What I want"), large=True))
        if goal.form is Form.NEAR:
            self.field("near", RulerField(_("How near"), low=_("not at all yet"), high=_("all the way")))
        else:
            self.field("near", PickField(_("How it is now"), _levels(goal)))
        self.field("words", TextField(_("In my own words, if I like"), lines=2))
        self.choose(_("That is how it is"), self.keep, think=_("Not now"))
        self.end()

    def keep(self) -> None:
        """Keep it beside what was said before."""
        given = self.fields["near"].value()
        if given in {None, ""}:
            self.fields["near"].say(_("Choose one of these, or say “Not now”."))
            return
        more = {"near": given} if self.goal.form is Form.NEAR else {"halves": int(given)}
        words, then = self.fields["words"].value(), self.leads("goals", _("It is kept."))
        self.do(acts.rate, self.goal.id, words=words, then=then, **more)


def _number(key: str) -> int | None:
    return int(key) if key else None


def _levels(goal: Goal) -> list[tuple[str, str]]:
    if goal.form is Form.FIVE:
        told = _("{level}: {words}")
        return [
            (str(level * 2), told.format(level=level_number(level), words=isolated(goal.levels[level])))
            for level in reversed(LEVELS)
            if goal.levels.get(level)
        ]
    base = -1 if goal.baseline is None else goal.baseline
    return [(str(light_halves(answer, baseline=base)), _(words)) for answer, words in LIGHT_WORDS.items()]


def _level_question(goal: Goal, level: int) -> str:
    if level == 0:
        return _("What I hope for: how will I know it?")
    if level == goal.baseline:
        return _("Where it is now")
    return _(LEVEL_WORDS[level])


def _last_words(goal: Goal, last: Rating) -> str:
    day = isolated(spoken().date(last.at))
    if last.near is not None:
        said = _("{n} of 10").format(n=spoken().number(last.near))
    else:
        halves = last.halves or 0
        own = goal.levels.get(halves // 2) if halves % 2 == 0 and goal.form is Form.FIVE else ""
        said = own or dict(_levels(goal)).get(str(halves), "")
    line = _("On {day}: {said}.").format(day=day, said=isolated(said)) if said else ""
    return " ".join(part for part in (line, isolated(last.words)) if part)
