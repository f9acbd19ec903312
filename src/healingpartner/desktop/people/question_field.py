"""One question put to a person: choices to press, room for own words, a sum, and "not now" as an answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.money_field import read_money
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.money_words import home_currency
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.answers import SAID_WORDS, Answer, Said
from healingpartner.people.questions import Question


class QuestionField(QWidget):
    """`changed` at every change by hand. Nothing pressed and nothing written is no answer."""

    changed = Signal()

    def __init__(self, asked: Question, *, voice: Voice = Voice.PATIENT, large: bool = False) -> None:
        """`voice`: whose answer, for its colour; `large`: for the view turned to the patient."""
        super().__init__()
        self.question = asked
        self._pressed: dict[str, QuietButton] = {}
        self._currency = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(_(asked.ask), tone="plain" if large else "label"))
        choices = QWidget()
        flow = FlowLayout(choices, gap=8)
        answers = [(choice.key, choice.words) for choice in asked.choices]
        for key, words in (*answers, *((said.value, SAID_WORDS[said]) for said in SAID_WORDS)):
            flow.addWidget(self._button(key, _(words), voice=voice, large=large, quieter=key in _WORDLESS))
        self._words = TextField(_("In own words"), hint=_(asked.hint) if asked.hint else "", lines=2 if large else 1)
        self._words.label.setVisible(bool(asked.choices))
        self._words.editor.setAccessibleName(_(asked.ask))
        self._amount = LineField(_("Sum"))
        self._sentence = PlainLabel(tone="warn")
        self._sentence.hide()
        if asked.choices:
            column.addWidget(choices)
        column.addLayout(self._written(asked))
        if not asked.choices:
            column.addWidget(choices)
        column.addWidget(self._sentence)
        self.setFocusProxy(self._pressed[asked.choices[0].key] if asked.choices else self._words)
        self._words.changed.connect(self._wrote)
        self._amount.changed.connect(self._wrote)

    def answer(self) -> Answer:
        """What is answered now; RuleBroken (the question's key) when the sum is no number."""
        said = next((said for said in SAID_WORDS if self._is_pressed(said.value)), Said.SAID)
        if said is not Said.SAID:
            return Answer(question=self.question.key, said=said)
        choice = next((each.key for each in self.question.choices if self._is_pressed(each.key)), "")
        typed, currency = self._amount.value().strip(), self._currency or home_currency()
        amount = read_money(typed, currency, field=self.question.key) if typed else None
        return Answer(question=self.question.key, choice=choice, words=self._words.value(), amount=amount)

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer without saying that it changed."""
        given = answer or Answer(question=self.question.key)
        wanted = given.said.value if given.said is not Said.SAID else given.choice
        for key, button in self._pressed.items():
            button.setChecked(key == wanted)
        self._words.set_value(given.words)
        self._amount.set_value(spoken().money(given.amount) if given.amount else "")
        self._currency = given.amount.currency if given.amount else ""
        self.say("")

    def typed(self) -> dict[str, str]:
        """All of it as it stands, for a draft: even a sum that is no number yet."""
        pressed = next((key for key in self._pressed if self._is_pressed(key)), "")
        return {
            "pressed": pressed,
            "words": self._words.value(),
            "amount": self._amount.value(),
            "currency": self._currency,
        }

    def show_typed(self, typed: dict[str, str]) -> None:
        """A draft again."""
        for key, button in self._pressed.items():
            button.setChecked(key == typed.get("pressed"))
        self._words.set_value(str(typed.get("words", "")))
        self._amount.set_value(str(typed.get("amount", "")))
        self._currency = str(typed.get("currency", ""))

    def say(self, sentence: str) -> None:
        """A rule's sentence below the question; "" takes it away."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def try_answer(self) -> Answer | None:
        """The answer, or None with the sentence shown."""
        try:
            return self.answer().cleaned()
        except RuleBroken as broken:
            self.say(broken.sentence)
            return None

    # -- inside -------------------------------------------------------------------------------------

    def _button(self, key: str, words: str, *, voice: Voice, large: bool, quieter: bool) -> QuietButton:
        button = QuietButton(words, large=large and not quieter)
        button.setCheckable(True)
        button.setProperty("voice", "yours" if voice is Voice.PATIENT else "mine")
        button.setProperty("small", quieter or not large)
        button.clicked.connect(lambda: self._press(key))
        self._pressed[key] = button
        return button

    def _written(self, asked: Question) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        if asked.with_amount:
            row.addWidget(self._amount, 1)
        else:
            self._amount.setParent(self)
            self._amount.hide()
        if asked.with_words:
            row.addWidget(self._words, 3)
        else:
            self._words.setParent(self)
            self._words.hide()
        return row

    def _is_pressed(self, key: str) -> bool:
        return self._pressed[key].isChecked()

    def _press(self, key: str) -> None:
        for other, button in self._pressed.items():
            if other != key:
                button.setChecked(False)
        self.say("")
        self.changed.emit()

    def _wrote(self) -> None:
        for said in SAID_WORDS:
            self._pressed[said.value].setChecked(False)
        self.say("")
        self.changed.emit()


_WORDLESS = frozenset(said.value for said in SAID_WORDS)
