"""The composition root: which clock, which practice; everything else is put together by the desktop."""

from importlib import import_module
from pathlib import Path

from healingpartner.foundation.clock import SystemClock

_BEFORE_QT = ("html", "json", "queue", "healingpartner.foundation.words")


def open_window(folder: Path | None = None) -> int:
    """Open the window, at `folder` when one is given, and stay until it is closed. Gives the exit code."""
    _spare_the_readings()
    from healingpartner.desktop.start import run

    clock = SystemClock()
    return run(clock=clock, rest_clock=clock, folder=folder)


def _spare_the_readings() -> None:
    # Once PySide6 is there it reads the source of every module imported after it, looking for its own name.
    for name in _BEFORE_QT:
        import_module(name)
