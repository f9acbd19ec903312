"""A page to write on, and to draw on. Until it is shared it is nowhere but on this page; then it is answered."""

from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.pad import drawing_of
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.turned.page import JournalPage
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.drawing_pad import DrawingPad
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.strokes import FULL_PRESSURE, Strokes
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.strokes import drawing_body
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal import acts
from healingpartner.journal.model import KIND_WORDS, Kind
from healingpartner.journal.views import PersonJournal
from healingpartner.vault.canonical import canonical

LIFE_LINE_EDGE, LIFE_LINE_STEPS = 200, 40  # tenths of a pixel from each side; points of the line
_DRAWN = frozenset({Kind.MEANING, Kind.THANKS, Kind.LEARNED, Kind.BETWEEN_US})


class WritePage(JournalPage):
    """Words, and for some kinds a drawing. Leaving without sharing deletes both, for good."""

    def __init__(self, desk: Desk, found: PersonJournal, kind: Kind, *, offer_id: str = "") -> None:
        """`kind`: what it will be; `offer_id`: of a hard thing that may be told now."""
        lead = _("Nobody sees this before you share it. If you leave without sharing, it is gone.")
        super().__init__(desk, found, _(KIND_WORDS[kind]), lead=lead)
        self.kind, self._offer_id, self._life_line = kind, offer_id, False
        self.field = TextField(_("In your words"), lines=5)
        self.column.addWidget(self.field)
        self.pad: DrawingPad | None = None
        if kind in _DRAWN:
            self.column.addWidget(PlainLabel(_("Or draw it"), tone="label"))
            self.pad = DrawingPad(_("A sheet to draw on"), ticks=desk.clock.ticks, voice=Voice.PATIENT)
            self.column.addWidget(self.pad)
            clear, line = LinkButton(_("Begin on an empty sheet")), LinkButton(_("Begin with a life line"))
            clear.clicked.connect(self.clear)
            line.clicked.connect(self.begin_life_line)
            self.row(clear, line)
            if kind is Kind.MEANING:
                words = _("On a life line, what was hard goes below it, and what was good above it.")
                self.column.addWidget(PlainLabel(words, tone="small"))
            else:
                line.hide()
        self.choices = Choices(_("Share it"), think=_("Unsay it"))
        self.choices.goes_on.connect(self.share)
        self.choices.thinks.connect(lambda: self.goes.emit("begin", ""))
        self.column.addWidget(self.choices)
        self.end(back=False)

    def begin(self) -> None:
        """The words."""
        self.field.setFocus()

    def clear(self) -> None:
        """An empty sheet."""
        if self.pad is not None:
            self.pad.clear()
            self._life_line = False

    def begin_life_line(self) -> None:
        """An empty sheet with a line across it, from the beginning to today."""
        if self.pad is None:
            return
        self.pad.clear()
        wide, high = self.pad.width() * 10, self.pad.height() * 10
        across = tuple(
            (LIFE_LINE_EDGE + (wide - 2 * LIFE_LINE_EDGE) * n // LIFE_LINE_STEPS, high // 2, FULL_PRESSURE, n)
            for n in range(LIFE_LINE_STEPS + 1)
        )
        self.pad.go_on_from(Strokes(width=wide, height=high, lines=(across,)))
        self._life_line = True

    def share(self) -> None:
        """From now on it is answered, never altered."""
        drawn = None if self.pad is None else drawing_of(self.pad)
        least = 1 if self._life_line else 0  # the line itself says nothing yet
        has_drawn = drawn is not None and len(drawn.strokes) > least
        strokes = canonical(drawing_body(drawn)).decode() if drawn is not None and has_drawn else ""
        told = _("It stands in our journal now. You can take it back at any time.")
        self.do(
            acts.share, self.found.person_id, self.kind, self.field.value(), strokes=strokes,
            offer_id=self._offer_id,
            then=lambda _id: self.thanked.emit(_("Thank you"), told), sorry=self._sorry,
        )  # fmt: skip

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self.field.say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.field.setFocus()
