"""Why there is a record, and how the patient chose that it is written: shown at the desk, chosen on the turned view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.visits.writing import acts
from healingpartner.visits.writing.model import CHOICE_MORE, CHOICE_WORDS, WHY, Choice, Way, WritingChoice, shown_text
from healingpartner.visits.writing.views import choices_of

FORM = "writing-choice"


class WritingCard(Card):
    """turns: the screen goes to the patient, who chooses."""

    turns = Signal()

    def __init__(self, doing: Doing, person_id: str) -> None:
        """Asks for what was chosen."""
        super().__init__(_("Why I write this down"))
        self._doing, self._person_id = doing, person_id
        self.state = PlainLabel(tone="soft")
        self.own = SpeechLabel(voice=Voice.PATIENT, caption=_("In their own words"))
        self.turn = QuietButton(_("Let them choose on the turned screen"), icon="arrows-left-right")
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


class WritingTask(GivingBack):
    """Neutral words, five ways that weigh the same, room for own words, and no need to choose."""

    def __init__(self, desk: Desk, person_id: str, called: str) -> None:
        """`called`: as the patient asked to be called."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self._name = short_name(called)
        self._chosen: Choice | None = None
        self.buttons: dict[Choice, QuietButton] = {}
        self.own = TextField(_("In my own words"), hint=_("You need not write anything."), lines=2)
        self.draft = DraftKeeper(
            desk, FORM, person_id, lambda: {"own": self.own.value()}, owner=self, voice=Voice.PATIENT
        )
        self.own.changed.connect(self.draft.touch)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.choices = Choices(_("That is my choice"), think=_("Not now"))
        self.choices.goes_on.connect(self.give)
        self.choices.thinks.connect(self._stop)
        self.done: DonePage | None = None
        self.page = ScrollPage(self.title(), margin=4)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def title(self) -> str:
        """What stands on top."""
        return _("Why there is a record of our visits")

    def begin(self) -> None:
        """Begin where the words begin."""
        self.draft.fetch(lambda typed, _seq: self._bring_back(str((typed or {}).get("own", ""))))
        self.page.setFocus()

    def flush(self) -> None:
        """Keep what is being typed."""
        self.draft.flush()

    def press(self, choice: Choice) -> None:
        """One of the ways is chosen; another press lets it go."""
        self._chosen = None if choice is self._chosen else choice
        self.sentence.hide()
        for each, button in self.buttons.items():
            button.setChecked(each is self._chosen)

    def give(self) -> None:
        """Keep the choice, as the patient's, by the patient's hand."""
        self._desk.runner.do(
            acts.choose_writing, self._person_id, "" if self._chosen is None else self._chosen.value,
            shown=shown_text(), way=Way.ON_THE_TURNED_VIEW, words=self.own.value(), by=Voice.PATIENT,
            hand=self.hand, owner=self, then=lambda _id: self._finish(), sorry=self._sorry,
        )  # fmt: skip

    def _bring_back(self, words: str) -> None:
        if words and not self.own.value():
            self.own.set_value(words)

    def _lay_out(self) -> None:
        column = self.page.column
        column.addWidget(TitleLabel(self.title(), level=1))
        for words in WHY:
            column.addWidget(PlainLabel(_(words)))
        column.addWidget(TitleLabel(_("How would you like it to be written?"), level=2))
        for choice, words in CHOICE_WORDS.items():
            button = self.buttons[choice] = QuietButton(_(words))
            button.setCheckable(True)
            button.setProperty("voice", "yours")
            button.clicked.connect(lambda _on=False, choice=choice: self.press(choice))
            row = FlowLayout()
            row.addWidget(button)
            column.addLayout(row)
            column.addWidget(PlainLabel(_(CHOICE_MORE[choice]), tone="soft"))
        for part in (self.own, self.sentence, self.choices):
            column.addWidget(part)
        column.addStretch(1)

    def _sorry(self, problem: Problem) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()

    def _finish(self) -> None:
        self.draft.drop()
        self.done = DonePage(_("Thank you"), _("It is kept with today's date. You can choose anew at any time."))
        self.done.gives_back.connect(self.gives_back)
        self._stack.addWidget(self.done)
        self._stack.setCurrentWidget(self.done)
        self.done.begin()
        self.finished.emit()

    def _stop(self) -> None:
        self.flush()
        self.gives_back.emit()
