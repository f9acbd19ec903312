"""Which language this computer speaks, as far as dates and numbers can be written in it."""

import os
from importlib.util import find_spec
from pathlib import Path

FALLBACK = "en_US"


def known_locale(name: str) -> str:
    """`name` when Babel has data for it, else its language alone, else US English. Babel is not imported for it."""
    spec = find_spec("babel")
    data = Path(spec.origin).parent / "locale-data" if spec is not None and spec.origin else Path()
    for candidate in (name, name.split("_", maxsplit=1)[0]):
        if candidate.isidentifier() and candidate != "C" and (data / f"{candidate}.dat").is_file():
            return candidate
    return FALLBACK


def locale_of_terminal() -> str:
    """The locale a terminal was told to speak, by the variables every Unix knows; US English where none is set."""
    told = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return known_locale(next((name for name in told if name), "").partition(".")[0].partition("@")[0])
