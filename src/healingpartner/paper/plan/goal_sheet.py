"""The goal sheet: each goal in the patient's words, its levels in words, and how near both said they were over time.

The number T stands at the end, beneath the words of every level, and says of how many goals it speaks.
"""

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.fonts import Role
from healingpartner.paper.plan.columns import Paragraph, columns
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.told import fact, said, title_and_names
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.goals.attainment import attainment_of, near_of, rated_words
from healingpartner.plans.goals.model import LEVELS, Form, Goal, Rating

WHAT_T_IS = N_(
    "T tells how near all the goals are together. 50 is what we hoped for. It is no mark for you or for anyone."
)


def goal_paper(copy: PlanCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """All goals of the plan, and room to say by hand where they are today."""
    title = words.say(N_("What we hope for"))
    sheet = Sheet(
        title=title, about=copy.names.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    title_and_names(sheet, title, copy.names.patient, copy.names.practitioner)
    for goal in copy.contents.goals:
        _goal(sheet, copy, goal)
    if not copy.contents.goals:
        sheet.para(words.say(N_("No goal has been written down yet.")))
        sheet.blank_lines(6)
    _together(sheet, copy)
    return sheet.printed()


def _goal(sheet: Sheet, copy: PlanCopy, goal: Goal) -> None:
    words = sheet.words
    say = words.say
    sheet.gap(sheet.sizes.body * 0.4)
    label = say(N_("In the words of {name}")).format(name=copy.name_of(Voice.PATIENT, words))
    said(sheet, label, goal.patient_words, Voice.PATIENT)
    fact(sheet, say(N_("How we will know")), goal.shared_wording)
    if goal.by_when is not None:
        fact(sheet, say(N_("Hoped for by")), isolated(words.partial_date(goal.by_when)))
    ratings = [one for one in copy.ratings if one.goal_id == goal.id]
    if goal.form is not Form.NEAR:
        _levels(sheet, goal, ratings)
    if ratings:
        sheet.label(say(N_("How it went")), ink.SOFT)
        sheet.points(_rating_line(copy, goal, one, words) for one in ratings)
    sheet.hand_line(say(N_("Today we are at")))
    sheet.gap(sheet.sizes.body * 0.8)


def _levels(sheet: Sheet, goal: Goal, ratings: list[Rating]) -> None:
    """The levels from the best to the least, each with its words; in heavy type where it is now, and where it began."""
    newest = next((one.halves for one in reversed(ratings) if one.halves is not None), None)
    size, say = sheet.sizes.body, sheet.words.say
    with sheet.together(), sheet.inside("Table"):
        for level in reversed(LEVELS):
            text = goal.levels.get(level, "")
            if not text and goal.form is Form.LIGHT and level not in {0, goal.baseline}:
                continue
            now = newest == 2 * level
            behind = [say(N_("now"))] if now else []
            behind += [say(N_("where we began"))] if level == goal.baseline else []
            told = text or "…"
            line = (
                say(N_("{words} ({where})")).format(words=isolated(told), where=", ".join(behind)) if behind else told
            )
            role = Role.STRONG if now else Role.TEXT
            with sheet.inside("TR") as row:
                cells = [[Paragraph(text=signed(level), role=Role.LABEL)], [Paragraph(text=line, role=role)]]
                columns(sheet, cells, size=size, parents=[row.add("TH"), row.add("TD")], shares=(1, 11), keep=True)
                sheet.gap(2, keep=True)
        sheet.rule(ink.LINE)
    sheet.gap(size * 0.5)


def _rating_line(copy: PlanCopy, goal: Goal, rating: Rating, words: Words) -> str:
    """The day, who said it, where it was in words and number, and what was said with it."""
    if rating.near is not None:
        where = words.say(N_("{n} of 10")).format(n=words.number(rating.near))
    elif rating.halves is None:
        where = words.say(N_("not now"))
    else:
        where = _level_words(goal, rating.halves, words)
    line = words.say(N_("{day}, {name}: {where}")).format(
        day=isolated(words.date(rating.at)), name=copy.name_of(rating.voice, words), where=where
    )
    return f"{line}. {isolated(rating.words)}" if rating.words else line


def _level_words(goal: Goal, halves: int, words: Words) -> str:
    if halves % 2:
        return words.say(N_("reached in part"))
    level = halves // 2
    text = goal.levels.get(level, "")
    return f"{signed(level)}, {isolated(text)}" if text else signed(level)


def signed(level: int) -> str:
    """A level as it is written: +1, 0, −1."""
    return f"+{level}" if level > 0 else f"−{-level}" if level else "0"


def _together(sheet: Sheet, copy: PlanCopy) -> None:
    """T and its change, or the mean of 0 to 10, each with how many goals it speaks of; nothing where none was rated."""
    words = sheet.words
    found, near = attainment_of(copy.contents.goals, copy.ratings), near_of(copy.contents.goals, copy.ratings)
    told = []
    if found.t is not None:
        line = words.say(N_("T = {t}")).format(t=_one_place(found.t, words))
        if found.start is not None and found.change is not None:
            line = words.say(N_("{t}, from {start} at the start: {change}")).format(
                t=line, start=_one_place(found.start, words), change=_change(found.change, words)
            )
        told.append(words.say(N_("{number}. {rated}.")).format(number=line, rated=rated_words(found, words)))
    if near.mean is not None:
        line = words.say(N_("How near we are, from 0 to 10: {n}")).format(n=_one_place(float(near.mean), words))
        told.append(words.say(N_("{number}. {rated}.")).format(number=line, rated=rated_words(near, words)))
    if not told:
        return
    with sheet.together():
        sheet.heading(words.say(N_("All goals together")))
        for line in told:
            sheet.para(line)
        if found.t is not None:
            sheet.note(words.say(WHAT_T_IS))


def _one_place(value: float, words: Words) -> str:
    from decimal import Decimal

    return words.number(Decimal(f"{value:.1f}"))


def _change(value: float, words: Words) -> str:
    told = _one_place(abs(value), words)
    return f"+{told}" if value > 0 else f"−{told}" if value < 0 else told
