"""Why there is a record, told to the patient on the turned view, and how they choose that it is written."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.visits.doing import Problem, sentence_of
from healingpartner.desktop.visits.own_hand import OwnHandTask
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.visits.writing import acts
from healingpartner.visits.writing.model import CHOICE_MORE, CHOICE_WORDS, WHY, Choice, Way, shown_text

FORM = "writing-choice"


class WritingTask(OwnHandTask):
    """Neutral words, five ways that weigh the same, room for own words, and no need to choose."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """`person_id`: who chooses."""
        super().__init__(desk, _("That is my choice"))
        self._person_id = person_id
        self._chosen: Choice | None = None
        self.buttons: dict[Choice, QuietButton] = {}
        self.own = TextField(_("In my own words"), hint=_("You need not write anything."), lines=2)
        self.draft = DraftKeeper(
            desk, FORM, person_id, lambda: {"own": self.own.value()}, owner=self, voice=Voice.PATIENT
        )
        self.own.changed.connect(self.draft.touch)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.choices.goes_on.connect(self.give)
        self._lay_out()

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
        self.doing.do(
            acts.choose_writing, self._person_id, "" if self._chosen is None else self._chosen.value,
            shown=shown_text(), way=Way.ON_THE_TURNED_VIEW, words=self.own.value(), by=Voice.PATIENT,
            then=lambda _id: self._finish(), sorry=self._sorry,
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
        self.thank(_("It is kept with today's date. You can choose anew at any time."))
