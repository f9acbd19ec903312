"""The stationery: a letter sheet on which headings, words and promises are set one below the other.

Words of people come in as plain strings and are never read as markup. The sheet takes its language from
`Words`; in a language written from right to left it is the mirror image.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper import ink, signs
from healingpartner.paper.fonts import RENDERING, Role, chain
from healingpartner.paper.furniture import Furniture, reach
from healingpartner.paper.glyphs import Piece, Setter
from healingpartner.paper.ink import Colour
from healingpartner.paper.letters import plain, starts_right
from healingpartner.paper.lines import Line, set_lines
from healingpartner.paper.pages import FIRMEST, Draw, Page, Row, placed
from healingpartner.paper.pen import Pen
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.signs import Edges
from healingpartner.paper.tags import About, Tag, finished

_ONE_LINE = 70  # characters; what is longer runs over several lines and is read from its own side
TITLE_LIMIT = 300  # a title longer than this is cut in the file's own description, never on the paper


class Sheet:
    """One paper in the making. Everything is set from top to bottom; `printed` ends it."""

    def __init__(
        self, *, title: str, about: str, letterhead: Letterhead, words: Words, paper: Paper, made: Instant
    ) -> None:
        """`title`: of the whole paper; `about`: the person's name at the foot of every page; `made`: its day."""
        self.title, self.about, self.letterhead = title, about, letterhead
        self.words, self.paper, self.made = words, paper, made
        self.right = right_to_left(words)
        self.sizes = ink.sizes_of(paper)
        self.page_width, self.page_height = paper.size.points()
        self.margin = self.sizes.margin
        self.width = self.page_width - 2 * self.margin
        self.setter = Setter()
        self.root = Tag("Document")
        self._rows: list[Row] = []
        self._parent = self.root
        self._indent = 0.0
        self._outdent = 0.0
        self._depth = 0
        self._turned = self.right
        self._bar: tuple[Voice, Edges] | None = None
        self._head()

    # ---------------------------------------------------------------- what a paper is made of

    def heading(self, text: str | Sequence[Piece], *, level: int = 2) -> None:
        """A title (1) or a heading (2), kept with what follows."""
        size = self.sizes.title if level == 1 else self.sizes.heading
        pieces = [Piece(text, Role.TITLE)] if isinstance(text, str) else text
        self.gap(size * (0.35 if level == 1 else 0.95))
        self.text(pieces, size=size, role=f"H{level}", keep=True, tight=True)
        self.gap(size * (0.4 if level == 1 else 0.22), keep=True)

    def para(
        self, text: str, *, colour: Colour = ink.BLACK, role: Role = Role.TEXT, small: bool = False, keep: bool = False
    ) -> None:
        """A paragraph in the sheet's own voice; its lines begin where the first strong letter says."""
        size = self.sizes.small if small else self.sizes.body
        self.text([Piece(text, role, colour)], size=size, keep=keep)
        self.gap(size * 0.45)

    def label(self, text: str, colour: Colour, *, keep: bool = True) -> None:
        """A short line in heavy type above what it names."""
        self.text([Piece(text, Role.LABEL, colour)], size=self.sizes.small, keep=keep)

    def voice(self, label: str, text: str, voice: Voice, *, spoken: bool = False) -> None:
        """Words of one voice beside its bar: dashed for the practitioner, solid for the patient; `spoken` sets them
        as speech.
        """
        own_side = starts_right(text, otherwise=self.right) if len(text) > _ONE_LINE else self.right
        with self.facing(own_side), self.beside(voice), self.together():
            self.answer(label, text, voice, spoken=spoken)
        self.gap(self.sizes.body * 0.7)

    def answer(self, label: str, text: str, voice: Voice, *, spoken: bool = False) -> None:
        """A label behind the mark of its voice, and the words under it."""
        self.marked_label(label, voice)
        self.gap(2, keep=True)
        size = self.sizes.body * (1.06 if spoken else 1)
        self.text([Piece(text, Role.SPEECH if spoken else Role.TEXT)], size=size)

    def marked_label(self, label: str, voice: Voice) -> None:
        """The label of a voice behind its mark: a square for the practitioner, a disc for the patient."""
        edges, side = self.edges(), self.sizes.small * 0.52
        start = len(self._rows)
        with self.indented(side + 5):
            self.label(label, ink.VOICE[voice])
        row = self._rows[start]
        mark = signs.voice_mark(edges, voice, row.height, side)
        self._rows[start] = replace(row, ground=signs.both(row.ground, mark))

    def note(self, text: str) -> None:
        """A line or two in small soft type."""
        self.text([Piece(text, Role.TEXT, ink.SOFT)], size=self.sizes.small)

    def one_line(self, text: str, *, size: float, role: Role = Role.TEXT, colour: Colour = ink.BLACK) -> Line:
        """A short text as one line, however long, read from left to right; it is not yet on the sheet."""
        return set_lines(
            self.setter, [Piece(text, role, colour)], size=size, width=1e9, right=False, otherwise=False
        ).lines[0]

    def hand_line(self, caption: str, *, tall: bool = False) -> None:
        """A line to write on, and below it what is to be written there."""
        height = self.sizes.body * (3.4 if tall else 2.3)
        line = signs.hand_line(self.edges(), height)
        self.row(Row(height=height, ground=signs.both(self._ground(height), line), keep=FIRMEST))
        self.note(caption)

    def ticks(self, items: Iterable[str]) -> None:
        """A list with a drawn box to tick before each line."""
        self._list(items, signs.tick_box)

    def points(self, items: Iterable[str]) -> None:
        """A list with a drawn dot before each line."""
        self._list(items, signs.dot)

    def blank_lines(self, count: int) -> None:
        """Room to write by hand."""
        height = self.sizes.body * 2.1
        for at in range(count):
            self.row(
                Row(height=height, ground=signs.hand_line(self.edges(), height), keep=FIRMEST if at + 1 < count else 0)
            )
        self.gap(self.sizes.body)

    def gap(self, height: float, *, keep: bool = False) -> None:
        """Space; the bar of a voice runs on through it."""
        self.row(Row(height=height, ground=self._ground(height), gap=True, keep=FIRMEST if keep else 0))

    def rule(self, colour: Colour = ink.LINE, weight: float = 0.75) -> None:
        """A line across the column."""
        edges = self.edges()
        self.row(
            Row(
                height=weight,
                keep=FIRMEST,
                ground=signs.both(self._ground(weight), signs.line_across(edges, colour, weight)),
            )
        )

    def row(self, row: Row) -> None:
        """Anything else, already measured; beside a voice its bar runs on."""
        if row.ground is None and self._bar is not None:
            row = replace(row, ground=self._ground(row.height))
        self._rows.append(row)

    def mark(self) -> int:
        """How far the sheet has come, for `height_since`."""
        return len(self._rows)

    def height_since(self, mark: int) -> float:
        """Points that were set since then."""
        return sum(row.height for row in self._rows[mark:])

    # ---------------------------------------------------------------- where it stands

    @property
    def parent(self) -> Tag:
        """The element that new ones are hung on."""
        return self._parent

    @contextmanager
    def inside(self, role: str) -> Iterator[Tag]:
        """What is set meanwhile belongs to a new element of this role."""
        before, self._parent = self._parent, self._parent.add(role)
        try:
            yield self._parent
        finally:
            self._parent = before

    @contextmanager
    def indented(self, by: float) -> Iterator[None]:
        """What is set meanwhile stands `by` points further in."""
        self._indent += by
        try:
            yield
        finally:
            self._indent -= by

    @contextmanager
    def narrowed(self, by: float) -> Iterator[None]:
        """What is set meanwhile ends `by` points earlier."""
        self._outdent += by
        try:
            yield
        finally:
            self._outdent -= by

    @contextmanager
    def facing(self, right: bool) -> Iterator[None]:
        """What is set meanwhile begins at the right (or left) edge, whatever the language of the sheet."""
        before, self._turned = self._turned, right
        try:
            yield
        finally:
            self._turned = before

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is set meanwhile stays on one page, if one page can hold it."""
        start = len(self._rows)
        self._depth += 1
        yield
        self._rows[start:-1] = [replace(row, keep=row.keep or self._depth) for row in self._rows[start:-1]]
        self._depth -= 1

    @contextmanager
    def beside(self, voice: Voice) -> Iterator[None]:
        """What is set meanwhile stands beside the bar of a voice."""
        before, self._bar = self._bar, (voice, self.edges())
        try:
            with self.indented(16):
                yield
        finally:
            self._bar = before

    def edges(self) -> Edges:
        """The column at this indent, which is taken from the side where lines begin."""
        left, right = self.margin, self.page_width - self.margin
        if self._turned:
            return Edges(left + self._outdent, right - self._indent, turned=True)
        return Edges(left + self._indent, right - self._outdent, turned=False)

    def text(
        self,
        pieces: Sequence[Piece],
        *,
        size: float,
        role: str = "P",
        keep: bool = False,
        tight: bool = False,
        tag: Tag | None = None,
    ) -> None:
        """Pieces as one element, line by line; two lines of it are never left alone on a page."""
        edges = self.edges()
        setting = set_lines(
            self.setter, pieces, size=size, width=edges.right - edges.left, right=None, otherwise=self.right
        )
        # A longer text is read from its own side; a single line stands where the column begins.
        from_right = edges.turned if len(setting.lines) == 1 or role != "P" else setting.right
        own = tag or self._parent.add(role, spoken=setting.spoken)
        own.spoken = setting.spoken
        last = len(setting.lines) - 1
        for at, line in enumerate(setting.lines):
            height = size * (1.18 if tight else self.sizes.leading) * line.tall
            self.row(
                Row(
                    height=height,
                    ground=self._ground(height),
                    keep=FIRMEST if keep or at == 0 < last or at == last - 1 else 0,
                    write=signs.text_line(
                        own, line, edges.right - line.width if from_right else edges.left, height, size
                    ),
                )
            )

    # ---------------------------------------------------------------- the end

    def printed(self) -> Printed:
        """The finished paper."""
        furniture = Furniture(
            setter=self.setter,
            words=self.words,
            letterhead=self.letterhead,
            about=self.about,
            title=self.title,
            sizes=self.sizes,
            width=self.page_width,
            height=self.page_height,
            turned=self.right,
        )
        pages = placed(self._rows, top=furniture.top, room=furniture.room)
        title = plain(self.title)[:TITLE_LIMIT] or plain(self.words.say("Paper"))
        with RENDERING:
            drawn = self._drawn(pages, furniture)
        about = About(
            title=title,
            language=self.words.locale.replace("_", "-"),
            author=plain(self.letterhead.practice),
            made=self.made,
        )
        return Printed(
            pdf=finished(drawn, self.root, about),
            title=title,
            pages=len(pages),
            unprintable=tuple(self.setter.unprintable),
        )

    def _drawn(self, pages: Sequence[Page], furniture: Furniture) -> bytes:
        from reportlab.pdfgen.canvas import Canvas

        out = BytesIO()
        first = chain(Role.TEXT)[0].font.fontName
        canvas = Canvas(
            out,
            pagesize=(self.page_width, self.page_height),
            invariant=1,
            pageCompression=1,
            initialFontName=first,
            lang=self.words.locale.replace("_", "-"),
        )
        pen = Pen(canvas, self.page_height)
        for number, page in enumerate(pages):
            pen.aside(furniture=True)
            furniture.draw(pen, number, len(pages))
            pen.aside()
            for row, y in page:
                if row.ground:
                    row.ground(pen, y)
            for row, y in page:
                if row.write:
                    row.write(pen, y)
            pen.next_page()
        canvas.save()
        return out.getvalue()

    # ---------------------------------------------------------------- parts

    def _head(self) -> None:
        """The letterhead: who writes and on which day, above a line."""
        head, small = self.letterhead, self.sizes.small
        date = self.words.date(self.made, "long")
        day = set_lines(
            self.setter,
            [Piece(date, Role.TEXT, ink.SOFT)],
            size=small,
            width=self.width,
            right=self.right,
            otherwise=self.right,
        ).lines[0]
        first = Tag("P", spoken=plain(date) if self.right else "")
        if head.practice:
            with self.narrowed(day.width + 20):
                start = len(self._rows)
                self.text([Piece(head.practice, Role.STRONG)], size=self.sizes.body, keep=True)
        else:
            start = len(self._rows)
            self.row(Row(height=self.sizes.body * self.sizes.leading, keep=FIRMEST))
        self._parent.kids.append(first)
        row, edges = self._rows[start], self.edges()
        beside = signs.text_line(first, day, edges.left if self.right else edges.right - day.width, row.height, small)
        self._rows[start] = replace(row, write=signs.both(row.write, beside))
        who = " · ".join(isolated(part) for part in (head.practitioner, head.title) if part)
        for part in (who, reach(head, ", ".join(head.address))):
            if part:
                self.text([Piece(part, Role.TEXT, ink.SOFT)], size=small, keep=True)
        self.gap(7, keep=True)
        self.rule(ink.MINE, 1.6)
        self.gap(self.sizes.body * 0.8, keep=True)

    def _list(self, items: Iterable[str], sign: Callable[[Edges, Tag, float, float], Draw]) -> None:
        size = self.sizes.body
        with self.inside("L"):
            for item in items:
                with self.inside("LI") as element:
                    label, body, start = element.add("Lbl"), element.add("LBody"), len(self._rows)
                    with self.indented(size * 1.75):
                        self.text([Piece(item)], size=size, tag=body)
                    row = self._rows[start]
                    drawn = sign(self.edges(), label, row.height, size)
                    self._rows[start] = replace(row, write=signs.both(drawn, row.write))
                self.gap(size * 0.3)
        self.gap(size * 0.3)

    def _ground(self, height: float) -> Draw | None:
        return signs.bar(self._bar[1], self._bar[0], height) if self._bar else None


def right_to_left(words: Words) -> bool:
    """Whether the language is written from right to left."""
    from babel import Locale

    return bool(Locale.parse(words.locale).text_direction == "rtl")
