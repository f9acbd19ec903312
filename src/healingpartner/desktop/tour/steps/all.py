"""The steps in the order they are walked; a later capability adds its line here."""

from healingpartner.desktop.tour.steps import (
    agreement_after,
    agreement_open,
    agreement_paper,
    agreement_signed,
    agreement_whole,
    beginning,
    hostile,
    locking,
    moving_about,
    people_added,
    people_kept,
    plan_chosen,
    plan_hostile,
    plan_lived,
    plan_looks,
    plan_written,
    proof,
    visit,
)
from healingpartner.desktop.tour.walk import StepOf

STEPS: tuple[StepOf, ...] = (
    *beginning.STEPS,
    *people_added.STEPS,
    *people_kept.STEPS,
    *agreement_signed.STEPS,
    *agreement_whole.STEPS,
    *agreement_after.STEPS,
    *agreement_open.STEPS,
    *agreement_paper.STEPS,
    *plan_written.STEPS,
    *plan_chosen.STEPS,
    *plan_lived.STEPS,
    *plan_looks.STEPS,
    *plan_hostile.STEPS,
    *visit.STEPS,
    *locking.STEPS,
    *hostile.STEPS,
    *moving_about.STEPS,
    *proof.STEPS,
)
