"""Who may turn a step: whoever owes it takes it on, nobody can for the other, and each can set theirs down."""

from dataclasses import replace

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.steps.model import STEP_TURNS, Step, StepState

# What a taking-on was said to: where one of these changes, the other has not said yes to it any more.
PROMISED = ("owner", "what", "when", "where", "how_often", "begins_on", "due_on", "cost", "treatment")
RESTED = frozenset({StepState.PAUSED, StepState.SET_DOWN})


def turned(step: Step, to: StepState, *, by: Voice, why: str = "") -> Step:
    """The step as it stands after this side's turn; RuleBroken beside what does not let it."""
    if to is StepState.ADAPTED:
        raise RuleBroken("state", _("Write the new step, and this one gives way to it."))
    if to is StepState.TAKEN_ON:
        return _taken_on(step, by=by, why=why)
    if to not in STEP_TURNS[step.state]:
        raise RuleBroken("state", _("That does not come next for this step."))
    if by not in step.owners:
        _check_other(step, to, by=by, why=why)
    kept = () if to is StepState.SET_DOWN else step.taken_by
    return replace(step, state=to, taken_by=kept, why=why)


def rewritten(former: Step, step: Step, *, by: Voice) -> Step:
    """A step in new words, standing where the former stood.

    Where it asks for something else than was taken on, only what this side itself had taken on is carried over.
    """
    carried = replace(
        step,
        id=former.id,
        plan_id=former.plan_id,
        proposed_by=former.proposed_by,
        errand=former.errand,
        state=former.state,
        taken_by=former.taken_by,
        adapted_to=former.adapted_to,
        why=former.why,
        turned=former.turned,
    )
    if all(getattr(carried, name) == getattr(former, name) for name in PROMISED):
        return carried
    still = tuple(one for one in former.taken_by if one is by and one in carried.owners)
    if still == carried.owners or not former.taken_by:
        return replace(carried, taken_by=still)
    return replace(carried, state=StepState.PROPOSED, taken_by=still)


def check_sure(former: Step | None, step: Step, *, by: Voice) -> None:
    """RuleBroken beside "sure" when this side says for the other how sure they are."""
    was = None if former is None else former.sure
    if step.sure != was and by is not Voice.BOTH and by not in step.owners:
        raise RuleBroken("sure", _("Whoever owes this step says how sure they are of it."))


def check_adapting(step: Step, *, by: Voice) -> None:
    """RuleBroken when this side may not put another step in the place of this one."""
    if StepState.ADAPTED not in STEP_TURNS[step.state]:
        raise RuleBroken("state", _("That does not come next for this step."))
    if by not in step.owners and step.state is not StepState.PROPOSED:
        raise RuleBroken("side", _("Whoever owes this step can change it into another. You can propose one beside it."))


def _taken_on(step: Step, *, by: Voice, why: str) -> Step:
    if by not in step.owners:
        raise RuleBroken("side", _("Nobody can take on a step for the other. You can propose it."))
    if by in step.taken_by and step.state not in RESTED | {StepState.BLOCKED, StepState.UNDER_WAY}:
        raise RuleBroken("state", _("You have taken this on already."))
    if StepState.TAKEN_ON not in STEP_TURNS[step.state]:
        raise RuleBroken("state", _("That does not come next for this step."))
    taken = tuple(one for one in step.owners if one is by or one in step.taken_by)
    return replace(step, state=StepState.TAKEN_ON if taken == step.owners else step.state, taken_by=taken, why=why)


def _check_other(step: Step, to: StepState, *, by: Voice, why: str) -> None:
    """What a side may do with a step that the other owes: take back a proposal; stop a treatment, saying why."""
    if to is StepState.SET_DOWN and step.state is StepState.PROPOSED and step.proposed_by is by:
        return
    if step.treatment is None or to not in RESTED:
        raise RuleBroken("side", _("Whoever owes this step says how it stands."))
    if not fold(why):
        raise RuleBroken("why", _("Say why, so that the other can follow it."))
