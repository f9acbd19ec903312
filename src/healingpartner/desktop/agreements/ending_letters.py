"""Letters of handing on and of goodbye: written here, kept, printed. There is no field for a label."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.endings.acts import write_letter
from healingpartner.agreements.endings.letters import LETTER_WORDS, Letter, LetterKind, LetterWords
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.beside_papers import letter_paper
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.agreements.record_order import packed_order
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _, spoken
from healingpartner.language.lens.entries import Where

FORM = "agreements.letter"
_TEXTS = (
    ("opening", N_("How it begins")),
    ("strengths", N_("Strengths to build on")),
    ("helped", N_("What has helped")),
    ("questions", N_("Questions that are open")),
    ("asked_for", N_("What the patient asks for, in their own words")),
    ("closing", N_("How it ends")),
)


class EndingLetters(QWidget):
    """The letters kept, and one form to write one. copy_left: the copy of the record has left behind a letter."""

    copy_left = Signal()

    def __init__(self, desk: Desk, found: PersonAgreement) -> None:
        """The form opens on request, or when a letter was left half written."""
        super().__init__()
        self._desk, self._found, self._letter_id = desk, found, ""
        self.kind = ChoiceField(_("What kind of letter"), [(one.value, _(said)) for one, said in LETTER_WORDS.items()])
        self.to_whom = LineField(_("For whom"))
        self.texts = {name: _text_field(name, _(label), found) for name, label in _TEXTS}
        self.keep_button, self.leave_link = QuietButton(_("Keep this letter")), LinkButton(_("Not now"))
        self.write_link = LinkButton(_("Write a letter"), icon="note-pencil")
        self.links: dict[str, PaperLinks] = {}
        self.packed: dict[str, PaperLinks] = {}
        self._form, self._list = QWidget(), QVBoxLayout()
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self._draft = DraftKeeper(desk, FORM, found.person_id, self.typed, owner=self)
        self._lay_out()
        self._draft.fetch(self._take_draft)

    def flush(self) -> None:
        """Keep what is being typed."""
        self._draft.flush()

    def typed(self) -> dict[str, Any]:
        """What stands in the form, for a draft."""
        texts = {name: field.value() for name, field in self.texts.items()}
        return {"letter_id": self._letter_id, "kind": self.kind.value(), "to_whom": self.to_whom.value(), **texts}

    def write_new(self) -> None:
        """Open the form, empty."""
        self.write()

    def write(self, words: LetterWords | None = None, letter_id: str = "") -> None:
        """Open the form, empty or with a letter kept before."""
        self._letter_id = letter_id
        if words is not None:
            self._fill({name: getattr(words, name) for name in ("to_whom", *self.texts)} | {"kind": words.kind.value})
        self._form.show()
        self.write_link.hide()
        self.kind.setFocus()

    def keep(self) -> None:
        """Keep the letter."""
        if not self.kind.value():
            self.kind.say(_("Choose this first."))
            self.kind.setFocus()
            return
        texts = {name: field.value() for name, field in self.texts.items()}
        words = LetterWords(kind=LetterKind(self.kind.value()), to_whom=self.to_whom.value(), **texts)
        self._desk.runner.do(
            write_letter, self._found.person_id, words, letter_id=self._letter_id, by=Voice.PRACTITIONER, owner=self,
            then=lambda _id: self._leave(), sorry=self._say,
        )  # fmt: skip

    def show_letters(self, letters: tuple[Letter, ...]) -> None:
        """The letters kept, the newest first."""
        while (item := self._list.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self.links, self.packed = {}, {}
        for letter in letters:
            self._list.addWidget(self._line(letter))

    def _line(self, letter: Letter) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        day = spoken().date(letter.written)
        parts = (_(LETTER_WORDS[letter.words.kind]), isolated(letter.words.to_whom), day)
        said = " · ".join(part for part in parts if part)
        column.addWidget(PlainLabel(said))
        on = LinkButton(_("Write on"), icon="pencil-simple")
        on.setAccessibleName(_("Write on: {letter}").format(letter=said))
        on.clicked.connect(lambda: self.write(letter.words, letter.id))
        links = PaperLinks(
            self._desk, _(LETTER_WORDS[letter.words.kind]),
            lambda: letter_paper(self._desk, self._found, letter.id, letter.words.kind),
        )  # fmt: skip
        self.links[letter.id] = links
        row = FlowLayout(gap=10)
        row.addWidget(on)
        column.addLayout(row)
        column.addWidget(links)
        if letter.words.kind is not LetterKind.CLOSING:
            name = _("{letter}, with a copy of the record").format(letter=_(LETTER_WORDS[letter.words.kind]))
            packed = PaperLinks(self._desk, name, lambda: packed_order(self._desk, self._found, letter))
            packed.left.connect(self.copy_left)
            self.packed[letter.id] = packed
            column.addWidget(packed)
        return line

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.setSpacing(12)
        for part in (self.kind, self.to_whom, *self.texts.values(), self.sentence):
            inside.addWidget(part)
        row = FlowLayout(gap=10)
        row.addWidget(self.keep_button)
        row.addWidget(self.leave_link)
        inside.addLayout(row)
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(self._list)
        foot = FlowLayout()
        foot.addWidget(self.write_link)
        column.addLayout(foot)
        column.addWidget(self._form)
        self.write_link.clicked.connect(self.write_new)
        self.keep_button.clicked.connect(self.keep)
        self.leave_link.clicked.connect(self._leave)
        for field in (self.kind, self.to_whom, *self.texts.values()):
            field.changed.connect(self._draft.touch)

    def _fill(self, typed: Mapping[str, Any]) -> None:
        self.kind.set_value(str(typed.get("kind", "")))
        self.to_whom.set_value(str(typed.get("to_whom", "")))
        for name, field in self.texts.items():
            field.set_value(str(typed.get(name, "")))

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None:
            self._fill(typed)
            self.write(letter_id=str(typed.get("letter_id", "")))

    def _leave(self) -> None:
        self._draft.drop()
        self._fill({})
        self._letter_id = ""
        self._form.hide()
        self.sentence.hide()
        self.write_link.show()

    def _say(self, problem: RuleBroken | Refused) -> None:
        field = problem.field if isinstance(problem, RuleBroken) else ""
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        beside = self.to_whom if field == "to_whom" else self.texts.get(field)
        if beside is not None:
            beside.say(sentence)
            beside.setFocus()
        else:
            self.sentence.setText(sentence)
            self.sentence.show()


def _text_field(name: str, label: str, found: PersonAgreement) -> TextField:
    """The patient's own words are theirs; only the practitioner's are looked at through the lens."""
    if name == "asked_for":
        return TextField(label, lines=2)
    return LensField(label, where=Where.LETTERS, names=(found.names.patient, found.names.called), lines=2)
