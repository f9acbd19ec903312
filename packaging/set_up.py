"""Make the environment: a Python, `.venv`, the pinned dependencies, and the system libraries Qt needs.

Standard library only, and readable by older Pythons, because it runs before anything is installed.
What was installed is remembered by a stamp, so a second start installs nothing.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "packaging" / "locks"
KNOWN = ("3.13", "3.12", "3.11", "3.14")
OLDEST = (3, 11)

# What Qt opens at start (windows by X11 and Wayland, text, printing), and the Debian package it comes in.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}


class CannotSetUp(Exception):
    """Something is missing that this script may not bring; the text says what to do."""


def main() -> int:
    """Set up, or say in one sentence what to do. 0 when ready, 1 when not."""
    parser = argparse.ArgumentParser(description="Make the environment Healing Partner runs in.")
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv", help="the folder of the environment")
    parser.add_argument("--tests", action="store_true", help="also what the tests and checks need")
    asked = parser.parse_args()
    try:
        bring_qt_libraries()
        set_up(asked.venv if asked.venv.is_absolute() else ROOT / asked.venv, tests=asked.tests)
    except CannotSetUp as reason:
        print(reason, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as stopped:
        print("Setting up stopped at: " + " ".join(map(str, stopped.cmd)), file=sys.stderr)
        print("Nothing of yours was changed. The lines above say why; run the same command again.", file=sys.stderr)
        return 1
    return 0


# ---------------------------------------------------------------- the environment


def set_up(venv: Path, *, tests: bool) -> None:
    """Make `venv` when it is missing or broken, and install what its stamp does not yet promise."""
    python = python_of(venv)
    if version_of(str(python)) is None:
        make_venv(venv)
    version = version_of(str(python))
    if version is None:
        raise CannotSetUp("The environment in {} does not start. Remove that folder and try again.".format(venv))
    locks = [LOCKS / "tests.txt" if tests else LOCKS / "runtime.txt", LOCKS / "build.txt"]
    stamp = venv / ".healingpartner"
    promised = stamp.read_text("utf-8").splitlines() if stamp.is_file() else []
    wanted = fingerprint(version, locks)
    if wanted in promised:
        return
    print("Installing what Healing Partner needs into {}; this takes a minute or two …".format(venv), flush=True)
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "-qq",
        "--disable-pip-version-check",
        "--no-warn-script-location",
    ]
    subprocess.run(
        [*install, "--require-hashes", "--no-deps", *[part for lock in locks for part in ("-r", str(lock))]], check=True
    )
    subprocess.run([*install, "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)], check=True)
    subprocess.run(
        [str(python), "-m", "pip", "--disable-pip-version-check", "check"], check=True, stdout=subprocess.DEVNULL
    )
    kept = [wanted]
    if tests:  # the tests' set holds the whole runtime set
        kept.append(fingerprint(version, [LOCKS / "runtime.txt", LOCKS / "build.txt"]))
    stamp.write_text("\n".join(kept) + "\n", "utf-8")


def make_venv(venv: Path) -> None:
    """A fresh environment, made by a Python that is new enough."""
    python = find_python()
    if subprocess.run([python, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL, check=False).returncode:
        bring_packages(["python3-venv"], "Python's own venv module")
    print("Making {} with Python {} …".format(venv, version_of(python)), flush=True)
    subprocess.run([python, "-m", "venv", "--clear", str(venv)], check=True)


def find_python() -> str:
    """The Python that runs this, when new enough; else the newest known one on the path."""
    if sys.version_info[:2] >= OLDEST:
        # Inside an environment, its parent makes the new one.
        return getattr(sys, "_base_executable", None) or sys.executable
    for version in KNOWN:
        found = shutil.which("python" + version)
        if found and version_of(found):
            return found
    raise CannotSetUp(
        "Healing Partner needs Python 3.11, 3.12 or 3.13, and this computer has {}.{}. "
        "Install one of them (Debian and Ubuntu: apt install python3 python3-venv; others: python.org), "
        "then run the same command again.".format(*sys.version_info[:2])
    )


def version_of(python: str) -> str | None:
    """The full version of a Python that starts and is new enough, else None."""
    if not (shutil.which(python) or Path(python).is_file()):
        return None
    asked = subprocess.run(
        [python, "-c", "import sys; print('.'.join(map(str, sys.version_info[:3])))"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        universal_newlines=True,
        check=False,
    )
    version = asked.stdout.strip()
    if asked.returncode or not version:
        return None
    return version if tuple(map(int, version.split(".")[:2])) >= OLDEST else None


def python_of(venv: Path) -> Path:
    """Where an environment keeps its Python."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def fingerprint(version: str, locks: list[Path]) -> str:
    """What an installed set is known by: the Python, the locks, and how the project is built."""
    told = hashlib.sha256(version.encode())
    for file in locks:
        told.update(file.read_bytes())
    # What comes after this line in pyproject.toml changes how we check, not what is installed.
    told.update((ROOT / "pyproject.toml").read_text("utf-8").split("[tool.ruff]")[0].encode())
    told.update(str(ROOT).encode())
    return told.hexdigest()


# ---------------------------------------------------------------- system libraries


def bring_qt_libraries() -> None:
    """On Linux, see that each library Qt opens is there; install what is missing, or say the line that does."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not opens(library)]
    if missing:
        bring_packages(sorted(set(missing)), "system libraries Qt needs")


def opens(library: str) -> bool:
    """Whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def bring_packages(packages: list[str], what: str) -> None:
    """By apt-get when we are root on Debian or Ubuntu; otherwise stop and give the one line to run."""
    if not shutil.which("apt-get"):
        names = " ".join(packages)
        raise CannotSetUp("Missing: {}. Install what your system calls these Debian packages: {}".format(what, names))
    rooted = hasattr(os, "geteuid") and os.geteuid() == 0
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if rooted:
        print("Installing {}: {}".format(what, " ".join(packages)), flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    named = [name_here(package) for package in packages]
    line = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *named]
    if not rooted:
        raise CannotSetUp(
            "Missing: {}. Please run this line, then try again:\n  sudo apt-get install -y {}".format(
                what, " ".join(named)
            )
        )
    subprocess.run(line, check=True, env=quiet, stdout=subprocess.DEVNULL)


def name_here(package: str) -> str:
    """Since 2024 some Debian packages carry a t64 suffix; the name this system knows."""
    for name in (package + "t64", package):
        known = subprocess.run(
            ["apt-cache", "show", "--no-all-versions", name],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if known.returncode == 0:
            return name
    return package


if __name__ == "__main__":
    sys.exit(main())
