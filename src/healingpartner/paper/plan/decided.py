"""What we decided together: the patient's words, each decision in plain numbers, who will do what, how to reach us."""

from healingpartner.foundation.text import fold, isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.plan.acknowledged import acknowledged
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.cost import money_told
from healingpartner.paper.plan.differing import alternatives_for, alternatives_told, differing_told, dissents_about
from healingpartner.paper.plan.drawn import drawing_told
from healingpartner.paper.plan.steps import steps_told
from healingpartner.paper.plan.told import estimate_told, fact, said, stops_fitting, title_and_names
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.decisions.grid import cost_words
from healingpartner.plans.decisions.model import (
    REVERSIBLE_WORDS,
    Decision,
    Option,
    OptionStanding,
    Reversible,
)
from healingpartner.plans.differing.model import About, Dissent
from healingpartner.plans.goals.model import COUNTED, Form, Goal, GoalState
from healingpartner.plans.model import LIMIT_WORDS
from healingpartner.plans.parts.model import PART_STANCE_WORDS, everyone_on_board
from healingpartner.plans.ruling import RULE_WORDS

NONE_FOR_NOW = N_("None of these ways, for now.")
STILL_OPEN = N_("This is still open. Nothing presses.")
EVERYONE = N_("Every part is on board.")
ALL_THE_SAME = N_("{name} chose to go on all the same, on {day}.")


