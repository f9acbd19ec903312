"""How far a long command has come, on one line of the terminal; silent when nobody watches."""

import sys
from types import TracebackType
from typing import Self


class Line:
    """A line on stderr that is written over and wiped at the end. `with Line() as line: line.show(3, 10)`."""

    def __init__(self) -> None:
        """Shows nothing yet."""
        self._watched = sys.stderr.isatty()
        self._shown = -1

    def show(self, done: int, whole: int) -> None:
        """`done` of `whole` pieces; written only when the percentage has changed."""
        percent = 100 * done // max(whole, 1)
        if self._watched and percent != self._shown:
            self._shown = percent
            sys.stderr.write(f"\r{percent:3d} %")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown >= 0:
            sys.stderr.write("\r     \r")
            sys.stderr.flush()
