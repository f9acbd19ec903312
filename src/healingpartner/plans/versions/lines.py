"""What each thing of a plan says, as lines of a heading and words: everything that both agree to, nothing left out.

What is not said is an empty line, so that both sides of a comparison have the same headings.
"""

from collections.abc import Iterable, Mapping

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _, spoken
from healingpartner.plans.decisions.grid import cost_words, evidence_words
from healingpartner.plans.decisions.model import (
    ASKS_WORDS,
    DECISION_STATE_WORDS,
    DIRECTION_WORDS,
    OPTION_KIND_WORDS,
    OPTION_STANDING_WORDS,
    REVERSIBLE_WORDS,
    ROLE_WORDS,
    STANCE_WORDS,
    Certainty,
    Decision,
    Option,
    Outcome,
)
from healingpartner.plans.differing.model import (
    ALTERNATIVE_STATE_WORDS,
    DISSENT_STATE_WORDS,
    GROUND_WORDS,
    Alternative,
    Dissent,
    Ground,
)
from healingpartner.plans.goals.model import LEVEL_WORDS, LEVELS, Form, Goal
from healingpartner.plans.model import LIMIT_WORDS, Plan
from healingpartner.plans.money import Cost
from healingpartner.plans.numbers.estimate import OUTCOME_DIRECTION_WORDS, OutcomeEstimate
from healingpartner.plans.numbers.sentences import whole_story
from healingpartner.plans.parts.model import PART_STANCE_WORDS, PartVoice
from healingpartner.plans.ruling import RULE_WORDS, Rule
from healingpartner.plans.steps.model import DAY_TIME_WORDS, FOOD_WORDS, TREATMENT_WORDS, Step, Treatment
from healingpartner.plans.versions.model import PlanContents

Lines = list[tuple[str, str]]  # what a thing says: heading and words, in one order for all of its kind
_FORM_WORDS: Mapping[Form, str] = {
    Form.LIGHT: N_("In two levels: where it is now, and what is hoped for"),
    Form.FIVE: N_("In five levels, each in words"),
    Form.NEAR: N_("From 0 to 10: how near are we"),
}


def plan_lines(one: Plan) -> Lines:
    """The plan as a whole; its drawing is no line."""
    ceiling = (
        None if one.ceiling is None else Cost(low=one.ceiling.amount, high=one.ceiling.amount, per=one.ceiling.per)
    )
    return [
        (_("Plan"), one.title),
        (_("What matters to me"), one.matters),
        (_("What I hope for"), one.hopes),
        (_("What I am afraid of"), one.fears),
        (_("What it has to fit into"), _below(f"{_(LIMIT_WORDS[each.kind])}: {each.words}" for each in one.limits)),
        (_("The most it may cost"), _amount(ceiling)),
        (_("It begins on"), "" if one.begins_on is None else spoken().date(one.begins_on)),
        (_("We look at it again on"), "" if one.review_on is None else spoken().date(one.review_on)),
        (_("How to reach us"), one.reach),
    ]


def goal_lines(one: Goal) -> Lines:
    """A goal with the words of its levels."""
    levels = [(_(LEVEL_WORDS[level]), one.levels.get(level, "")) for level in LEVELS]
    return [
        (_("Goal, in the patient's words"), one.patient_words),
        (_("Goal, as we both say it"), one.shared_wording),
        (_("Why it matters"), one.why),
        (_("How it is followed"), _(_FORM_WORDS[one.form])),
        *levels,
        (_("Where it is now, at the start"), "" if one.baseline is None else _(LEVEL_WORDS[one.baseline])),
        (_("How much it matters"), _number(one.importance)),
        (_("How hard it is"), _number(one.difficulty)),
        (_("Hoped for by"), "" if one.by_when is None else spoken().partial_date(one.by_when)),
    ]


def decision_lines(one: Decision, contents: Iterable[PlanContents]) -> Lines:
    """A question and what was decided. contents: where the ways it speaks of are named."""
    outcome = one.outcome
    labels = {way.id: way.label for each in contents for way in each.options}
    return [
        (_("Question"), one.question),
        (_("Why now"), one.why_now),
        (_("Decide by"), "" if one.decide_by is None else spoken().partial_date(one.decide_by)),
        (_("Who decides"), "" if one.role is None else _(ROLE_WORDS[one.role])),
        (_("Who else is part of it"), one.others),
        (_("What we also compare"), _below(row.words for row in one.rows)),
        (_("If there are not two ways to weigh: why"), one.why_few),
        (_("What would change our minds"), one.revisit_if),
        (_("Look at it again on"), "" if one.revisit_on is None else spoken().date(one.revisit_on)),
        (_("Where this question stands"), _(DECISION_STATE_WORDS[one.state])),
        (_("Decided"), "" if outcome is None else _chosen(outcome, labels)),
        (_("In the words of who decided"), "" if outcome is None else outcome.words),
        (_("What we give up for it"), "" if outcome is None else outcome.tradeoffs),
        *_certainty(Certainty() if outcome is None else outcome.certainty),
    ]


