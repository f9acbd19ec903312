"""Processes that write to a practice until they are killed, saying each committed line on stdout."""

import os
import sys
from pathlib import Path

from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.voices import Voice
from healingpartner.practice import open_practice
from healingpartner.vault.transaction import Table, Transaction

RELEASED = Table("exchange", "released")


def write(tx: Transaction, number: int) -> int:
    """Two rows and found words, as a real act has."""
    for part in ("a", "b"):
        row = {
            "id": f"{tx.act_id}-{part}", "person_id": f"p{number % 7}", "what": f"page {number}", "to_whom": "x",
            "why": "y", "way": "printed", "outcome": "left", "bytes": number, "sha256": "00",
            "at_us": tx.at.utc_us, "at_offset": 0, "at_zone": "UTC",
        }  # fmt: skip
        tx.put(RELEASED, row, person_id=f"p{number % 7}")
    tx.remember_words(
        room="exchange", kind="page", subject_id=tx.act_id, person_id=None, title=f"page {number}", words="heron " * 40
    )
    return tx.head().seq


def write_for_ever(folder: Path, data_key: bytes) -> None:
    """Open the practice and write until the kill comes."""
    practice = open_practice(folder, data_key=data_key, clock=SystemClock())
    number = 0
    while True:
        number += 1
        seq = practice.do(write, number, by=Voice.PRACTITIONER)
        sys.stdout.write(f"{seq}\n")
        sys.stdout.flush()
        if number % 50 == 0:
            practice.vault.settle_down()


def main() -> None:
    """A writer of its own for each line on stdin: forked, so that the program is loaded once and not two hundred times.

    argv is the folder and the data key in hex. Says "child" and its number, and "gone" once it is.
    """
    folder, data_key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
    for _line in sys.stdin:
        child = os.fork()
        if not child:
            try:
                write_for_ever(folder, data_key)
            finally:
                os._exit(1)
        sys.stdout.write(f"child {child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("gone\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
