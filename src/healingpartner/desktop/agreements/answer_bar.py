"""One side's answer to one commitment: I agree, my own words, not yet, leave it out. Nobody has to answer."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.negotiation.model import Point, Stance
from healingpartner.agreements.wording import Labels
from healingpartner.desktop import icons
from healingpartner.desktop.agreements.answers import Answer
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class AnswerBar(QWidget):
    """`answered`: an `Answer`. `typed_on`: words were typed that are not kept as an answer yet."""

    answered = Signal(object)
    typed_on = Signal()

    def __init__(self, point: Point, labels: Labels, *, side: Voice) -> None:
        """`side`: who answers here, and in whose colour."""
        super().__init__()
        self._point, self._labels, self._side = point, labels, side
        ways = (
            (Stance.AGREE, _("I agree")),
            (Stance.REWORDED, _("I'd put it this way")),
            (Stance.NOT_YET, _("Not yet")),
            (Stance.LEFT_OUT, _("Leave it out")),
        )
        self.buttons: dict[Stance, QuietButton] = {}
        row = FlowLayout(gap=8)
        for stance, words in ways:
            button = QuietButton(words)
            button.setCheckable(True)
            button.setProperty("small", True)
            button.setProperty("voice", _token(side))
            button.setAccessibleName(_("{answer}: {title}").format(answer=words, title=point.commitment.title))
            button.clicked.connect(lambda _on=False, stance=stance: self._press(stance))
            self.buttons[stance] = button
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(row)
        self.editor: WordsEditor | None = None
        self.helps: HelpEditor | None = None
        self.show_point(point)

    def show_point(self, point: Point) -> None:
        """Show what this side says now; what is being typed stays."""
        self._point = point
        said = point.of(self._side)
        for stance, button in self.buttons.items():
            chosen = said is not None and said.stance is stance
            button.setChecked(chosen)
            button.setIcon(
                icons.icon("check", "yours" if self._side is Voice.PATIENT else "mine") if chosen else QIcon()
            )
        if said is None or said.stance is not Stance.NOT_YET:
            self._close_help()

    def typed(self) -> dict[str, str]:
        """What is being typed, for a draft; empty when nothing is."""
        if self.editor is not None:
            return self.editor.typed()
        if self.helps is not None and self.helps.field.value():
            return {"helps": self.helps.field.value()}
        return {}

    def set_typed(self, kept: Mapping[str, str]) -> None:
        """What was being typed before, from a draft."""
        if "practitioner" in kept or "patient" in kept:
            self._open_editor(focus=False).set_typed(kept)
        elif kept.get("helps"):
            self._open_help(focus=False).field.set_value(kept["helps"])

    def say(self, problem: RuleBroken) -> None:
        """Show a rule's sentence beside the words it is about."""
        if self.editor is not None:
            self.editor.say(problem)
        elif self.helps is not None:
            self.helps.field.say(problem.sentence)

    def kept(self) -> None:
        """The words were kept: the place for typing goes, and the keyboard is back on the answer."""
        if self.editor is not None:
            self._close_editor()
            self.buttons[Stance.REWORDED].setFocus()
        if self.helps is not None and self.helps.field.value():
            self._close_help()
            self.buttons[Stance.NOT_YET].setFocus()

    def _press(self, stance: Stance) -> None:
        said = self._point.of(self._side)
        chosen = said is not None and said.stance is stance
        self.show_point(self._point)
        if stance is Stance.REWORDED:
            self._open_editor()
            return
        self._close_editor()
        self.answered.emit(Answer(commitment_id=self._point.commitment.id, stance=None if chosen else stance))
        if stance is Stance.NOT_YET and not chosen:
            self._open_help()

    def _open_editor(self, *, focus: bool = True) -> "WordsEditor":
        if self.editor is None:
            self._close_help()
            self.editor = WordsEditor(self._point, self._labels, self._side)
            self.editor.keeps.connect(self._keep_words)
            self.editor.leaves.connect(self._leave_words)
            self.editor.typed_on.connect(self.typed_on)
            self._column.addWidget(self.editor)
        if focus:
            self.editor.begin()
        return self.editor

    def _open_help(self, *, focus: bool = True) -> "HelpEditor":
        if self.helps is None:
            self.helps = HelpEditor(self._point)
            self.helps.field.changed.connect(self.typed_on)
            self.helps.keep.clicked.connect(self._keep_help)
            self._column.addWidget(self.helps)
        if focus:
            self.helps.field.setFocus()
        return self.helps

    def _keep_words(self) -> None:
        if self.editor is not None:
            words = self.editor.typed()
            self.answered.emit(Answer(commitment_id=self._point.commitment.id, stance=Stance.REWORDED, **words))

    def _keep_help(self) -> None:
        if self.helps is not None:
            words = self.helps.field.value()
            self.answered.emit(Answer(commitment_id=self._point.commitment.id, stance=Stance.NOT_YET, helps=words))

    def _leave_words(self) -> None:
        self._close_editor()
        self.buttons[Stance.REWORDED].setFocus()
        self.typed_on.emit()

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    def _close_help(self) -> None:
        if self.helps is not None:
            self.helps.hide()
            self.helps.deleteLater()
            self.helps = None


class WordsEditor(QWidget):
    """Own words for either promise, each beside the words that stand there. `keeps` and `leaves`: the two ways on."""

    keeps = Signal()
    leaves = Signal()
    typed_on = Signal()

    def __init__(self, point: Point, labels: Labels, side: Voice) -> None:
        """Begins with the words that stand there, or with this side's own from before."""
        super().__init__()
        said, one = point.of(side), point.commitment
        own = (said.practitioner, said.patient) if said is not None else ("", "")
        before = _("As it stands: {words}")
        self.practitioner = TextField(
            _("{promise} – in my words").format(promise=labels.practitioner),
            value=own[0] or one.practitioner,
            hint=before.format(words=one.practitioner),
        )
        self.patient = TextField(
            _("{promise} – in my words").format(promise=labels.patient),
            value=own[1] or one.patient,
            hint=before.format(words=one.patient),
        )
        self.keep = QuietButton(_("Keep my words"))
        self.leave = LinkButton(_("Leave it as it stands"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        first, second = (
            (self.patient, self.practitioner) if side is Voice.PATIENT else (self.practitioner, self.patient)
        )
        self._first = first
        for field in (first, second):
            field.changed.connect(self.typed_on)
            column.addWidget(field)
        row = FlowLayout(gap=10)
        row.addWidget(self.keep)
        row.addWidget(self.leave)
        column.addLayout(row)
        self.keep.clicked.connect(self.keeps)
        self.leave.clicked.connect(self.leaves)

    def begin(self) -> None:
        """Put the keyboard into the own promise."""
        self._first.setFocus()

    def typed(self) -> dict[str, str]:
        """Both promises as they stand in the fields."""
        return {"practitioner": self.practitioner.value(), "patient": self.patient.value()}

    def set_typed(self, kept: Mapping[str, str]) -> None:
        """Words typed before."""
        self.practitioner.set_value(kept.get("practitioner", ""))
        self.patient.set_value(kept.get("patient", ""))

    def say(self, problem: RuleBroken) -> None:
        """A rule's sentence beside its field."""
        field = self.practitioner if problem.field == "practitioner" else self.patient
        field.say(problem.sentence)
        field.setFocus()


class HelpEditor(QWidget):
    """What would help, beside a "not yet"; it may stay empty."""

    def __init__(self, point: Point) -> None:
        """`point`: what is not agreed yet."""
        super().__init__()
        self.field = TextField(_("What would help? You need not say."), lines=2)
        self.keep = QuietButton(_("Keep what would help"))
        self.keep.setAccessibleName(
            _("{answer}: {title}").format(answer=_("Keep what would help"), title=point.commitment.title)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.field)
        row = FlowLayout()
        row.addWidget(self.keep)
        column.addLayout(row)


def _token(side: Voice) -> str:
    return "yours" if side is Voice.PATIENT else "mine"
