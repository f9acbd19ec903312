"""`resources/` is found by one function in a checkout, in an installed wheel and in a frozen build."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from healingpartner.foundation import paths
from house.sources import HOUSE, ROOT

ASK = "from healingpartner.foundation.paths import resource; print(resource('fonts'))"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The wheel as it is built, unpacked the way pip would."""
    built = tmp_path_factory.mktemp("dist")
    line = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = built.glob("*.whl")
    place = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    return place


def test_a_checkout_finds_its_resources():
    assert paths.resource("fonts") == ROOT / "resources" / "fonts"


def test_a_wheel_finds_its_resources(unpacked):
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == str(unpacked / "healingpartner" / "resources" / "fonts")


def test_a_wheel_holds_every_file_the_program_reads(unpacked):
    inside = unpacked / "healingpartner"
    needed = [file.relative_to(HOUSE) for file in HOUSE.rglob("*") if file.suffix in {".py", ".sql"}]
    carried = [
        Path("resources") / file.relative_to(ROOT / "resources")
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.parts)
    ]
    assert [str(file) for file in needed + carried if not (inside / file).is_file()] == []


def test_a_frozen_build_finds_its_resources(tmp_path, monkeypatch):
    (tmp_path / "resources" / "fonts").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_folder.__wrapped__() == tmp_path / "resources"
