"""Papers of the journal: sound, tagged, easy to read, in both sizes; no word of anybody is lost or run."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from healingpartner.foundation.words import Words
from healingpartner.journal.reflections.model import Side
from healingpartner.journal.reflections.statements import STATEMENTS, Domain
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade
from healingpartner.paper.journal import meaning_pages, reflection_sheet, slip
from healingpartner.paper.journal.meaning_pages import meaning_paper
from healingpartner.paper.journal.opened import opened_paper
from healingpartner.paper.journal.repair_paper import repair_paper
from healingpartner.paper.printed import Paper, PaperSize
from paper.elm import ELM
from paper.golden import same_as_kept
from paper.journal_samples import MIRA, every_paper, meaning, opened, repair
from paper.reading import letters, run, sizes, text_of
from paper.test_icon_array import figures

GB = Words("en_GB")
HOSTILE = (
    "<b>Mira</b> & co",
    "Mira \u202eimihaR",
    "مريم رحيمي",
    "王小明 🌱",
    "a\nb\n\n\nc",
    "'; DROP TABLE repair; -- x",
)
NAMES = tuple(every_paper(GB, Paper()))


@pytest.mark.parametrize("locale", ["en_US", "es", "ar"])
@pytest.mark.parametrize("paper", [Paper(), Paper(size=PaperSize.LETTER, large=True)], ids=["a4", "large letter"])
def test_every_paper_is_sound_tagged_and_the_same_each_time(paper: Paper, locale: str, tmp_path: Path) -> None:
    again = every_paper(Words(locale), paper)
    for name, printed in every_paper(Words(locale), paper).items():
        assert printed.unprintable == ()
        assert "No syntax or stream encoding errors" in run("qpdf", printed.pdf, tmp_path, "--check")
        assert "Tagged:          yes" in run("pdfinfo", printed.pdf, tmp_path)
        assert min(sizes(printed.pdf)) >= (18 if paper.large else 12)
        assert again[name].pdf == printed.pdf


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_looks_as_it_did(name: str) -> None:
    assert same_as_kept(name, every_paper(GB, Paper())[name].pdf)


@pytest.mark.parametrize(
    "words",
    [
        slip.NOTE, slip.LOST, reflection_sheet.NOTE, reflection_sheet.FOOT,
        " ".join(STATEMENTS["patient"].values()), " ".join(STATEMENTS["practitioner"].values()),
    ],
)  # fmt: skip
def test_our_own_words_on_these_papers_are_easy_to_read(words: str) -> None:
    assert flesch_kincaid_grade(count_text(words)) <= 7


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_people_come_back_from_the_paper_as_they_were_said(words: str, tmp_path: Path) -> None:
    for printed in (
        meaning_paper(meaning(words), letterhead=ELM, words=GB, paper=Paper()),
        repair_paper(repair(words), letterhead=ELM, words=GB, paper=Paper()),
        opened_paper(opened(Side(levels={Domain.HOPE: 2}, valued=words)), letterhead=ELM, words=GB, paper=Paper()),
    ):
        read = text_of(printed.pdf, tmp_path)
        assert Counter(letters(words)) <= Counter(letters(read))


def test_what_was_let_go_and_who_was_asked_to_help_stand_on_the_paper(tmp_path: Path) -> None:
    one = repair()
    changes = tuple(replace(each, done=None, let_go=one.made) for each in one.repair.changes)
    copy = replace(one, repair=replace(one.repair, changes=changes, outside="Sara, whom both trust"))
    read = " ".join(text_of(repair_paper(copy, letterhead=ELM, words=GB, paper=Paper()).pdf, tmp_path).split())
    assert "Asked to help: Sara, whom both trust" in read
    assert "(let go on" in read


def test_a_line_that_is_not_shown_says_so_and_no_total_is_printed(tmp_path: Path) -> None:
    read = text_of(opened_paper(opened(), letterhead=ELM, words=GB, paper=Paper()).pdf, tmp_path)
    assert "Not shown" in read
    assert "I would rather say it aloud" in read
    assert not any(word in read.lower() for word in ("total", "score", "average", "%"))


def test_the_marks_of_both_are_told_to_who_cannot_see_them() -> None:
    found = [alt for alt, _box in figures(opened_paper(opened(), letterhead=ELM, words=GB, paper=Paper()).pdf)]
    assert len(found) == len(Domain)
    assert "Patient: Partly. Practitioner: Fully." in found


def test_the_title_of_kept_pages_names_nobody() -> None:
    assert MIRA not in meaning_pages.TITLE
