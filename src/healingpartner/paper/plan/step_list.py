"""The list for the fridge: both sides' steps in large print, with boxes to tick and room for what comes up."""

from dataclasses import replace

from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.steps import OWNERS, steps_of_one
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet

ANY_STEP = N_("If a step stops fitting, leave it and tell me. We will look for another one.")


def step_list(copy: PlanCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """Always large: it is read from across the kitchen."""
    title = words.say(N_("What we will do"))
    sheet = Sheet(
        title=title,
        about=copy.names.patient,
        letterhead=letterhead,
        words=words,
        paper=replace(paper, large=True),
        made=copy.made,
    )
    sheet.heading(title, level=1)
    sheet.para(words.say(ANY_STEP), colour=ink.SOFT)
    for owner in OWNERS:
        steps_of_one(sheet, copy, owner)
    sheet.hand_line(words.say(N_("What came up")))
    return sheet.printed()
