"""An agreement to be signed by hand, and the copy of one that was: the code of its words, room to sign, its scan."""

from dataclasses import replace

import pytest

from healingpartner.agreements.envelope import Method, OnPaper, PaperScan
from healingpartner.agreements.model import Signature
from healingpartner.foundation.words import Words
from healingpartner.paper.agreement import AgreementCopy, agreement_paper
from healingpartner.paper.printed import Paper, PaperSize
from healingpartner.paper.read_back import words_on
from healingpartner.paper.seal import SealMark
from paper.elm import ELM
from paper.reading import tags
from paper.samples import FINGERPRINT, WORDING, agreement_copy

CODE = f"{FINGERPRINT[:4]} {FINGERPRINT[4:8]}"
SCANS = tuple(PaperScan(sha256=digit * 64, size=9, media_type="image/jpeg") for digit in "ab")
ENGLISH = Words("en_GB")


def by_hand(signed: Signature, *, mark: bool = False) -> Signature:
    paper = OnPaper(signed_on="2026-11-20", code=FINGERPRINT[:8], mark=mark, scans=SCANS)
    envelope = replace(
        signed.envelope, drawn=None, method=Method.PAPER, consent_on_screen="", paper_offered="", on_paper=paper
    )
    return replace(signed, drawing=None, envelope=envelope)


def printed(copy: AgreementCopy, words: Words = ENGLISH, paper: Paper | None = None) -> str:
    pdf = agreement_paper(copy, letterhead=ELM, words=words, paper=paper or Paper()).pdf
    return " ".join(words_on(pdf).split())


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("large", [False, True])
def test_every_page_to_be_signed_carries_the_code_of_its_words(size: PaperSize, large: bool) -> None:
    paper = Paper(size=size, large=large)
    copy = agreement_copy(signed=False)
    pages = agreement_paper(copy, letterhead=ELM, words=ENGLISH, paper=paper).pages
    found = printed(copy, paper=paper)
    assert found.count(f"words {CODE}") == pages
    assert found.count(WORDING.signing.patient_intent) == 2
    assert "If someone signs for Mira Rahimi, interprets, or is a witness" in found


def test_a_signed_copy_carries_no_code_at_its_foot() -> None:
    assert f"words {CODE}" not in printed(agreement_copy())


def test_signatures_by_hand_are_told_and_each_scan_is_named_once() -> None:
    copy = agreement_copy()
    found = printed(replace(copy, signatures=tuple(map(by_hand, copy.signatures))))
    assert found.count("signed by hand on paper; dated 20 November 2026") == 2
    assert found.count("The paper was brought back: 22 Nov 2026, 13:00:00 CET") == 2
    for scan in SCANS:
        assert found.count(" ".join([scan.sha256[:4]] * 16)) == 1


def test_a_mark_on_paper_is_told_as_one() -> None:
    copy = agreement_copy()
    first, second = copy.signatures
    found = printed(replace(copy, signatures=(by_hand(first, mark=True), second)))
    assert "a mark made by hand on paper, before a witness; dated 20 November 2026" in found
    assert "drawn by hand" not in found


def test_the_sealed_copy_says_what_a_signature_by_hand_is_worth() -> None:
    mark = SealMark(certificate_sha256="c" * 64, text_sha256=FINGERPRINT, ledger_seq=9, ledger_head="d" * 64)
    copy = replace(agreement_copy(), seal=mark)
    said = "A signature by hand counts on the paper that bears it."
    assert said not in printed(copy)
    assert said in printed(replace(copy, signatures=tuple(map(by_hand, copy.signatures))))


def test_it_stays_tagged_without_a_figure_for_a_hand_that_is_not_drawn() -> None:
    copy = agreement_copy()
    by_both = replace(copy, signatures=tuple(map(by_hand, copy.signatures)))
    found = tags(agreement_paper(by_both, letterhead=ELM, words=ENGLISH, paper=Paper()).pdf)
    assert not any("Figure" in line for line in found)
