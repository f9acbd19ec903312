"""Where each kind of part of a plan lies: its table, the kind in its rows, its shape, and which of its words are found.

One list for the whole room, so that reading a plan, undoing, searching and copying out meet every part there is. What
a folder beside writes itself is named in its own store: this list knows them all, so none of them may know it.
"""

from healingpartner.plans.consents import store as consents
from healingpartner.plans.decisions import store as decisions
from healingpartner.plans.differing import store as differing
from healingpartner.plans.follow_through import store as follow_through
from healingpartner.plans.goals.model import Goal, Rating
from healingpartner.plans.parts.model import GoingOn, PartVoice
from healingpartner.plans.steps import store as steps
from healingpartner.plans.store import PLAN, ROOM, Kept
from healingpartner.plans.versions.model import Acknowledgement
from healingpartner.vault.transaction import Table

GOAL = Kept(
    table=Table(ROOM, "plan_goal"),
    kind="hp/plan-goal",
    shape=Goal,
    found=("patient_words", "shared_wording", "why"),
)
RATING = Kept(table=Table(ROOM, "plan_goal_rating"), kind="hp/plan-goal-rating", shape=Rating, found=("words",))
DECISION = decisions.DECISION
OPTION = decisions.OPTION
PART = Kept(table=Table(ROOM, "plan_part"), kind="hp/plan-part", shape=PartVoice, found=("label", "words", "needs"))
GOING_ON = Kept(table=Table(ROOM, "plan_going_on"), kind="hp/plan-going-on", shape=GoingOn, found=("words",))
DISSENT = differing.DISSENT
ALTERNATIVE = differing.ALTERNATIVE
STEP = steps.STEP
CHECK_IN = follow_through.CHECK_IN
CONSENT = consents.CONSENT
WITHDRAWAL = consents.WITHDRAWAL
ACKNOWLEDGEMENT = Kept(table=Table(ROOM, "plan_acknowledgement"), kind="hp/plan-acknowledgement", shape=Acknowledgement)

VERSION = Table(ROOM, "plan_version")
VERSION_COPY = Table(ROOM, "plan_version_copy")
TABLES = (
    PLAN,
    GOAL.table,
    RATING.table,
    DECISION.table,
    OPTION.table,
    PART.table,
    GOING_ON.table,
    DISSENT.table,
    ALTERNATIVE.table,
    STEP.table,
    CHECK_IN.table,
    CONSENT.table,
    WITHDRAWAL.table,
    ACKNOWLEDGEMENT.table,
    VERSION,
    VERSION_COPY,
)
