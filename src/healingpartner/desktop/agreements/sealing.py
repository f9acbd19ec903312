"""From the passphrase to the sealed copy: the practice's signing keys are held only between the two.

Keys are derived and the seal is made on the vault thread, so that the page goes on meanwhile.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from healingpartner.agreements.sealed_copies.views import sealed_copy_of
from healingpartner.agreements.views import for_reading
from healingpartner.desktop.agreements.copies import drawer
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.progress_card import ProgressCard
from healingpartner.exchange.sealing import STEPS, seal_and_keep
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.words import _
from healingpartner.practice import Practice

if TYPE_CHECKING:
    from healingpartner.vault.signing_keys import SigningKeys


class Sealer(QObject):
    """`ended`: sealing is over; with a sentence when the copy could not be made, otherwise with "".

    progress: a card for the page, which shows each step as it is taken.
    """

    ended = Signal(str)
    _went_on = Signal(int)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """`page` owns it: with the page the keys go."""
        super().__init__(page)
        self._desk = desk
        self._signer: SigningKeys | None = None
        self.progress = ProgressCard(parent=page)
        self._went_on.connect(self._show_step, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(self.progress.end)

    def ask(self, why: str, *, then: Callable[[], None], over: QWidget | None = None) -> None:
        """Ask for the passphrase, and hold what it opens. `then` is called only with the right one."""
        self._desk.notices.ask_passphrase(
            why, then=lambda right: then() if right else self.let_go(), over=over, check=self._check
        )

    def let_go(self) -> None:
        """Hold the keys no longer."""
        self._signer = None

    def seal(self, agreement_id: str) -> None:
        """Seal the copy when both have signed and none is there yet, and hold the keys no longer."""
        signer, draw = self._signer, drawer(self._desk)
        self.let_go()
        if signer is None:
            self.ended.emit("")
            return

        def work(practice: Practice) -> None:
            here = practice.ask(for_reading, agreement_id)
            unsigned = here.agreement is None or here.agreement.signed is None
            if unsigned or practice.ask(sealed_copy_of, agreement_id) is not None:
                return
            seal_and_keep(
                practice,
                agreement_id,
                signer=signer,
                print_with=lambda mark: draw(practice, here, mark),
                tell=self._went_on.emit,
            )

        self._desk.runner.run(
            work,
            owner=self,
            then=lambda _none: self.ended.emit(""),
            sorry=lambda problem: self.ended.emit(_sentence(problem)),
            gave_up=lambda: self.ended.emit(""),
        )

    def _show_step(self, step: int) -> None:
        """`step`: a place among STEPS that has begun; told by the vault thread."""
        if step < len(STEPS):
            self.progress.begin(_(STEPS[step]), can_stop=False)
            self.progress.set_progress(step, len(STEPS))

    def _check(self, typed: str, told: Callable[[bool], None]) -> None:
        def answered(keys: "SigningKeys | None") -> None:
            self._signer = keys
            told(keys is not None)

        self._desk.runner.run(lambda practice: _opened(practice, typed), owner=self, then=answered)


def _opened(practice: Practice, typed: str) -> "SigningKeys | None":
    try:
        return practice.signer(typed)
    except VaultProblem as problem:
        if problem.kind != "wrong-passphrase":
            raise
        return None


def _sentence(problem: RuleBroken | Refused) -> str:
    return problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
