"""Files tell one story, functions fit on a screen, and there are no drawers."""

import ast
import re
from statistics import median

from house.sources import HOUSE, functions, sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
MEDIAN_FILE = 130
MAIN_WINDOW = 250
DRAWERS = re.compile(r"^(utils?|helpers?|common|misc|base|manager|managers|stuff|tools)$")


def test_no_file_is_longer_than_four_hundred_lines():
    assert [f"{source.place}: {source.lines}" for source in sources() if source.lines > LONGEST_FILE] == []


def test_half_of_the_files_are_short():
    lengths = [source.lines for source in sources() if not source.place.endswith("__init__.py")]
    assert median(lengths) <= MEDIAN_FILE


def test_the_main_window_stays_small():
    assert [s.place for s in sources() if s.place == "desktop/shell.py" and s.lines > MAIN_WINDOW] == []


def test_a_function_fits_on_a_screen():
    long = [
        f"{source.at(function)} {function.name}: {function.end_lineno - function.lineno + 1}"
        for source in sources()
        for function in functions(source)
        if function.end_lineno - function.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_there_are_no_drawers():
    parts = {(part.removesuffix(".py"), source.place) for source in sources() for part in source.place.split("/")}
    assert [place for part, place in parts if DRAWERS.match(part)] == []


def test_every_folder_has_a_door_plate():
    folders = {source.place.rpartition("/")[0] for source in sources()}
    assert [folder for folder in folders if not (HOUSE / folder / "__init__.py").is_file()] == []


def test_a_door_plate_re_exports_nothing():
    plates = [source for source in sources() if source.place.endswith("__init__.py")]
    imports = [s.at(node) for s in plates for node in s.nodes() if isinstance(node, ast.Import | ast.ImportFrom)]
    assert imports == []
    assert [s.place for s in plates if s.lines > 15] == []
    assert [s.place for s in plates if not ast.get_docstring(s.tree)] == []


# Written into while a document is made, and thrown away with it.
UNDER_CONSTRUCTION = {"paper/glyphs.py", "paper/tags.py"}


def test_dataclasses_are_frozen_and_slotted():
    loose = []
    for source in sources():
        if source.place in UNDER_CONSTRUCTION:
            continue
        for node in source.nodes():
            if isinstance(node, ast.ClassDef):
                loose += [source.at(node) for mark in node.decorator_list if not _frozen(mark)]
    assert loose == []


def _frozen(mark: ast.expr) -> bool:
    """Whether a decorator is no dataclass, or one that is frozen and slotted."""
    name = mark.func if isinstance(mark, ast.Call) else mark
    if not (isinstance(name, ast.Name) and name.id == "dataclass"):
        return True
    given = {word.arg: word.value for word in mark.keywords} if isinstance(mark, ast.Call) else {}
    return all(isinstance(given.get(word), ast.Constant) and given[word].value for word in ("frozen", "slots"))
