"""Long codes on paper: fingerprints and marks of the ledger, to be compared by eye or typed."""

from healingpartner.paper import signs
from healingpartner.paper.pages import Row
from healingpartner.paper.stationery import Sheet
from healingpartner.paper.tags import Tag


def grouped(sheet: Sheet, code: str) -> None:
    """A long code in groups of four, eight to a line, read from left to right in every language."""
    groups = [code[at : at + 4] for at in range(0, len(code), 4)]
    tag: Tag = sheet.parent.add("P", spoken=" ".join(groups))
    size, edges = sheet.sizes.body, sheet.edges()
    for start in range(0, len(groups), 8):
        line = sheet.one_line("   ".join(groups[start : start + 8]), size=size)
        x = edges.right - line.width if edges.turned else edges.left
        height = size * sheet.sizes.leading
        sheet.row(Row(height=height, write=signs.text_line(tag, line, x, height, size)))


def first_groups(code: str) -> str:
    """The first two groups of a long code, enough to tell one text from another by eye."""
    return f"{code[:4]} {code[4:8]}"
