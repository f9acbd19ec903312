"""What stands on every page round the text: whose paper it is, which page of how many, how to reach us."""

from dataclasses import dataclass

from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import Words
from healingpartner.paper import ink
from healingpartner.paper.fonts import Role
from healingpartner.paper.glyphs import Piece, Setter
from healingpartner.paper.ink import Colour, Sizes
from healingpartner.paper.letters import from_left, paragraphs
from healingpartner.paper.lines import Line, set_lines
from healingpartner.paper.pen import Pen
from healingpartner.paper.printed import Letterhead

_LONGEST = 400  # characters that could ever fit in one line


def reach(letterhead: Letterhead, first: str) -> str:
    """How to reach the practice, in one line, behind its name or its address."""
    parts = (isolated(first), from_left(letterhead.phone), from_left(letterhead.email))
    return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The head and foot of the pages of one paper; lengths in points."""

    setter: Setter
    words: Words
    letterhead: Letterhead
    about: str
    title: str
    sizes: Sizes
    width: float
    height: float
    turned: bool

    @property
    def top(self) -> float:
        """Where the text begins."""
        return 46 + self.sizes.small * 1.3

    @property
    def room(self) -> float:
        """Points from there to the last line of text."""
        return self.height - self.top - self._foot - 14

    @property
    def _foot(self) -> float:
        return 34 + self.sizes.small * 1.3 * 2 + 8

    def draw(self, pen: Pen, number: int, pages: int) -> None:
        """The furniture of page `number` (counted from 0) of `pages`."""
        left, right = self.sizes.margin, self.width - self.sizes.margin
        step, small = self.sizes.small * 1.3, self.sizes.small
        if number:
            self._pair(pen, self.letterhead.practice, self.title, 32 + small)
        foot = self.height - self._foot
        pen.rule(left, foot, right, foot, colour=ink.LINE)
        place = self.words.say("page {page} of {pages}").format(
            page=self.words.number(number + 1), pages=self.words.number(pages)
        )
        self._pair(pen, self.about, place, foot + 6 + small, colour=ink.BLACK)
        if line_of := reach(
            self.letterhead, "" if self.letterhead.practice == self.about else self.letterhead.practice
        ):
            line = self._fitted(line_of, right - left, ink.SOFT)
            self._put(pen, line, foot + 6 + small + step, at_start=True)

    def _pair(self, pen: Pen, first: str, second: str, base: float, *, colour: Colour = ink.SOFT) -> None:
        """Two short texts on one line, at its beginning and at its end; the second gives way last."""
        room = self.width - 2 * self.sizes.margin - 16
        left_over = room
        if second:
            end = self._fitted(isolated(second), room * (0.7 if first else 1), ink.SOFT)
            self._put(pen, end, base, at_start=False)
            left_over = room - end.width
        if first:
            self._put(pen, self._fitted(isolated(first), left_over, colour), base, at_start=True)

    def _put(self, pen: Pen, line: Line, base: float, *, at_start: bool) -> None:
        left, right = self.sizes.margin, self.width - self.sizes.margin
        x = left if at_start != self.turned else right - line.width
        pen.line(line, x, base, self.sizes.small)

    def _fitted(self, text: str, width: float, colour: Colour) -> Line:
        """The text on one line; a longer one is shortened with an ellipsis, since it stands in full in the body."""
        one = " ".join(paragraphs(text))
        lines = self._set(one[:_LONGEST], width, colour)
        if len(lines) == 1 and len(one) <= _LONGEST:
            return lines[0]
        fits, over = 0, min(len(one), _LONGEST)
        while over - fits > 1:
            middle = (fits + over) // 2
            if len(self._set(one[:middle].rstrip() + "…", width, colour)) == 1:
                fits = middle
            else:
                over = middle
        return self._set(one[:fits].rstrip() + "…", width, colour)[0]

    def _set(self, text: str, width: float, colour: Colour) -> tuple[Line, ...]:
        pieces = [Piece(text, Role.TEXT, colour)]
        return set_lines(
            self.setter, pieces, size=self.sizes.small, width=width, right=self.turned, otherwise=self.turned
        ).lines
