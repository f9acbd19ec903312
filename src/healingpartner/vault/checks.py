"""Everything that can be checked of a practice, each finding by name. Reading only; a practice is never mended here.

header · database pages · schema · ledger chain · present equals ledger · attachments · permissions · head
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from healingpartner.foundation.clock import Clock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import N_, _
from healingpartner.vault import anchor, migrations, opening, proof
from healingpartner.vault.connection import Connection
from healingpartner.vault.ledger import Head
from healingpartner.vault.place import Place, too_open
from healingpartner.vault.proof import Finding, Step
from healingpartner.vault.reading import Reader, whole
from healingpartner.vault.vault import Vault

SALT_BYTES = 16

Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a check found. head: where the ledger stands, None when the practice did not open."""

    findings: tuple[Finding, ...]
    head: Head | None
    lines: int
    rows: int
    attachments: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def check_practice(
    place: Place, keys: opening.Keys, *, clock: Clock, head: str = "", progress: Progress = lambda _step: None
) -> Report:
    """Open the practice and check all of it. `head`: a chain value printed earlier, which must be in the chain.

    What keeps it from opening is a finding too, by the problem's kind. An older practice is checked as it is, and
    one that was put back to an older state is checked to its end.
    """
    found = list(_salt(place, keys))
    try:
        vault = opening.look_into(place, keys, clock=clock)
    except VaultProblem as problem:
        return Report(findings=(*found, _as_finding(problem)), head=None, lines=0, rows=0, attachments=0)
    stands = None
    try:
        stands = vault.head()
        for part in _parts(vault, head):
            for step in part:
                progress(step)
                found += step.found
        return Report(
            findings=tuple(found), head=stands, lines=stands.seq, rows=_rows(vault.db), attachments=_kept(vault.db)
        )
    except VaultProblem as problem:
        return Report(
            findings=(*found, _as_finding(problem)),
            head=stands,
            lines=0 if stands is None else stands.seq,
            rows=0,
            attachments=0,
        )
    finally:
        vault.close()


def slices(vault: Vault) -> Iterator[Step]:
    """The checks that run behind an open practice, a little at a time: the chain, then rows against the ledger."""
    yield from vault.chain_steps()
    yield from proof.present(vault.db, schema=whole(vault.db.value("PRAGMA user_version")))


def pages(connection: Connection) -> tuple[Finding, ...]:
    """Every page's HMAC, through a maintenance connection. Checkpoint before asking."""
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    sentence = N_("A page of the database is not as it was written.")
    return tuple(Finding(kind="page-damaged", where=f"page {number}", sentence=sentence) for number in range(len(rows)))


def head_is_in(db: Reader, head: str) -> bool:
    """Whether a chain value (64 hex digits, spaces allowed) stands in this ledger."""
    try:
        chain = bytes.fromhex("".join(head.split()))
    except ValueError:
        return False
    return db.value("SELECT 1 FROM ledger WHERE chain = ?", chain) is not None


def _parts(vault: Vault, head: str) -> Iterator[Iterator[Step]]:
    from healingpartner.vault.files import FilesDoor

    yield _one("pages", lambda: _pages_of(vault))
    yield _one("schema", lambda: tuple(_schema_of(vault.db)))
    yield _one("anchor", lambda: tuple(_anchor_of(vault)))
    yield slices(vault)
    yield _one("gaps", lambda: proof.unexplained_gaps(vault.db))
    yield FilesDoor(vault).verify_all()
    yield _one("permissions", lambda: tuple(_open_to_others(vault.place)))
    yield _one("head", lambda: tuple(_unknown_head(vault.db, head)))


def _one(part: str, look: Callable[[], tuple[Finding, ...]]) -> Iterator[Step]:
    yield Step(part=part, done=1, whole=1, found=look())


def _schema_of(db: Reader) -> Iterator[Finding]:
    expected = migrations.expected_schema_hash(whole(db.value("PRAGMA user_version")))
    if migrations.schema_hash_in(db) != expected:
        sentence = N_("The inner build of this practice is not the one Healing Partner makes.")
        yield Finding(kind="schema-altered", where="practice.db", sentence=sentence)


def _anchor_of(vault: Vault) -> Iterator[Finding]:
    try:
        anchor.compare(vault.header.vault_id, vault.db)
    except VaultProblem as problem:
        yield Finding(kind=problem.kind, where="ledger", sentence=problem.what)


def _pages_of(vault: Vault) -> tuple[Finding, ...]:
    vault.settle_down()
    connection = Connection(vault.place.database, vault.database_key())
    try:
        return pages(connection)
    finally:
        connection.close()


def _open_to_others(place: Place) -> Iterator[Finding]:
    for name in too_open(place):
        yield Finding(kind="too-open", where=name, sentence=N_("Others on this computer could read this."))


def _unknown_head(db: Reader, head: str) -> Iterator[Finding]:
    if head and not head_is_in(db, head):
        yield Finding(kind="head-unknown", where="ledger", sentence=N_("The code you gave is not in this ledger."))


def _as_finding(problem: VaultProblem) -> Finding:
    return Finding(kind=problem.kind, where="practice", sentence=problem.sentence())


def _salt(place: Place, keys: opening.Keys) -> Iterator[Finding]:
    """The salt at the head of the database: kept in the header too, so damage to it is named and does no harm."""
    try:
        with place.database.open("rb") as database:
            salt = database.read(SALT_BYTES)
    except OSError:
        return
    if salt.hex() != keys.header.db_salt:
        yield Finding(
            kind="salt-damaged",
            where="practice.db",
            sentence=_("The first bytes of the database are damaged. The copy in keys.json opens it all the same."),
        )


def _kept(db: Reader) -> int:
    return whole(db.value("SELECT count(*) FROM attachment"))


def _rows(db: Reader) -> int:
    return sum(whole(db.value(f"SELECT count(*) FROM {table}")) for table in proof.room_tables(db))
