"""Sentences written for the lens, with what is to be marked in brackets."""

import re
from dataclasses import dataclass
from pathlib import Path

from healingpartner.language.lens.entries import Where

KINDS = {"n": Where.NOTES, "l": Where.LETTERS, "p": Where.PLANS}


@dataclass(frozen=True, slots=True)
class Example:
    where: Where
    text: str
    marked: tuple[str, ...]


def examples(language: str) -> list[Example]:
    """Every sentence of a language, in the order of its file."""
    lines = Path(__file__).with_name(f"sentences.{language}.txt").read_text("utf-8").splitlines()
    return [_example(line) for line in lines if line and not line.startswith("#")]


def _example(line: str) -> Example:
    kind, _space, text = line.partition(" ")
    marked = tuple(re.findall(r"\[([^\]]*)\]", text))
    return Example(KINDS[kind], re.sub(r"[\[\]]", "", text), marked)
