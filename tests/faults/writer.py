"""A child process that writes to a practice until it is killed, saying each committed line on stdout."""

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


def main() -> None:
    """Write for ever: argv is the folder and the data key in hex."""
    practice = open_practice(Path(sys.argv[1]), data_key=bytes.fromhex(sys.argv[2]), clock=SystemClock())
    number = 0
    while True:
        number += 1
        seq = practice.do(write, number, by=Voice.PRACTITIONER)
        sys.stdout.write(f"{seq}\n")
        sys.stdout.flush()
        if number % 50 == 0:
            practice.vault.settle_down()


if __name__ == "__main__":
    main()
