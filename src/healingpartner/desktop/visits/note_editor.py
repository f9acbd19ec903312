"""Writing a note: a shape chosen, its parts filled, words carried over marked until they are touched."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Problem, sentence_of
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _, spoken
from healingpartner.language.lens.entries import Where
from healingpartner.visits.notes.library import SHORTEST
from healingpartner.visits.notes.model import KIND_WORDS, Note, NoteAsked, NoteKind, Section, Template, started_from
from healingpartner.visits.notes.views import Desk


class NoteEditor(QWidget):
    """typed_on: at every change by hand."""

    typed_on = Signal()

    def __init__(self, found: Desk, *, contact: bool = False) -> None:
        """`found`: templates, snippets, and the note to start from; `contact`: a note without a visit."""
        super().__init__()
        self._found, self._contact = found, contact
        self._from_note_id = ""
        self._sections: dict[str, Section] = {}
        self.fields: dict[str, LensField] = {}
        self.last_field: LensField | None = None
        options = [(one.key, one.name) for one in found.templates if contact or not one.letter]
        self.template = ChoiceField(_("Shape of the note"), options, value=self._first_template())
        self.template.changed.connect(self._change_template)
        kinds = [(one.value, _(words)) for one, words in KIND_WORDS.items() if one is not NoteKind.VISIT]
        self.kind = ChoiceField(_("What it was"), kinds, value=NoteKind.CALL.value)
        self.title = LineField(_("In a few words"))
        for part in (self.kind, self.title):
            part.setVisible(contact)
            part.changed.connect(self.typed_on)
        self.start = LinkButton(_("Start from the last visit"), icon="arrow-counter-clockwise")
        self.start.clicked.connect(self.start_from_last)
        self.start.setVisible(found.last is not None and not contact)
        self.from_paper = CheckField(_("Typed in from a page that was filled in by hand"))
        self.from_paper.hide()
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = FlowLayout(gap=12)
        head.addWidget(self.start)
        for part in (self.kind, self.title, self.template):
            column.addWidget(part)
        column.addLayout(head)
        column.addLayout(self._place)
        column.addWidget(self.from_paper)
        column.addWidget(self.sentence)
        self.show_sections(self._template(self.template.value()).sections)

    def show_note(self, note: Note) -> None:
        """Fill it with a note that was kept."""
        self._from_note_id = note.from_note_id
        self._choose(note.template)
        self.kind.set_value(note.kind.value)
        self.title.set_value(note.title)
        self.show_sections(note.sections)

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """One field for each part; the focus goes to the first that is empty when it is asked for."""
        clear(self._place)
        self.fields.clear()
        self._sections = {one.key: one for one in sections}
        self.last_field = None
        for one in sections:
            field = LensField(
                one.title,
                value=one.words,
                hint=one.hint,
                lines=6 if len(sections) == 1 else 2,
                where=Where.LETTERS if self._contact else Where.NOTES,
            )
            field.changed.connect(partial(self._touched, one.key))
            field.text.cursorPositionChanged.connect(partial(self._stand_in, field))
            self.fields[one.key] = field
            self._mark(one.key)
            self._place.addWidget(field)
        asks = any(one.ask for one in self._template(self.template.value()).sections)
        self.from_paper.setVisible(asks)
        if self.fields:
            self.setFocusProxy(next(iter(self.fields.values())))

    def start_from_last(self) -> None:
        """Carry over the words of the last visit's note; each part is marked until somebody touches it."""
        if self._found.last is None:
            return
        template = next((one for one in self._found.templates if one.key == self._found.last.template), None)
        shape = template or Template(
            key=self._found.last.template, name="", about="", sections=self._found.last.sections
        )
        self._from_note_id = self._found.last.id
        self._choose(shape.key)
        written = {key: field.value() for key, field in self.fields.items() if field.value().strip()}
        carried = started_from(self._found.last, shape)
        self.show_sections(
            tuple(replace(one, words=written[one.key], carried=False) if one.key in written else one for one in carried)
        )
        self.start.hide()
        self.typed_on.emit()

    def asked(self) -> NoteAsked:
        """What stands there, to be kept."""
        return NoteAsked(
            template=self.template.value() or SHORTEST,
            sections=tuple(replace(one, words=self.fields[key].value()) for key, one in self._sections.items()),
            kind=NoteKind(self.kind.value()) if self._contact else NoteKind.VISIT,
            title=self.title.value(),
            from_note_id=self._from_note_id,
        )

    def is_from_paper(self) -> bool:
        """Whether it is typed in from a page that was printed beforehand."""
        return not self.from_paper.isHidden() and self.from_paper.value()

    def shows(self, note: Note) -> bool:
        """Whether just this stands here."""
        return [one.words for one in note.sections] == [field.value().strip() for field in self.fields.values()]

    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not any(field.value().strip() for field in self.fields.values())

    def typed(self) -> dict[str, Any]:
        """All of it for the draft."""
        asked = self.asked()
        return {
            "template": asked.template,
            "kind": asked.kind.value,
            "title": asked.title,
            "from": asked.from_note_id,
            "sections": [[one.key, one.title, one.hint, one.words, one.carried] for one in asked.sections],
        }

    def set_typed(self, typed: Mapping[str, Any]) -> None:
        """Back as it was typed; what does not fit the form any more is left out."""
        self._from_note_id = str(typed.get("from", ""))
        self._choose(str(typed.get("template", "")))
        self.kind.set_value(str(typed.get("kind", NoteKind.CALL.value)))
        self.title.set_value(str(typed.get("title", "")))
        parts = [each for each in typed.get("sections", ()) if isinstance(each, list) and len(each) == 5]
        if parts:
            self.show_sections(
                tuple(
                    Section(key=str(key), title=str(title), hint=str(hint), words=str(words), carried=carried is True)
                    for key, title, hint, words, carried in parts
                )
            )

    def put_in(self, words: str) -> None:
        """Put words where the cursor stands, or into the first part."""
        field = self.last_field or next(iter(self.fields.values()))
        field.text.insertPlainText(words)
        field.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, problem: Problem) -> None:
        """Why it could not be kept, beside the part it is about; nothing typed is lost."""
        name = problem.field if isinstance(problem, RuleBroken) else ""
        field = self.fields.get(name)
        if field is not None:
            field.say(sentence_of(problem))
            field.setFocus()
            return
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()

    def _first_template(self) -> str:
        used = "" if self._found.last is None else self._found.last.template
        return used if any(one.key == used for one in self._found.templates) and not self._contact else SHORTEST

    def _template(self, key: str) -> Template:
        return next((one for one in self._found.templates if one.key == key), self._found.templates[0])

    def _choose(self, key: str) -> None:
        self.template.set_value(key)

    def _change_template(self) -> None:
        """Another shape: words stay in a part of the same name, and what has none stays below as it was."""
        shape = self._template(self.template.value())
        held = {key: replace(one, words=self.fields[key].value()) for key, one in self._sections.items()}
        kept = tuple(replace(one, words=held[one.key].words) if one.key in held else one for one in shape.sections)
        rest = tuple(one for key, one in held.items() if one.words.strip() and all(key != new.key for new in kept))
        self.show_sections((*kept, *rest))
        self.typed_on.emit()

    def _touched(self, key: str) -> None:
        self.sentence.hide()
        if self._sections[key].carried:
            self._sections[key] = replace(self._sections[key], carried=False)
            self._mark(key)
        self.typed_on.emit()

    def _mark(self, key: str) -> None:
        one, field = self._sections[key], self.fields[key]
        last = self._found.last
        if one.carried and last is not None:
            day = spoken().date(last.about)
            field.set_hint(_("Carried over from {day}, and not touched since.").format(day=day))
        else:
            field.set_hint(one.hint)

    def _stand_in(self, field: LensField) -> None:
        self.last_field = field
