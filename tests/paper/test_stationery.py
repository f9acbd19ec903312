"""The sheet: what any reader finds in it, in every script, at every size, whatever people typed."""

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings, strategies as some

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.printed import Letterhead, Paper, PaperSize, Printed
from healingpartner.paper.stationery import Sheet
from paper.elm import ELM, NOON
from paper.reading import letters, run, sizes, tags, text_of
from paper.scripts import LONG_ARABIC, SCRIPTS

HOSTILE = {
    "markup": "<b>bold</b> <img src='file:///etc/passwd'> &amp; <para>",
    "override": "Mira \u202eimihaR\u202c \u2067\u2066 Rahimi",
    "open isolates": "\u2068\u2068\u2067 Mira",
    "controls": "a\x00b\x07c\x1bd",
    "unassigned": "Ka\u0378te \U0005abcd",
    "no characters": "x\ufffey\uffff \U0001ffff",
    "private": "\ue000\U000f0000",
    "lone surrogate": "a\ud800b",
    "pdf": ") Tj ET endstream endobj (\\",
    "placeholders": "{name} %s {0} $x",
    "marks alone": "\u0301\u0302\u064e",
}

A4 = Paper()


def paper_with(
    text: str,
    *,
    about: str = "Mira Rahimi",
    title: str = "A letter",
    paper: Paper = A4,
    locale: str = "en_GB",
    letterhead: Letterhead = ELM,
) -> Printed:
    sheet = Sheet(title=title, about=about, letterhead=letterhead, words=Words(locale), paper=paper, made=NOON)
    sheet.heading(title, level=1)
    sheet.para(text)
    sheet.voice("In her own words", text, Voice.PATIENT, spoken=True)
    sheet.ticks([text])
    return sheet.printed()


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_letter_comes_back(script: str, tmp_path: Path) -> None:
    printed = paper_with(SCRIPTS[script])
    found, expected = letters(text_of(printed.pdf, tmp_path)), letters(SCRIPTS[script])
    assert printed.unprintable == ()
    assert all(found.count(letter) >= 3 * expected.count(letter) for letter in set(expected))


@pytest.mark.parametrize("script", ["latin with marks", "vietnamese", "greek", "cyrillic", "chinese", "emoji"])
def test_words_written_from_the_left_come_back_in_their_order(script: str, tmp_path: Path) -> None:
    assert normalize("NFKC", SCRIPTS[script]) in text_of(paper_with(SCRIPTS[script]).pdf, tmp_path)


@pytest.mark.parametrize("script", ["arabic", "hebrew"])
def test_words_written_from_the_right_come_back_in_their_order(script: str, tmp_path: Path) -> None:
    sheet = Sheet(
        title=SCRIPTS[script],
        about=SCRIPTS[script],
        letterhead=Letterhead(),
        words=Words("ar"),
        paper=Paper(),
        made=NOON,
    )
    for _ in range(5):
        sheet.para(SCRIPTS[script])
    assert text_of(sheet.printed().pdf, tmp_path).count(SCRIPTS[script]) >= 5


def test_a_long_arabic_paragraph_is_wrapped_and_loses_nothing(tmp_path: Path) -> None:
    sheet = Sheet(title="رسالة", about="محمد", letterhead=Letterhead(), words=Words("ar"), paper=Paper(), made=NOON)
    sheet.para(LONG_ARABIC)
    found = text_of(sheet.printed().pdf, tmp_path)
    # pdftotext puts the space of a turned line on the other side of its full stops; the letters are all in order.
    assert "".join(LONG_ARABIC.split()) in "".join(found.split())


def test_scripts_mixed_in_one_line_all_come_back(tmp_path: Path) -> None:
    mixed = "Mira مريم and Любовь שלום 我们 😀 met"
    found = letters(text_of(paper_with(mixed).pdf, tmp_path))
    assert all(found.count(letter) >= 3 for letter in letters(mixed))


@pytest.mark.parametrize("case", HOSTILE)
def test_whatever_is_typed_is_printed_as_it_is(case: str, tmp_path: Path) -> None:
    printed = paper_with(HOSTILE[case], about=HOSTILE[case], title=HOSTILE[case])
    assert "No syntax or stream encoding errors" in run("qpdf", printed.pdf, tmp_path, "--check")
    found = text_of(printed.pdf, tmp_path)
    for word in ("bold", "src='file:///etc/passwd'", "endobj", "{name}", "Rahimi"):
        if word in HOSTILE[case]:
            assert word in found


def test_markup_is_never_run(tmp_path: Path) -> None:
    found = text_of(paper_with(HOSTILE["markup"]).pdf, tmp_path)
    assert "<b>bold</b> <img src='file:///etc/passwd'> &amp; <para>" in found


def test_what_cannot_be_drawn_is_boxed_named_and_found_again(tmp_path: Path) -> None:
    printed = paper_with("Ka\u0378te \x00 ก")
    assert printed.unprintable == ("U+0378", "U+0000", "U+0E01")
    found = text_of(printed.pdf, tmp_path)
    assert "Ka\u0378te U+0000 ก" in found


def test_an_override_cannot_turn_the_line(tmp_path: Path) -> None:
    assert "Mira imihaR" in text_of(paper_with("Mira \u202eimihaR").pdf, tmp_path)


def test_a_name_of_ten_thousand_letters_is_printed_whole_and_shortened_only_at_the_foot(tmp_path: Path) -> None:
    name = "Wilhelmina" * 1000
    printed = paper_with(name, about=name, title=name, letterhead=Letterhead(practice=name, practitioner=name))
    found = "".join(text_of(printed.pdf, tmp_path).split())
    assert found.count("Wilhelmina") >= 5 * 900
    assert "..." in found  # an ellipsis after NFKC
    assert len(printed.title) <= 300


