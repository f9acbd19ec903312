"""Time shared fairly: when it was planned, who came when, and who waited for whom, in two equal columns."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.desktop.visits.words import waited_words
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.visits import acts
from healingpartner.visits.model import Visit, WordKind
from healingpartner.visits.times import POINT_WORDS, Point, lasted, sides_of, waits_of
from healingpartner.visits.views import VisitInFull


class Told(SpeechLabel):
    """What is known of one side, beside its bar: set upright and without quotation marks, for nobody said it."""

    def set_words(self, words: str) -> None:
        """Show the words as they stand."""
        super().set_words(words)
        self._words.setText(words)
        self._words.set_tone("plain")


class TimesCard(Card):
    """The practitioner's column stands first: one looks at oneself first. typed_on: as on every card."""

    typed_on = Signal()

    def __init__(self, doing: Doing, found: VisitInFull) -> None:
        """`found`: the visit as it stands."""
        super().__init__(_("Our time"))
        self._doing, self._id = doing, found.visit.id
        self._name = short_name(found.names.called)
        self.sides = {
            voice: Told(voice=voice, caption=name)
            for voice, name in (
                (Voice.PRACTITIONER, short_name(found.names.practitioner or _("Practitioner"))),
                (Voice.PATIENT, self._name),
            )
        }
        self._both = TwoVoicePanel(self.sides[Voice.PRACTITIONER], self.sides[Voice.PATIENT])
        self.column.addWidget(self._both)
        self.points: dict[Point, LineField] = {}
        self._rows = QWidget()
        self._rows.hide()
        self._lay_out_points()
        self.sorry = SayField(
            _("A word about the waiting, from me"), keep=_("Say it"), voice=Voice.PRACTITIONER,
            example=_("I kept you waiting. I am sorry."),
        )  # fmt: skip
        self.thanks = SayField(
            _("A word about the waiting, from {name}").format(name=self._name), keep=_("Keep it"), voice=Voice.PATIENT
        )
        self.sorry.said.connect(partial(self._say, self.sorry, WordKind.APOLOGY, Voice.PRACTITIONER))
        self.thanks.said.connect(partial(self._say, self.thanks, WordKind.THANKS, Voice.PATIENT))
        for field in (self.sorry, self.thanks):
            field.typed_on.connect(self.typed_on)
            field.hide()
        self.change = LinkButton(_("Set the times"), icon="clock")
        self.change.clicked.connect(self.show_points)
        self.speak = LinkButton(_("A word about the waiting"))
        self.speak.clicked.connect(self.show_words)
        self._kept_words = {
            voice: SpeechLabel(voice=voice, caption=_("A word about the waiting")) for voice in self.sides
        }
        for part in (*self._kept_words.values(), self.sorry, self.thanks, self._rows):
            self.column.addWidget(part)
        ways = FlowLayout(gap=8)
        ways.addWidget(self.change)
        ways.addWidget(self.speak)
        self.column.addLayout(ways)
        self.show_found(found)

    def show_found(self, found: VisitInFull) -> None:
        """Show how it stands; a time that is being typed stays."""
        visit = found.visit
        for voice, waited, late in sides_of(waits_of(visit)):
            self.sides[voice].set_words(waited_words(waited, late, planned=visit.planned is not None))
        self._both.updateGeometry()
        for point, field in self.points.items():
            at = getattr(visit, point.value)
            if not field.line.isModified():
                field.set_value("" if at is None else spoken().time(at))
        minutes = lasted(visit)
        self.note.setText("" if minutes is None else _("{minutes} minutes together").format(minutes=minutes))
        self.note.setVisible(minutes is not None)
        for kind, voice in ((WordKind.APOLOGY, Voice.PRACTITIONER), (WordKind.THANKS, Voice.PATIENT)):
            said = "\n".join(one.words for one in found.of_kind(kind))
            self._kept_words[voice].set_words(said)
            self._kept_words[voice].setVisible(bool(said))

    def show_points(self) -> None:
        """Make the times changeable."""
        self._rows.show()
        self.change.hide()
        self.points[Point.PLANNED].setFocus()

    def show_words(self) -> None:
        """Make room for a word of each."""
        self.sorry.show()
        self.thanks.show()
        self.speak.hide()
        self.sorry.setFocus()

    def fields(self) -> dict[str, SayField]:
        """What can be typed here, by name, for the draft."""
        return {"waiting-practitioner": self.sorry, "waiting-patient": self.thanks}

    def _lay_out_points(self) -> None:
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        for row, (point, words) in enumerate(POINT_WORDS.items()):
            name = _("{name} was here").format(name=self._name) if point is Point.PATIENT_ARRIVED else _(words)
            field = self.points[point] = LineField(name, example="14:05")
            field.line.editingFinished.connect(partial(self._tell, point))
            now = QuietButton(_("Now"))
            now.setAccessibleName(_("{what}: now").format(what=name))
            now.setProperty("small", True)
            now.clicked.connect(partial(self._press, point))
            grid.addWidget(field, row, 0)
            grid.addWidget(now, row, 1, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(0, 1)

    def _press(self, point: Point) -> None:
        self.points[point].line.setModified(False)
        self._doing.do(acts.press_point, self._id, point, by=Voice.PRACTITIONER, sorry=partial(self._sorry, point))

    def _tell(self, point: Point) -> None:
        field = self.points[point]
        if not field.line.isModified():
            return
        self._doing.do(
            acts.tell_point,
            self._id,
            point,
            field.value(),
            wall=self._doing.desk.clock.wall,
            by=Voice.PRACTITIONER,
            then=lambda _none: self._told(field),
            sorry=partial(self._sorry, point),
        )

    def _told(self, field: LineField) -> None:
        field.line.setModified(False)
        field.say("")

    def _sorry(self, point: Point, problem: Problem) -> None:
        self.points[point].say(sentence_of(problem))

    def _say(self, field: SayField, kind: WordKind, voice: Voice, words: str) -> None:
        self._doing.do(acts.say, self._id, kind, words, by=voice, then=lambda _id: field.clear(), sorry=field.say)


def times_line(visit: Visit) -> str:
    """When it was, in one line: its day, when it began, and how long it lasted."""
    at, minutes = visit.at(), lasted(visit)
    said = f"{spoken().date(at, 'long')} · {spoken().time(at)}"
    if minutes is not None:
        return _("{when} · {minutes} minutes").format(when=said, minutes=minutes)
    return said
