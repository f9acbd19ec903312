"""Every sentence can be translated, and none blames the reader."""

import ast
import re

import pytest

from house.sources import called_name, sources

MARKS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2, "say_n": 2, "say_p": 2}
NEVER = re.compile(
    r"\b(users?|invalid|fail(s|ed|ure)?|refused|non-compliant|errors?|illegal|abort(ed)?)\b", re.IGNORECASE
)
WORDS_ROOM = "foundation/words.py"


def _marked():
    """(source, call, text) for each sentence handed to a gettext mark."""
    for source in sources():
        if source.place == WORDS_ROOM:
            continue
        for node in source.nodes():
            if isinstance(node, ast.Call) and called_name(node) in MARKS and isinstance(node.func, ast.Name):
                for argument in node.args[: MARKS[called_name(node)]]:
                    yield source, node, argument


def test_a_sentence_for_translation_is_never_put_together_inside_its_mark():
    """Written out, or the name of one that `N_` marked elsewhere; an f-string or a sum is in no catalogue."""
    made = [
        source.at(node) for source, node, text in _marked() if isinstance(text, ast.JoinedStr | ast.BinOp | ast.IfExp)
    ]
    formatted = [
        source.at(node)
        for source, node, text in _marked()
        if isinstance(text, ast.Call) and called_name(text) in {"format", "join", "strip", "replace"}
    ]
    assert made + formatted == []


def test_a_sentence_marked_for_later_is_written_out():
    named = [
        source.at(node)
        for source, node, text in _marked()
        if called_name(node) == "N_" and not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert named == []


def test_no_sentence_uses_a_word_that_blames():
    blaming = [
        f"{source.at(node)} {text.value!r}"
        for source, node, text in _marked()
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and NEVER.search(text.value)
    ]
    assert blaming == []


def test_no_sentence_shouts():
    shouting = [
        f"{source.at(node)} {text.value!r}"
        for source, node, text in _marked()
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and "!" in text.value
    ]
    assert shouting == []


@pytest.mark.parametrize("form", ["setText", "setWindowTitle", "setPlaceholderText", "setToolTip", "addTab"])
def test_words_on_the_screen_pass_the_catalogue(form: str):
    """A bare English sentence handed to a widget would never be translated."""
    bare = [
        source.at(node)
        for source in sources()
        if source.room == "desktop"
        for node in source.nodes()
        if isinstance(node, ast.Call) and called_name(node) == form
        for argument in node.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and re.search(r"[A-Za-z]{3,}", argument.value)
        and argument.value != "Healing Partner"
    ]
    assert bare == []
