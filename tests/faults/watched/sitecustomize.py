"""Loaded by every Python process of a watched run, its children too: writes down whatever would use a network."""

import atexit
import os
import sys
from pathlib import Path

SEEN = Path(os.environ["HEALINGPARTNER_WATCHED"])
EVENTS = {
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect",
    "webbrowser.open",
}  # fmt: skip


def _tell(line: str) -> None:
    with SEEN.open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def _hook(event: str, _given: tuple[object, ...]) -> None:
    if event in EVENTS:
        _tell(event)


def _at_the_end() -> None:
    maps = Path("/proc/self/maps")
    loaded = maps.read_text("utf-8", "replace") if maps.exists() else ""
    for library in ("Qt6Network", "Qt6WebEngine", "Qt6Sql"):
        if library in loaded:
            _tell(library)
    _tell("watched")


sys.addaudithook(_hook)
atexit.register(_at_the_end)
