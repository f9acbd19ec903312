"""The agreement on paper: the exact words, both hands, and the fingerprint."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from healingpartner.agreements.envelope import Role
from healingpartner.agreements.marks import Mark, open_point
from healingpartner.foundation.strokes import Drawing, Point
from healingpartner.foundation.words import Words
from healingpartner.paper.agreement import AgreementCopy, FormerSignature, agreement_paper
from healingpartner.paper.printed import Paper, PaperSize, Printed
from paper.elm import ELM, NOON
from paper.golden import same_as_kept
from paper.reading import letters, run, tags, text_of
from paper.samples import FINGERPRINT, HEAD, WORDING, agreement_copy, drawing, signature

GB = Words("en_GB")
A4 = Paper()


def printed(copy: AgreementCopy, *, words: Words = GB, paper: Paper = A4) -> Printed:
    return agreement_paper(copy, letterhead=ELM, words=words, paper=paper)


def figures(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(one.Alt) for one in document.Root.StructTreeRoot.K[0].K if str(one.S) == "/Figure"]


def curves(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return sum(
            str(operator) == "c" for page in document.pages for _, operator in pikepdf.parse_content_stream(page)
        )


def test_every_word_that_was_signed_is_on_the_paper(tmp_path: Path) -> None:
    found = text_of(printed(agreement_copy()).pdf, tmp_path)
    for said in (WORDING.title, WORDING.opening, WORDING.closing):
        assert said in found
    for number, one in enumerate(WORDING.commitments, start=1):
        assert f"{number}. {one.title}" in found
        for said in (one.practitioner, one.patient, one.why):
            assert said in found


def test_both_names_stand_beside_what_each_promises(tmp_path: Path) -> None:
    found = text_of(printed(agreement_copy("Nguyễn Thị Hạnh", "Dr. Łucja Åström")).pdf, tmp_path)
    assert found.count("The patient promises · Nguyễn Thị Hạnh") == len(WORDING.commitments)
    assert found.count("The practitioner promises · Dr. Łucja Åström") == len(WORDING.commitments)


def test_fingerprint_and_ledger_head_stand_in_groups_of_four(tmp_path: Path) -> None:
    found = text_of(printed(agreement_copy()).pdf, tmp_path)
    for code in (FINGERPRINT, HEAD):
        assert " ".join(code[at : at + 4] for at in range(0, 64, 4)) in found
    assert "line 42" in found


def test_signatures_are_drawn_as_curves_and_described() -> None:
    pdf = printed(agreement_copy()).pdf
    assert figures(pdf) == ["Signature of Mira Rahimi, drawn by hand", "Signature of Dr. Amara Osei, drawn by hand"]
    assert curves(pdf) > 300
    with pikepdf.open(BytesIO(pdf)) as document:
        assert not any(page.get_images() for page in document.pages)


def test_a_signature_tells_how_when_and_what_was_meant(tmp_path: Path) -> None:
    found = text_of(printed(agreement_copy()).pdf, tmp_path)
    assert "22 Nov 2026, 13:00:00 CET, as this computer states it" in found
    assert "How it was known who signs: Known to me in person" in found
    assert found.count(WORDING.signing.patient_intent) == 2


def test_a_typed_name_is_told_as_one(tmp_path: Path) -> None:
    pdf = printed(agreement_copy(typed="Mira Rahimi")).pdf
    assert "typed, with a spoken yes" in text_of(pdf, tmp_path)
    assert len(figures(pdf)) == 1


def test_an_unsigned_copy_has_lines_to_sign_by_hand(tmp_path: Path) -> None:
    found = text_of(printed(agreement_copy(signed=False)).pdf, tmp_path)
    assert found.count("Place and date") == 2
    assert "ledger" not in found


def test_both_signatures_stand_on_one_page(tmp_path: Path) -> None:
    paper = printed(agreement_copy())
    pages = [
        run("pdftotext", paper.pdf, tmp_path, "-f", str(at), "-l", str(at), after=("-",))
        for at in range(1, paper.pages + 1)
    ]
    assert [page.count("How it was known") for page in pages if "How it was known" in page] == [2]


def test_one_signature_of_two_leaves_lines_for_the_other(tmp_path: Path) -> None:
    copy = replace(agreement_copy(), signatures=(signature(Role.PATIENT, "Mira Rahimi"),))
    found = text_of(printed(copy).pdf, tmp_path)
    assert found.count("Place and date") == 1


@pytest.mark.parametrize(
    "strokes", [(), ((),), ((Point(x=5, y=5, pressure=0, t=0),),), ((Point(x=9, y=9, pressure=1000, t=0),) * 3,)]
)
def test_a_strange_drawing_stops_no_paper(strokes, tmp_path: Path) -> None:
    odd = replace(signature(Role.PATIENT, "Mira"), drawing=Drawing(width=8000, height=3000, strokes=strokes))
    pdf = printed(replace(agreement_copy(), signatures=(odd,))).pdf
    assert "No syntax or stream encoding errors" in run("qpdf", pdf, tmp_path, "--check")


def test_a_signature_of_ten_thousand_points_is_drawn_whole() -> None:
    long = replace(signature(Role.PATIENT, "Mira"), drawing=drawing(60, 10_000))
    assert curves(printed(replace(agreement_copy(), signatures=(long,))).pdf) > 10_000


def test_a_patient_with_an_arabic_name_is_named_everywhere(tmp_path: Path) -> None:
    name = "محمد الأمين بن علي"
    found = letters(text_of(printed(agreement_copy(name), words=Words("ar")).pdf, tmp_path))
    assert all(found.count(letter) >= len(WORDING.commitments) * name.count(letter) for letter in set(letters(name)))


@pytest.mark.parametrize(
    "paper", [Paper(), Paper(size=PaperSize.LETTER), Paper(large=True)], ids=["a4", "letter", "large"]
)
@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_every_agreement_is_a_sound_tagged_file(paper: Paper, locale: str, tmp_path: Path) -> None:
    pdf = printed(agreement_copy(), words=Words(locale), paper=paper).pdf
    assert "No syntax or stream encoding errors" in run("qpdf", pdf, tmp_path, "--check")
    assert "Tagged:          yes" in run("pdfinfo", pdf, tmp_path)
    assert tags(pdf).count("  H2") == len(WORDING.commitments) + 2


def test_the_same_agreement_gives_equal_bytes() -> None:
    assert printed(agreement_copy()).pdf == printed(agreement_copy()).pdf


@pytest.mark.parametrize(
    ("name", "copy"), [("agreement_signed", agreement_copy()), ("agreement_unsigned", agreement_copy(signed=False))]
)
def test_the_agreement_looks_as_it_did(name: str, copy: AgreementCopy) -> None:
    assert same_as_kept(name, printed(copy).pdf)


def test_what_both_left_open_says_so_on_paper(tmp_path: Path) -> None:
    mark = open_point(WORDING.commitments[0].id, Mark.NOT_YET, language="en")
    found = text_of(printed(replace(agreement_copy(), open=(mark,))).pdf, tmp_path)
    assert found.count("Not agreed yet. It binds nobody.") == 1


def test_a_signature_under_the_words_before_a_change_is_told(tmp_path: Path) -> None:
    former = (FormerSignature(name="Mira Rahimi", number=1, signed_at=NOON),)
    copy = replace(agreement_copy(signed=False), version=2, former=former)
    said = " ".join(letters_of(copy, tmp_path).split())
    assert "Mira Rahimi signed the words before the change (text 1) on" in said
    assert "before the change" not in letters_of(replace(copy, former=()), tmp_path)


def letters_of(copy: AgreementCopy, folder: Path) -> str:
    found = text_of(printed(copy).pdf, folder)
    return found.replace("\u2068", "").replace("\u2069", "")
