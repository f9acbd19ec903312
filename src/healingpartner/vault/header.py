"""keys.json, version 1: the small file that opens a practice.

    kind, version · vault id · generation · cipher · db_salt · slots · signing · mac · sha256

`sha256` covers all else and needs no key, so that damage can be told from a wrong passphrase. `mac` covers all
but itself and the checksum under a sub-key of the data key, so that an alteration is told too. The file is
RFC 8785 JSON and one line end, byte for byte: any other spelling of it counts as damage.

Copies are kept as keys.previous.json beside it and in the program's own folder: this file is the one thing
whose loss closes a practice for ever.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.paths import app_folder
from healingpartner.foundation.words import _
from healingpartner.vault import durable, recovery_code as codes
from healingpartner.vault.calibration import Cost
from healingpartner.vault.canonical import canonical
from healingpartner.vault.passphrase import as_secret
from healingpartner.vault.signing_keys import public_parts
from healingpartner.vault.strict_json import bytes_in, checked_members, count_in, members_in, text_in, with_checksum
from healingpartner.vault.subkeys import Purpose, sub_key
from healingpartner.vault.wrapping import PASSPHRASE, RECOVERY, Entropy, Slot, Unwrapped, slot_in, wrapped_by

KEYS, PREVIOUS, DAMAGED = "keys.json", "keys.previous.json", "keys.damaged.json"
KIND, VERSION = "hp/keys", 1
CIPHER = "sqlcipher-4"
SIZE_LIMIT = 64 * 1024
MOST_SLOTS = 8
_MEMBERS = {"kind", "version", "vault", "generation", "cipher", "db_salt", "slots", "signing", "mac"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """generation: grows by one at each writing; db_salt: 32 hex digits; signing: the public halves of the
    signing keys, by name.
    """

    vault_id: str
    generation: int
    cipher: str
    db_salt: str
    slots: tuple[Slot, ...]
    signing: Mapping[str, str]
    mac: str = ""

    def slot(self, kind: str) -> Slot | None:
        """The slot of this kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)


def create(
    vault_id: str, *, keys: Unwrapped, passphrase: str, recovery_code: str, cost: Cost, entropy: Entropy
) -> Header:
    """The first generation, with its two slots. RuleBroken when the code is mistyped."""
    by_passphrase = wrapped_by(
        as_secret(passphrase), keys, kind=PASSPHRASE, cost=cost, vault_id=vault_id, entropy=entropy
    )
    by_code = wrapped_by(
        codes.secret_of(recovery_code), keys, kind=RECOVERY, cost=None, vault_id=vault_id, entropy=entropy
    )
    bare = Header(
        vault_id=vault_id,
        generation=1,
        cipher=CIPHER,
        db_salt=entropy(16).hex(),
        slots=(by_passphrase, by_code),
        signing=public_parts(keys.signing_seed, vault_id),
    )
    return with_mac(bare, keys.data_key)


def with_mac(header: Header, data_key: bytes) -> Header:
    """The same header under a fresh MAC."""
    return replace(header, mac=_mac(header, data_key))


def verify_mac(header: Header, data_key: bytes) -> None:
    """VaultProblem header-altered when anything in it is not what the holder of the data key wrote."""
    if not hmac.compare_digest(_mac(header, data_key), header.mac):
        raise VaultProblem(
            "header-altered",
            _("The key file of this practice was altered by something other than this program."),
            safe=_("Nothing was changed."),
            then=_("Put back keys.previous.json or the copy from a backup, and look at who can reach this folder."),
        )


def to_bytes(header: Header) -> bytes:
    """The whole file."""
    return with_checksum(_content(header) | {"mac": header.mac})


def from_bytes(data: bytes) -> Header:
    """Read strictly. VaultProblem: header-empty, header-damaged, header-newer, header-limits."""
    if not data.strip(b"\0 \r\n\t"):
        raise VaultProblem(
            "header-empty",
            _("The key file of this practice is empty."),
            safe=_("Nothing was changed."),
            then=_("Put back keys.previous.json or the copy from a backup."),
        )
    try:
        return _header(checked_members(data, limit=SIZE_LIMIT))
    except ValueError:
        raise VaultProblem(
            "header-damaged",
            _("The key file of this practice is damaged. Your passphrase may well be right."),
            safe=_("Nothing was changed."),
            then=_("Put back keys.previous.json or the copy from a backup."),
        ) from None


def read(folder: Path) -> Header:
    """The header of the practice in `folder`; changes nothing.

    VaultProblem: practice-missing, header-missing, header-unreadable, and those of `from_bytes`; each says so
    when another copy could be put back.
    """
    try:
        return from_bytes(_read(folder / KEYS))
    except FileNotFoundError:
        raise _with_copies(folder, _missing(folder)) from None
    except OSError:
        raise VaultProblem(
            "header-unreadable",
            _("This computer does not let the key file of this practice be read."),
            safe=_("Nothing was changed."),
            then=_("Check the rights of the folder, or that its disk is connected, then try again."),
        ) from None
    except VaultProblem as problem:
        raise _with_copies(folder, problem) from None


def write(folder: Path, header: Header) -> bool:
    """Put `header` in place and keep the former one; True when the program's own folder took a copy too.

    VaultProblem disk-full, folder-not-writable, disk-trouble: keys.json is then as it was.
    """
    try:
        former = _read(folder / KEYS) if (folder / KEYS).exists() else b""
        if _is_whole(former):
            durable.write_durably(folder / PREVIOUS, former)
        durable.write_durably(folder / KEYS, to_bytes(header))
    except OSError as trouble:
        raise durable.storage_problem(trouble) from trouble
    return keep_copy(header)


