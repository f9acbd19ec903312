"""The composition root: which clock, which practice; everything else is put together by the desktop."""

from pathlib import Path

from healingpartner.foundation.clock import SystemClock


def open_window(folder: Path | None = None) -> int:
    """Open the window, at `folder` when one is given, and stay until it is closed. Gives the exit code."""
    from healingpartner.desktop.start import run

    clock = SystemClock()
    return run(clock=clock, rest_clock=clock, folder=folder)
