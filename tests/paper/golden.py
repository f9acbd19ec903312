"""Golden outlines: what stands where on a paper, kept as text. HEALINGPARTNER_GOLDEN=write makes them anew."""

import os
from pathlib import Path

from paper.reading import outline, tags

FOLDER = Path(__file__).parent / "golden"


def same_as_kept(name: str, pdf: bytes) -> bool:
    """Whether the paper has the outline and the elements that are kept under this name."""
    path = FOLDER / f"{name}.txt"
    found = outline(pdf) + "\n" + "\n".join(tags(pdf)) + "\n"
    if os.environ.get("HEALINGPARTNER_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    kept = path.read_text(encoding="utf-8")
    assert found == kept
    return True
