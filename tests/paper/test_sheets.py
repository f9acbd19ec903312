"""The recovery sheet, the practitioner's sheet and the patient's card."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from healingpartner.foundation.words import Words
from healingpartner.paper.asked import Asked
from healingpartner.paper.person_sheet import PersonCard, person_paper
from healingpartner.paper.practitioner_sheet import practitioner_paper
from healingpartner.paper.printed import Paper, PaperSize, Printed
from healingpartner.paper.recovery_sheet import recovery_paper
from healingpartner.paper.square_code import square_code
from paper.elm import ELM, NOON
from paper.golden import same_as_kept
from paper.reading import run, tags, text_of
from paper.samples import CODE, INTRODUCTION, RECOVERY, person_card

GB = Words("en_GB")
SHEETS: dict[str, Callable[[Words, Paper], Printed]] = {
    "recovery": lambda words, paper: recovery_paper(RECOVERY, words=words, paper=paper),
    "practitioner": lambda words, paper: practitioner_paper(INTRODUCTION, letterhead=ELM, words=words, paper=paper),
    "person": lambda words, paper: person_paper(person_card(), letterhead=ELM, words=words, paper=paper),
}


@pytest.mark.parametrize("locale", ["en_US", "ar", "he"])
@pytest.mark.parametrize("paper", [Paper(), Paper(size=PaperSize.LETTER, large=True)], ids=["a4", "large letter"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_is_sound_tagged_and_whole(sheet: str, paper: Paper, locale: str, tmp_path: Path) -> None:
    printed = SHEETS[sheet](Words(locale), paper)
    assert printed.unprintable == ()
    assert "No syntax or stream encoding errors" in run("qpdf", printed.pdf, tmp_path, "--check")
    assert "Tagged:          yes" in run("pdfinfo", printed.pdf, tmp_path)
    assert SHEETS[sheet](Words(locale), paper).pdf == printed.pdf


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_looks_as_it_did_and_fits_one_page(sheet: str) -> None:
    printed = SHEETS[sheet](GB, Paper())
    assert printed.pages == 1
    assert same_as_kept(sheet, printed.pdf)


def test_the_groups_of_the_recovery_code_are_read_in_order(tmp_path: Path) -> None:
    pdf = SHEETS["recovery"](GB, Paper()).pdf
    found = run("pdftotext", pdf, tmp_path, "-raw", after=("-",))
    assert [group for group in found.split() if group in CODE] == list(CODE)
    assert tags(pdf).count("    LI") == len(CODE) + 5


@pytest.mark.parametrize("slot", [b"", b"x", bytes(range(256)) * 4])
def test_a_recovery_sheet_shows_the_sealed_slot_only_where_there_is_one(slot: bytes) -> None:
    pdf = recovery_paper(replace(RECOVERY, slot=slot), words=GB, paper=Paper()).pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        figures = [one for one in document.Root.StructTreeRoot.K[0].K if str(one.S) == "/Figure"]
    assert len(figures) == (1 if slot else 0)


def test_a_square_code_is_a_square_of_dark_runs() -> None:
    rows = square_code(b"sealed")
    assert rows[0][0] == (0, 7)
    assert all(start + length <= len(rows) for row in rows for start, length in row)


def test_the_card_begins_with_what_matters(tmp_path: Path) -> None:
    found = text_of(SHEETS["person"](GB, Paper()).pdf, tmp_path)
    assert found.index("To garden with my granddaughter") < found.index("Pronouns") < found.index("Hands from behind")


def test_what_was_not_said_leaves_no_trace(tmp_path: Path) -> None:
    found = text_of(SHEETS["person"](GB, Paper()).pdf, tmp_path)
    assert "Money and time" not in found
    bare = text_of(
        person_paper(PersonCard(name="Mira", made=NOON), letterhead=ELM, words=GB, paper=Paper()).pdf, tmp_path
    )
    assert "In your own words" not in bare
    assert "What matters to Mira" in bare


def test_the_practitioner_is_called_as_they_wish(tmp_path: Path) -> None:
    found = text_of(SHEETS["practitioner"](GB, Paper()).pdf, tmp_path)
    assert "Please call me Amara." in found
    silent = practitioner_paper(replace(INTRODUCTION, called=""), letterhead=ELM, words=GB, paper=Paper())
    assert "Please call me" not in text_of(silent.pdf, tmp_path)


def test_a_long_answer_goes_on_over_pages() -> None:
    card = person_card(matters="I want to sleep. " * 800)
    assert person_paper(card, letterhead=ELM, words=GB, paper=Paper()).pages > 3


def faces(card: PersonCard) -> set[str]:
    """The names of the fonts in use."""
    with pikepdf.open(BytesIO(person_paper(card, letterhead=ELM, words=GB, paper=Paper()).pdf)) as pdf:
        fonts = [font for page in pdf.pages for _name, font in page.resources.get("/Font", {}).items()]
        return {str(font.BaseFont) for font in fonts}


def test_a_fact_that_nobody_spoke_is_not_set_as_speech() -> None:
    spoken = Asked(question="Address", answer="Elm Street 1")
    fact = Asked(question="Address", answer="Elm Street 1", spoken=False)
    as_speech, as_fact = (faces(PersonCard(name="Mira", names=(one,), made=NOON)) for one in (spoken, fact))
    assert any("Italic" in each for each in as_speech)
    assert not any("Italic" in each for each in as_fact)
