"""Where each kind of part of a plan lies: its table, the kind in its rows, its shape, and which of its words are found.

One list for the whole room, so that reading a plan, undoing, searching and copying out meet every part there is.
"""

from healingpartner.plans.consents.model import TreatmentConsent, Withdrawal
from healingpartner.plans.decisions.model import Decision, Option
from healingpartner.plans.differing.model import Alternative, Dissent
from healingpartner.plans.follow_through.model import CheckIn
from healingpartner.plans.goals.model import Goal, Rating
from healingpartner.plans.parts.model import GoingOn, PartVoice
from healingpartner.plans.steps.model import Step
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
DECISION = Kept(
    table=Table(ROOM, "plan_decision"),
    kind="hp/plan-decision",
    shape=Decision,
    found=("question", "why_now", "others", "revisit_if", "outcome.words", "outcome.tradeoffs"),
)
OPTION = Kept(
    table=Table(ROOM, "plan_option"),
    kind="hp/plan-option",
    shape=Option,
    found=("label", "involves", "helps", "harms", "cautions", "leaning.reason", "felt.inner_words"),
)
PART = Kept(table=Table(ROOM, "plan_part"), kind="hp/plan-part", shape=PartVoice, found=("label", "words", "needs"))
GOING_ON = Kept(table=Table(ROOM, "plan_going_on"), kind="hp/plan-going-on", shape=GoingOn, found=("words",))
DISSENT = Kept(
    table=Table(ROOM, "plan_dissent"), kind="hp/plan-dissent", shape=Dissent, found=("words", "why", "answer")
)
ALTERNATIVE = Kept(
    table=Table(ROOM, "plan_alternative"),
    kind="hp/plan-alternative",
    shape=Alternative,
    found=("changes", "watch_for", "call_when"),
)
STEP = Kept(
    table=Table(ROOM, "plan_step"),
    kind="hp/plan-step",
    shape=Step,
    found=("what", "in_the_way", "supports", "why", "treatment.why"),
)
CHECK_IN = Kept(
    table=Table(ROOM, "plan_check_in"),
    kind="hp/plan-check-in",
    shape=CheckIn,
    found=("words", "helped", "got_in_the_way"),
)
CONSENT = Kept(
    table=Table(ROOM, "plan_consent"),
    kind="hp/plan-consent",
    shape=TreatmentConsent,
    found=("what", "why", "risks", "alternatives", "questions"),
)
WITHDRAWAL = Kept(
    table=Table(ROOM, "plan_consent_withdrawal"), kind="hp/plan-consent-withdrawal", shape=Withdrawal
)  # its row has a column consent_id beside: put_part(..., beside={"consent_id": …})
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
