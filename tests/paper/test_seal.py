"""A sealed paper is sound for every reader, carries what was signed, and asks nothing of any network."""

import re
import socket  # noqa: TID251 - to prove that nothing of it is used
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import Words
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade
from healingpartner.paper import seal
from healingpartner.paper.agreement import agreement_paper
from healingpartner.paper.printed import Paper, PaperSize
from healingpartner.paper.seal import ENVELOPES, SealMark, archival_twin, sealed
from healingpartner.paper.seal_check import prints, report_on
from healingpartner.vault.signing_keys import fingerprint, signing_keys
from paper.elm import ELM, NOON
from paper.reading import run, text_of
from paper.samples import FINGERPRINT, HEAD, agreement_copy

KEYS = signing_keys(bytes(32), "01890a5d-ac96-774b-bcce-b302099a8057")
MARK = SealMark(
    certificate_sha256=fingerprint(KEYS.certificate), text_sha256=FINGERPRINT, ledger_seq=43, ledger_head="ab12" * 16
)
CARRIED = b'{"kind":"sample"}'
HEAVY = ("pyhanko", "pyhanko_certvalidator", "asn1crypto", "aiohttp", "pikepdf", "cryptography", "lxml")
SHEETS = [Paper(), Paper(size=PaperSize.LETTER), Paper(large=True)]


def printed(locale: str = "en_GB", paper: Paper | None = None) -> bytes:
    copy = replace(agreement_copy(), seal=MARK)
    return agreement_paper(copy, letterhead=ELM, words=Words(locale), paper=paper or Paper()).pdf


def sealed_paper(locale: str = "en_GB", paper: Paper | None = None) -> bytes:
    return sealed(printed(locale, paper), envelope_json=CARRIED, signer=KEYS, at=NOON)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address family of the internet, or a name to look up, ends the test."""
    real = socket.socket

    class Guarded(real):
        def __init__(self, family: int = -1, *rest: int, **more: object) -> None:
            assert family not in {-1, socket.AF_INET, socket.AF_INET6} or more.get("fileno") is not None
            super().__init__(family, *rest, **more)

    def no_names(*_asked: object, **_more: object) -> None:
        raise AssertionError("a name was looked up")

    monkeypatch.setattr(socket, "socket", Guarded)
    monkeypatch.setattr(socket, "getaddrinfo", no_names)
    monkeypatch.setattr(socket, "create_connection", no_names)


@pytest.mark.usefixtures("no_network")
def test_sealing_and_proving_ask_nothing_of_any_network() -> None:
    with pytest.raises(AssertionError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    report = report_on(sealed_paper())
    assert report.intact
    assert report.certificate == KEYS.certificate
    assert report.envelope_json == CARRIED


@pytest.mark.parametrize("paper", SHEETS, ids=["a4", "letter", "large"])
@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_every_sealed_paper_is_a_sound_tagged_file_that_other_readers_find_whole(
    paper: Paper, locale: str, tmp_path: Path
) -> None:
    pdf = sealed_paper(locale, paper)
    assert "No syntax or stream encoding errors" in run("qpdf", pdf, tmp_path, "--check")
    assert "Tagged:          yes" in run("pdfinfo", pdf, tmp_path)
    told = run("pdfsig", pdf, tmp_path)
    assert told.count("Signature #") == 1
    assert "Total document signed" in told
    assert "Signature Validation: Signature is Valid." in told
    assert "Signature Type: ETSI.CAdES.detached" in told
    assert report_on(pdf).intact
    assert prints(pdf, (MARK.certificate_sha256, FINGERPRINT, MARK.ledger_head, HEAD))


def test_the_seal_names_no_person_and_states_the_time_it_was_given(tmp_path: Path) -> None:
    pdf = sealed_paper()
    told = run("pdfsig", pdf, tmp_path)
    assert "Common Name: Healing Partner practice seal · 01890a5d" in told
    assert not set(re.findall(r"Rahimi|Osei|Elm", told))
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.Root.AcroForm.Fields[0].V.M) == "D:20261122130000+01'00'"
        assert str(document.docinfo.Producer) == "Healing Partner"


def test_it_certifies_that_nothing_may_change_and_claims_to_be_no_archive_paper(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(sealed_paper())) as document:
        reference = document.Root.Perms.DocMDP.Reference[0]
        assert int(reference.TransformParams.P) == 1
        assert b"pdfaid" not in document.Root.Metadata.read_bytes()
        assert list(document.attachments) == [ENVELOPES]
        assert document.attachments[ENVELOPES].get_file().read_bytes() == CARRIED
    run("pdfdetach", sealed_paper(), tmp_path, "-save", "1", "-o", str(tmp_path / "out.json"))
    assert (tmp_path / "out.json").read_bytes() == CARRIED


def test_equal_papers_are_sealed_to_equal_bytes() -> None:
    assert sealed_paper() == sealed_paper()


def test_a_paper_is_sealed_once() -> None:
    with pytest.raises(ValueError):
        sealed(sealed_paper(), envelope_json=CARRIED, signer=KEYS, at=NOON)


def test_the_last_page_tells_anyone_how_to_check_it(tmp_path: Path) -> None:
    found = text_of(printed(), tmp_path)
    told = found[found.index("How anyone can check this copy") :]
    for expected in ("healingpartner verify", "--fingerprint", "nobody has certified them", ENVELOPES, "line 43"):
        assert expected in told
    for code in (MARK.certificate_sha256, FINGERPRINT, MARK.ledger_head):
        assert " ".join(code[at : at + 4] for at in range(0, 64, 4)) in told
    words = " ".join(re.sub(r"(?:\b[0-9a-f]{4}\b ?){8,}", "", told).split()[:-12])
    assert flesch_kincaid_grade(count_text(words)) <= 7


def test_a_copy_that_is_not_sealed_says_nothing_of_a_seal(tmp_path: Path) -> None:
    pdf = agreement_paper(agreement_copy(), letterhead=ELM, words=Words("en_GB"), paper=Paper()).pdf
    assert "How anyone can check" not in text_of(pdf, tmp_path)


def test_the_archive_keeps_an_unsealed_twin_that_is_proved_to_be_pdf_a() -> None:
    from pikepdf.pdfa import check

    twin = archival_twin(printed())
    with pikepdf.open(BytesIO(twin)) as document:
        assert check(document, "2b").verdict == "pass"
        assert "/AcroForm" not in document.Root
        assert "/StructTreeRoot" in document.Root
    assert twin == archival_twin(printed())


def test_what_cannot_be_an_archive_paper_is_refused_in_plain_words() -> None:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.pages[0].Contents = document.make_stream(b"BT /F 12 Tf (no font) Tj ET")
        document.pages[0].Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(
                F=pikepdf.Dictionary(
                    Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
                )
            )
        )
        document.save(out)
    with pytest.raises(Refused, match="Refused"):
        archival_twin(out.getvalue())


def test_pyhanko_is_loaded_at_the_first_seal_and_not_before() -> None:
    rooms = (
        "paper.seal",
        "paper.seal_check",
        "paper.seal_bytes",
        "exchange.verify",
        "exchange.sealing",
        "exchange.carried",
    )
    code = (
        f"import sys\nfor room in {rooms!r}: __import__('healingpartner.' + room)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_key_stays_with_the_sealer() -> None:
    """A seal needs two things of its sealer, and none of them is a key."""

    class Far:
        certificate = KEYS.certificate

        def seal(self, data: bytes) -> bytes:
            return KEYS.seal(data)

    assert seal.sealed(printed(), envelope_json=CARRIED, signer=Far(), at=NOON) == sealed_paper()
