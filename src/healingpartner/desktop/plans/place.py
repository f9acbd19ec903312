"""What every card of the plan's tab is, and what it is handed.

The tab makes each card once and hands it each newer read model, so that what is being typed in a card stays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.plans.slices import Slices
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Hand, Voice
from healingpartner.plans.versions.model import WholePlan
from healingpartner.practice import Practice

Sorry = Callable[[RuleBroken | Refused], None]
# What follows the plan and does not change what it says: Undo passes over it.
NEVER_TAKEN_BACK = frozenset({
    "acknowledge", "rate", "check_in", "go_on_anyway", "give", "withdraw", "differ", "answer_dissent", "settle",
    "ask_lighter", "pause", "release", "make_template",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPlace:
    """What a card may ask of the tab it stands on.

    turns: turn the screen with a task; the tab asks again when it comes back. opens: show a page over the plan;
    closes: come back to the plan from it. later: what is built in slices, so that nothing waits for it. did: told in
    whose voice something was done, so that Undo takes back the latest.
    """

    desk: Desk
    owner: QWidget
    turns: Callable[[GivingBack], None]
    opens: Callable[[QWidget], None]
    closes: Callable[[], None]
    later: Slices
    did: Callable[[Voice], None]

    def do(
        self,
        act: Any,
        *args: Any,
        by: Voice = Voice.PRACTITIONER,
        hand: Hand | None = None,
        owner: QWidget | None = None,
        then: Callable[[Any], None] | None = None,
        sorry: Sorry | None = None,
        **more: Any,
    ) -> None:
        """Do an act of the plans room; the tab sees the change by itself. `sorry`: as the runner has it.

        Where something else stands in the way (a full disk, say), the page that asked lets go and can try again.
        """
        if hand is not None:
            more["hand"] = hand
        self.desk.runner.do(
            act, *args, by=by, owner=owner or self.owner, sorry=sorry,
            gave_up=getattr(owner, "let_go", None),
            then=then if act.__name__ in NEVER_TAKEN_BACK else self._after(by, then), **more,
        )  # fmt: skip

    def run(
        self,
        work: Callable[[Practice], Any],
        by: Voice,
        *,
        owner: QWidget,
        then: Callable[[Any], None],
        sorry: Sorry,
        gave_up: Callable[[], None] | None = None,
    ) -> None:
        """Several acts that belong together. `by`: whose voice did the last of them."""
        self.desk.runner.run(work, owner=owner, then=self._after(by, then), sorry=sorry, gave_up=gave_up)

    def _after(self, by: Voice, then: Callable[[Any], None] | None) -> Callable[[Any], None]:
        def done(made: Any) -> None:
            self.did(by)
            if then is not None:
                then(made)

        return done


class PlanCard(Card):
    """One card of the tab. It hides itself where it has nothing to say."""

    def show_plan(self, found: WholePlan) -> None:
        """Show a newer read model of the same plan."""

    def flush(self) -> None:
        """Keep what is being typed as a draft, now."""


def sentence_of(problem: RuleBroken | Refused) -> str:
    """What did not happen, as one line."""
    return problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