def test_a_word_of_two_hundred_thousand_letters_becomes_pages() -> None:
    sheet = Sheet(title="Long", about="Mira", letterhead=ELM, words=Words("en_GB"), paper=Paper(), made=NOON)
    sheet.para("a" * 200_000)
    assert sheet.printed().pages > 40


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(max_size=60))
def test_no_text_stops_a_paper(tmp_path: Path, text: str) -> None:
    printed = paper_with(text, about=text, title=text)
    with pikepdf.open(BytesIO(printed.pdf)) as document:
        assert len(document.pages) == printed.pages


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    told = run("pdfinfo", paper_with("Hello", title="A letter to Zoë").pdf, tmp_path)
    assert "Title:           A letter to Zoë" in told
    assert "Tagged:          yes" in told
    assert "PDF version:     1.7" in told
    assert "595.28 x 841.89 pts (A4)" in told
    with pikepdf.open(BytesIO(paper_with("x").pdf)) as document:
        assert str(document.Root.Lang) == "en-GB"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(document.Root.MarkInfo.Marked)
        assert all(str(page.obj.Tabs) == "/S" and "/Trans" not in page.obj for page in document.pages)
        assert [int(page.obj.StructParents) for page in document.pages] == list(range(len(document.pages)))


def test_letter_paper_has_its_own_size(tmp_path: Path) -> None:
    told = run("pdfinfo", paper_with("Hello", paper=Paper(size=PaperSize.LETTER)).pdf, tmp_path)
    assert "612 x 792 pts (letter)" in told


def test_every_face_is_embedded_with_its_way_back_to_unicode(tmp_path: Path) -> None:
    printed = paper_with(" ".join(SCRIPTS.values()))
    rows = run("pdffonts", printed.pdf, tmp_path).splitlines()[2:]
    assert len(rows) >= 7
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_elements_follow_the_order_of_reading() -> None:
    found = tags(paper_with("Hello").pdf)
    assert [role.strip() for role in found] == [
        "Document",
        "P",
        "P",
        "P",
        "P",
        "H1",
        "P",
        "P",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
    ]
    assert found[-1] == "      LBody"


def test_every_mark_on_a_page_belongs_to_an_element() -> None:
    sheet = Sheet(title="T", about="M", letterhead=ELM, words=Words("en_GB"), paper=Paper(), made=NOON)
    sheet.para("word " * 2000)
    with pikepdf.open(BytesIO(sheet.printed().pdf)) as document:
        numbers = document.Root.StructTreeRoot.ParentTree.Nums
        for page, listed in zip(document.pages, list(numbers)[1::2], strict=True):
            depth, marks = 0, []
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                depth += (name in {"BDC", "BMC"}) - (name == "EMC")
                assert name not in {"Tj", "TJ", "S", "f"} or depth > 0
                if name == "BDC" and "/MCID" in operands[1]:
                    marks.append(int(operands[1].MCID))
            assert depth == 0
            assert marks == list(range(len(listed)))


def test_right_to_left_words_are_spoken_in_their_order() -> None:
    with pikepdf.open(BytesIO(paper_with("שלום Mira").pdf)) as document:
        spoken = [str(one.ActualText) for one in document.Root.StructTreeRoot.K[0].K if "/ActualText" in one]
    assert "שלום Mira" in spoken


def test_every_page_tells_whose_it_is_and_which_of_how_many(tmp_path: Path) -> None:
    printed = paper_with("word " * 2000)
    assert printed.pages > 2
    for number in range(1, printed.pages + 1):
        page = run("pdftotext", printed.pdf, tmp_path, "-f", str(number), "-l", str(number), after=("-",))
        assert f"page {number} of {printed.pages}" in page
        assert "Mira Rahimi" in page
        assert "555 0134" in page


def test_nothing_is_smaller_than_twelve_points_and_large_print_than_eighteen() -> None:
    assert min(sizes(paper_with("Hello " * 900).pdf)) >= 12
    assert min(sizes(paper_with("Hello " * 900, paper=Paper(large=True)).pdf)) >= 18


def test_in_a_language_from_the_right_the_sheet_is_a_mirror_image(tmp_path: Path) -> None:
    def place(locale: str) -> float:
        sheet = Sheet(
            title="محمد", about="محمد", letterhead=Letterhead(), words=Words(locale), paper=Paper(), made=NOON
        )
        sheet.para("محمد")
        found = run("pdftotext", sheet.printed().pdf, tmp_path, "-bbox", after=("-",))
        words = [line for line in found.splitlines() if "<word" in line and ">" in line]
        return max(float(line.split('xMin="')[1].split('"')[0]) for line in words)

    assert place("ar") > 400


def test_two_printings_of_the_same_give_equal_bytes() -> None:
    text = " ".join(SCRIPTS.values())
    assert paper_with(text).pdf == paper_with(text).pdf


def test_a_sheet_without_letterhead_is_still_a_sheet(tmp_path: Path) -> None:
    printed = paper_with("Hello", letterhead=Letterhead(), about="", title="")
    assert printed.title
    assert "22 November 2026" in text_of(printed.pdf, tmp_path)


def test_a_phone_number_keeps_its_order_on_a_sheet_from_the_right(tmp_path: Path) -> None:
    sheet = Sheet(title="محمد", about="محمد", letterhead=ELM, words=Words("ar"), paper=A4, made=NOON)
    for line in run("pdftotext", sheet.printed().pdf, tmp_path, "-bbox", after=("-",)).splitlines():
        if ">555<" in line:
            begin = float(line.split('xMin="')[1].split('"')[0])
        if ">0134<" in line:
            assert float(line.split('xMin="')[1].split('"')[0]) > begin
