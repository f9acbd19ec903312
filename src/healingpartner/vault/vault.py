"""The open vault: one connection that writes, on one thread; more that only read, when long reading needs them."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from healingpartner.foundation.clock import Clock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.voices import AT_THE_DESK, Hand, Voice
from healingpartner.foundation.words import _
from healingpartner.vault import anchor, drafts, proof, search
from healingpartner.vault.connection import Connection
from healingpartner.vault.header import Header
from healingpartner.vault.ledger import Head
from healingpartner.vault.place import Place
from healingpartner.vault.reading import Reader, words
from healingpartner.vault.subkeys import Purpose, sub_key
from healingpartner.vault.transaction import Transaction

if TYPE_CHECKING:
    from healingpartner.vault.lock import Held


class Vault:
    """An open practice file. Made by `opening.open_vault`; used on the thread that opened it."""

    def __init__(
        self,
        *,
        place: Place,
        keys_header: Header,
        data_key: bytes,
        connection: Connection,
        lock: "Held",
        clock: Clock,
        entropy: Callable[[int], bytes] = secrets.token_bytes,
        only_looking: bool = False,
    ) -> None:
        """Takes over the connection and the lock; `close` gives both back. `only_looking`: nothing is noted."""
        self.place, self.header, self.clock, self.entropy = place, keys_header, clock, entropy
        self.data_key = data_key
        self.db = Reader(connection)
        self._connection, self._lock = connection, lock
        self._only_looking = only_looking
        self._ledger_key = sub_key(data_key, Purpose.LEDGER)

    @contextmanager
    def transaction(self, *, by: Voice, hand: Hand = AT_THE_DESK, act: str) -> Iterator[Transaction]:
        """BEGIN IMMEDIATE … COMMIT; whatever is raised inside undoes all of it."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            tx = Transaction(
                self._connection,
                self._ledger_key,
                at=self.clock.now(),
                by=by,
                hand=hand,
                act=act,
                entropy=self.entropy,
            )
            yield tx
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def head(self) -> Head:
        """Where the ledger stands."""
        return proof.head_of(self.db)

    def chain_steps(self, *, after: int = 0) -> Iterator[proof.Step]:
        """The whole chain followed in slices, on this thread, between other work."""
        return proof.chain(self.db, self._ledger_key, after=after)

    @contextmanager
    def long_reading(self) -> Iterator[Reader]:
        """A second connection that can only ask, for the thread that calls this: exports, checks, search."""
        connection = Connection(self.place.database, self.database_key())
        try:
            connection.settle()
            connection.read_only()
            connection.guard()
            yield Reader(connection)
        finally:
            connection.close()

    def database_key(self) -> bytes:
        """SQLCipher's raw key and salt, 48 bytes."""
        return sub_key(self.data_key, Purpose.SQLCIPHER) + bytes.fromhex(self.header.db_salt)

    def setting(self, name: str) -> str | None:
        """A setting of this practice, kept inside it."""
        value = self.db.value("SELECT value FROM setting WHERE name = ?", name)
        return None if value is None else words(value)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting of this practice."""
        self._connection.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )

    def keep_file_key(self, person_id: str, wrapped: bytes) -> None:
        """Keep the wrapped key of a person's files; outside the ledger, so that an erasure can destroy it."""
        self._connection.execute("INSERT INTO file_key (person_id, wrapped) VALUES (?, ?)", (person_id, wrapped))

    def keep_draft(self, draft: drafts.Draft) -> None:
        """Write a draft, durably."""
        drafts.keep_draft(self._connection, draft)

    def drop_draft(self, subject_id: str, form: str, voice: Voice) -> None:
        """Really delete a draft."""
        drafts.drop_draft(self._connection, subject_id, form, voice)

    def index_words(self) -> None:
        """Bring the full-text index up to what was written since the last quiet moment, a little at a time."""
        brought = search.AT_ONCE
        while brought == search.AT_ONCE:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                brought = search.catch_up(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def settle_down(self) -> None:
        """At idle: checkpoint the WAL and note the head outside. VaultProblem 'busy' when a reader holds it."""
        if not self._only_looking:
            self.index_words()
        if not self._connection.checkpoint():
            raise VaultProblem(
                "busy",
                _("The practice is still being read."),
                safe=_("Everything is saved."),
                then=_("It will be tidied at the next quiet moment."),
            )
        if not self._only_looking:
            anchor.note(self.header.vault_id, self.head())

    def close(self) -> None:
        """Checkpoint, note the head outside, close and release the lock. Further use raises.

        A damaged database is closed all the same: what is wrong with it was said when it was read.
        """
        try:
            if not self._only_looking:
                self.index_words()
                self._connection.checkpoint()
                anchor.note(self.header.vault_id, self.head())
        except VaultProblem as problem:
            if problem.kind != "damaged-database":
                raise
        finally:
            self._connection.close()
            self._lock.release()
