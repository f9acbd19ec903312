"""Who will do what: the practitioner's steps first, then the patient's, then those of both."""

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.paper.fonts import Role
from healingpartner.paper.plan.columns import Paragraph, columns
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.phrases import step_line
from healingpartner.paper.stationery import Sheet

OWNERS = (Voice.PRACTITIONER, Voice.PATIENT, Voice.BOTH)
_FEW = 6  # steps of a side that stand well beside those of the other


def steps_told(sheet: Sheet, copy: PlanCopy) -> None:
    """A box to tick before each; a few steps of either side stand beside each other."""
    mine, yours = copy.steps_of(Voice.PRACTITIONER), copy.steps_of(Voice.PATIENT)
    if mine and yours and max(len(mine), len(yours)) <= _FEW and not sheet.paper.large:
        sheet.gap(sheet.sizes.body * 0.4)
        with sheet.together():
            columns(sheet, [_column(sheet, copy, owner) for owner in OWNERS[:2]], size=sheet.sizes.body)
        sheet.gap(sheet.sizes.body * 0.7)
        steps_of_one(sheet, copy, Voice.BOTH)
        return
    for owner in OWNERS:
        steps_of_one(sheet, copy, owner)


def steps_of_one(sheet: Sheet, copy: PlanCopy, owner: Voice) -> None:
    """One side's steps beside its bar; nothing where it owes none."""
    steps = copy.steps_of(owner)
    if not steps:
        return
    with sheet.beside(owner):
        sheet.marked_label(heading_of(sheet, copy, owner), owner)
        sheet.gap(3, keep=True)
        sheet.ticks(step_line(one, sheet.words, made=copy.day) for one in steps)
    sheet.gap(sheet.sizes.body * 0.4)


def heading_of(sheet: Sheet, copy: PlanCopy, owner: Voice) -> str:
    """What Mira will do; what we will do together."""
    label = N_("What we will do together") if owner is Voice.BOTH else N_("What {name} will do")
    return sheet.words.say(label).format(name=copy.name_of(owner, sheet.words))


def _column(sheet: Sheet, copy: PlanCopy, owner: Voice) -> list[Paragraph]:
    head = Paragraph(text=heading_of(sheet, copy, owner), role=Role.LABEL, mark=owner)
    return [
        head,
        *(Paragraph(text=step_line(one, sheet.words, made=copy.day), ticked=True) for one in copy.steps_of(owner)),
    ]