def option_lines(one: Option, contents: Iterable[PlanContents]) -> Lines:
    """A way with all that both said of it. contents: where the rows of the comparison are named."""
    leaning, felt, told = one.leaning, one.felt, spoken()
    rows = {row.id: row.words for each in contents for decision in each.decisions for row in decision.rows}
    return [
        (_("One way"), one.label),
        (_("What sort of way"), _(OPTION_KIND_WORDS[one.kind])),
        (_("A rule, not you"), _ruled(one.rule)),
        (_("What it involves"), one.involves),
        (_("How it may help"), one.helps),
        (_("How it may harm"), one.harms),
        (_("What it takes"), _below(("" if one.asks is None else _(ASKS_WORDS[one.asks]), one.effort))),
        (_("If we wait"), one.if_i_wait),
        (_("Take care"), one.cautions),
        (_("Can it be undone?"), _(REVERSIBLE_WORDS[one.reversible])),
        (_("What it costs"), _amount(one.cost)),
        (_("If it goes best"), one.courses.best),
        (_("Most likely"), one.courses.likely),
        (_("If it is hard"), one.courses.hard),
        (_("In numbers"), _below(_story(each) for each in one.estimates)),
        (_("What we know"), _below(evidence_words(each, told) for each in one.evidence)),
        *((rows.get(row_id, ""), words) for row_id, words in one.cells.items()),
        (_("Where I lean, and why"), "" if leaning is None else f"{_(STANCE_WORDS[leaning.stance])}: {leaning.reason}"),
        (
            _("What my body or inner wisdom says"),
            _below(("" if felt.direction is None else _(DIRECTION_WORDS[felt.direction]), felt.inner_words)),
        ),
        (_("How much the patient would like it"), _number(felt.preference)),
        (_("How ready the patient is"), _below((_number(felt.ready), felt.ready_why))),
        (_("How sure the patient is"), _below((_number(felt.sure), felt.sure_why))),
        (_("What became of it"), _(OPTION_STANDING_WORDS[one.standing])),
    ]


def alternative_lines(one: Alternative) -> Lines:
    """Another way that was found, with its safety net."""
    return [
        (_("Another way we found"), one.changes),
        (_("What to watch for"), one.watch_for),
        (_("When to call"), one.call_when),
        (_("The safety net"), _("I need no safety net for this.") if one.no_net_needed else ""),
        (_("We look again on"), "" if one.review_on is None else spoken().date(one.review_on)),
        (_("What became of it"), _(ALTERNATIVE_STATE_WORDS[one.state])),
    ]


def dissent_lines(one: Dissent) -> Lines:
    """What one of the two sees differently."""
    ground = "" if one.ground is Ground.UNSAID else _(GROUND_WORDS[one.ground])
    return [
        (_("We see this differently"), one.words),
        (_("Because"), _below((ground, one.why))),
        (_("The answer"), one.answer),
        (_("What became of it"), _(DISSENT_STATE_WORDS[one.state])),
    ]


def part_lines(one: PartVoice) -> Lines:
    """A part of the patient."""
    return [
        (_("A part of me"), one.label),
        (_("Where it stands"), _(PART_STANCE_WORDS[one.stance])),
        (_("What it says"), one.words),
        (_("What it needs"), one.needs),
    ]


def step_lines(one: Step, contents: Iterable[PlanContents]) -> Lines:
    """What somebody will do. contents: where the way and the goal it belongs to are named."""
    heading = {
        Voice.PRACTITIONER: _("What the practitioner will do"),
        Voice.PATIENT: _("What the patient will do"),
        Voice.BOTH: _("What we do together"),
    }[one.owner]
    both = tuple(contents)
    ways = {way.id: way.label for each in both for way in each.options}
    goals = {goal.id: goal.patient_words for each in both for goal in each.goals}
    return [
        (heading, one.what),
        (_("A rule, not you"), _ruled(one.rule)),
        (_("When"), one.when),
        (_("Where"), one.where),
        (_("How often"), one.how_often),
        (_("From when"), "" if one.begins_on is None else spoken().date(one.begins_on)),
        (_("By which day"), "" if one.due_on is None else spoken().date(one.due_on)),
        *_treatment(one.treatment),
        (_("The way it belongs to"), ways.get(one.option_id, "")),
        (_("The goal it serves"), goals.get(one.goal_id, "")),
        (_("What could get in the way"), one.in_the_way),
        (_("What would help"), one.supports),
        (_("How sure is whoever does it, from 0 to 10"), _number(one.sure)),
        (_("What it costs"), _amount(one.cost)),
    ]


def _ruled(rule: Rule | None) -> str:
    return "" if rule is None else _below((_(RULE_WORDS[rule.kind]), rule.words))


def _treatment(one: Treatment | None) -> Lines:
    if one is None:
        return []
    return [
        (_("What it is"), _(TREATMENT_WORDS[one.kind])),
        (_("How to take it"), _below(f"{_(DAY_TIME_WORDS[time])}: {amount}" for time, amount in one.amounts.items())),
        (_("With a meal"), _(FOOD_WORDS[one.food])),
        (_("Until"), "" if one.until is None else spoken().date(one.until)),
        (_("What it is for"), one.why),
        (_("Who prescribed it, where it is from elsewhere"), one.by_whom),
    ]


def _certainty(one: Certainty) -> Lines:
    asked = (
        (_("Do you feel sure about the best choice for you?"), one.sure),
        (_("Do you know the benefits and risks of each way?"), one.knows),
        (_("Are you clear about which benefits and risks matter most to you?"), one.weighed),
        (_("Do you have enough support and advice to choose?"), one.supported),
    )
    return [(question, "" if said is None else _("Yes") if said else _("Not yet")) for question, said in asked]


def _chosen(outcome: Outcome, labels: Mapping[str, str]) -> str:
    if outcome.chose_not_to:
        return _("Not to choose now")
    return ", ".join(labels.get(each, "") for each in outcome.chosen)


def _story(one: OutcomeEstimate) -> str:
    return f"{_(OUTCOME_DIRECTION_WORDS[one.direction])}: {whole_story(one, spoken())}"


def _amount(cost: Cost | None) -> str:
    """What it costs, with its note; "" where nobody has asked."""
    return "" if cost is None else _below((cost_words(cost), cost.note))


def _below(said: Iterable[str]) -> str:
    return "\n".join(each for each in said if each)


def _number(given: int | None) -> str:
    return "" if given is None else spoken().number(given)
