"""Make the fixture practice of the newest schema: `.venv/bin/python packaging/fixture_practice.py`.

Run once for every schema that lands, then never again for it: what an older program wrote is the point. A table
without a row is named, so that `tests/whole_life.py` gets a part for it first.
"""

import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "tests" / "fixtures" / "practices"
LIVED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def main(again: bool) -> int:
    """Make it in `tests/fixtures/practices/NNNN`. 1 when it stands there already and `again` is not wanted."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    from healingpartner.foundation.clock import SteppingClock
    from healingpartner.foundation.paths import HOME_VARIABLE
    from healingpartner.practice import create_practice
    from healingpartner.vault import migrations, proof
    from healingpartner.vault.calibration import Cost

    live = import_module("whole_life").live

    target = KEPT / f"{migrations.newest():04d}"
    if target.exists() and not again:
        print(f"{target.relative_to(ROOT)} stands already; --again makes it anew, until it has landed.")
        return 1
    with tempfile.TemporaryDirectory() as place:
        os.environ[HOME_VARIABLE] = str(Path(place) / "home")
        made = create_practice(
            Path(place) / "Elm Street.healing",
            passphrase="seven quiet herons wade at dawn",
            clock=SteppingClock(LIVED),
            entropy=Random(migrations.newest()).randbytes,
            cost=Cost(memory_kib=64 * 1024, passes=1, lanes=2),
        )
        live(made.practice)
        db = made.practice.db
        empty = [table for table in proof.room_tables(db) if not db.value(f"SELECT count(*) FROM {table}")]
        data_key, chain = made.practice.vault.data_key.hex(), made.practice.vault.head().chain
        made.practice.close()
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(made.practice.vault.place.folder, target, ignore=shutil.ignore_patterns("practice.lock"))
    (target / "opens-by.txt").write_text(f"{data_key}\n{made.recovery_code}\n{chain}\n", "utf-8")
    print(f"{target.relative_to(ROOT)}: {sum(path.stat().st_size for path in target.rglob('*.*')) // 1024} KiB")
    if empty:
        print(f"Without a row: {', '.join(empty)}")
    return 0


if __name__ == "__main__":
    sys.exit(main("--again" in sys.argv[1:]))
