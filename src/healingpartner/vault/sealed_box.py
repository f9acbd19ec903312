"""Boxes that only the holder of six dealt words can open; the practice keeps the half that closes them.

    private key = argon2id(words, salt, the vault's cost)             X25519, RFC 7748; only its public half is kept
    box key     = HKDF(X25519(fresh key, public), fresh public · public)     one for each box
    box         = one line of canonical JSON · AES-256-GCM(box key, the content padded to 256 bytes)

The line and what the box is about are bound to it, so that a box cannot be moved or renamed. The words are never
kept and there is no way around them.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from healingpartner.foundation.errors import RuleBroken, VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault.calibration import Cost, stretched
from healingpartner.vault.canonical import canonical
from healingpartner.vault.passphrase import word_list
from healingpartner.vault.strict_json import bytes_in, count_in, strict_members, text_in
from healingpartner.vault.subkeys import derived
from healingpartner.vault.wrapping import Entropy

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

FIELD = "words"
DEALT_WORDS = 6
BOX, SEALED_TO, VERSION = "hp/box", "hp/sealed-to", 1
_KEY_BYTES, _SALT_BYTES = 32, 16
_BLOCK = 256
_LINE_LIMIT = 1024
_NONCE = bytes(12)  # each box has a key of its own, used once


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedTo:
    """What is kept: the public half (32 bytes), and what turns the words into the other one."""

    public: bytes
    salt: bytes
    cost: Cost

    def text(self) -> str:
        """As it is stored."""
        return canonical(
            {
                "kind": SEALED_TO,
                "version": VERSION,
                "public": self.public.hex(),
                "salt": self.salt.hex(),
                "memory_kib": self.cost.memory_kib,
                "passes": self.cost.passes,
                "lanes": self.cost.lanes,
            }
        ).decode()

    @classmethod
    def read(cls, text: str) -> "SealedTo":
        """From what was stored. VaultProblem box-damaged or header-limits."""
        try:
            content = strict_members(text.encode(), limit=_LINE_LIMIT)
            if content.get("kind") != SEALED_TO or content.get("version") != VERSION:
                raise _damaged()
            memory, passes, lanes = (count_in(content.get(name)) for name in ("memory_kib", "passes", "lanes"))
            cost = Cost(memory_kib=memory, passes=passes, lanes=lanes)
            cost.require_limits()
            return cls(
                public=bytes_in(content.get("public"), _KEY_BYTES),
                salt=bytes_in(content.get("salt"), _SALT_BYTES),
                cost=cost,
            )
        except ValueError:
            raise _damaged() from None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dealt:
    """Words to be given to one person, and the half that is kept."""

    words: tuple[str, ...]
    sealed_to: SealedTo


class Opener:
    """Opens boxes for as long as it is held; made by `opener`."""

    def __init__(self, private: "X25519PrivateKey", sealed_to: SealedTo) -> None:
        """Takes a private key that fits."""
        self._private, self._sealed_to = private, sealed_to

    def open(self, box: bytes, *, kind: str, version: int, about: str) -> bytes:
        """The content. VaultProblem box-damaged when it is not that kind, not about that, or not whole."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        line, _end, kept = box.partition(b"\n")
        try:
            content = strict_members(line, limit=_LINE_LIMIT)
            fresh = bytes_in(content.get("fresh"), _KEY_BYTES)
            if line != _line(kind, version, fresh) or text_in(content.get("kind")) != BOX:
                raise _damaged()
            shared = self._private.exchange(X25519PublicKey.from_public_bytes(fresh))
            key = _box_key(shared, fresh, self._sealed_to.public)
            return _unpadded(AESGCM(key).decrypt(_NONCE, kept, _bound(line, about)))
        except (ValueError, InvalidTag):
            raise _damaged() from None


