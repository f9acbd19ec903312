"""Invented papers signed by hand and brought back, shared by the tests of rooms, papers and pages."""

from collections.abc import Sequence
from pathlib import Path

from healingpartner.agreements import store
from healingpartner.agreements.envelope import Identity, Role
from healingpartner.agreements.on_paper.model import PaperSigner
from healingpartner.exchange.brought_back import bring_back
from healingpartner.practice import Practice

SIGNED_ON = "2026-11-22"  # the day the tests begin
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"as it was photographed " * 9_000 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"as it was drawn " * 500
PDF = b"%PDF-1.7\n" + b"as it was scanned " * 500 + b"\n%%EOF\n"


def by_patient(name: str = "Mira Rahimi", *, signed_on: str = SIGNED_ON, mark: bool = False) -> PaperSigner:
    """The patient, known in person."""
    return PaperSigner(
        role=Role.PATIENT, printed_name=name, signed_on=signed_on, identity=Identity.KNOWN_IN_PERSON, mark=mark
    )


def by_practitioner(name: str = "Amara Osei", *, signed_on: str = SIGNED_ON) -> PaperSigner:
    """The practitioner."""
    return PaperSigner(role=Role.PRACTITIONER, printed_name=name, signed_on=signed_on)


def beside(role: Role, name: str, *, basis: str = "", language: str = "") -> PaperSigner:
    """Somebody who signs beside the two, or for the patient."""
    return PaperSigner(
        role=role,
        printed_name=name,
        signed_on=SIGNED_ON,
        identity=Identity.DOCUMENT_SEEN,
        basis=basis,
        language=language,
    )


def code_of(practice: Practice, version_id: str) -> str:
    """The first two groups of the text's fingerprint, as they are typed from the paper."""
    version = store.version_with(practice.db, version_id)
    assert version is not None
    return f"{version.text_sha256[:4]} {version.text_sha256[4:8]}"


def scan_at(folder: Path, name: str = "page.jpg", content: bytes = JPEG) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content)
    return path


def brought_back(
    practice: Practice,
    agreement_id: str,
    version_id: str,
    files: Sequence[Path],
    *signers: PaperSigner,
    code: str = "",
) -> tuple[str, ...]:
    """The paper comes back, signed by both unless others are named."""
    return bring_back(
        practice,
        agreement_id,
        version_id=version_id,
        code=code or code_of(practice, version_id),
        files=files,
        signers=signers or (by_patient(), by_practitioner()),
    )
