"""Beside a note: words written often, seen before they go in, and what can be done once it is signed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.visits.notes import own_acts
from healingpartner.visits.notes.model import OWN, Note, Standing
from healingpartner.visits.notes.own import Snippet


class NoteTools(QWidget):
    """put_in: words to go where the cursor stands."""

    put_in = Signal(str)

    def __init__(self, doing: Doing) -> None:
        """Closed at first."""
        super().__init__()
        self._doing = doing
        self._snippets: dict[str, Snippet] = {}
        self.open = LinkButton(_("Words I write often"), icon="note-pencil")
        self.open.clicked.connect(self.show_panel)
        self._panel = QWidget()
        self._panel.hide()
        self.choice = ChoiceField(_("Words I write often"), [])
        self.choice.changed.connect(self._preview)
        self.preview = PlainLabel(tone="soft")
        self.use = QuietButton(_("Put these words in"))
        self.forget = LinkButton(_("Offer these words no longer"))
        self.use.clicked.connect(self._use)
        self.forget.clicked.connect(self._forget)
        self.name = LineField(_("A name for new words"))
        self.words = TextField(_("The new words"), lines=2)
        self.shape = ""
        self.aside = LinkButton(_("Offer this shape no longer"))
        self.aside.clicked.connect(self._set_aside)
        self.aside.hide()
        self.keep = QuietButton(_("Keep these for later"))
        self.keep.clicked.connect(self._keep)
        self._lay_out()
        self._preview()

    def show_panel(self) -> None:
        """Open it."""
        self._panel.show()
        self.open.hide()

    def show_shape(self, key: str) -> None:
        """Which shape the note has: an own one can be offered no longer."""
        self.shape = key
        self.aside.setVisible(key.startswith(OWN))

    def _set_aside(self) -> None:
        self._doing.do(
            own_acts.set_template_aside, self.shape, by=Voice.PRACTITIONER, then=lambda _none: self.show_shape("")
        )

    def show_snippets(self, snippets: tuple[Snippet, ...]) -> None:
        """What is offered."""
        self._snippets = {one.id: one for one in snippets}
        self.choice.box.clear()
        for one in snippets:
            self.choice.box.addItem(one.name, one.id)
        self.choice.box.setCurrentIndex(-1)
        self.choice.setVisible(bool(snippets))
        self._preview()

    def ways_of(self, note: Note, *, lock: Callable[[], None], open_again: Callable[[], None]) -> QWidget:
        """What can be done with a note that is signed: lock it, open it again, make a template of its headings."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        row = FlowLayout(gap=8)
        if note.standing() is Standing.SIGNED:
            locks = QuietButton(_("Lock it"), icon="lock")
            locks.setProperty("small", True)
            locks.clicked.connect(lock)
            row.addWidget(locks)
            opens = LinkButton(_("Open it again"))
            opens.clicked.connect(open_again)
            row.addWidget(opens)
        name = LineField(_("A name for these headings"))
        make = LinkButton(_("Use these headings again"))
        make.clicked.connect(partial(self._make, note, name))
        row.addWidget(make)
        name.hide()
        column.addLayout(row)
        column.addWidget(name)
        return holder

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for part in (self.choice, self.preview):
            inside.addWidget(part)
        row = FlowLayout(gap=8)
        for button in (self.use, self.forget):
            row.addWidget(button)
        inside.addLayout(row)
        inside.addWidget(self.name)
        inside.addWidget(self.words)
        foot = FlowLayout()
        foot.addWidget(self.keep)
        inside.addLayout(foot)
        for button in (self.use, self.keep):
            button.setProperty("small", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=8)
        row.addWidget(self.open)
        row.addWidget(self.aside)
        column.addLayout(row)
        column.addWidget(self._panel)

    def _preview(self) -> None:
        chosen = self._snippets.get(self.choice.value())
        self.preview.setText("" if chosen is None else chosen.words)
        self.preview.setVisible(chosen is not None)
        self.use.setVisible(chosen is not None)
        self.forget.setVisible(chosen is not None)

    def _use(self) -> None:
        chosen = self._snippets.get(self.choice.value())
        if chosen is not None:
            self.put_in.emit(chosen.words)

    def _keep(self) -> None:
        name, words = self.name.value(), self.words.value()
        self._doing.do(
            own_acts.keep_snippet, name, words, by=Voice.PRACTITIONER,
            then=lambda snippet_id: self._kept(snippet_id, name, words), sorry=self._sorry,
        )  # fmt: skip

    def _kept(self, snippet_id: str, name: str, words: str) -> None:
        at = self._doing.desk.clock.now()
        self._snippets[snippet_id] = Snippet(id=snippet_id, name=name.strip(), words=words.strip(), made=at)
        self.choice.show()
        self.choice.box.addItem(name.strip(), snippet_id)
        self.choice.set_value(snippet_id)
        self.name.set_value("")
        self.words.set_value("")
        self._preview()

    def _forget(self) -> None:
        snippet_id = self.choice.value()
        self._doing.do(own_acts.set_snippet_aside, snippet_id, by=Voice.PRACTITIONER)
        self._snippets.pop(snippet_id, None)
        self.show_snippets(tuple(self._snippets.values()))

    def _sorry(self, problem: Problem) -> None:
        named = isinstance(problem, RuleBroken) and problem.field == "name"
        (self.name if named else self.words).say(sentence_of(problem))

    def _make(self, note: Note, name: LineField) -> None:
        if name.isHidden():
            name.show()
            name.setFocus()
            return
        self._doing.do(
            own_acts.make_template, note.id, name.value(), by=Voice.PRACTITIONER,
            then=lambda _key: self._made(name), sorry=lambda problem: name.say(sentence_of(problem)),
        )  # fmt: skip

    def _made(self, name: LineField) -> None:
        self._doing.desk.notices.say(_("You can choose “{name}” in your next note.").format(name=name.value().strip()))
        name.set_value("")
        name.hide()
