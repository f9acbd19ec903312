"""What came of every step, written down as the tour goes: `tour.json`."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

KIND, VERSION = "healingpartner.tour", 1


class NotHeld(Exception):
    """A step did not hold; `seen` says what was there instead."""

    def __init__(self, seen: str) -> None:
        """`seen`: for the book."""
        super().__init__("not held")
        self.seen = seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: its sentence, whether it held, what was seen, and the names of its pictures and papers."""

    n: int
    sentence: str
    held: bool
    seen: str
    screens: tuple[str, ...]
    papers: tuple[str, ...]


class Book:
    """The folder of a tour: `screens/`, `paper/` and `tour.json`."""

    def __init__(self, folder: Path) -> None:
        """Makes the folders; pictures and papers of an earlier tour are taken away."""
        self.folder, self.steps = folder, list[Step]()
        self.screens, self.papers = folder / "screens", folder / "paper"
        for place, ending in ((self.screens, "*.png"), (self.papers, "*.pdf")):
            place.mkdir(parents=True, exist_ok=True)
            for old in place.glob(ending):
                old.unlink()
        self._pictures = 0
        self._now: tuple[list[str], list[str]] = ([], [])

    def next_screen(self, name: str) -> Path:
        """Where the next picture goes: numbered, so that they stand in the order they were taken."""
        self._pictures += 1
        path = self.screens / f"{self._pictures:02d}-{name}.png"
        self._now[0].append(path.name)
        return path

    def next_paper(self, name: str) -> Path:
        """Where the next paper goes."""
        path = self.papers / f"{name}.pdf"
        self._now[1].append(path.name)
        return path

    def note(self, sentence: str, *, held: bool, seen: str) -> Step:
        """Write a step down, with the pictures and papers taken since the last one."""
        screens, papers = self._now
        step = Step(
            n=len(self.steps) + 1,
            sentence=sentence,
            held=held,
            seen=seen,
            screens=tuple(screens),
            papers=tuple(papers),
        )
        self._now = ([], [])
        self.steps.append(step)
        self._write()
        return step

    def held(self) -> bool:
        """Whether there were steps and every one held."""
        return bool(self.steps) and all(step.held for step in self.steps)

    def _write(self) -> None:
        body = {"kind": KIND, "version": VERSION, "steps": [asdict(step) for step in self.steps]}
        (self.folder / "tour.json").write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", "utf-8")
