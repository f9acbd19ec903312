"""An encrypted file as it lies in files/: chunks that cannot be cut, swapped or lent to another file.

    "hp/file/1", line end · salt 32 · chunks of up to 64 KiB, each AES-256-GCM with its tag of 16
    file key = HKDF(person's key, salt)         nonce = chunk number (11 bytes) · last flag (1 byte)
    bound to each chunk: format, vault id, file id, chunk number, last flag

The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) as the age format uses it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from healingpartner.vault.subkeys import derived

MAGIC = b"hp/file/1\n"
SALT_BYTES = 32
CHUNK = 64 * 1024
TAG = 16


class NotWhole(Exception):
    """The stored bytes are not what was written: changed, cut, swapped, or another file's."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Binding:
    """What a file's chunks are bound to: the person's key (32 bytes), the vault, the file's own id."""

    key: bytes
    vault_id: str
    file_id: str

    def file_key(self, salt: bytes) -> bytes:
        """The key of this one file."""
        return derived(self.key, salt=salt, info=b"hp/v1/file\0" + self.file_id.encode())

    def associated(self, number: int, *, last: bool) -> bytes:
        """What a chunk carries beside its words."""
        names = f"{self.vault_id}\0{self.file_id}\0".encode()
        return MAGIC + names + number.to_bytes(8) + bytes([last])


def sealed(stream: BinaryIO, binding: Binding, *, salt: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Pairs of (what was read, what to store), from the first to the last; the first pair is the file's opening."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(binding.file_key(salt))
    yield b"", MAGIC + salt
    number, chunk = 0, _filled(stream, CHUNK)
    while True:
        following = _filled(stream, CHUNK) if len(chunk) == CHUNK else b""
        last = not following
        yield chunk, cipher.encrypt(_nonce(number, last=last), chunk, binding.associated(number, last=last))
        if last:
            return
        number, chunk = number + 1, following


def opened(stream: BinaryIO, binding: Binding) -> Iterator[bytes]:
    """The words, a chunk at a time, each proven before it is given. NotWhole as soon as one is not."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    start = _filled(stream, len(MAGIC) + SALT_BYTES)
    if len(start) != len(MAGIC) + SALT_BYTES or not start.startswith(MAGIC):
        raise NotWhole
    cipher = AESGCM(binding.file_key(start[len(MAGIC) :]))
    number, chunk = 0, _filled(stream, CHUNK + TAG)
    while True:
        following = _filled(stream, CHUNK + TAG) if len(chunk) == CHUNK + TAG else b""
        last = not following
        try:
            yield cipher.decrypt(_nonce(number, last=last), chunk, binding.associated(number, last=last))
        except (InvalidTag, ValueError):
            raise NotWhole from None
        if last:
            return
        number, chunk = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


def _filled(stream: BinaryIO, size: int) -> bytes:
    """`size` bytes, or fewer at the end only: a raw stream may give less at a time."""
    parts: list[bytes] = []
    while size and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
