"""Pin every dependency with the hashes of its published files, for all systems and Pythons at once.

`make lock` writes packaging/locks/runtime.txt, tests.txt (which holds the runtime set) and build.txt.
The files name no index and no folder of the machine that made them.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = Path("packaging/locks")
OLDEST = "3.11"
NAMES_A_PLACE = ("--index", "--extra-index", "--find-links", "-i ", "-f ", "file:", "http")


def main() -> int:
    """Compile the three files, each bound by the one before."""
    (ROOT / LOCKS).mkdir(exist_ok=True)
    intel_macs = str(LOCKS / "intel-mac.in")
    compile_lock("runtime.txt", ["pyproject.toml", intel_macs])
    compile_lock("tests.txt", ["pyproject.toml", intel_macs, "--group", "test"], bound_by="runtime.txt")
    compile_lock("build.txt", ["--group", "build"], bound_by="tests.txt")
    return 0


def compile_lock(name: str, sources: list[str], *, bound_by: str = "") -> None:
    """One universal file. Raises SystemExit when a line would name a place."""
    command = [
        "uv", "pip", "compile", "--quiet", "--universal", "--python-version", OLDEST, "--no-config", "--upgrade",
        "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links",
        *sources, "--output-file", str(LOCKS / name),
    ]  # fmt: skip
    if bound_by:
        command += ["--constraints", str(LOCKS / bound_by)]
    elsewhere = ("UV_INDEX", "UV_DEFAULT_INDEX", "UV_EXTRA_INDEX_URL", "UV_INDEX_URL", "UV_FIND_LINKS")
    clean = {key: value for key, value in os.environ.items() if key not in elsewhere}
    clean["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{clean.get('PATH', '')}"
    subprocess.run(command, cwd=ROOT, check=True, env=clean)
    lines = (ROOT / LOCKS / name).read_text("utf-8").splitlines()
    for line in lines:
        if line.startswith(NAMES_A_PLACE) or " @ " in line:
            raise SystemExit(f"{name} names a place: {line}")
    print(f"{LOCKS / name}: {sum(line[:1].isalnum() for line in lines)} pins")


if __name__ == "__main__":
    sys.exit(main())
