"""Where the ledger stood when this computer last saw it, kept outside the practice.

Page checks cannot notice a practice put back to an older state, each page of which is genuine; this can.
Whoever can write the program's own folder can take the anchor away: signed copies on paper carry the head too.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.paths import app_folder
from healingpartner.foundation.words import _
from healingpartner.vault.durable import note_aside
from healingpartner.vault.ledger import FIRST_CHAIN, Head
from healingpartner.vault.reading import Reader, raw, whole
from healingpartner.vault.strict_json import bytes_in, checked_members, count_in, with_checksum

KIND, VERSION = "hp/anchor", 1
_SIZE_LIMIT = 4096


class Verdict(StrEnum):
    """What the practice is, next to what was seen: fine, older, of another history, or never seen here."""

    FINE = "fine"
    OLDER = "older-than-seen"
    DIFFERENT = "different"
    NEVER_SEEN = "never-seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """head: where the ledger stood; noted: how many times this computer has noted it."""

    head: Head
    noted: int


def note(vault_id: str, head: Head) -> bool:
    """Keep where the ledger stands; False when the program's folder did not take it."""
    former = last_seen(vault_id)
    content = {
        "kind": KIND,
        "version": VERSION,
        "vault": vault_id,
        "seq": head.seq,
        "chain": head.chain,
        "noted": 1 if former is None else former.noted + 1,
    }
    return note_aside(lambda: _path(vault_id), with_checksum(content))


def last_seen(vault_id: str) -> Anchor | None:
    """What was noted, or None when nothing readable was."""
    try:
        content = checked_members(_path(vault_id).read_bytes(), limit=_SIZE_LIMIT)
        if content.get("kind") != KIND or content.get("version") != VERSION or content.get("vault") != vault_id:
            return None
        head = Head(seq=count_in(content.get("seq"), least=0), chain=bytes_in(content.get("chain"), 32).hex())
        return Anchor(head=head, noted=count_in(content.get("noted")))
    except (OSError, ValueError):
        return None


def judged(vault_id: str, db: Reader) -> Verdict:
    """Compare an open practice with what was seen. A practice that has gone on since is fine."""
    seen = last_seen(vault_id)
    if seen is None:
        return Verdict.NEVER_SEEN
    if whole(db.value("SELECT coalesce(max(seq), 0) FROM ledger")) < seen.head.seq:
        return Verdict.OLDER
    chain = db.value("SELECT chain FROM ledger WHERE seq = ?", seen.head.seq) if seen.head.seq else FIRST_CHAIN
    return Verdict.FINE if raw(chain).hex() == seen.head.chain else Verdict.DIFFERENT


def compare(vault_id: str, db: Reader) -> Verdict:
    """As `judged`, but VaultProblem older-than-seen or different-history when it is one of these."""
    verdict = judged(vault_id, db)
    if verdict is Verdict.OLDER:
        raise VaultProblem(
            "older-than-seen",
            _("This practice is older than the one last seen on this computer."),
            safe=_("Nothing was changed."),
            then=_("If you restored it on purpose, say so to go on. If not, look for the newer folder first."),
        )
    if verdict is Verdict.DIFFERENT:
        raise VaultProblem(
            "different-history",
            _("This practice has gone another way than the one last seen on this computer."),
            safe=_("Nothing was changed."),
            then=_("It may be a copy that was used elsewhere. Compare both folders before you go on with one."),
        )
    return verdict


def _path(vault_id: str) -> Path:
    return app_folder() / "anchors" / f"{vault_id}.json"
