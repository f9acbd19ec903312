"""A local report of a slip of the program: kinds, codes and our own stack frames; never a word of anyone.

The text of an exception may hold what somebody typed, so it is not written; neither are values of variables.
"""

import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import healingpartner
from healingpartner.foundation.clock import Clock
from healingpartner.foundation.paths import app_folder

_KEPT = 20
_OURS = Path(healingpartner.__file__).resolve().parent


def lines_of(problem: BaseException) -> list[str]:
    """The report: version, then each exception of the chain by kind and by the frames in our own files."""
    lines = [f"healingpartner {healingpartner.__version__} python {sys.version.split()[0]} {sys.platform}"]
    seen: set[int] = set()
    link: BaseException | None = problem
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        code = getattr(link, "kind", None) or getattr(link, "errno", None) or ""
        lines.append(
            f"{type(link).__module__}.{type(link).__qualname__} {code if isinstance(code, int) else ''}".strip()
        )
        lines += _own_frames(link.__traceback__)
        link = link.__cause__ or link.__context__
    return lines


def keep_report(problem: BaseException, clock: Clock) -> Path:
    """Write the report into the app folder (mode 0600) and let the oldest go. Gives its path."""
    folder = app_folder() / "reports"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"slip-{clock.now().utc_us}.txt"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines_of(problem)) + "\n")
    for old in sorted(folder.glob("slip-*.txt"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path


def catch_all(tell: Callable[[BaseException], None]) -> None:
    """Send every exception that nothing caught, on any thread, to `tell`, instead of to the terminal."""

    def on_main(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
        else:
            tell(problem)

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            tell(args.exc_value)

    sys.excepthook = on_main
    threading.excepthook = on_thread


def _own_frames(trace: TracebackType | None) -> list[str]:
    frames = []
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename).resolve()
        if path.is_relative_to(_OURS):
            frames.append(f"  {path.relative_to(_OURS).as_posix()}:{frame.lineno} {frame.name}")
    return frames
