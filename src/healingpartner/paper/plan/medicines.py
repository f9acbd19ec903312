"""The sheet of all that is taken or done: morning, noon, evening, night, with food, until when, and why."""

from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.fonts import Role
from healingpartner.paper.plan.columns import Paragraph, columns
from healingpartner.paper.plan.copy import GONE, PlanCopy
from healingpartner.paper.plan.phrases import labelled
from healingpartner.paper.plan.told import title_and_names
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.steps.model import (
    DAY_TIME_WORDS,
    FOOD_WORDS,
    STANDING,
    TAKEN,
    TREATMENT_WORDS,
    DayTime,
    Step,
    StepState,
    Treatment,
    WithFood,
)

SHOW_IT = N_("Show this sheet to everyone who prescribes or sells you something.")
_SHARES = (5, 3, 3, 3, 3)
_ENDED = GONE | {StepState.DONE}


def medicines_paper(copy: PlanCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """What is taken and done now; below it what is resting, and what nobody has taken on yet."""
    title = words.say(N_("What I take and do each day"))
    sheet = Sheet(
        title=title, about=copy.names.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    title_and_names(sheet, title, copy.names.patient, copy.names.practitioner)
    sheet.para(words.say(SHOW_IT))
    listed = [one for one in copy.contents.steps if one.treatment is not None and one.state not in _ENDED]
    _table(sheet, [one for one in listed if one.state in STANDING])
    for heading, state in (
        (N_("Resting for now"), StepState.PAUSED),
        (N_("Proposed, and not begun yet"), StepState.PROPOSED),
    ):
        if below := [one for one in listed if one.state is state]:
            sheet.heading(words.say(heading))
            _table(sheet, below)
    sheet.gap(sheet.sizes.body)
    sheet.label(words.say(N_("What else I take")), ink.SOFT)
    sheet.blank_lines(3)
    return sheet.printed()


def _table(sheet: Sheet, steps: list[Step]) -> None:
    """One row for each; in large print one below the other, since five columns would be too narrow to read."""
    if sheet.paper.large:
        for one in steps:
            _in_large(sheet, one)
        return
    say, size = sheet.words.say, sheet.sizes.small
    with sheet.inside("Table"):
        with sheet.inside("TR") as row:
            heads = ["", *(say(DAY_TIME_WORDS[time]) for time in DayTime)]
            cells = [[Paragraph(text=head, role=Role.LABEL, colour=ink.SOFT)] for head in heads]
            columns(sheet, cells, size=size, parents=[row.add("TH") for _head in heads], shares=_SHARES, keep=True)
            sheet.rule(ink.EDGE, 1.0)
        for one in steps:
            _row(sheet, one)


def _row(sheet: Sheet, step: Step) -> None:
    treatment = step.treatment
    if treatment is None:
        return
    words = sheet.words
    sheet.gap(4, keep=True)
    with sheet.together():
        with sheet.inside("TR") as row:
            name = Paragraph(text=step.what, role=Role.STRONG)
            amounts = [Paragraph(text=treatment.amounts.get(time, "–")) for time in DayTime]
            parents = [row.add("TH"), *(row.add("TD") for _time in DayTime)]
            cells = [[name], *([one] for one in amounts)]
            columns(sheet, cells, size=sheet.sizes.body, parents=parents, shares=_SHARES, keep=True)
        with sheet.inside("TR"), sheet.inside("TD"):
            sheet.note(_behind(treatment, words))
    sheet.gap(4, keep=True)
    sheet.rule(ink.LINE)


def _in_large(sheet: Sheet, step: Step) -> None:
    treatment = step.treatment
    if treatment is None:
        return
    say = sheet.words.say
    sheet.heading(step.what)
    with sheet.together():
        for time in DayTime:
            if amount := treatment.amounts.get(time):
                sheet.para(labelled(say(DAY_TIME_WORDS[time]), isolated(amount), sheet.words), keep=True)
        sheet.note(_behind(treatment, sheet.words))


def _behind(treatment: Treatment, words: Words) -> str:
    """Kind, with food, until when, why, from whom: as much as is known."""
    say = words.say
    parts = [say(TREATMENT_WORDS[treatment.kind])]
    if treatment.kind in TAKEN and treatment.food is not WithFood.EITHER:
        parts.append(say(FOOD_WORDS[treatment.food]))
    if treatment.until is not None:
        parts.append(say(N_("until {day}")).format(day=isolated(words.date(treatment.until))))
    if treatment.why:
        parts.append(say(N_("why: {words}")).format(words=isolated(treatment.why)))
    if treatment.by_whom:
        parts.append(say(N_("from: {name}")).format(name=isolated(treatment.by_whom)))
    return " · ".join(parts)
