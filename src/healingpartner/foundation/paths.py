"""Where things are: the program's own resources, and the folder this computer keeps for it.

Neither ever holds a patient's words.
"""

import os
import sys
from functools import cache
from pathlib import Path

HOME_VARIABLE = "HEALINGPARTNER_HOME"


@cache
def resources_folder() -> Path:
    """The folder `resources`, in a checkout, in an installed wheel or in a frozen build."""
    here = Path(__file__).resolve()
    places = [here.parents[1] / "resources", here.parents[3] / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        places.insert(0, Path(frozen) / "resources")
    for place in places:
        if (place / "fonts").is_dir():
            return place
    raise FileNotFoundError("resources")


def resource(*parts: str) -> Path:
    """A path inside `resources`."""
    return resources_folder().joinpath(*parts)


def app_folder() -> Path:
    """The folder for settings and ledger anchors, made on first need with rights for its owner alone."""
    chosen = os.environ.get(HOME_VARIABLE)
    folder = Path(chosen) if chosen else _own_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Where a new practice is offered a place."""
    from platformdirs import user_documents_dir

    return Path(user_documents_dir())


def _own_folder() -> Path:
    from platformdirs import user_data_dir

    return Path(user_data_dir("HealingPartner", appauthor=False))
