"""Open Healing Partner when a screen answers; without one, say so and take the tour into a folder."""

import os
import socket
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """`run.py TOUR_FOLDER`: the exit code of the program that was started."""
    program = [sys.executable, "-m", "healingpartner"]
    if a_screen_answers():
        return become(program, dict(os.environ))
    folder = sys.argv[1] if len(sys.argv) > 1 else "build/tour"
    print(f"No screen answers here (neither DISPLAY nor WAYLAND_DISPLAY), so the tour is taken into {folder}/ instead.")
    sys.stdout.flush()
    return become([*program, "tour", folder], {**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def become(program: list[str], environment: dict[str, str]) -> int:
    """Give this process over to the program; Windows, which cannot, waits for it."""
    if os.name == "posix":
        os.execve(program[0], program, environment)
    return subprocess.run(program, check=False, env=environment).returncode


def a_screen_answers() -> bool:
    """Windows and macOS always have one; elsewhere the X or Wayland socket must take a connection."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return any(takes_a_connection(*place) for place in places())


def places() -> list[tuple[int, str | bytes | tuple[str, int]]]:
    """Socket addresses named by WAYLAND_DISPLAY and DISPLAY, best first."""
    found: list[tuple[int, str | bytes | tuple[str, int]]] = []
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    if wayland:
        found.append((socket.AF_UNIX, str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland)))
    host, _, rest = os.environ.get("DISPLAY", "").rpartition(":")
    number = rest.split(".")[0]
    if not number.isdigit():
        return found
    if host in {"", "unix"}:
        place = f"/tmp/.X11-unix/X{number}"
        found += [(socket.AF_UNIX, place), (socket.AF_UNIX, b"\0" + place.encode())]
    elif host.startswith("/"):
        found.append((socket.AF_UNIX, f"{host}:{number}"))
    else:
        found.append((socket.AF_INET, (host, 6000 + int(number))))
    return found


def takes_a_connection(family: int, address: str | bytes | tuple[str, int]) -> bool:
    """Whether something listens there, asked for two seconds at most."""
    with socket.socket(family, socket.SOCK_STREAM) as asking:
        asking.settimeout(2)
        try:
            asking.connect(address)
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
