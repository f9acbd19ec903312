"""Questions of both, kept open until they are answered, over as many visits as it takes."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.visits import acts
from healingpartner.visits.model import Question
from healingpartner.visits.views import Names


class QuestionLine(QWidget):
    """One question; `answered` gives the answer's words."""

    answered = Signal(str)

    def __init__(self, question: Question, names: dict[Voice, str]) -> None:
        """`names`: of both, as they are shown."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        day = spoken().date(question.asked)
        caption = _("{name} asked on {day}").format(name=names[question.asked_by], day=day)
        column.addWidget(SpeechLabel(question.words, voice=question.asked_by, caption=caption))
        self.answer = SayField(_("Answer"), keep=_("Keep this answer"), voice=Voice.PRACTITIONER)
        self.answer.field.editor.setAccessibleName(_("Answer to: {question}").format(question=question.words[:80]))
        self.answer.hide()
        if question.answered is not None:
            voice = question.answered_by or Voice.PRACTITIONER
            said = _("Answered on {day}").format(day=spoken().date(question.answered))
            column.addWidget(SpeechLabel(question.answer, voice=voice, caption=said))
            return
        self.open = LinkButton(_("Answer"), icon="note-pencil")
        self.open.setAccessibleName(_("Answer: {question}").format(question=question.words[:80]))
        self.open.clicked.connect(self._open)
        column.addWidget(self.answer)
        row = FlowLayout()
        row.addWidget(self.open)
        column.addLayout(row)
        self.answer.said.connect(self.answered)

    def _open(self) -> None:
        self.answer.show()
        self.open.hide()
        self.answer.setFocus()


class QuestionsCard(Card):
    """typed_on: something is being typed that is not kept yet. Without a visit, only answers can be given."""

    typed_on = Signal()

    def __init__(self, doing: Doing, names: Names, questions: tuple[Question, ...], *, visit_id: str = "") -> None:
        """`questions`: open ones, and those of the visit."""
        super().__init__(_("Questions"), note="" if visit_id else _("open until they are answered"))
        self._doing, self._id = doing, visit_id
        self._names = {
            Voice.PATIENT: short_name(names.called),
            Voice.PRACTITIONER: short_name(names.practitioner or _("Practitioner")),
        }
        self._shown: tuple[Question, ...] | None = None
        self._place = QVBoxLayout()
        self.lines: dict[str, QuestionLine] = {}
        self.asks = SayField(
            _("{name} asks").format(name=self._names[Voice.PATIENT]),
            keep=_("Keep this question"),
            voice=Voice.PATIENT,
            hint=_("It stays open until it is answered, today or later."),
        )
        self.asks.said.connect(self._ask)
        self.asks.typed_on.connect(self.typed_on)
        self.column.addLayout(self._place)
        self.column.addWidget(self.asks)
        self.asks.setVisible(bool(visit_id))
        self.show_questions(questions)

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show them; while nothing changed, what is being typed stays."""
        if questions == self._shown:
            return
        self._shown = questions
        clear(self._place)
        self.lines.clear()
        for question in questions:
            line = self.lines[question.id] = QuestionLine(question, self._names)
            line.answered.connect(partial(self._answer, line, question.id))
            self._place.addWidget(line)

    def fields(self) -> dict[str, SayField]:
        """What can be typed here, by name, for the draft."""
        return {"question": self.asks}

    def _ask(self, words: str) -> None:
        self._doing.do(
            acts.ask, self._id, words, by=Voice.PATIENT, then=lambda _id: self.asks.clear(), sorry=self.asks.say
        )

    def _answer(self, line: QuestionLine, question_id: str, words: str) -> None:
        self._doing.do(acts.answer_question, question_id, words, by=Voice.PRACTITIONER, sorry=line.answer.say)
