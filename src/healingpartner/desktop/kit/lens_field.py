"""A text field that looks at words through the lens while they are typed; it never stops anyone and changes nothing.

Used as `TextField` is, wherever a practitioner writes:

    LensField(_("How it ends"), where=Where.LETTERS, own_words=("diabetic",), names=("Mira Rahimi",), lines=2)

`where` is the kind of text; `own_words` are what the person calls themself; `names`, what they are called: both are
added to what the page it stands on knows of whom one writes (`Page.about_whom`). Words to look at are underlined,
wavy or dotted, and listed below the field, each with the reason and with other words; these replace only when one of
them is pressed, and Ctrl+Z takes that back. `kept`, `replaced` and `given_back` name the entry; they are counted for
the practitioner's own eyes alone, and never beside a person.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from healingpartner.desktop import lens_counts, tokens
from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.mark_list import MarkList, words_to_look_at
from healingpartner.desktop.kit.measure import colour
from healingpartner.desktop.kit.plain_label import set_tip
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.lens_choice import chosen_lens
from healingpartner.desktop.page import Page
from healingpartner.desktop.tokens import Tokens
from healingpartner.language.lens.entries import Level, Where
from healingpartner.language.lens.looking import Lens, Mark, Reader
from healingpartner.language.lens.offsets import utf16_places
from healingpartner.language.lens.paragraph import key_of

REST_MS, STEP_MS = 300, 12
_FILL_IN = "…"
Whom = tuple[tuple[str, ...], tuple[str, ...]]


class LensField(TextField):
    """Words on several lines, looked at after each rest of the hands. `changed` also when a word is replaced."""

    kept = Signal(str)
    replaced = Signal(str)
    given_back = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        value: str = "",
        hint: str = "",
        example: str = "",
        lines: int = 3,
        where: Where = Where.PLANS,
        own_words: Iterable[str] = (),
        names: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """As `TextField`, with the kind of text, the words a person chose for themself, and what they are called."""
        super().__init__(label, value=value, hint=hint, example=example, lines=lines, parent=parent)
        self._where, self._own_words, self._names = where, tuple(own_words), tuple(names)
        self._lens: Lens | None = None
        self._reader: Reader | None = None
        self._whom: Whom = ((), ())
        self._steps: Iterator[None] | None = None
        self._seen = ""
        self._marks: tuple[Mark, ...] = ()
        self._shown: Mark | None = None
        self._drawn_in: Tokens | None = None
        self._rest = _timer(self, REST_MS, self.look)
        self._next = _timer(self, 0, self._go_on)
        self.list = MarkList(label)
        self.list.replace.connect(self._replace)
        self.list.keep.connect(self._keep)
        self.list.looked_at.connect(self._show)
        self.column.insertWidget(self.column.indexOf(self.editor) + 1, self.list)
        self.text.textChanged.connect(self._rest.start)
        self.text.viewport().installEventFilter(self)
        self.kept.connect(lens_counts.add_kept)
        self.replaced.connect(lens_counts.add_replaced)
        self.given_back.connect(lens_counts.add_given_back)
        self.look()

    def set_value(self, words: str) -> None:
        """Show `words` without saying that they changed; what was kept of other words is forgotten."""
        super().set_value(words)
        self._spared: set[tuple[str, str]] = set()
        self._last: tuple[tuple[str, str], int] | None = None

    def set_own_words(self, own_words: Iterable[str]) -> None:
        """The words the person chose for themself, once they are known."""
        self._own_words, self._reader = tuple(own_words), None
        self._rest.start()

    def marks(self) -> tuple[Mark, ...]:
        """What is marked now, but for words that were kept."""
        return self._marks

    def look(self) -> None:
        """Look now, in steps so short that typing never waits; `look` comes by itself at each rest."""
        self._rest.stop()
        self._seen = self.value()
        lens = chosen_lens() if self._seen.strip() else None
        if lens is None:
            self._steps = self._reader = self._lens = None
            self._take(())
            return
        whom = self._about_whom()
        if self._reader is None or lens is not self._lens or whom != self._whom:
            self._lens, self._whom = lens, whom
            self._reader = Reader(lens, self._where, own_words=whom[0], names=whom[1])
        self._steps = self._reader.steps(self._seen)
        self._go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again where the page knows more of whom one writes than when the field was made."""
        super().showEvent(event)
        if self._about_whom() != self._whom:
            self.look()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the underlines again in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._marks and self._drawn_in is not tokens.now():
            self._underline()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say why a word is marked where the mouse rests on it; keys find the same in the list."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            set_tip(self.text.viewport(), mark.reason if mark is not None else "")
        return super().eventFilter(watched, event)

    def _mark_at(self, place: QPoint) -> Mark | None:
        at = self.text.cursorForPosition(place).position()
        places = utf16_places(self._seen, [edge for one in self._marks for edge in (one.start, one.end)])
        pairs = zip(self._marks, places[::2], places[1::2], strict=True)
        return next((mark for mark, start, end in pairs if start <= at < end), None)

    def _about_whom(self) -> Whom:
        """(own words, names), with what the nearest page that is about somebody knows."""
        parent = self.parentWidget()
        while parent is not None:
            called = parent.about_whom() if isinstance(parent, Page) else None
            if called is not None:
                return (*self._own_words, *called.own_words), (*self._names, *called.names)
            parent = parent.parentWidget()
        return self._own_words, self._names

    def _go_on(self) -> None:
        if self._steps is None or self._reader is None:
            return
        clock = QElapsedTimer()
        clock.start()
        for _step in self._steps:
            if clock.hasExpired(STEP_MS):
                self._next.start()
                return
        self._steps = None
        if self._seen == self.value():
            self._take(self._reader.marks)
        else:
            self._rest.start()

    def _take(self, marks: tuple[Mark, ...]) -> None:
        before = bool(self._marks)
        self._marks = tuple(one for one in marks if _spared_as(one) not in self._spared)
        if self._last is not None and self.text.document().isRedoAvailable():
            (entry_id, words), count = self._last
            if self._how_many((entry_id, words)) >= count:
                self._last = None
                self.given_back.emit(entry_id)
        self._shown = None
        self.list.show_marks(self._marks)
        self._underline()
        if self._marks and not before and self.text.hasFocus():
            announce(self, words_to_look_at(len(self._marks)))

    def _underline(self) -> None:
        """Draw what is marked; a text that went on keeps its underlines until it is looked at again."""
        if self.value() != self._seen:
            return
        self._drawn_in = tokens.now()
        places = [place for one in self._marks for place in (one.start, one.end)]
        units = iter(utf16_places(self._seen, places))
        found = []
        for mark in self._marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(next(units), next(units))
            selection.format = _underlined(mark.level, shown=mark is self._shown)
            found.append(selection)
        self.text.setExtraSelections(found)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _cursor_of(self, mark: Mark) -> QTextCursor | None:
        """The mark in the text as it is now; None when the text went on and it has to be looked at again."""
        if self.value() != self._seen or mark not in self._marks:
            self.look()
            return None
        return self._cursor(*utf16_places(self._seen, (mark.start, mark.end)))

    def _replace(self, mark: Mark, words: str) -> None:
        cursor = self._cursor_of(mark)
        if cursor is None:
            return
        start = cursor.selectionStart()
        self._last = _spared_as(mark), self._how_many(_spared_as(mark))
        cursor.insertText(words)
        cursor.setPosition(start)
        before, fill_in, _after = words.partition(_FILL_IN)
        cursor.setPosition(start + utf16_places(words, (len(before),))[0])
        if fill_in:
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.setFocus()
        self.replaced.emit(mark.entry_id)
        self.look()

    def _how_many(self, spared_as: tuple[str, str]) -> int:
        return sum(_spared_as(one) == spared_as for one in self._marks)

    def _keep(self, mark: Mark) -> None:
        number = self._marks.index(mark) if mark in self._marks else 0
        self._spared.add(_spared_as(mark))
        self.kept.emit(mark.entry_id)
        self._take(self._marks)
        if not self.list.focus_row(number):
            self.text.setFocus()

    def _show(self, mark: Mark | None) -> None:
        """Bring a mark into sight and tint it, while its line of the list has the focus; the caret stays."""
        if mark is self._shown:
            return
        self._shown = mark
        self._underline()
        if mark is not None and self.value() == self._seen:
            block = self._cursor(*utf16_places(self._seen, (mark.start, mark.end))).block()
            bar, line = self.text.verticalScrollBar(), block.firstLineNumber()
            if not bar.value() <= line < bar.value() + bar.pageStep():
                bar.setValue(line)


def _timer(owner: QWidget, milliseconds: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer


def _spared_as(mark: Mark) -> tuple[str, str]:
    return mark.entry_id, key_of(mark.words)


def _underlined(level: Level, *, shown: bool) -> QTextCharFormat:
    amber = level is Level.AMBER
    wave, dots = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DotLine
    look = QTextCharFormat()
    look.setUnderlineStyle(wave if amber else dots)
    look.setUnderlineColor(colour("warn" if amber else "mine"))
    if shown:
        look.setBackground(colour("warn_tint" if amber else "mine_tint"))
    return look
