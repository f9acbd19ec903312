"""A person's file key: 32 random bytes, wrapped by the attachments sub-key and bound to vault and person."""

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault.file_chunks import Binding
from healingpartner.vault.subkeys import KEY_BYTES, Purpose, sub_key
from healingpartner.vault.wrapping import NONCE_BYTES, Entropy

_FORM = b"\x01"


def wrapped_key(key: bytes, *, data_key: bytes, vault_id: str, person_id: str, entropy: Entropy) -> bytes:
    """As it lies in `file_key`: a byte for the form, the nonce, the key and its tag."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = entropy(NONCE_BYTES)
    cipher = AESGCM(sub_key(data_key, Purpose.ATTACHMENTS))
    return _FORM + nonce + cipher.encrypt(nonce, key, _bound(vault_id, person_id))


def binding_of(wrapped: bytes, *, data_key: bytes, vault_id: str, person_id: str, file_id: str) -> Binding:
    """The key of a person's files unwrapped, bound to one file. VaultProblem file-damaged when it does not unwrap."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(sub_key(data_key, Purpose.ATTACHMENTS))
    form, nonce, kept = wrapped[:1], wrapped[1 : 1 + NONCE_BYTES], wrapped[1 + NONCE_BYTES :]
    try:
        key = cipher.decrypt(nonce, kept, _bound(vault_id, person_id)) if form == _FORM else b""
    except (InvalidTag, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise damaged()
    return Binding(key=key, vault_id=vault_id, file_id=file_id)


def _bound(vault_id: str, person_id: str) -> bytes:
    return b"hp/v1/file-key\0" + f"{vault_id}\0{person_id}".encode()


def damaged() -> VaultProblem:
    """What to say of a file that is not what was written."""
    return VaultProblem(
        "file-damaged",
        _("A file of this record is damaged or cut short."),
        safe=_("The rest of the record is there, and nothing was changed."),
        then=_("Restore the newest backup into a new folder to look for a whole copy."),
    )
