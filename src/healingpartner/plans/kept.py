"""Where each kind of part of a plan lies: its table, the kind in its rows, its shape, and which of its words are found.

One list for the whole room, so that reading a plan, undoing, searching and copying out meet every part there is. What
a folder beside writes itself is named in its own store: this list knows them all, so none of them may know it.
"""

from healingpartner.plans.consents import store as consents
from healingpartner.plans.decisions import store as decisions
from healingpartner.plans.differing import store as differing
from healingpartner.plans.follow_through import store as follow_through
from healingpartner.plans.goals import store as goals
from healingpartner.plans.parts import store as parts
from healingpartner.plans.steps import store as steps
from healingpartner.plans.store import PLAN
from healingpartner.plans.versions import store as versions

GOAL = goals.GOAL
RATING = goals.RATING
DECISION = decisions.DECISION
OPTION = decisions.OPTION
PART = parts.PART
GOING_ON = parts.GOING_ON
DISSENT = differing.DISSENT
ALTERNATIVE = differing.ALTERNATIVE
STEP = steps.STEP
CHECK_IN = follow_through.CHECK_IN
CONSENT = consents.CONSENT
WITHDRAWAL = consents.WITHDRAWAL
ACKNOWLEDGEMENT = versions.ACKNOWLEDGEMENT

VERSION = versions.VERSION
VERSION_COPY = versions.VERSION_COPY
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
