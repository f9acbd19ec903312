"""Reading an agreement on the turned view: all of it in one column, or one commitment at a time.

A commitment counts as seen once its end has stood on the screen. The way to the signature is at the end of the text,
beside an equally large way to think about it; what has not been shown yet is said and shown, never scolded.
"""

from collections.abc import Sequence, Set as AbstractSet

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.agreements.marks import Text
from healingpartner.agreements.negotiation.model import Point
from healingpartner.agreements.views import Names
from healingpartner.agreements.wording import exact_text
from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.open_points import AgreeWithAll, OpenPoints
from healingpartner.desktop.agreements.plain_words import PlainSwitch
from healingpartner.desktop.agreements.read_pages import BetweenTwo, StillOpen
from healingpartner.desktop.agreements.text import AgreementText
from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.language.aloud import minutes_aloud


class ReadingPage(QWidget):
    """`agrees`: the patient goes on to sign, having seen every commitment. `thinks`: they want time.

    grew: more has been shown than before. answered: as on a card of the text; agrees_with_all: in one press.
    compares: what changed is to be seen. typed_on: words are being typed.
    """

    agrees = Signal()
    thinks = Signal()
    grew = Signal()
    answered = Signal(object)
    agrees_with_all = Signal()
    compares = Signal()
    typed_on = Signal()

    def __init__(
        self,
        text: Text,
        *,
        seen: AbstractSet[str] = frozenset(),
        points: Sequence[Point] = (),
        names: Names | None = None,
        note: str = "",
        changed: bool = False,
        plain: bool = False,
    ) -> None:
        """`seen`: ids of commitments shown before, from a draft. points, names: what both say; the patient answers.

        note: said above the text; changed: whether an earlier text can be compared; plain: plain words are shown.
        """
        super().__init__()
        wording = text.wording
        self._ids = tuple(one.id for one in wording.commitments)
        self._seen = set(seen) & set(self._ids)
        self._at: int | None = None
        self._rest, self._stood = QTimer(self, singleShot=True, interval=0), (0, 0)
        self._rest.timeout.connect(self._look_at_rest)
        answering = Voice.PATIENT if names is not None else None
        self.text = AgreementText(text, points=points, names=names, answering=answering)
        self.open, self.agree_with_all = OpenPoints(), AgreeWithAll(Voice.PATIENT)
        self.between = None if names is None else BetweenTwo(names, len(self._ids))
        self.still_open = StillOpen()
        self.compare = LinkButton(_("See what changed"))
        self.compare.setVisible(changed)
        self.plain = PlainSwitch(wording, on=plain)
        self.text.show_plain(self.plain.on())
        self._note = PlainLabel(note, tone="ours")
        self._note.setVisible(bool(note))
        self.aloud = PlainLabel(_aloud_words(minutes_aloud(exact_text(wording))), tone="soft")
        self._points, self._answering = tuple(points), answering
        self.page = ScrollPage(wording.title, margin=4)
        self.one_at_a_time = QuietButton(_("One at a time"))
        self.one_at_a_time.setCheckable(True)
        self.choices = Choices(_("I agree and sign"))
        self.back, self.next = QuietButton(_("Back")), QuietButton(_("Next"))
        self._place, self._unseen = PlainLabel(tone="soft"), PlainLabel(tone="warn")
        self._lay_out()
        self._connect()
        self.show_points(points)
        self._show()

    def show_points(self, points: Sequence[Point]) -> None:
        """Show what both say now, each beside its commitment."""
        self._points = tuple(points)
        self.text.show_points(points)
        self.open.show_points(points)
        self.still_open.show_points(points)
        self._show_agreeing()

    def go_to(self, commitment_id: str) -> None:
        """Put the keyboard on that commitment, in sight."""
        card = self.text.card(commitment_id)
        if card is None:
            return
        if self._at is not None:
            self._at = self.text.parts.index(card)
            self._show()
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.ensureWidgetVisible(card, 0, 40)

    def tell(self, words: str) -> None:
        """Say one thing above the text."""
        self._unseen.setText(words)
        self._unseen.setVisible(True)
        announce(self, words)

    def seen(self) -> frozenset[str]:
        """Ids of the commitments that have been shown."""
        return frozenset(self._seen)

    def begin(self) -> None:
        """Put the keyboard where reading begins."""
        first = self.text.cards[0] if self._at is None else self.next
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        # The page follows the focus; the title and the opening above the first card are to be read first.
        QTimer.singleShot(0, self, lambda: self.page.verticalScrollBar().setValue(0))

    def _look_at_rest(self) -> None:
        """While a page is still being laid out, parts pass the screen that nobody could have read: wait for its end."""
        stands = self.page.viewport().height(), self.text.height()
        if stands == self._stood:
            self.look()
        else:
            self._stood = stands
            self._rest.start()

    def look(self) -> None:
        """Note the commitments whose end stands on the screen now."""
        if not self.isVisible():
            return
        port, before = self.page.viewport(), len(self._seen)
        for card in self.text.cards:
            end = card.mapTo(port, QPoint(0, card.height())).y()
            if card.isVisible() and 0 < end <= port.height() + 2:
                self._seen.add(card.commitment.id)
        self._tell()
        if len(self._seen) > before:
            self.grew.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again whenever the part in sight changes its size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._rest.start()
        return super().eventFilter(watched, event)

    def _go_to_sign(self) -> None:
        missing = [place for place, one in enumerate(self._ids, start=1) if one not in self._seen]
        if not missing:
            self.agrees.emit()
            return
        words = ngettext(
            "{count} part has not been shown yet. Here it is.",
            "{count} parts have not been shown yet. Here is the first of them.",
            len(missing),
        ).format(count=len(missing))
        self._unseen.setText(words)
        announce(self, words)
        if self._at is not None:
            self._at = missing[0]
            self._show()
        self.text.parts[missing[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.ensureWidgetVisible(self.text.parts[missing[0]], 0, 40)

    def _step(self, by: int) -> None:
        if self._at is not None:
            self._at = min(max(self._at + by, 0), len(self.text.parts) - 1)
            self._show()
            self.text.parts[self._at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self, one_at_a_time: bool) -> None:
        self._at = 0 if one_at_a_time else None
        self._show()

    def _show(self) -> None:
        self.text.show_only(self._at)
        last = len(self.text.parts) - 1
        for button in (self.back, self.next):
            button.setVisible(self._at is not None)
        self.back.setEnabled(self._at not in {None, 0})
        self.next.setEnabled(self._at not in {None, last})
        self.choices.setVisible(self._at in {None, last})
        self.still_open.setVisible(self._at == last and self._answering is not None)
        if self.between is not None:
            self.between.setVisible(self._at == 0)
        self.aloud.setVisible(self._at in {None, 0} and bool(self.aloud.text()))
        self._show_agreeing()
        self.page.verticalScrollBar().setValue(0)
        self._tell()
        self._rest.start()

    def _show_plain(self, shown: bool) -> None:
        self.text.show_plain(shown)
        self._rest.start()

    def _show_agreeing(self) -> None:
        """The one press for all stands at the end, where everything has been read."""
        self.agree_with_all.show_points(self._points)
        if self._answering is None or self._at not in {None, len(self.text.parts) - 1}:
            self.agree_with_all.hide()

    def _tell(self) -> None:
        number = spoken().number
        words = _("{seen} of {all} parts shown").format(seen=number(len(self._seen)), all=number(len(self._ids)))
        if self._at is not None:
            place = _("page {page} of {pages}").format(page=number(self._at + 1), pages=number(len(self.text.parts)))
            words = f"{place} · {words}"
        self._place.setText(words)
        if len(self._seen) == len(self._ids):
            self._unseen.setText("")
        self._unseen.setVisible(bool(self._unseen.text()))

    def _lay_out(self) -> None:
        steps = QHBoxLayout()
        steps.addWidget(self._place, 1)
        for button in (self.back, self.next, self.one_at_a_time):
            steps.addWidget(button)
        self.page.column.addWidget(self._note)
        self.page.column.addWidget(self.aloud)
        self.page.column.addWidget(self.text)
        if self.between is not None:
            self.page.column.addWidget(self.between)
        self.page.column.addWidget(self.still_open)
        row = FlowLayout()
        row.addWidget(self.agree_with_all)
        self.page.column.addLayout(row)
        self.page.column.addWidget(self.choices)
        self.page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(steps)
        line = FlowLayout(gap=16)
        line.addWidget(self.open)
        line.addWidget(self.compare)
        line.addWidget(self.plain)
        column.addLayout(line)
        column.addWidget(self._unseen)
        column.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.one_at_a_time.toggled.connect(self._switch)
        self.back.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(+1))
        self.choices.goes_on.connect(self._go_to_sign)
        self.choices.thinks.connect(self.thinks)
        self.open.jumps.connect(self.go_to)
        self.still_open.jumps.connect(self.go_to)
        self.compare.clicked.connect(self.compares)
        self.agree_with_all.clicked.connect(self.agrees_with_all)
        self.plain.switched.connect(self._show_plain)
        self.text.answered.connect(self.answered)
        self.text.typed_on.connect(self.typed_on)
        self.page.verticalScrollBar().valueChanged.connect(self.look)
        self.page.viewport().installEventFilter(self)
        self.text.installEventFilter(self)
        for card in self.text.cards:
            card.reached.connect(lambda: QTimer.singleShot(0, self, self.look))


def _aloud_words(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return ngettext(
        "Read aloud, all of it takes about {n} minute. There is no hurry.",
        "Read aloud, all of it takes about {n} minutes. There is no hurry.",
        minutes,
    ).format(n=spoken().number(minutes))
