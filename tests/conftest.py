"""Real encrypted practices for every test: one template is made per run, each test gets a copy."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.practice import Practice, create_practice, open_practice
from healingpartner.vault.calibration import Cost
from healingpartner.vault.vault import Vault

PASSPHRASE = "seven quiet herons wade at dawn"
LEAST_COST = Cost(memory_kib=64 * 1024, passes=1, lanes=2)
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

# The computer the tests run on may speak any language; what they read is English, as with no language set.
os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8")

# A busy computer is no reason for a law not to hold.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tour is one test of many minutes: it begins first, so that one worker walks while the other does the rest."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


@pytest.fixture(autouse=True)
def app_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder, new for each test."""
    home = tmp_path / "app-home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


@pytest.fixture
def clock() -> SteppingClock:
    """A clock that begins on a Sunday morning and steps a second at each reading."""
    return SteppingClock(START)


@pytest.fixture
def entropy() -> Callable[[int], bytes]:
    """Seeded bytes, so that ids and salts are the same in every run."""
    return Random(20261122).randbytes


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, str]:
    """A new, closed practice: its folder, data key and recovery code. Made once, by the real way in."""
    folder = tmp_path_factory.mktemp("template") / "Elm Street.healing"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(tmp_path_factory.mktemp("template-home")))
        made = create_practice(
            folder,
            passphrase=PASSPHRASE,
            clock=SteppingClock(START),
            entropy=Random(1).randbytes,
            cost=LEAST_COST,
        )
        data_key = made.practice.vault.data_key
        made.practice.close()
    return folder, data_key, made.recovery_code


@pytest.fixture
def folder(template: tuple[Path, bytes, str], tmp_path: Path) -> Path:
    """A practice folder of this test's own, closed."""
    place = tmp_path / "Elm Street.healing"
    shutil.copytree(template[0], place)
    return place


@pytest.fixture
def data_key(template: tuple[Path, bytes, str]) -> bytes:
    """The data key of `folder`."""
    return template[1]


@pytest.fixture
def practice(
    folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]
) -> Iterator[Practice]:
    """An open practice on a real encrypted vault."""
    opened = open_practice(folder, data_key=data_key, clock=clock, entropy=entropy)
    yield opened
    opened.close()


@pytest.fixture
def vault(practice: Practice) -> Vault:
    """The vault under `practice`."""
    return practice.vault
