"""The vault thread: acts and views run there, answers come back on the GUI thread.

One thread owns the writing connection of the open practice. A page asks, names itself as the owner of the
answer, and is told when the answer is there; an answer for a page that is gone is dropped.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.voices import AT_THE_DESK, Hand, Voice

if TYPE_CHECKING:
    from healingpartner.practice import Practice
    from healingpartner.vault.reading import Reader
    from healingpartner.vault.transaction import Transaction

P = ParamSpec("P")
R = TypeVar("R")

Sorry = Callable[[RuleBroken | Refused], None]
Trouble = Callable[[Exception], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    work: Callable[[], object]
    owner: QObject
    then: Callable[[Any], None] | None
    sorry: Callable[[Any], None] | None
    takes: tuple[type[Exception], ...]
    only_if_wanted: bool = False
    gave_up: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    job: _Job
    result: object = None
    problem: Exception | None = None
    change: object = None


class NoPractice(Exception):
    """The practice was closed before this was asked; whoever asked is being put away."""


class Runner(QObject):
    """One vault thread with at most one open practice.

    changed: what an act changed (`Changed`), on the GUI thread, before its `then` is called.
    trouble: an exception that nobody took: a VaultProblem, or a bug; also unexpected RuleBroken and Refused.
    """

    changed = Signal(object)
    trouble = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts the thread; it waits until something is asked."""
        super().__init__(parent)
        self._practice: Practice | None = None
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="vault", daemon=True)
        self._thread.start()

    # -- with the open practice ---------------------------------------------------------------------

    def do(
        self,
        act: "Callable[Concatenate[Transaction, P], R]",
        *args: Any,
        by: Voice,
        hand: Hand = AT_THE_DESK,
        owner: QObject,
        then: Callable[[R], None] | None = None,
        sorry: Sorry | None = None,
        gave_up: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> None:
        """Do an act in one transaction. `sorry` is told of a RuleBroken or Refused; without it, the notices are.

        gave_up: as `run` has it.
        """
        self.run(
            lambda practice: cast(Any, practice).do(act, *args, by=by, hand=hand, **kwargs),
            owner=owner,
            then=then,
            sorry=sorry,
            gave_up=gave_up,
        )

    def ask(
        self,
        view: "Callable[Concatenate[Reader, P], R]",
        *args: Any,
        owner: QObject,
        then: Callable[[R], None],
        **kwargs: Any,
    ) -> None:
        """Ask a view; skipped altogether when its owner is gone before its turn comes."""
        self._put(
            _Job(
                work=lambda: cast(Any, self._open_practice()).ask(view, *args, **kwargs),
                owner=owner,
                then=then,
                sorry=None,
                takes=(),
                only_if_wanted=True,
            )
        )

    def run(
        self,
        work: "Callable[[Practice], R]",
        *,
        owner: QObject,
        then: Callable[[R], None] | None = None,
        sorry: Sorry | None = None,
        gave_up: Callable[[], None] | None = None,
    ) -> None:
        """Anything else that needs the practice, on the vault thread.

        gave_up: something else stood in the way (a full disk, say); the notices tell of it, the page lets go.
        """
        self._put(
            _Job(
                work=lambda: work(self._open_practice()),
                owner=owner,
                then=then,
                sorry=sorry,
                takes=(RuleBroken, Refused),
                gave_up=gave_up,
            )
        )

    def try_run(
        self,
        work: "Callable[[Practice], R]",
        *,
        owner: QObject,
        then: Callable[[R], None],
        sorry: Trouble,
    ) -> None:
        """As `run`, for a page that shows a VaultProblem itself too (a backup, a check of the practice)."""
        takes: tuple[type[Exception], ...] = (RuleBroken, Refused, VaultProblem)
        self._put(_Job(work=lambda: work(self._open_practice()), owner=owner, then=then, sorry=sorry, takes=takes))

    # -- without one: opening and closing -----------------------------------------------------------

    def open(
        self,
        opening: "Callable[[], tuple[Practice, R]]",
        *,
        owner: QObject,
        then: Callable[[R], None],
        sorry: Trouble,
    ) -> None:
        """Open or create a practice on the vault thread. `opening` gives it and what `then` is to be told.

        `sorry` is told of RuleBroken, Refused and VaultProblem alike: they belong beside the field.
        """

        def work() -> R:
            practice, told = opening()
            if self._practice is not None:
                self._practice.close()
            self._practice = practice
            return told

        self._put(_Job(work=work, owner=owner, then=then, sorry=sorry, takes=(RuleBroken, Refused, VaultProblem)))

    def aside(
        self,
        work: Callable[[], R],
        *,
        owner: QObject,
        then: Callable[[R], None] | None = None,
        sorry: Trouble | None = None,
    ) -> None:
        """Slow work that needs no practice (checking a header, restoring a backup), on the vault thread."""
        takes: tuple[type[Exception], ...] = (RuleBroken, Refused, VaultProblem)
        self._put(_Job(work=work, owner=owner, then=then, sorry=sorry, takes=takes))

    def close(self, *, owner: QObject, then: Callable[[None], None] | None = None) -> None:
        """Close the practice after everything asked before; nothing happens when none is open."""

        def work() -> None:
            practice, self._practice = self._practice, None
            if practice is not None:
                practice.close()

        self._put(_Job(work=work, owner=owner, then=then, sorry=None, takes=()))

    def stop(self) -> None:
        """Close the practice and end the thread; waits for both. For the end of the program."""
        self.close(owner=self)
        self._jobs.put(None)
        self._thread.join()

    # -- inside -------------------------------------------------------------------------------------

    def _open_practice(self) -> "Practice":
        if self._practice is None:
            raise NoPractice
        return self._practice

    def _put(self, job: _Job) -> None:
        self._jobs.put(job)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if job.only_if_wanted and not isValid(job.owner):
                continue
            try:
                result = job.work()
                answer = _Answer(job=job, result=result, change=self._changes())
            except Exception as problem:  # noqa: BLE001 - carried to the GUI thread, where it is told or shown
                answer = _Answer(job=job, problem=problem, change=self._changes())
            if isValid(self):
                self._answered.emit(answer)

    def _changes(self) -> object:
        """What the job changed by all its acts; also when a later one of them could not be done."""
        return None if self._practice is None else self._practice.take_changes()

    def _deliver(self, answer: _Answer) -> None:
        if answer.change is not None:
            self.changed.emit(answer.change)
        if isinstance(answer.problem, NoPractice):
            return
        wanted = isValid(answer.job.owner)
        if answer.problem is None:
            if wanted and answer.job.then is not None:
                answer.job.then(answer.result)
        elif wanted and answer.job.sorry is not None and isinstance(answer.problem, answer.job.takes):
            answer.job.sorry(answer.problem)
        else:
            if wanted and answer.job.gave_up is not None:
                answer.job.gave_up()
            self.trouble.emit(answer.problem)
