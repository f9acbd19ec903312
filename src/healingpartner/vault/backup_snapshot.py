"""A practice standing still while a child process copies its ciphertext."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault import durable, proof
from healingpartner.vault.backup_check import counted
from healingpartner.vault.backup_container import DATABASE, Manifest
from healingpartner.vault.backup_copy import Copied, Trouble, Wanted, copy_all
from healingpartner.vault.connection import Connection
from healingpartner.vault.files import path_in_files
from healingpartner.vault.header import Header
from healingpartner.vault.place import Place
from healingpartner.vault.reading import Reader, whole, words

_POLL_S = 0.1
_TRIES = 2
_PATIENCE_MS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The practice to copy: its place, its keys and an idle connection of this thread outside any transaction."""

    place: Place
    header: Header
    data_key: bytes
    connection: Connection


@contextmanager
def still(source: Source) -> Iterator[Reader]:
    """The practice with everything in its main file and nobody writing, for as long as the block lasts."""
    wal = source.place.database.with_name(source.place.database.name + "-wal")
    source.connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    for _try in range(_TRIES):
        checkpointed = source.connection.checkpoint()
        source.connection.execute("BEGIN IMMEDIATE")
        try:
            if checkpointed and not size_of(wal):
                yield Reader(source.connection)
                return
        finally:
            source.connection.execute("ROLLBACK")
    raise VaultProblem(
        "busy",
        _("The practice is being read just now, so no backup was made."),
        safe=_("Everything in the practice is saved."),
        then=_("Try again in a moment."),
    )


def wanted_of(db: Reader, place: Place) -> tuple[Wanted, ...]:
    """What to copy: the database, and every file that has a row."""
    database = Wanted(name=DATABASE, source=str(place.database), may_be_missing=False)
    stored = [words(row["stored_as"]) for row in db.rows("SELECT stored_as FROM attachment ORDER BY n")]
    return (
        database,
        *(
            Wanted(
                name=f"files/{path_in_files(each)}", source=str(place.files / path_in_files(each)), may_be_missing=True
            )
            for each in stored
        ),
    )


def described_by(db: Reader, header: Header, made: Instant) -> Manifest:
    """What the practice says of itself at this moment; the files are added once they were copied."""
    return Manifest(
        vault_id=header.vault_id,
        made=made,
        schema=whole(db.value("PRAGMA user_version")),
        head=proof.head_of(db),
        counts=counted(db),
        files={},
    )


def copied_by_child(
    part: Path, wanted: tuple[Wanted, ...], *, told: Callable[[int], None], look: Callable[[], None]
) -> tuple[Copied, ...]:
    """Have a child process copy into the new file `part`, and hear how far it is.

    VaultProblem disk-full, folder-missing, folder-not-writable, disk-trouble; whatever `told` and `look` raise.
    """
    context = multiprocessing.get_context("spawn")
    answers, sending = context.Pipe(duplex=False)
    child = context.Process(target=copy_all, args=(str(part), wanted, sending), daemon=True)
    child.start()
    sending.close()
    try:
        return _answered(answers, told, look)
    finally:
        child.terminate()
        child.join()
        child.close()
        answers.close()


def _answered(
    answers: "Pipe[object, object]", told: Callable[[int], None], look: Callable[[], None]
) -> tuple[Copied, ...]:
    while True:
        look()
        if not answers.poll(_POLL_S):
            continue
        try:
            answer = answers.recv()
        except EOFError:
            raise durable.storage_problem(OSError()) from None
        if isinstance(answer, int):
            told(answer)
        elif isinstance(answer, Trouble):
            raise durable.storage_problem(OSError(answer.number, ""))
        elif isinstance(answer, tuple):
            return answer


def size_of(path: Path) -> int:
    """Bytes of a file; 0 when it is not there. Asks the system only, opens nothing."""
    return path.stat().st_size if path.exists() else 0
