"""The rows of the comparison as the table shows them: those of the grid that paper draws, and pictures of people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from healingpartner.desktop.plans.option_words import standing_chip
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions.grid import Fixed, Line, grid_of
from healingpartner.plans.decisions.model import Decision, Option
from healingpartner.plans.steps.model import Step
from healingpartner.plans.versions.model import Names

PICTURES, STANDING = "pictures", "standing"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One row. voice: whose words stand in it, None for what is both's; row_id: of a row that somebody added, or ""."""

    key: str
    title: str
    cells: tuple[str, ...]
    voice: Voice | None = None
    row_id: str = ""

    @property
    def is_speech(self) -> bool:
        """Whether the patient's own words stand in it."""
        return self.key == Fixed.BODY.value


def side_rows(
    decision: Decision, options: Sequence[Option], names: Names, *, steps: Iterable[Step] = ()
) -> tuple[SideRow, ...]:
    """Every row in which at least one way says something, every added one, and what became of each way."""
    rows: list[SideRow] = []
    for line in grid_of(decision, options, steps=steps).lines:
        if line.row_id or not line.is_empty:
            rows.append(_row(line))
        if line.fixed is Fixed.NUMBERS and shared_outcomes(options):
            rows.append(SideRow(key=PICTURES, title=_("As people"), cells=("",) * len(options)))
    said = tuple(chip[0] if (chip := standing_chip(one, decision, names)) is not None else "" for one in options)
    if any(said):
        rows.append(SideRow(key=STANDING, title=_("What became of it"), cells=said))
    return tuple(rows)


def shared_outcomes(options: Iterable[Option]) -> tuple[str, ...]:
    """What is counted for any of these ways, in the order met."""
    return tuple(dict.fromkeys(one.outcome for option in options for one in option.estimates if one.has_numbers))


def _row(line: Line) -> SideRow:
    return SideRow(
        key=line.fixed.value if line.fixed is not None else f"row:{line.row_id}",
        title=line.title,
        cells=tuple("\n".join(cell.said) for cell in line.cells),
        voice=None if line.voice is Voice.BOTH else line.voice,
        row_id=line.row_id,
    )
