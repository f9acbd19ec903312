"""SQL stands in the stores and in the vault; values are always bound, never written into a statement."""

import ast
import re

from house.sources import sources

STATEMENT = re.compile(
    r"^\s*(SELECT\s.+\sFROM\s|SELECT\s+\w+\(|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|"
    r"CREATE\s+(TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)\s|WITH\s+\w+\s+AS\s*\()",
    re.DOTALL,
)
CONSTANT = re.compile(r"^_?[A-Z][A-Z0-9_]*$")


def _is_statement(text: str) -> bool:
    return bool(STATEMENT.match(text))


def _text_of(node: ast.JoinedStr) -> str:
    return "".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)


def test_sql_stands_only_in_stores_and_in_the_vault():
    elsewhere = [
        source.at(node)
        for source in sources()
        if source.room != "vault" and not source.place.endswith("/store.py")
        for node in source.nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_statement(node.value)
    ]
    assert elsewhere == []


def test_a_statement_is_joined_only_from_fixed_words_and_names_of_the_schema():
    """What a person wrote is bound by `?`; what is joined in is written in the module itself."""
    loose = [
        f"{source.at(node)} {{{ast.unparse(part.value)}}}"
        for source in sources()
        for node in source.nodes()
        if isinstance(node, ast.JoinedStr) and _is_statement(_text_of(node))
        for part in node.values
        if isinstance(part, ast.FormattedValue)
        and not _is_fixed(part.value, _assigned(source.tree) | (SCHEMA if source.room == "vault" else {}))
    ]
    assert loose == []


# The vault knows every table by the schema itself, so there these may be names of tables and columns.
SCHEMA = {name: [ast.Constant("a name of the schema")] for name in ("table", "name", "columns", "changes")}


def _assigned(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """Everything a plain name is ever set to in a module."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return found


def _is_fixed(value: ast.expr, assigned: dict[str, list[ast.expr]]) -> bool:
    """Whether an expression can only ever be words of the module, a constant or a `Table`'s name."""
    match value:
        case ast.Constant(value=str()):
            return True
        case ast.Name(id=name):
            sources_of = assigned.get(name, [])
            return bool(CONSTANT.match(name)) or (bool(sources_of) and all(_is_fixed(v, assigned) for v in sources_of))
        case ast.Attribute(attr=name, value=ast.Name()):
            return name == "name" or name in assigned or bool(CONSTANT.match(name))
        case ast.IfExp(body=one, orelse=other):
            return _is_fixed(one, assigned) and _is_fixed(other, assigned)
        case ast.JoinedStr(values=parts):
            return all(_is_fixed(part, assigned) for part in parts)
        case ast.FormattedValue(value=inner):
            return _is_fixed(inner, assigned)
        case ast.BinOp(op=ast.Mult(), left=left, right=right):
            return _is_fixed(left, assigned) or _is_fixed(right, assigned)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return _is_fixed(left, assigned) and _is_fixed(right, assigned)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return all(_is_fixed(item, assigned) for item in items)
        case ast.Call(func=ast.Attribute(attr="join", value=ast.Constant()), args=[inner]):
            return _is_fixed(inner, assigned)
        case ast.GeneratorExp(elt=inner):
            return _is_fixed(inner, assigned)
    return False


def test_no_statement_is_made_by_percent_or_format():
    made = []
    for source in sources():
        for node in source.nodes():
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
                made += [source.at(node) for side in [node.left] if _is_a_statement_text(side)]
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
                made += [source.at(node) for side in [node.func.value] if _is_a_statement_text(side)]
    assert made == []


def _is_a_statement_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_statement(node.value)
