"""Why there is a record, and how the patient chose that it is written: shown at the desk, chosen on the turned view."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.visits.writing import acts
from healingpartner.visits.writing.model import CHOICE_WORDS, Way, WritingChoice, shown_text
from healingpartner.visits.writing.views import choices_of


class WritingCard(Card):
    """turns: the screen goes to the patient, who chooses."""

    turns = Signal()

    def __init__(self, doing: Doing, person_id: str) -> None:
        """Asks for what was chosen."""
        super().__init__(_("Why I write this down"))
        self._doing, self._person_id = doing, person_id
        self.state = PlainLabel(tone="soft")
        self.own = SpeechLabel(voice=Voice.PATIENT, caption=_("In their own words"))
        self.turn = QuietButton(_("Let them choose"), icon="arrows-left-right")
        self.turn.setProperty("small", True)
        self.turn.clicked.connect(self.turns)
        self.said = LinkButton(_("It was chosen aloud"))
        self.said.clicked.connect(self._open)
        self._form = QWidget()
        self.choice = ChoiceField(
            _("What was chosen aloud"), [(one.value, _(words)) for one, words in CHOICE_WORDS.items()]
        )
        self.keep = QuietButton(_("Keep this choice"))
        self.keep.setProperty("small", True)
        self.keep.clicked.connect(self._keep)
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.choice)
        row = FlowLayout()
        row.addWidget(self.keep)
        inside.addLayout(row)
        self._form.hide()
        ways = FlowLayout(gap=8)
        ways.addWidget(self.turn)
        ways.addWidget(self.said)
        for part in (self.state, self.own):
            self.column.addWidget(part)
        self.column.addLayout(ways)
        self.column.addWidget(self._form)
        self.ask()

    def ask(self) -> None:
        """Look again at what was chosen."""
        self._doing.ask(choices_of, self._person_id, then=self._show)

    def _show(self, choices: tuple[WritingChoice, ...]) -> None:
        last = next(iter(choices), None)
        self.own.setVisible(last is not None and bool(last.words))
        if last is None:
            self.state.setText(_("Nothing is chosen yet. Tell why there is a record, and let them choose."))
            return
        told = _("Chosen on {day}: {choice}")
        self.state.setText(told.format(day=spoken().date(last.chosen, "long"), choice=_(CHOICE_WORDS[last.choice])))
        self.own.set_words(last.words)

    def _open(self) -> None:
        self._form.show()
        self.said.hide()
        self.choice.setFocus()

    def _keep(self) -> None:
        self._doing.do(
            acts.choose_writing, self._person_id, self.choice.value(), shown=shown_text(), way=Way.SAID,
            by=Voice.PATIENT, then=lambda _id: self._kept(), sorry=self._sorry,
        )  # fmt: skip

    def _sorry(self, problem: Problem) -> None:
        self.choice.say(sentence_of(problem))

    def _kept(self) -> None:
        self._form.hide()
        self.said.show()
        self.ask()
