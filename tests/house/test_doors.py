"""What must not appear anywhere, or only in one place."""

import ast
import re

import pytest

from house.sources import sources

DIALOGS = {"QMessageBox", "QErrorMessage", "QInputDialog", "QProgressDialog", "QSplashScreen"}
RICH = {"setHtml", "insertHtml", "setMarkdown", "RichText", "MarkdownText", "AutoText", "QTextBrowser", "appendHtml"}
NOW = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
NETWORK = {
    "sqlite3", "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "requests", "httpx", "asyncio",
    "telnetlib", "imaplib", "poplib", "webbrowser", "pickle", "shelve", "marshal",
}  # fmt: skip


def _names(place_is_fine, wanted: set[str]) -> list[str]:
    found = []
    for source in sources():
        if place_is_fine(source.place):
            continue
        for node in source.nodes():
            name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
            if name in wanted:
                found.append(f"{source.at(node)} {name}")
    return found


def test_there_is_one_voice_and_no_boxes():
    assert _names(lambda _place: False, DIALOGS) == []


def test_words_of_people_are_never_rich_text():
    assert _names(lambda _place: False, RICH) == []


def test_labels_come_from_the_kit_where_they_are_plain():
    made = [
        source.at(node)
        for source in sources()
        if not source.place.startswith("desktop/kit/")
        for node in source.nodes()
        if (isinstance(node, ast.Call) and ast.unparse(node.func) == "QLabel")
        or (isinstance(node, ast.ClassDef) and "QLabel" in map(ast.unparse, node.bases))
    ]
    assert made == []


def test_only_the_clock_asks_the_computer_for_the_time():
    asked = [
        source.at(node)
        for source in sources()
        if source.place != "foundation/clock.py"
        for node in source.nodes()
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr) in NOW
    ]
    assert asked == []


def test_ids_come_from_one_place():
    assert _names(lambda place: place == "foundation/ids.py", {"uuid1", "uuid4", "uuid7", "getrandbits"}) == []


def test_nothing_opens_the_network_or_a_plain_database():
    opened = []
    for source in sources():
        for node in source.nodes():
            if isinstance(node, ast.Import):
                opened += [source.at(node) for name in node.names if name.name.split(".")[0] in NETWORK]
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in NETWORK:
                opened.append(source.at(node))
    assert opened == []


def test_nothing_is_run_as_code():
    run = [
        source.at(node)
        for source in sources()
        for node in source.nodes()
        if isinstance(node, ast.Name) and node.id in {"eval", "exec", "compile", "__import__"}
    ]
    assert run == []
    assert _names(lambda _place: False, {"executescript"}) == []


@pytest.mark.parametrize("mark", ["TODO", "FIXME", "XXX", "HACK", "raise NotImplementedError"])
def test_nothing_is_left_for_later(mark: str):
    assert [source.place for source in sources() if re.search(rf"\b{mark}\b", source.text)] == []


def test_paper_and_models_stand_on_models_alone():
    """Paper takes frozen models; a model knows the foundation and what else its own room says of itself."""
    allowed = {
        "paper": re.compile(r"healingpartner(\.(foundation|language|paper)\b|\.\w+\.(?!store|acts|views|reading)\w+)"),
    }
    above = re.compile(r"healingpartner\.(practice|vault|story|exchange|desktop|demo|commands|app)\b")
    wrong = []
    for source in sources():
        for node in source.nodes():
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("healingpartner"):
                module = node.module if node.module != "healingpartner" else f"healingpartner.{node.names[0].name}"
                if source.room == "paper" and (above.match(module) or not allowed["paper"].match(module)):
                    wrong.append(f"{source.at(node)} {module}")
                if source.place.endswith("/model.py") and not module.startswith(
                    ("healingpartner.foundation", f"healingpartner.{source.room}.")
                ):
                    wrong.append(f"{source.at(node)} {module}")
    assert wrong == []


def test_imports_name_the_whole_path():
    relative = [
        source.at(node)
        for source in sources()
        for node in source.nodes()
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []
