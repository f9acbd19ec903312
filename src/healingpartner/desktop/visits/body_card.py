"""The body chart on the page of a visit, and turned to the patient to draw in their own hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.body_figure import BodyFigure
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.desktop.visits.own_hand import OwnHandTask
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.visits.body import acts
from healingpartner.visits.body.model import SIDE_WORDS, Drawing, Side, names_of
from healingpartner.visits.body.views import layers_of


class BodyPanel(QWidget):
    """A figure, its sides, words, and a button that keeps the layer. kept: a layer was laid over it."""

    kept = Signal()

    def __init__(self, doing: Doing, person_id: str, *, voice: Voice, visit_id: str = "") -> None:
        """`voice`: who draws."""
        super().__init__()
        self._doing, self._person_id, self._visit_id, self._voice = doing, person_id, visit_id, voice
        self._layers: tuple[Drawing, ...] = ()
        self.figure = BodyFigure(voice)
        self.figure.changed.connect(self._settle)
        self.sides: dict[Side, QuietButton] = {}
        row = FlowLayout(gap=8)
        for side, words in SIDE_WORDS.items():
            button = self.sides[side] = QuietButton(_(words))
            button.setCheckable(True)
            button.setProperty("small", True)
            button.clicked.connect(lambda _on=False, side=side: self.show_side(side))
            row.addWidget(button)
        self.marked, self.sentence = PlainLabel(tone="soft"), PlainLabel(tone="warn")
        self.words = TextField(_("What it is like there"), lines=1)
        self.keep = QuietButton(_("Keep this layer"), icon="check")
        self.keep.setProperty("small", True)
        self.keep.clicked.connect(self._keep)
        self.undo = LinkButton(_("Begin this layer anew"))
        self.undo.clicked.connect(self._begin_anew)
        ways = FlowLayout(gap=8)
        ways.addWidget(self.keep)
        ways.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        for part in (self.figure, self.marked, self.words, self.sentence):
            column.addWidget(part)
        column.addLayout(ways)
        self.sentence.hide()
        self.show_side(Side.FRONT)

    def ask(self) -> None:
        """Look at the layers again."""
        self._doing.ask(layers_of, self._person_id, then=self.show_layers)

    def show_layers(self, layers: tuple[Drawing, ...]) -> None:
        """Lay them over the figure."""
        self._layers = layers
        self.figure.show_layers([one for one in layers if one.side is self.figure.side])

    def show_side(self, side: Side) -> None:
        """From the front or from the back."""
        for each, button in self.sides.items():
            button.setChecked(each is side)
        self.figure.show_side(side)
        self.show_layers(self._layers)
        self._settle()

    def _settle(self) -> None:
        names = [_(name) for name in names_of(self.figure.side, self.figure.regions)]
        self.marked.setText(" · ".join(names))
        self.marked.setVisible(bool(names))
        self.sentence.hide()

    def _begin_anew(self) -> None:
        self.figure.clear()
        self._settle()

    def _keep(self) -> None:
        self._doing.do(
            acts.draw_on_body, self._person_id, self.figure.side, regions=sorted(self.figure.regions),
            strokes=tuple(self.figure.strokes), words=self.words.value(), visit_id=self._visit_id, by=self._voice,
            then=lambda _id: self._kept(), sorry=self._sorry,
        )  # fmt: skip

    def _kept(self) -> None:
        self.figure.clear()
        self.words.set_value("")
        self._settle()
        self.ask()
        self.kept.emit()

    def _sorry(self, problem: Problem) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()


class BodyCard(Card):
    """Closed until it is wanted. turns: the patient draws in their own hand."""

    turns = Signal()

    def __init__(self, doing: Doing, person_id: str, *, visit_id: str, names: dict[Voice, str], called: str) -> None:
        """`names`: of both, as they are shown; `called`: the patient's, short enough for a button."""
        super().__init__(_("On the body"))
        self._names = names
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.panel = BodyPanel(doing, person_id, voice=Voice.PRACTITIONER, visit_id=visit_id)
        self.panel.hide()
        self.open = LinkButton(_("Show the figure"), icon="user")
        self.open.clicked.connect(self.show_figure)
        self.turn = LinkButton(_("Let {name} draw").format(name=called), icon="arrows-left-right")
        self.turn.clicked.connect(self.turns)
        ways = FlowLayout(gap=8)
        ways.addWidget(self.open)
        ways.addWidget(self.turn)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.panel)
        self.column.addLayout(ways)
        self._doing, self._person_id = doing, person_id
        self.ask()

    def ask(self) -> None:
        """Look at the layers again."""
        self._doing.ask(layers_of, self._person_id, then=self._show)

    def show_figure(self) -> None:
        """Open it."""
        self.panel.show()
        self.open.hide()
        self.panel.figure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, layers: tuple[Drawing, ...]) -> None:
        self.panel.show_layers(layers)
        clear(self._lines)
        for one in layers[-4:][::-1]:
            places = ", ".join(_(name) for name in names_of(one.side, one.regions)) or _(SIDE_WORDS[one.side])
            caption = _("{name}, {day}: {places}").format(
                name=self._names[one.voice], day=spoken().date(one.drawn), places=places
            )
            self._lines.addWidget(SpeechLabel(one.words, voice=one.voice, caption=caption))


class BodyTask(OwnHandTask):
    """The patient shows on the figure where it is."""

    def __init__(self, desk: Desk, person_id: str, visit_id: str) -> None:
        """`visit_id`: the visit it is drawn in."""
        super().__init__(desk, _("That is all for now"))
        self.panel = BodyPanel(self.doing, person_id, voice=Voice.PATIENT, visit_id=visit_id)
        self.choices.goes_on.connect(self._finish)
        for part in (
            TitleLabel(self.title(), level=1),
            PlainLabel(_("Press a place to mark it, or draw. You need not say anything to it."), tone="soft"),
            self.panel,
            self.choices,
        ):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)

    def title(self) -> str:
        """What stands on top."""
        return _("Where it is")

    def begin(self) -> None:
        """Show what lies there, and put the focus on the figure."""
        self.panel.ask()
        self.panel.figure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        """Something that is drawn and not kept yet is kept first."""
        if self.panel.figure.regions or self.panel.figure.strokes or self.panel.words.value().strip():
            self.panel.keep.click()
        self.thank(_("Everything is kept as you drew it."))
