"""The open practice: the rooms joined to one vault. Desktop, exchange and commands talk to this, on one thread."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from healingpartner.foundation.clock import Clock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.ids import new_id
from healingpartner.foundation.voices import AT_THE_DESK, Hand, Voice
from healingpartner.vault import (
    calibration,
    erasure,
    failed_unlocks,
    header,
    opening,
    passphrase as passphrases,
    recovery_code as codes,
    signing_keys,
    slots,
)
from healingpartner.vault.drafts import Draft, all_drafts, find_draft
from healingpartner.vault.place import Place, refuse_unsafe
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Transaction
from healingpartner.vault.vault import Vault
from healingpartner.vault.wrapping import Unwrapped

if TYPE_CHECKING:
    from healingpartner.vault.files import FilesDoor

P = ParamSpec("P")
R = TypeVar("R")
Entropy = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What an act touched: rooms by name, people by id. Pages that show any of it ask again."""

    rooms: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPractice:
    """A practice just made, open, and the recovery code that must now go onto paper."""

    practice: "Practice"
    recovery_code: str


class Practice:
    """One open practice. Close it with `close`; every method belongs to the thread that opened it."""

    def __init__(self, vault: Vault) -> None:
        """Takes over the open vault."""
        self.vault = vault
        self.last_change = Changed(rooms=frozenset(), people=frozenset())
        self._untold: list[Changed] = []
        self.tries_before = 0
        self._proven: Unwrapped | None = None

    @cached_property
    def files(self) -> "FilesDoor":
        """The one door for attachments; its ciphers are imported on first need."""
        from healingpartner.vault.files import FilesDoor

        return FilesDoor(self.vault)

    @property
    def db(self) -> Reader:
        """For asking on this thread."""
        return self.vault.db

    def do(
        self,
        act: Callable[Concatenate[Transaction, ...], R],
        /,
        *args: object,
        by: Voice,
        hand: Hand = AT_THE_DESK,
        **kwargs: object,
    ) -> R:
        """Run an act in a transaction of its own. `by` and `hand` go into the ledger; the rest goes to the act."""
        with self.vault.transaction(by=by, hand=hand, act=name_of_act(act)) as tx:
            answer = act(tx, *args, **kwargs)
        self.last_change = Changed(rooms=frozenset(tx.rooms), people=frozenset(tx.people))
        self._untold.append(self.last_change)
        return answer

    def take_changes(self) -> Changed | None:
        """What all acts since the last call touched, taken together; None when nothing was written."""
        told, self._untold = self._untold, []
        rooms = frozenset[str]().union(*(each.rooms for each in told))
        people = frozenset[str]().union(*(each.people for each in told))
        return Changed(rooms=rooms, people=people) if rooms else None

    def ask(self, view: Callable[Concatenate[Reader, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask a view."""
        return view(self.db, *args, **kwargs)

    def draft(self, subject_id: str, form: str, voice: Voice) -> Draft | None:
        """What was being written in this form, if anything is kept."""
        return find_draft(self.db, subject_id, form, voice)

    def drafts(self) -> tuple[Draft, ...]:
        """Everything that is being written, newest first."""
        return all_drafts(self.db)

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being written, durably."""
        self.vault.keep_draft(draft)

    def drop_draft(self, subject_id: str, form: str, voice: Voice) -> None:
        """Really delete what was being written."""
        self.vault.drop_draft(subject_id, form, voice)

    def erase_person(self, person_id: str) -> erasure.Erased:
        """Erase a person's record and all that are joined to it, lawfully and for good; the ledger's lines stay, empty.

        The words leave the write-ahead log at once, or at the next quiet moment when it is being read.
        """
        from healingpartner.people.views import ids_of

        everything = tuple(reversed(ids_of(self.db, person_id)))
        gone = self.do(erasure.erase_people, everything, by=Voice.PRACTITIONER)
        self.files.delete_stored(gone.files)
        self.tidy()
        return gone

    @property
    def cost(self) -> calibration.Cost:
        """What unlocking costs, as it was measured here; other secrets of people are stretched as much."""
        slot = self.vault.header.slot("passphrase")
        return calibration.calibrated(self.vault.clock) if slot is None or slot.cost is None else slot.cost

    def check_passphrase(self, typed: str) -> bool:
        """Whether this is the practice's passphrase or its recovery code; opens nothing.

        Costs a full key derivation. A right one also lets the next change of a key go through.
        """
        self._proven = self._unwrapped(typed)
        return self._proven is not None

    def change_passphrase(self, new: str, *, cost: calibration.Cost | None = None) -> None:
        """Wrap the keys anew after `check_passphrase`; nothing else is encrypted again.

        RuleBroken when the new one is too weak; RuntimeError when nobody proved to be the practitioner.
        """
        passphrases.require_acceptable(new)
        chosen = cost or calibration.calibrated(self.vault.clock)
        changed = slots.change_passphrase(
            self.vault.header, self._take_proof(), new, cost=chosen, entropy=self.vault.entropy
        )
        self._replace_header(changed, "change_passphrase")

    def signer(self, passphrase: str) -> signing_keys.SigningKeys:
        """The practice's signing keys, by the practitioner's passphrase typed again: one key derivation.

        VaultProblem wrong-passphrase. A practice made before there were seals has its certificate noted now.
        """
        read = self.vault.header
        seed = slots.open_with_passphrase(read, passphrase).signing_seed
        keys = signing_keys.signing_keys(seed, read.vault_id)
        if signing_keys.SEAL not in read.signing:
            noted = replace(read, generation=read.generation + 1, signing=keys.public())
            self._replace_header(header.with_mac(noted, self.vault.data_key), "note_seal_certificate")
        return keys

    def new_recovery_code(self) -> str:
        """After `check_passphrase`: make the former recovery sheet worthless and return the new code, to be printed."""
        code = codes.new_code(self.vault.entropy)
        changed = slots.change_recovery(self.vault.header, self._take_proof(), code, entropy=self.vault.entropy)
        self._replace_header(changed, "change_recovery_code")
        return code

    def tidy(self) -> bool:
        """At a quiet moment: index new words, remove files nobody knows, cut the log; False when it is being read."""
        self.files.sweep()
        try:
            self.vault.settle_down()
        except VaultProblem as problem:
            if problem.kind != "busy":
                raise
            return False
        return True

    def close(self) -> None:
        """Checkpoint, note where the ledger stands, close, release the lock."""
        self.vault.close()

    def _unwrapped(self, typed: str) -> Unwrapped | None:
        for opened_by in (slots.open_with_passphrase, slots.open_with_recovery):
            try:
                return opened_by(self.vault.header, typed)
            except VaultProblem as problem:
                if not problem.kind.startswith(("wrong-", "recovery-code-")):
                    raise
        return None

    def _take_proof(self) -> Unwrapped:
        proven, self._proven = self._proven, None
        if proven is None:
            raise RuntimeError("a key is changed only after the passphrase was checked")
        return proven

    def _replace_header(self, changed: header.Header, act: str) -> None:
        header.write(self.vault.place.folder, changed)
        self.vault.header = changed
        with self.vault.transaction(by=Voice.PRACTITIONER, act=act) as tx:
            tx.say(act, room="vault")


def name_of_act(act: Callable[..., object]) -> str:
    """The name the ledger keeps: the room and the act, "people.add_person"."""
    room = act.__module__.removeprefix("healingpartner.").split(".")[0]
    return f"{room}.{act.__name__}"


def create_practice(
    folder: Path,
    *,
    passphrase: str,
    clock: Clock,
    entropy: Entropy = secrets.token_bytes,
    cost: calibration.Cost | None = None,
    still_wanted: Callable[[], bool] = lambda: True,
) -> NewPractice:
    """Make a practice in `folder` (new or empty) and open it.

    cost: argon2id's, calibrated on this computer when None. Refused or RuleBroken for a place or a passphrase
    that cannot be taken; VaultProblem when the disk does not let it be written.
    """
    refuse_unsafe(folder)
    passphrases.require_acceptable(passphrase)
    chosen = cost or calibration.calibrated(clock, still_wanted=still_wanted)
    fresh, code = Unwrapped(data_key=entropy(32), signing_seed=entropy(32)), codes.new_code(entropy)
    made = header.create(
        new_id(clock.now(), entropy),
        keys=fresh,
        passphrase=passphrase,
        recovery_code=code,
        cost=chosen,
        entropy=entropy,
    )
    keys = opening.Keys(data_key=fresh.data_key, header=made)
    opening.make(Place(folder), keys, clock)
    practice = Practice(opening.open_vault(Place(folder), keys, clock=clock, entropy=entropy))
    with practice.vault.transaction(by=Voice.PRACTITIONER, act="create_practice") as tx:
        tx.say("create_practice", room="vault")
    return NewPractice(practice=practice, recovery_code=code)


def open_practice(
    folder: Path,
    *,
    clock: Clock,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    data_key: bytes | None = None,
    entropy: Entropy = secrets.token_bytes,
    older_is_wanted: bool = False,
    hand: Hand = AT_THE_DESK,
) -> Practice:
    """Open a practice by exactly one of its three keys.

    VaultProblem, by kind, for all that can be wrong (see vault/opening.py); a wrong passphrase is counted
    outside the practice and told at the next unlock.
    """
    if sum(key is not None for key in (passphrase, recovery_code, data_key)) != 1:
        raise ValueError("a practice is opened by exactly one key")
    place = Place(folder)
    read = header.read(folder)
    opening.require_database(place)
    keys = opening.Keys(
        data_key=data_key or opening.unlocked(read, passphrase=passphrase, recovery_code=recovery_code, at=clock.now()),
        header=read,
    )
    vault = opening.open_vault(place, keys, clock=clock, entropy=entropy, older_is_wanted=older_is_wanted)
    practice = Practice(vault)
    missed = failed_unlocks.unanswered(read.vault_id)
    practice.tries_before = 0 if missed is None else missed.count
    with vault.transaction(by=Voice.PRACTITIONER, hand=hand, act="unlock") as tx:
        for _try in range(practice.tries_before):
            tx.say("missed_unlock", room="vault")
        tx.say("unlock" if recovery_code is None else "unlock_by_recovery_code", room="vault")
        if older_is_wanted:
            tx.say("older_state_accepted", room="vault")
    failed_unlocks.answered(read.vault_id)
    return practice
