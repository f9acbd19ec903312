"""Files made to mislead or to exhaust: each is told for what it is, at once, and none ends the program."""

import random
from io import BytesIO

import pikepdf
import pytest
from asn1crypto.x509 import Certificate
from hypothesis import given, strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

from healingpartner.foundation.errors import Refused
from healingpartner.paper import seal
from healingpartner.paper.seal import sealed
from healingpartner.paper.seal_check import Amiss, prints, report_on
from healingpartner.vault.signing_keys import signing_keys
from paper.elm import NOON
from paper.test_seal import CARRIED, KEYS, printed, sealed_paper

BASE = printed()


def _taken_for_sealed(pdf: bytes) -> bool:
    try:
        return report_on(pdf).intact
    except Refused as refused:
        return not refused.sentence()


def _signed_by_another_program() -> bytes:
    """An ordinary signature, as any program for PDF makes it, by somebody of another name."""

    class Somebody:
        certificate = _renamed(signing_keys(b"o" * 32, "01890a5d-ac96-774b-bcce-b302099a8057").certificate)

        def seal(self, data: bytes) -> bytes:
            return KEYS.seal(data)

    about = PdfSignatureMetadata(field_name="Signature1", md_algorithm="sha256")
    out = BytesIO()
    seal._pdf_signer(about, seal._hand(Somebody()), NOON.local()).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(BASE)), output=out
    )
    return out.getvalue()


def _renamed(certificate: bytes) -> bytes:
    read = Certificate.load(certificate)
    name = b"Healing Partner practice seal"
    return read.dump().replace(name, b"Another program altogether!!!")


def test_the_signature_of_another_program_is_not_taken_for_ours() -> None:
    report = report_on(_signed_by_another_program())
    assert (report.seals, report.made_here, report.intact) == (1, False, False)
    assert report.certificate


def test_an_attachment_that_would_fill_the_memory_is_not_unpacked() -> None:
    bomb = sealed(BASE, envelope_json=bytes(64 * 1024 * 1024), signer=KEYS, at=NOON)
    assert len(bomb) < 1_000_000
    assert report_on(bomb).amiss == (Amiss.CARRIED,)


@pytest.mark.parametrize("depth", [100, 100_000])
def test_a_file_nested_without_end_is_refused(depth: int) -> None:
    nested = b"[" * depth + b"]" * depth
    body = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X " + nested + b">>\nendobj\ntrailer<</Root 1 0 R>>\n"
    for pdf in (body, body + b"/ByteRange [0 1 2 3] \n/Contents <3000300030003000>"):
        assert not _taken_for_sealed(pdf)


def test_pages_that_go_in_circles_are_no_sealed_copy() -> None:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root.Pages.Kids.append(document.Root.Pages)
        document.save(out)
    assert not _taken_for_sealed(out.getvalue())


@given(data=st.binary(max_size=600))
def test_whatever_follows_the_first_five_bytes_it_is_never_taken_for_sealed(data: bytes) -> None:
    assert not _taken_for_sealed(b"%PDF-" + data)


def test_blocks_moved_about_are_never_taken_for_sealed() -> None:
    chance, pdf = random.Random(11), sealed_paper()
    for _turn in range(60):
        one, other, length = chance.randrange(len(pdf)), chance.randrange(len(pdf)), chance.randrange(1, 3000)
        moved = pdf[:one] + pdf[other : other + length] + pdf[one + length :]
        assert _taken_for_sealed(moved) == (moved == pdf)


def test_codes_are_found_however_they_are_grouped_and_only_whole() -> None:
    pdf = sealed_paper()
    code = report_on(pdf).certificate.hex()[:8]
    assert not prints(pdf, (code * 9,))
    assert prints(pdf, ())
    assert not prints(b"%PDF-1.7\n", ("ab12",))


def test_a_seal_round_nothing_of_ours_is_named_and_carries_what_it_carries() -> None:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out, deterministic_id=True)
    report = report_on(sealed(out.getvalue(), envelope_json=CARRIED, signer=KEYS, at=NOON))
    assert (report.intact, report.envelope_json) == (True, CARRIED)
