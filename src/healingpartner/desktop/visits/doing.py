"""How the cards of one page act: on the vault thread, as the side whose words they are, told beside the field."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from healingpartner.desktop.desk import Desk
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import AT_THE_DESK, Hand, Voice

Problem = RuleBroken | Refused


class Doing:
    """Handed to every card of a page; its answers go with the page."""

    def __init__(self, desk: Desk, owner: QObject, *, hand: Hand = AT_THE_DESK) -> None:
        """`owner`: the page; `hand`: who types there."""
        self.desk, self._owner, self.hand = desk, owner, hand

    def do(
        self,
        act: Callable[..., Any],
        *args: object,
        by: Voice,
        then: Callable[[Any], None] | None = None,
        sorry: Callable[[Problem], None] | None = None,
        hand: Hand | None = None,
        **more: Any,
    ) -> None:
        """One act; without `sorry` a problem is told by the notices. `hand`: another than the page's own."""
        self.desk.runner.do(
            act, *args, by=by, hand=hand or self.hand, owner=self._owner, then=then, sorry=sorry, **more
        )

    def ask(self, view: Callable[..., Any], *args: object, then: Callable[[Any], None], **more: Any) -> None:
        """One question."""
        self.desk.runner.ask(view, *args, owner=self._owner, then=then, **more)


def sentence_of(problem: Problem) -> str:
    """What is said beside the field."""
    return problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
