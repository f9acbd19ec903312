"""Keys for one purpose each, drawn from the data key by HKDF-SHA256 (RFC 5869), so that none can stand for another."""

from enum import StrEnum

KEY_BYTES = 32


class Purpose(StrEnum):
    """What a sub-key is for; the value is its HKDF info and never changes."""

    SQLCIPHER = "hp/v1/sqlcipher"
    ATTACHMENTS = "hp/v1/attachments"
    HEADER_MAC = "hp/v1/header-mac"
    LEDGER = "hp/v1/ledger"
    EXPORT = "hp/v1/export"
    SEALED_OUTER = "hp/v1/sealed-outer"
    BACKUP = "hp/v1/backup"


def sub_key(data_key: bytes, purpose: Purpose) -> bytes:
    """32 bytes for one purpose. ValueError when the data key is not 32 bytes."""
    if len(data_key) != KEY_BYTES:
        raise ValueError("a data key is 32 bytes")
    return derived(data_key, salt=b"", info=purpose.value.encode("ascii"))


def derived(secret: bytes, *, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA256 of any secret of full entropy, 32 bytes out."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt or None, info=info).derive(secret)
