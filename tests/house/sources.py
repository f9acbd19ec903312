"""The house's own source, read and parsed once for all shape tests."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "src" / "healingpartner"


@dataclass(frozen=True, slots=True)
class Source:
    """One module: where it lies below `src/healingpartner`, its text and its tree."""

    place: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @property
    def room(self) -> str:
        return self.place.split("/")[0].removesuffix(".py")

    def nodes(self) -> tuple[ast.AST, ...]:
        return _nodes(self.place, self.tree)

    def at(self, node: ast.AST) -> str:
        return f"{self.place}:{getattr(node, 'lineno', 0)}"


@cache
def _nodes(_place: str, tree: ast.Module) -> tuple[ast.AST, ...]:
    """Every node of a module: walked once, asked for by each test."""
    return tuple(ast.walk(tree))


@cache
def sources() -> tuple[Source, ...]:
    """Every module of the house."""
    found = []
    for file in sorted(HOUSE.rglob("*.py")):
        text = file.read_text("utf-8")
        found.append(Source(file.relative_to(HOUSE).as_posix(), text, ast.parse(text)))
    return tuple(found)


def functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    for node in source.nodes():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def called_name(call: ast.Call) -> str:
    """The last part of what is called: `_` for `_("x")`, `say` for `words.say("x")`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
