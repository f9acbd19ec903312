"""Papers of renewing, ending, handing on and consent: sound, tagged, easy to read, in both sizes."""

from dataclasses import replace
from pathlib import Path

import pytest

import healingpartner.paper.carried_copy as carried
import healingpartner.paper.ending_letter as ending
import healingpartner.paper.hand_on_letter as hand_on
import healingpartner.paper.plain_agreement as plain
from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.agreements.endings.model import REASON_WORDS, STEP_WORDS
from healingpartner.agreements.renewals.model import RenewalAnswer
from healingpartner.foundation.words import Words
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade, smog_grade
from healingpartner.paper import comparison, renewal_sheet
from healingpartner.paper.hand_on_letter import HandOnLetter, hand_on_paper
from healingpartner.paper.printed import Paper, PaperSize
from paper.elm import ELM, NOON
from paper.golden import same_as_kept
from paper.partnership_samples import AMARA, CARRIED, MIRA, PAPERS, closing, letter_words, renewal
from paper.reading import run, sizes, tags, text_of

GB = Words("en_GB")
HOSTILE = ("<b>Mira</b> & co", "Mira \u202eimihaR", "مريم رحيمي", "M" * 300, "王小明 🌱", "a\nb\n\n\nc", "\u0378")
OWN_WORDS = [
    carried.HOW, carried.OWN_WORDS, carried.YES_PATIENT, comparison.NOTE, comparison.SAME, comparison.STAYS,
    ending.THANKS, ending.THANKS_ALONE, ending.OWED, ending.DONE, ending.DOOR, hand_on.HELPED, hand_on.STRENGTHS,
    hand_on.QUESTIONS, hand_on.SHOWN, *hand_on.OPENINGS.values(), plain.NOTE, renewal_sheet.NOTE, renewal_sheet.AFTER,
]  # fmt: skip


@pytest.mark.parametrize("locale", ["en_US", "es", "ar"])
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
    assert same_as_kept(name.replace(" ", "-"), PAPERS[name](GB, Paper()).pdf)


@pytest.mark.parametrize("words", OWN_WORDS)
def test_our_own_words_on_these_papers_are_easy_to_read(words: str) -> None:
    counts = count_text(words.replace("{patient}", "Mira").replace("{day}", "May 2"))
    assert flesch_kincaid_grade(counts) <= 7
    if counts.sentences > 2:
        assert smog_grade(counts) <= 7.5


def test_a_carried_copy_has_room_for_both_hands_at_every_promise(tmp_path: Path) -> None:
    pdf = PAPERS["carried"](GB, Paper()).pdf
    found = text_of(pdf, tmp_path)
    count = len(CARRIED.commitments)
    assert found.count("The patient says yes") == found.count("The practitioner says yes") == count
    assert found.count("In our own words") == count
    assert tags(pdf).count("    LBody") + tags(pdf).count("      LBody") == 2 * count
    assert found.count("Signature") == 2
    assert "Elm Street" not in found


def test_a_comparison_tells_old_and_new_words(tmp_path: Path) -> None:
    found = text_of(PAPERS["comparison"](GB, Paper()).pdf, tmp_path)
    for words in ("Version 1", "Version 2", "without your clear yes", "nothing stood here", "We walk"):
        assert words in found
    assert "Our time is worth the same" in found  # taken out: it is told with what stood there
    assert "We meet as equals" not in found


def test_a_letter_has_what_helped_before_questions_and_no_reason(tmp_path: Path) -> None:
    found = text_of(PAPERS["release"](GB, Paper()).pdf, tmp_path)
    assert (
        found.index("Strengths to build on") < found.index("What has helped") < found.index("Questions that are open")
    )
    goodbye = text_of(PAPERS["closing"](GB, Paper()).pdf, tmp_path)
    assert "The door stays open" in goodbye
    for words in (*REASON_WORDS.values(), "diagnos"):
        assert words not in goodbye
    assert STEP_WORDS


def test_an_empty_letter_part_leaves_no_heading(tmp_path: Path) -> None:
    bare = HandOnLetter(
        practitioner="", patient=MIRA, made=NOON, words=LetterWords(kind=LetterKind.REFERRAL, helped="Rest")
    )
    found = text_of(hand_on_paper(bare, letterhead=ELM, words=GB, paper=Paper()).pdf, tmp_path)
    assert "What has helped" in found
    assert "Strengths" not in found
    with pytest.raises(ValueError, match="own paper"):
        hand_on_paper(replace(bare, words=letter_words(LetterKind.CLOSING)), letterhead=ELM, words=GB, paper=Paper())


def test_a_renewal_sheet_leaves_room_where_nothing_was_said(tmp_path: Path) -> None:
    empty = renewal_sheet.renewal_paper(renewal(said=False), letterhead=ELM, words=GB, paper=Paper())
    said = renewal_sheet.renewal_paper(renewal(), letterhead=ELM, words=GB, paper=Paper())
    count = text_of(empty.pdf, tmp_path).count("Let it go")
    assert count == 2 * len(renewal().wording.commitments)
    assert text_of(said.pdf, tmp_path).count("Let it go") == count - 2
    assert "I would like to say it shorter." in text_of(said.pdf, tmp_path)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("large", [False, True])
def test_words_of_any_kind_are_printed(words: str, large: bool, tmp_path: Path) -> None:
    paper = Paper(large=large)
    made = [
        ending.ending_paper(
            replace(closing(words, words), patient_words=words, opening=words), letterhead=ELM, words=GB, paper=paper
        ),
        hand_on_paper(
            HandOnLetter(practitioner=words, patient=words, made=NOON, words=LetterWords(
                kind=LetterKind.RELEASE, to_whom=words, opening=words, helped=words, asked_for=words)),
            letterhead=ELM, words=GB, paper=paper,
        ),
        renewal_sheet.renewal_paper(
            replace(renewal(), patient=words, practitioner=AMARA, answers=tuple(
                replace(one, words=words) if isinstance(one, RenewalAnswer) else one for one in renewal().answers)),
            letterhead=ELM, words=GB, paper=paper,
        ),
    ]  # fmt: skip
    for printed in made:
        assert "No syntax or stream encoding errors" in run("qpdf", printed.pdf, tmp_path, "--check")
