"""One sealed copy, as it is known here: which text it is of, where its bytes lie, what sealed it."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedCopy:
    """attachment_id: the sealed PDF among the practice's files; twin_id: the unsealed one for the archive, or "".

    pdf_sha256: of the sealed PDF; certificate_sha256: the seal's fingerprint; ledger_seq and ledger_head: where the
    ledger stood at sealing. All hexadecimal, 64 digits.
    """

    id: str
    person_id: str
    agreement_id: str
    version_id: str
    attachment_id: str
    twin_id: str
    pdf_sha256: str
    certificate_sha256: str
    ledger_seq: int
    ledger_head: str
    sealed: Instant
