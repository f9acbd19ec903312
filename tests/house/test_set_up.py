"""What is installed is pinned, hashed and the same everywhere; a start finds out whether a screen answers."""

import importlib.util
import re
import socket  # noqa: TID251 - plays the screen that answers
from pathlib import Path

import pytest

from house.sources import ROOT

LOCKS = ROOT / "packaging" / "locks"
PINNED = re.compile(r"^[a-z0-9][a-z0-9.-]*==\S+( ; .+)? \\$")
HASHED = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
# Compiled parts that must be there for Windows, macOS and Linux, each for several Pythons.
COMPILED = {"sqlcipher3": 20, "cryptography": 20, "pikepdf": 20, "pillow": 20, "pyside6-essentials": 4, "rapidfuzz": 20}


def _script(name: str):
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", ROOT / "packaging" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize("name", ["runtime.txt", "tests.txt", "build.txt"])
def test_a_lock_holds_pins_and_hashes_and_names_no_place(name):
    lines = (LOCKS / name).read_text("utf-8").splitlines()
    assert [line for line in lines if not (PINNED.match(line) or HASHED.match(line))] == []


@pytest.mark.parametrize(("part", "least"), sorted(COMPILED.items()))
def test_a_compiled_part_is_pinned_for_every_system_at_once(part, least):
    text = (LOCKS / "runtime.txt").read_text("utf-8")
    hashes = [len(re.findall("sha256:", found)) for found in re.findall(rf"(?ms)^{part}==.*?(?=^[a-z]|\Z)", text)]
    assert hashes
    assert min(hashes) >= least


def test_the_tests_run_on_what_people_run():
    pins = re.compile(r"(?m)^([a-z0-9-]+==\S+)")
    runtime = set(pins.findall((LOCKS / "runtime.txt").read_text("utf-8")))
    assert runtime <= set(pins.findall((LOCKS / "tests.txt").read_text("utf-8")))


def test_every_dependency_is_named_with_its_licence():
    told = (ROOT / "THIRD-PARTY.md").read_text("utf-8").lower().replace(".", "-")
    pinned = "\n".join((LOCKS / name).read_text("utf-8") for name in ("tests.txt", "build.txt"))
    assert [name for name in set(re.findall(r"(?m)^([a-z0-9-]+)==", pinned)) if name not in told] == []


def test_a_second_start_installs_nothing(tmp_path, monkeypatch):
    """With the stamp in place the script starts the environment's Python once, to ask its version, and ends."""
    set_up = _script("set_up")
    started = []
    monkeypatch.setattr(set_up, "version_of", lambda _python: "3.11.7")
    monkeypatch.setattr(set_up.subprocess, "run", lambda *line, **_more: started.append(line))
    set_up.set_up(tmp_path, tests=True)
    first, started[:] = len(started), []
    set_up.set_up(tmp_path, tests=True)
    set_up.set_up(tmp_path, tests=False)
    assert (first, started) == (3, [])


def test_an_old_python_is_told_what_to_do(monkeypatch):
    set_up = _script("set_up")
    monkeypatch.setattr(set_up, "OLDEST", (9, 0))
    monkeypatch.setattr(set_up.shutil, "which", lambda _name: None)
    with pytest.raises(set_up.CannotSetUp, match=r"needs Python 3\.11, 3\.12 or 3\.13"):
        set_up.find_python()


def test_someone_without_rights_is_given_one_line_to_run(monkeypatch):
    set_up = _script("set_up")
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(set_up.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(set_up, "name_here", lambda package: package)
    with pytest.raises(set_up.CannotSetUp, match=r"sudo apt-get install -y libegl1 libgl1\Z"):
        set_up.bring_packages(["libegl1", "libgl1"], "system libraries Qt needs")


def test_without_a_display_no_screen_answers(no_screen):
    assert not _script("run").a_screen_answers()


def test_a_display_nobody_listens_at_is_no_screen(no_screen):
    no_screen.setenv("DISPLAY", ":4711")
    no_screen.setenv("WAYLAND_DISPLAY", "wayland-4711")
    assert not _script("run").a_screen_answers()


def test_a_listening_wayland_socket_is_a_screen(no_screen, tmp_path: Path):
    no_screen.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    no_screen.setenv("WAYLAND_DISPLAY", "w")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "w"))
        listening.listen()
        assert _script("run").a_screen_answers()
