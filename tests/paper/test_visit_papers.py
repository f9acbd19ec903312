"""A visit on paper and the questions beforehand: sound, tagged, easy to read, and the patient's words first."""

from dataclasses import replace
from pathlib import Path

import pytest

from healingpartner.foundation.words import Words
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade
from healingpartner.paper import beforehand_sheet, plain_letter, visit_paper as visit_module
from healingpartner.paper.printed import Paper, PaperSize
from healingpartner.paper.visit_paper import VisitCopy, visit_paper
from healingpartner.visits.model import WordKind
from paper.elm import ELM, NOON
from paper.golden import same_as_kept
from paper.reading import run, sizes, text_of
from paper.visit_samples import MIRA, PAPERS, shown, soap, visit, word

GB = Words("en_GB")
HOSTILE = ("<b>Mira</b> & co", "Mira \u202eimihaR", "مريم رحيمي", "M" * 300, "王小明 🌱", "a\nb\n\n\nc", "\u0378")
OWN_WORDS = [
    visit_module.INTRO, visit_module.UNSIGNED, visit_module.OPEN, visit_module.ROOM, beforehand_sheet.INTRO,
    beforehand_sheet.WHO, beforehand_sheet.ASK, plain_letter.SHOWN,
]  # fmt: skip


@pytest.mark.parametrize("locale", ["en_US", "ar"])
@pytest.mark.parametrize("paper", [Paper(), Paper(size=PaperSize.LETTER, large=True)], ids=["a4", "large letter"])
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_sound_tagged_and_the_same_each_time(
    name: str, paper: Paper, locale: str, tmp_path: Path
) -> None:
    printed = PAPERS[name](Words(locale), paper)
    assert printed.unprintable == ()
    assert "No syntax or stream encoding errors" in run("qpdf", printed.pdf, tmp_path, "--check")
    assert "Tagged:          yes" in run("pdfinfo", printed.pdf, tmp_path)
    assert min(sizes(printed.pdf)) >= (18 if paper.large else 12)
    assert PAPERS[name](Words(locale), paper).pdf == printed.pdf


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_looks_as_it_did(name: str) -> None:
    assert same_as_kept(name, PAPERS[name](GB, Paper()).pdf)


@pytest.mark.parametrize("words", OWN_WORDS)
def test_our_own_words_on_these_papers_are_easy_to_read(words: str) -> None:
    assert flesch_kincaid_grade(count_text(words.replace("{name}", "Mira").replace("{patient}", "Mira"))) <= 7


def test_the_patients_words_come_first_and_what_was_added_stands_below_the_note(tmp_path: Path) -> None:
    text = text_of(visit_paper(visit(), letterhead=ELM, words=GB, paper=Paper()).pdf, tmp_path)
    order = [
        "In your own words", "What you brought", "What we heard each other say", "What was told",
        "Carried over from an earlier note", "Signed by", "It was Wednesday", "Wednesday it is", "May I swim?",
    ]  # fmt: skip
    places = [text.index(each) for each in order]
    assert places == sorted(places)


def test_what_was_marked_and_measured_is_on_the_paper_in_words_too(tmp_path: Path) -> None:
    text = " ".join(text_of(visit_paper(shown(), letterhead=ELM, words=GB, paper=Paper()).pdf, tmp_path).split())
    for told in ("Left knee", "Burning, and worse on the stairs", "Small of the back", "Weight: 71.5 kg"):
        assert told in text
    assert "17.5" not in text


def test_a_note_alone_is_a_paper_too(tmp_path: Path) -> None:
    unsigned = replace(soap(), signed=None, locked=None, addenda=())
    copy = VisitCopy(practitioner="", patient=MIRA, at=NOON, made=NOON, notes=(unsigned,))
    text = text_of(visit_paper(copy, letterhead=ELM, words=GB, paper=Paper()).pdf, tmp_path)
    assert "not signed yet" in " ".join(text.split())
    assert "Questions" not in text


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_are_printed_as_words(words: str, tmp_path: Path) -> None:
    told = (word(WordKind.FIRST_MINUTES, words), word(WordKind.AGENDA, words))
    layers = tuple(replace(one, words=words) for one in shown().layers)
    measured = tuple(replace(one, what=words, unit=words, words=words) for one in shown().measured)
    copy = replace(visit(), words=told, patient=words, practitioner=words, layers=layers, measured=measured)
    printed = visit_paper(copy, letterhead=ELM, words=GB, paper=Paper())
    assert "No syntax or stream encoding errors" in run("qpdf", printed.pdf, tmp_path, "--check")
