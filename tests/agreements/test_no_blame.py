"""There is no place anywhere for a word that blames: not in the schema, the wordings, the names or the sentences."""

import ast
import json
import re
from pathlib import Path

import pytest

from healingpartner.agreements.endings.model import Reason
from healingpartner.foundation.paths import resource
from healingpartner.people.partnership import State as Partnership

HOUSE = Path(__file__).resolve().parents[2]
ROOM = HOUSE / "src" / "healingpartner"
BLAMING = re.compile(
    r"non[-_ ]?(compliant|compliance|adherent|adherence)|incompliant|uncooperative|non[-_ ]?cooperative|unmotivated|"
    r"treatment[-_ ]resistant|(failed|failure|refused|neglected) to (attend|follow|keep|comply)|no[-_ ]?show\b|"
    r"\bdifficult (patient|person|client)|manipulative|attention[-_ ]seeking|non[-_ ]?engagement|"
    r"\b(at|whose|your|their|his|her) fault\b|\bblame[ds]?\b.{0,20}\bpatient|"
    r"\b(incumpl|no cumplidor|culpa (suya|del paciente))",
    re.IGNORECASE,
)


def test_the_pattern_knows_what_it_looks_for() -> None:
    for words in ("non-compliant", "noncompliance", "non_adherent", "Failed to attend", "refused to comply", "no-show"):
        assert BLAMING.search(words), words
    for words in ("we finished what we came for", "It does not fit", "fault lines", "nobody is to blame"):
        assert not BLAMING.search(words), words


@pytest.mark.parametrize("path", sorted((ROOM / "vault" / "schema").glob("*.sql")), ids=lambda path: path.name)
def test_the_schema_has_no_field_for_it(path: Path) -> None:
    assert BLAMING.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path",
    [*sorted(resource("agreements").glob("*.json")), *sorted(resource("consents").glob("*.json"))],
    ids=lambda path: path.name,
)
def test_no_wording_uses_it(path: Path) -> None:
    json.loads(path.read_text(encoding="utf-8"))
    assert BLAMING.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(resource("locale").rglob("*.po*")), ids=lambda path: path.name)
def test_no_catalogue_uses_it(path: Path) -> None:
    assert BLAMING.findall(path.read_text(encoding="utf-8")) == []


def test_no_name_and_no_sentence_of_the_program_uses_it() -> None:
    found = []
    for path in sorted(ROOM.rglob("*.py")):
        if path.is_relative_to(ROOM / "language"):  # the lens on words has to know the words that it finds
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = _text(node)
            if text and BLAMING.search(text):
                found.append(f"{path.relative_to(ROOM)}: {text[:60]}")
    assert found == []


def test_neither_a_reason_nor_a_state_says_whose_doing_it_was() -> None:
    assert {one.value for one in Reason} == {
        "moved_away", "needs_something_else", "enough_for_now", "finished", "money", "does_not_fit", "rather_not_say",
        "other",
    }  # fmt: skip
    assert {one.value for one in Partnership} == {"new", "partners", "paused", "with_another", "ended", "died"}


def _text(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)) | ast.Name(id=text) | ast.Attribute(attr=text) | ast.arg(arg=text):
            return text
        case ast.FunctionDef(name=text) | ast.ClassDef(name=text) | ast.keyword(arg=str(text)):
            return text
    return ""
