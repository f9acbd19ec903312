"""How the tests read a paper: with the tools that anyone has, not with our own."""

import re
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pikepdf
from pypdf import PdfReader

_STEERING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b-\u200d\ufe0e\ufe0f]")


def run(tool: str, pdf: bytes, folder: Path, *options: str, after: tuple[str, ...] = ()) -> str:
    """What a command-line tool says about the paper; fails when the tool does."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([tool, *options, str(path), *after], capture_output=True, text=True, check=True)
    return done.stdout


def text_of(pdf: bytes, folder: Path) -> str:
    """The words as pdftotext finds them, NFKC, without steering characters, one space between words."""
    raw = run("pdftotext", pdf, folder, after=("-",))
    return " ".join(_STEERING.sub("", unicodedata.normalize("NFKC", raw)).split())


def letters(text: str) -> list[str]:
    """Every visible character of a text after NFKC, sorted: for texts whose order readers judge differently."""
    plain = _STEERING.sub("", unicodedata.normalize("NFKC", text))
    return sorted(char for char in plain if not char.isspace())


def outline(pdf: bytes) -> str:
    """A line for each piece of text: page, place, face, size, words; so a changed look is a readable difference."""
    lines: list[str] = []
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages, start=1):

        def note(
            text: str, _cm: list[float], tm: list[float], font: dict[str, str] | None, size: float, number: int = number
        ) -> None:
            if text.strip() and font:
                face = str(font["/BaseFont"]).rpartition("+")[2]
                words = " ".join(text.split())
                lines.append(f"{number}  {tm[4]:6.1f} {tm[5]:6.1f}  {face} {size:g}  {words}")

        page.extract_text(visitor_text=note)
    return "\n".join(lines) + "\n"


def sizes(pdf: bytes) -> set[float]:
    """Every type size that text is drawn in."""
    found: set[float] = set()
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    found.add(float(operands[1]))
    return found


def tags(pdf: bytes) -> list[str]:
    """The roles of all elements in reading order, indented by depth."""
    with pikepdf.open(BytesIO(pdf)) as document:
        found: list[str] = []

        def walk(element: pikepdf.Object, depth: int) -> None:
            if "/S" in element:
                found.append("  " * depth + str(element.S)[1:])
                for kid in element.K:
                    walk(kid, depth + 1)

        for top in document.Root.StructTreeRoot.K:
            walk(top, 0)
        return found
