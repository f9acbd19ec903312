"""The hash of what a plan says: what both acknowledge. How far anything has come is left out of it.

Left out are where the plan, its goals and its steps stand, what became of a dissent, the patient's tap to go on, and
consents, each of which is a yes of its own; what is decided, and which way was set aside, is part of what it says.
"""

from dataclasses import replace

from healingpartner.plans.differing.model import DissentState
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.model import PlanState
from healingpartner.plans.steps.model import StepState
from healingpartner.plans.versions.model import PlanContents
from healingpartner.vault.canonical import sha256_hex
from healingpartner.vault.written import said_text

CONTENTS_KIND = "hp/plan-contents"


def sha256_of(contents: PlanContents) -> str:
    """SHA-256 of the canonical words of these contents without progress; 64 hexadecimal digits.

    What stands as it is by default is left out, so that a later program finds the same hash.
    """
    return sha256_hex(said_text(without_progress(contents), kind=CONTENTS_KIND).encode())


def without_progress(contents: PlanContents) -> PlanContents:
    """What the plan says, as if nothing had been followed yet."""
    return replace(
        contents,
        plan=replace(contents.plan, state=PlanState.DRAFT, paused_from=None, version_id="", template_id=""),
        goals=tuple(replace(one, state=GoalState.PROPOSED) for one in contents.goals),
        going_on=(),
        dissents=tuple(
            replace(one, answer="", answered=None, state=DissentState.OPEN, settled=None) for one in contents.dissents
        ),
        alternatives=tuple(replace(one, settled=None) for one in contents.alternatives),
        steps=tuple(
            replace(one, state=StepState.PROPOSED, taken_by=(), adapted_to="", why="", turned=None)
            for one in contents.steps
        ),
        consents=(),
    )
