"""What a sealed agreement carries: envelopes.json, all that is needed to check the signatures without the practice.

The exact words, every envelope in the order they were given with the practice's Ed25519 signature beside it, and where
the ledger stood at sealing. Strokes are not in it: the envelopes bind them by their hash.
Kind and version stand in it; version 1 is read for ever.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from healingpartner.agreements.envelope import Envelope, envelope_body, envelope_from
from healingpartner.agreements.model import SIGNERS
from healingpartner.agreements.signers.model import sides_signed
from healingpartner.agreements.wording import text_sha256
from healingpartner.vault import envelope_signatures
from healingpartner.vault.canonical import canonical, sha256_hex
from healingpartner.vault.envelope_signatures import EnvelopeSignature
from healingpartner.vault.strict_json import bytes_in, count_in, members_in, strict_members, text_in

KIND, VERSION = "hp/sealed-agreement", 1
SIZE_LIMIT = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """envelopes: the oldest first, those given under earlier texts of the same agreement too.

    ed25519: the practice's public half; certificate_sha256: of its seal; head_seq, head_chain: the ledger at sealing.
    """

    agreement_id: str
    version_id: str
    version_number: int
    media_type: str
    text: str
    envelopes: tuple[tuple[Envelope, EnvelopeSignature], ...]
    head_seq: int
    head_chain: str
    ed25519: str
    certificate_sha256: str

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the words, in hexadecimal."""
        return text_sha256(self.text)

    def hashes(self) -> tuple[str, ...]:
        """SHA-256 of each envelope, the oldest first."""
        return tuple(sha256_hex(bytes_of(envelope)) for envelope, _signature in self.envelopes)

    def heads(self) -> tuple[tuple[int, str], ...]:
        """Every place of the ledger that is named: at each signature, and at sealing."""
        return (*((one.ledger_seq, one.ledger_head) for one, _ in self.envelopes), (self.head_seq, self.head_chain))


def to_bytes(carried: Carried) -> bytes:
    """The attachment: RFC 8785."""
    return canonical(_body(carried))


def from_bytes(data: bytes) -> Carried:
    """Read strictly. ValueError for anything that `to_bytes` would not have written."""
    content = strict_members(data, limit=SIZE_LIMIT)
    try:
        read = _read(content)
    except KeyError:
        raise ValueError("not what a sealed agreement carries") from None
    if to_bytes(read) != data:
        raise ValueError("not what a sealed agreement carries")
    return read


def fits_together(carried: Carried) -> bool:
    """Whether the words, the envelopes, their order and the practice's signatures all belong to each other."""
    return (
        bool(carried.envelopes)
        and _bound(carried)
        and _in_order(carried)
        and both_signed([one for one, _ in carried.envelopes], carried.version_id)
        and all(
            envelope_signatures.holds(signature, bytes_of(envelope), ed25519=carried.ed25519)
            for envelope, signature in carried.envelopes
        )
    )


def bytes_of(envelope: Envelope) -> bytes:
    """The canonical bytes of an envelope: what is hashed and signed."""
    return canonical(envelope_body(envelope))


def _of_this_text(carried: Carried) -> Iterable[Envelope]:
    return (one for one, _ in carried.envelopes if one.version_id == carried.version_id)


def _bound(carried: Carried) -> bool:
    """Every envelope names this agreement, and those of this text name its exact words."""
    return all(
        one.agreement_id == carried.agreement_id and one.version_number <= carried.version_number
        for one, _ in carried.envelopes
    ) and all(
        (one.text_sha256, one.media_type, one.version_number)
        == (carried.text_sha256, carried.media_type, carried.version_number)
        for one in _of_this_text(carried)
    )


def _in_order(carried: Carried) -> bool:
    before = (None, *carried.hashes())
    linked = all(
        envelope.previous_sha256 == previous for (envelope, _), previous in zip(carried.envelopes, before, strict=False)
    )
    return linked and all(one[0] < other[0] for one, other in pairwise(carried.heads()))


def both_signed(envelopes: Iterable[Envelope], version_id: str) -> bool:
    """Whether a practitioner, and the patient or someone for them, signed this text; a mark counts with its witness."""
    return sides_signed(one for one in envelopes if one.version_id == version_id) >= set(SIGNERS)


def _body(carried: Carried) -> dict[str, object]:
    return {
        "kind": KIND,
        "version": VERSION,
        "agreement": {
            "id": carried.agreement_id,
            "version_id": carried.version_id,
            "version_number": carried.version_number,
        },
        "text": {"media_type": carried.media_type, "sha256": carried.text_sha256, "words": carried.text},
        "envelopes": [
            {"envelope": envelope_body(envelope), "signature": signature.body()}
            for envelope, signature in carried.envelopes
        ],
        "ledger": {"seq": carried.head_seq, "head": carried.head_chain},
        "practice": {"ed25519": carried.ed25519, "certificate_sha256": carried.certificate_sha256},
    }


def _read(content: Mapping[str, object]) -> Carried:
    agreement, text = members_in(content["agreement"]), members_in(content["text"])
    ledger, practice = members_in(content["ledger"]), members_in(content["practice"])
    listed = content["envelopes"]
    pairs = [members_in(one) for one in listed] if isinstance(listed, list) else []
    return Carried(
        agreement_id=text_in(agreement["id"]),
        version_id=text_in(agreement["version_id"]),
        version_number=count_in(agreement["version_number"]),
        media_type=text_in(text["media_type"]),
        text=text_in(text["words"]),
        envelopes=tuple(
            (envelope_from(one["envelope"]), envelope_signatures.signature_from(one["signature"])) for one in pairs
        ),
        head_seq=count_in(ledger["seq"]),
        head_chain=bytes_in(ledger["head"], 32).hex(),
        ed25519=bytes_in(practice["ed25519"], 32).hex(),
        certificate_sha256=bytes_in(practice["certificate_sha256"], 32).hex(),
    )