def keep_copy(header: Header) -> bool:
    """A copy in the program's own folder; False when it did not take it (the practice is none the worse)."""
    try:
        copy, data = copy_in_app_folder(header.vault_id), to_bytes(header)
        copy.parent.mkdir(mode=0o700, exist_ok=True)
        if not copy.exists() or _read(copy) != data:
            durable.write_durably(copy, data)
    except OSError:
        return False
    return True


def copy_in_app_folder(vault_id: str) -> Path:
    """Where the program's own folder keeps the copy for a vault."""
    return app_folder() / "keys" / f"{vault_id}.json"


def whole_copies(folder: Path, vault_id: str = "") -> tuple[Path, ...]:
    """Copies that read well and could be put back: the previous generation, then the program's own."""
    places = [folder / PREVIOUS] + ([copy_in_app_folder(vault_id)] if vault_id else [])
    return tuple(place for place in places if place.is_file() and _is_whole(_read(place)))


def copies_for(folder: Path) -> tuple[Path, ...]:
    """Whole copies for a practice whose own key file tells nothing any more.

    The newest generation comes first. They are known by the salt that practice.db begins with; only for a closed one.
    """
    places = [folder / PREVIOUS, *sorted((app_folder() / "keys").glob("*.json"))]
    found: list[tuple[int, Path]] = []
    try:
        with (folder / "practice.db").open("rb") as stream:
            salt = stream.read(16).hex()
        for place in places:
            header = _whole(_read(place)) if place.is_file() else None
            if header is not None and header.db_salt == salt:
                found.append((header.generation, place))
    except OSError:
        return ()
    return tuple(place for _generation, place in sorted(found, key=lambda each: -each[0]))


def put_back(folder: Path, copy: Path) -> Header:
    """Make a whole copy the key file again; what stood there is kept as keys.damaged.json. VaultProblem as `write`."""
    try:
        header = from_bytes(_read(copy))
        if (folder / KEYS).exists():
            durable.write_durably(folder / DAMAGED, _read(folder / KEYS))
        durable.write_durably(folder / KEYS, to_bytes(header))
    except OSError as trouble:
        raise durable.storage_problem(trouble) from trouble
    return header


def _content(header: Header) -> dict[str, object]:
    return {
        "kind": KIND,
        "version": VERSION,
        "vault": header.vault_id,
        "generation": header.generation,
        "cipher": header.cipher,
        "db_salt": header.db_salt,
        "slots": [slot.members() for slot in header.slots],
        "signing": dict(header.signing),
    }


def _mac(header: Header, data_key: bytes) -> str:
    covered = b"hp/v1/header\0" + canonical(_content(header))
    return hmac.digest(sub_key(data_key, Purpose.HEADER_MAC), covered, "sha256").hex()


def _header(content: Mapping[str, object]) -> Header:
    if content.get("kind") != KIND:
        raise ValueError("not a key file")
    if count_in(content.get("version")) > VERSION or set(content) - _MEMBERS:
        raise VaultProblem(
            "header-newer",
            _("This practice was written by a newer version of Healing Partner."),
            safe=_("Nothing was changed."),
            then=_("Open it with that version, or a later one."),
        )
    slots = content.get("slots")
    if not isinstance(slots, list) or not 1 <= len(slots) <= MOST_SLOTS or content.get("cipher") != CIPHER:
        raise ValueError("not version 1")
    return Header(
        vault_id=_uuid(content.get("vault")),
        generation=count_in(content.get("generation")),
        cipher=CIPHER,
        db_salt=bytes_in(content.get("db_salt"), 16).hex(),
        slots=tuple(slot_in(slot) for slot in slots),
        signing={name: text_in(value) for name, value in members_in(content.get("signing")).items()},
        mac=bytes_in(content.get("mac"), 32).hex(),
    )


def _uuid(value: object) -> str:
    """The id becomes part of a file's name in the program's folder, so nothing but a UUID may pass."""
    text = text_in(value)
    if str(UUID(text)) != text:
        raise ValueError("not a UUID")
    return text


def _read(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(SIZE_LIMIT + 1)


def _is_whole(data: bytes) -> bool:
    return _whole(data) is not None


def _whole(data: bytes) -> Header | None:
    try:
        return from_bytes(data)
    except VaultProblem:
        return None


def _missing(folder: Path) -> VaultProblem:
    if not folder.is_dir():
        return VaultProblem(
            "practice-missing",
            _("There is no practice in that place."),
            safe=_("Nothing was changed."),
            then=_("Check that its disk is connected, or choose where the practice is now."),
        )
    return VaultProblem(
        "header-missing",
        _("The key file of this practice, keys.json, is not in its folder."),
        safe=_("The records are still encrypted in practice.db, and nothing was changed."),
        then=_("Put keys.json back from a backup. Without it nobody can open the practice."),
    )


def _with_copies(folder: Path, problem: VaultProblem) -> VaultProblem:
    if problem.kind == "header-newer" or not whole_copies(folder):
        return problem
    return VaultProblem(
        problem.kind,
        problem.what,
        safe=problem.safe,
        then=_("A whole copy stands beside it as keys.previous.json and can be put back."),
    )