def plan_paper(
    copy: PlanCopy, *, letterhead: Letterhead, words: Words, paper: Paper, to_be_signed: bool = True
) -> Printed:
    """The plan on one page where it fits. to_be_signed: leave places to sign while a yes is missing."""
    title = words.say(N_("What we decided together"))
    sheet = Sheet(
        title=title, about=copy.names.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    title_and_names(sheet, title, copy.names.patient, copy.names.practitioner)
    _matters(sheet, copy)
    _goals(sheet, copy)
    for decision in copy.contents.decisions:
        _decision(sheet, copy, decision)
    differing_told(sheet, copy, _elsewhere(copy))
    steps_told(sheet, copy)
    drawing_told(sheet, copy)
    _parts(sheet, copy)
    money_told(sheet, copy)
    stops_fitting(sheet, _reach(copy, words))
    acknowledged(sheet, copy, to_be_signed=to_be_signed)
    return sheet.printed()


def _matters(sheet: Sheet, copy: PlanCopy) -> None:
    plan, say = copy.contents.plan, sheet.words.say
    for label, text in (
        (N_("What matters to {name}"), plan.matters),
        (N_("What {name} hopes for"), plan.hopes),
        (N_("What {name} is afraid of"), plan.fears),
    ):
        said(sheet, say(label).format(name=isolated(copy.called)), text, Voice.PATIENT)
    limits = [
        say(N_("{label}: {text}")).format(label=say(LIMIT_WORDS[one.kind]), text=isolated(one.words))
        for one in plan.limits
        if one.words
    ]
    said(sheet, say(N_("What it has to fit into")), "\n".join(limits), Voice.PATIENT)


def _decision(sheet: Sheet, copy: PlanCopy, decision: Decision) -> None:
    say, options = sheet.words.say, copy.contents.options_of(decision.id)
    chosen = [one for one in options if one.id in (decision.outcome.chosen if decision.outcome else ())]
    dissents = (
        *dissents_about(copy, About.DECISION, [decision.id]),
        *dissents_about(copy, About.OPTION, [one.id for one in options]),
    )
    if not chosen:
        sheet.heading(decision.question)
        sheet.para(say(NONE_FOR_NOW if decision.outcome else STILL_OPEN))
    for at, one in enumerate(chosen):
        sheet.heading(one.label)
        if at == 0:
            sheet.para(decision.question, colour=ink.SOFT, small=True, keep=True)
        _chosen(sheet, one)
    if decision.outcome is not None:
        label = say(N_("In the words of {name}")).format(name=copy.name_of(decision.outcome.by, sheet.words))
        said(sheet, label, decision.outcome.words, decision.outcome.by)
        fact(sheet, say(N_("What we give up for it")), decision.outcome.tradeoffs)
    differing_told(sheet, copy, dissents)
    alternatives_told(sheet, copy, alternatives_for(copy, [one.id for one in options], dissents))
    _others(sheet, [one for one in options if one not in chosen], decision.revisit_if)


def _chosen(sheet: Sheet, option: Option) -> None:
    """What a chosen way is, does, takes and costs."""
    words = sheet.words
    say = words.say
    if option.involves:
        sheet.para(option.involves)
    for one in option.estimates:
        estimate_told(sheet, one)
    fact(sheet, say(N_("How it may help")), option.helps)
    fact(sheet, say(N_("How it may harm")), option.harms)
    fact(sheet, say(N_("Take care")), option.cautions)
    small = (
        [say(N_("What it takes: {effort}.")).format(effort=isolated(option.effort.rstrip(".")))]
        if option.effort
        else []
    )
    if option.reversible is not Reversible.UNKNOWN:
        small.append(say(N_("{sentence}.")).format(sentence=say(REVERSIBLE_WORDS[option.reversible])))
    if option.cost is not None:
        small.append(say(N_("Cost: {cost}.")).format(cost=cost_words(option.cost, words)))
    if option.rule is not None:
        rule = say(RULE_WORDS[option.rule.kind])
        small.append(say(N_("It is here for a rule, not for you: {rule}.")).format(rule=rule))
        small += [isolated(option.rule.words)] if option.rule.words else []
    if small:
        sheet.note(" ".join(small))
        sheet.gap(sheet.sizes.body * 0.5)


def _others(sheet: Sheet, options: list[Option], revisit_if: str) -> None:
    """What became of the other ways, without hard feelings, and when the question would be opened again."""
    say, told = sheet.words.say, []
    for standing, sentence in (
        (OptionStanding.FALLBACK, N_("Kept as a fallback: {options}.")),
        (OptionStanding.DECLINED, N_("Set aside, no hard feelings: {options}.")),
    ):
        names = [isolated(one.label) for one in options if one.standing is standing]
        if names:
            told.append(say(sentence).format(options=", ".join(names)))
    if revisit_if:
        told.append(say(N_("What would change our minds: {words}")).format(words=isolated(revisit_if)))
    if told:
        sheet.para(" ".join(told), small=True)


def _elsewhere(copy: PlanCopy) -> tuple[Dissent, ...]:
    """Dissents about a step, or about the plan as a whole."""
    steps = dissents_about(copy, About.STEP, [one.id for one in copy.contents.steps])
    return (*steps, *dissents_about(copy, About.PLAN, ()))


def _goals(sheet: Sheet, copy: PlanCopy) -> None:
    goals = [one for one in copy.contents.goals if one.state in COUNTED | {GoalState.PROPOSED}]
    if not goals:
        return
    sheet.heading(sheet.words.say(N_("How we will know")))
    sheet.points(_goal_line(one, sheet.words) for one in goals)


def _goal_line(goal: Goal, words: Words) -> str:
    """The patient's own words, in brackets those of both where they are others, and what is hoped for."""
    own, shared = goal.patient_words, goal.shared_wording
    hoped = "" if goal.form is Form.NEAR else goal.levels.get(0, "")
    goes_on = bool(hoped) or bool(own and shared)
    own, shared = (each.rstrip(".") if goes_on else each for each in (own, shared))
    line = isolated(own or shared)
    if own and shared and fold(own) != fold(shared):
        line = words.say(N_("{words} ({shared})")).format(words=isolated(own), shared=isolated(shared))
    return words.say(N_("{goal}: we hope for {level}")).format(goal=line, level=isolated(hoped)) if hoped else line


def _parts(sheet: Sheet, copy: PlanCopy) -> None:
    """Every part in the patient's words; "every part is on board" only where each of them is."""
    parts, words = copy.contents.parts, sheet.words
    say = words.say
    if not parts:
        return
    with sheet.together():
        sheet.heading(say(N_("Is every part on board?")))
        if everyone_on_board(parts):
            sheet.para(say(EVERYONE))
    for one in parts:
        line = say(N_("{part}: {stance}")).format(part=isolated(one.label), stance=say(PART_STANCE_WORDS[one.stance]))
        said(
            sheet,
            line,
            "\n".join(part for part in (one.words, _needs(one.needs, words)) if part) or line,
            Voice.PATIENT,
        )
    for going in copy.contents.going_on:
        told = say(ALL_THE_SAME).format(name=isolated(copy.called), day=isolated(words.date(going.at)))
        if going.words:
            said(sheet, told, going.words, Voice.PATIENT)
        else:
            sheet.para(told)


def _needs(needs: str, words: Words) -> str:
    return words.say(N_("It would help: {needs}")).format(needs=isolated(needs)) if needs else ""


def _reach(copy: PlanCopy, words: Words) -> str:
    """When both talk again, and how to reach the practitioner before that."""
    plan, told = copy.contents.plan, []
    if plan.review_on is not None:
        told.append(words.say(N_("We talk again on {day}.")).format(day=isolated(words.date(plan.review_on, "long"))))
    if plan.reach:
        told.append(words.say(N_("How to reach us: {words}")).format(words=isolated(plan.reach)))
    return " ".join(told)