def deal(cost: Cost, entropy: Entropy) -> Dealt:
    """Six words of the list, 66 bits, and the half that is kept. Shown once, before anything is sealed."""
    listed = word_list()
    number = int.from_bytes(entropy(9)) >> 6
    words = tuple(listed[number >> 11 * place & 2047] for place in range(DEALT_WORDS))
    salt = entropy(_SALT_BYTES)
    private = _private_key(words, salt, cost)
    return Dealt(words=words, sealed_to=SealedTo(public=_public_of(private), salt=salt, cost=cost))


def words_typed(typed: str | Sequence[str]) -> tuple[str, ...]:
    """The six words someone typed, in any case; four letters are enough. RuleBroken names what is not a word."""
    text = typed if isinstance(typed, str) else " ".join(typed)
    plain = unicodedata.normalize("NFKC", text).lower().replace(",", " ").split()
    starts = {word[:4]: word for word in word_list()}
    words = [starts.get(each[:4], "") if len(each) >= 3 else "" for each in plain]
    for number, (word, each) in enumerate(zip(words, plain, strict=True), start=1):
        if not word or (len(each) > 4 and each != word) or (len(each) < 4 and each != word):
            raise RuleBroken(FIELD, _("Word {number} is not one of the list. Look at it again.").format(number=number))
    if len(words) != DEALT_WORDS:
        raise RuleBroken(FIELD, _("There are six words on the card, in their order."))
    return tuple(words)


def opener(words: str | Sequence[str], sealed_to: SealedTo) -> Opener:
    """Derive the private half once; slow on purpose. RuleBroken for no words of the list; VaultProblem wrong-words."""
    private = _private_key(words_typed(words), sealed_to.salt, sealed_to.cost)
    if _public_of(private) != sealed_to.public:
        raise VaultProblem(
            "wrong-words",
            _("Those are not the words that were dealt for this."),
            safe=_("Nothing was changed, and it stays closed."),
            then=_("Look at the card again. Without its words nobody can open it."),
        )
    return Opener(private, sealed_to)


def seal(content: bytes, sealed_to: SealedTo, *, kind: str, version: int, about: str, entropy: Entropy) -> bytes:
    """A box. kind, version: of the content, readable outside; about: an id the opener must know (a row's, say)."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private = X25519PrivateKey.from_private_bytes(entropy(_KEY_BYTES))
    fresh = _public_of(private)
    shared = private.exchange(X25519PublicKey.from_public_bytes(sealed_to.public))
    line = _line(kind, version, fresh)
    key = _box_key(shared, fresh, sealed_to.public)
    return line + b"\n" + AESGCM(key).encrypt(_NONCE, _padded(content), _bound(line, about))


def _private_key(words: Sequence[str], salt: bytes, cost: Cost) -> "X25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(stretched(" ".join(words).encode(), salt=salt, cost=cost))


def _public_of(private: "X25519PrivateKey") -> bytes:
    return private.public_key().public_bytes_raw()


def _box_key(shared: bytes, fresh: bytes, public: bytes) -> bytes:
    return derived(shared, salt=fresh + public, info=b"hp/v1/box")


def _line(kind: str, version: int, fresh: bytes) -> bytes:
    return canonical(
        {"kind": BOX, "version": VERSION, "content": kind, "content_version": version, "fresh": fresh.hex()}
    )


def _bound(line: bytes, about: str) -> bytes:
    return b"hp/v1/box\0" + line + b"\0" + about.encode()


def _padded(content: bytes) -> bytes:
    """To whole blocks (ISO/IEC 7816-4), so that a box does not tell a short answer from a shorter one."""
    return content + b"\x80" + bytes(-(len(content) + 1) % _BLOCK)


def _unpadded(padded: bytes) -> bytes:
    content = padded.rstrip(b"\0")
    if not content.endswith(b"\x80"):
        raise ValueError("no padding of ours")
    return content[:-1]


def _damaged() -> VaultProblem:
    return VaultProblem(
        "box-damaged",
        _("Something sealed is damaged, or stands where it does not belong."),
        safe=_("Nothing was changed."),
        then=_("Restore the newest backup into a new folder to look for a whole copy."),
    )
