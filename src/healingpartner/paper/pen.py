"""The pen: puts lines of text and simple shapes on a page, each inside the mark that tells what it is.

Distances are in points; `y` grows downward from the top edge, as one reads.
"""

from collections.abc import Callable, Iterable
from typing import Any
from unicodedata import category

from healingpartner.paper.fonts import Role, chain
from healingpartner.paper.glyphs import BOX_TYPE, code_point
from healingpartner.paper.ink import Colour
from healingpartner.paper.lines import Line, Run
from healingpartner.paper.tags import Mark, Tag

_FURNITURE = "/Artifact <</Type /Pagination>> BDC"


class Pen:
    """Draws on the pages of one document, one after another."""

    def __init__(self, canvas: Any, height: float) -> None:
        """`canvas`: reportlab's; `height`: of the page."""
        self._canvas = canvas
        self._height = height
        self._page = 0
        self._marks = 0
        self._open: Tag | None = None
        self._inside = False

    # ---------------------------------------------------------------- marks

    def into(self, tag: Tag) -> None:
        """What follows belongs to this element."""
        if self._inside and self._open is tag:
            return
        self.close()
        self._canvas._code.append(f"/{tag.role} <</MCID {self._marks}>> BDC")  # noqa: SLF001 - reportlab has no door
        tag.kids.append(Mark(self._page, self._marks))
        self._marks += 1
        self._open, self._inside = tag, True

    def aside(self, *, furniture: bool = False) -> None:
        """What follows is decoration, or furniture of the page, and is not read aloud."""
        self.close()
        self._canvas._code.append(_FURNITURE if furniture else "/Artifact BMC")  # noqa: SLF001
        self._inside = True

    def close(self) -> None:
        """End what was begun."""
        if self._inside:
            self._canvas._code.append("EMC")  # noqa: SLF001
        self._open, self._inside = None, False

    def next_page(self) -> None:
        """End this page and begin another."""
        self.close()
        self._canvas.showPage()
        self._page += 1
        self._marks = 0

    # ---------------------------------------------------------------- text

    def line(self, line: Line, x: float, base: float, size: float) -> None:
        """One line, its left end at `x`, standing on `base`."""
        left = x
        pending: list[Run] = []
        for run in line.runs:
            if run.face is None:
                left = self._runs(pending, left, base, size)
                pending = []
                self._boxed(run, left, base, size)
                left += run.width
            else:
                pending.append(run)
        self._runs(pending, left, base, size)

    def _runs(self, runs: Iterable[Run], x: float, base: float, size: float) -> float:
        text = None
        for run in runs:
            if text is None:
                self._canvas.setLineWidth(size * 0.025)
                text = self._canvas.beginText(x, self._height - base)
            text.setFont(run.face.font.fontName if run.face else "", size)
            text.setFillColorRGB(*run.colour)
            text.setStrokeColorRGB(*run.colour)
            text.setTextRenderMode(2 if run.thicken else 0)
            text.setRise(run.rise)
            text.textOut(run.text)
            x += run.width
        if text is not None:
            text.setTextRenderMode(0)
            text.setRise(0)
            self._canvas.drawText(text)
        return x

    def _boxed(self, run: Run, x: float, base: float, size: float) -> None:
        """A character that no face can write: its code point in a frame, with the character itself for readers."""
        label = code_point(run.text)
        face, small = chain(Role.TEXT)[0], size * BOX_TYPE
        ink = sum(map(face.width, label)) * small / 1000
        nothing = category(run.text) in {"Cc", "Cs"} or ord(run.text) & 0xFFFE == 0xFFFE
        text = label if nothing else run.text
        self._canvas._code.append(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC")  # noqa: SLF001
        edge = (run.width - ink) / 2
        self._unseen_dash(x, base, size)
        self._canvas.setStrokeColorRGB(*run.colour)
        self._canvas.setLineWidth(size * 0.05)
        self._canvas.roundRect(
            x + edge * 0.4,
            self._height - base - size * 0.19,
            run.width - edge * 0.8,
            size * 0.82,
            size * 0.12,
            stroke=1,
            fill=0,
        )
        self._canvas.setFillColorRGB(*run.colour)
        self._canvas.setFont(face.font.fontName, small)
        self._canvas.drawString(x + edge, self._height - base, label)
        self._unseen_dash(x + run.width - face.width("-") * size / 1000, base, size)
        self._canvas._code.append("EMC")  # noqa: SLF001

    def _unseen_dash(self, x: float, base: float, size: float) -> None:
        """Readers take the extent and size of a marked text from the first and last letter written in it."""
        unseen = self._canvas.beginText(x, self._height - base)
        unseen.setTextRenderMode(3)
        unseen.setFont(chain(Role.TEXT)[0].font.fontName, size)
        unseen.textOut("-")
        unseen.setTextRenderMode(0)
        self._canvas.drawText(unseen)

    # ---------------------------------------------------------------- shapes

    def rule(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        colour: Colour,
        weight: float = 0.75,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A straight line; `dash`: on and off lengths."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(weight)
        self._canvas.setDash(*(([*dash], 0) if dash else ([], 0)))
        self._canvas.line(x0, self._height - y0, x1, self._height - y1)
        self._canvas.setDash([], 0)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        edge: Colour | None = None,
        fill: Colour | None = None,
        weight: float = 0.75,
        radius: float = 0,
    ) -> None:
        """A rectangle, its upper left corner at x, y."""
        if edge:
            self._canvas.setStrokeColorRGB(*edge)
            self._canvas.setLineWidth(weight)
        if fill:
            self._canvas.setFillColorRGB(*fill)
        draw = self._canvas.roundRect if radius else self._canvas.rect
        corner = (radius,) if radius else ()
        draw(
            x,
            self._height - y - height,
            width,
            height,
            *corner,
            stroke=int(edge is not None),
            fill=int(fill is not None),
        )

    def disc(self, x: float, y: float, radius: float, *, fill: Colour) -> None:
        """A filled circle round x, y."""
        self._canvas.setFillColorRGB(*fill)
        self._canvas.circle(x, self._height - y, radius, stroke=0, fill=1)

    def stroke(self, draw: Callable[[Any], None], *, colour: Colour, weight: float) -> None:
        """A free path with round ends; `draw` gets reportlab's path, whose y grows upward from `self.up(0)`."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(weight)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        path = self._canvas.beginPath()
        draw(path)
        self._canvas.drawPath(path, stroke=1, fill=0)
        self._canvas.setLineCap(0)
        self._canvas.setLineJoin(0)

    def drawing(self, code: str, x: float, y: float) -> None:
        """Shapes written beforehand in PDF's own marks, counted from a lower left corner that comes to x, y.

        A picture of hundreds of equal shapes is written once and put down many times.
        """
        self._canvas._code.append(f"q 1 0 0 1 {x:.2f} {self._height - y:.2f} cm {code} Q")  # noqa: SLF001

    def up(self, y: float) -> float:
        """The same height counted from the bottom edge, as paths and figure boxes need it."""
        return self._height - y
