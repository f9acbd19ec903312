"""Where goals and what was said of them lie, and reading them in their order."""

from healingpartner.plans.goals.model import Goal, Rating
from healingpartner.plans.order import in_order
from healingpartner.plans.store import ROOM, Kept, parts_of
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Table

GOAL = Kept(
    table=Table(ROOM, "plan_goal"),
    kind="hp/plan-goal",
    shape=Goal,
    found=("patient_words", "shared_wording", "why"),
)
RATING = Kept(table=Table(ROOM, "plan_goal_rating"), kind="hp/plan-goal-rating", shape=Rating, found=("words",))


def goals_of(db: Reader, plan_id: str) -> tuple[Goal, ...]:
    """Every goal of a plan, in its order."""
    return in_order(parts_of(db, GOAL, plan_id))


def ratings_of(db: Reader, plan_id: str) -> tuple[Rating, ...]:
    """Every rating of every goal of a plan, the oldest first; those of goals taken out too."""
    return parts_of(db, RATING, plan_id)
