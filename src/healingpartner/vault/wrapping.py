"""One key slot: how the data key lies wrapped under a secret, and how it comes out again.

slot key = argon2id(passphrase) or HKDF(recovery secret)
wrapped  = AES-256-GCM(slot key, data key), bound to the vault's id and to the slot's own parameters
signing  = the same of the signing seed, under HKDF(slot key): only where a person gives the secret, so that
           what opens a practice quickly can never sign for its practitioner
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from healingpartner.vault.calibration import Cost, stretched
from healingpartner.vault.canonical import canonical
from healingpartner.vault.strict_json import bytes_in, count_in, members_in, text_in
from healingpartner.vault.subkeys import derived

PASSPHRASE, RECOVERY, KEYRING = "passphrase", "recovery", "keyring"
ARGON2ID, HKDF = "argon2id", "hkdf-sha256"
SLOT_KINDS = {PASSPHRASE: ARGON2ID, RECOVERY: HKDF, KEYRING: HKDF}
SALT_BYTES, NONCE_BYTES, WRAPPED_BYTES = 16, 12, 48
SIGNERS = {PASSPHRASE, RECOVERY}
_SIGNING = b"hp/v1/slot/signing"
Entropy = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """What the slots of a practice wrap: its data key, and the seed of its signing keys, 32 bytes each."""

    data_key: bytes
    signing_seed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """kind: passphrase, recovery or keyring; cost: only with argon2id; salt 16, nonce 12, wrapped 48 bytes.

    signing: nonce and wrapped seed, 60 bytes; empty in a keyring slot.
    """

    kind: str
    cost: Cost | None
    salt: bytes
    nonce: bytes
    wrapped: bytes
    signing: bytes

    def parameters(self) -> dict[str, object]:
        """Everything but what is wrapped, as it stands in keys.json."""
        parameters: dict[str, object] = {"kind": self.kind, "kdf": SLOT_KINDS[self.kind], "salt": self.salt.hex()}
        if self.cost is not None:
            parameters |= {
                "memory_kib": self.cost.memory_kib,
                "passes": self.cost.passes,
                "lanes": self.cost.lanes,
            }
        return parameters | {"nonce": self.nonce.hex()}

    def members(self) -> dict[str, object]:
        """All of it, as it stands in keys.json."""
        wrapped = self.parameters() | {"wrapped": self.wrapped.hex()}
        return wrapped | {"signing": self.signing.hex()} if self.signing else wrapped


def wrapped_by(
    secret: bytes, keys: Unwrapped, *, kind: str, cost: Cost | None, vault_id: str, entropy: Entropy
) -> Slot:
    """A fresh slot with its own salt. `cost` for a passphrase, None for a secret of full entropy."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    bare = Slot(kind=kind, cost=cost, salt=entropy(SALT_BYTES), nonce=entropy(NONCE_BYTES), wrapped=b"", signing=b"")
    slot_key, bound = _slot_key(bare, secret, vault_id), _bound_to(bare, vault_id)
    signing = b""
    if kind in SIGNERS:
        nonce = entropy(NONCE_BYTES)
        signing = nonce + AESGCM(_signing_key(slot_key)).encrypt(nonce, keys.signing_seed, _SIGNING + bound)
    return replace(bare, wrapped=AESGCM(slot_key).encrypt(bare.nonce, keys.data_key, bound), signing=signing)


def unwrapped_by(secret: bytes, slot: Slot, *, vault_id: str) -> Unwrapped | None:
    """The keys, or None when this is not the secret (or not the slot) they were wrapped under.

    The signing seed of a keyring slot is empty.

    VaultProblem header-limits before argon2 runs, not-enough-memory when it cannot.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot_key, bound = _slot_key(slot, secret, vault_id), _bound_to(slot, vault_id)
    try:
        data_key, seed = AESGCM(slot_key).decrypt(slot.nonce, slot.wrapped, bound), b""
        if slot.signing:
            nonce, wrapped = slot.signing[:NONCE_BYTES], slot.signing[NONCE_BYTES:]
            seed = AESGCM(_signing_key(slot_key)).decrypt(nonce, wrapped, _SIGNING + bound)
    except InvalidTag:
        return None
    return Unwrapped(data_key=data_key, signing_seed=seed)


def slot_in(value: object) -> Slot:
    """A slot from its members. ValueError when it is none; VaultProblem header-limits for a cost beyond them."""
    content = members_in(value)
    kind = text_in(content.get("kind"))
    if kind not in SLOT_KINDS or SLOT_KINDS[kind] != content.get("kdf"):
        raise ValueError("not a slot we know")
    cost = None
    if SLOT_KINDS[kind] == ARGON2ID:
        memory, passes, lanes = (count_in(content.get(name)) for name in ("memory_kib", "passes", "lanes"))
        cost = Cost(memory_kib=memory, passes=passes, lanes=lanes)
        cost.require_limits()
    return Slot(
        kind=kind,
        cost=cost,
        salt=bytes_in(content.get("salt"), SALT_BYTES),
        nonce=bytes_in(content.get("nonce"), NONCE_BYTES),
        wrapped=bytes_in(content.get("wrapped"), WRAPPED_BYTES),
        signing=bytes_in(content.get("signing"), NONCE_BYTES + WRAPPED_BYTES) if kind in SIGNERS else b"",
    )


def _slot_key(slot: Slot, secret: bytes, vault_id: str) -> bytes:
    if slot.cost is not None:
        return stretched(secret, salt=slot.salt, cost=slot.cost)
    return derived(secret, salt=slot.salt, info=f"hp/v1/slot/{slot.kind}/{vault_id}".encode())


def _signing_key(slot_key: bytes) -> bytes:
    return derived(slot_key, salt=b"", info=_SIGNING)


def _bound_to(slot: Slot, vault_id: str) -> bytes:
    return b"hp/v1/slot\0" + canonical({"vault": vault_id} | slot.parameters())
