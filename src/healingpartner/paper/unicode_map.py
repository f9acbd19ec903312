"""Letters found again: the table in each embedded font from drawn codes back to Unicode.

reportlab writes characters above U+FFFF with five hexadecimal digits, which every reader takes for
something else; here each is written as its UTF-16 pair, in blocks no longer than the format allows.
"""

from collections.abc import Sequence
from typing import Any

_BLOCK = 100  # the format's limit for one bfchar block


def mended_font(name: str, path: str) -> Any:
    """A reportlab font of that file whose way back to Unicode is whole."""
    from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

    class MendedFont(TTFont):  # type: ignore[misc]
        """A font whose ToUnicode tables are written by `to_unicode`."""

        def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
            """Let the font be embedded, then put the mended tables in place."""
            subsets = [list(subset) for subset in self.state[doc].subsets]
            super().addObjects(doc)
            for number, subset in enumerate(subsets):
                base = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("latin-1")
                doc.idToObject["toUnicodeCMap:" + base].content = to_unicode(base, subset)

    return MendedFont(name, path, shapable=False)


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """The CMap for one subset: place in the subset → UTF-16BE of its character. Places of 0 stay out."""
    pairs = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset) if point]
    blocks = [pairs[at : at + _BLOCK] for at in range(0, len(pairs), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be", "replace").hex().upper()
