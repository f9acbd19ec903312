"""The form about a person: every field of the particulars and every wish, as cards. It holds no act."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.people.form_rows import ContactRow, IdentifierRow, LinkRow
from healingpartner.desktop.people.form_typed import particulars_of
from healingpartner.desktop.people.preferences_form import WISHES, PreferencesForm
from healingpartner.desktop.people.rows_editor import RowsEditor
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.people.answers import Answer
from healingpartner.people.model import Particulars
from healingpartner.people.questions import Group

GROUPS = (Group.SELF, *WISHES)


class PersonForm(QWidget):
    """`changed` at every change by hand; `identity_changed` when a name, the birth date or a contact changed."""

    changed = Signal()
    identity_changed = Signal()

    def __init__(self, desk: Desk, person_id: str) -> None:
        """`person_id`: "" for someone new."""
        super().__init__()
        self._birth_date = PartialDateField(_("Birth date"), hint=_("A year alone is enough"))
        self.fields: dict[str, Field] = {
            "preferred_name": LineField(_("Name they wish to be known by")),
            "legal_name": LineField(_("Name in their papers"), hint=_("Only if it is another one")),
            "called": LineField(_("What we call them"), example=_("Mira, or Ms Rahimi")),
            "pronouns": LineField(_("Pronouns"), example=_("she/her, they/them, their own")),
            "birth_date": self._birth_date,
            "language": LineField(_("Language they feel at home in")),
            "address": TextField(_("Address"), lines=2),
        }
        self.contacts = RowsEditor(ContactRow, add=_("Add a way"), remove=_("Take this way out"))
        self.links = RowsEditor(
            lambda: LinkRow(desk, person_id), add=_("Add someone"), remove=_("Take this person out")
        )
        self.identifiers = RowsEditor(IdentifierRow, add=_("Add a number"), remove=_("Take this number out"))
        self.wishes = PreferencesForm(*GROUPS)
        self.sure = QuietButton(_("Yes, the date is right"), icon="check")
        self.sure.setCheckable(True)
        self.sure.hide()
        self.likeness = QVBoxLayout()
        self._lay_out()
        self._connect()

    def typed(self) -> dict[str, Any]:
        """All of it as it stands, for a draft."""
        return {
            **{name: _text_of(field) for name, field in self.fields.items()},
            "contacts": self.contacts.typed(),
            "links": self.links.typed(),
            "identifiers": self.identifiers.typed(),
            "wishes": self.wishes.typed(),
        }

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """A filled form or a draft; nothing is said to have changed."""
        for name, field in self.fields.items():
            _show_text(field, str(typed.get(name, "")))
        for name, rows in self._lists().items():
            rows.show_typed(typed.get(name))
        wishes = typed.get("wishes")
        if isinstance(wishes, dict):
            self.wishes.show_typed(wishes)

    def particulars(self) -> Particulars:
        """What is written, as the model takes it; RuleBroken when the birth date is no date."""
        try:
            born = self._birth_date.date()
        except RuleBroken as broken:
            raise RuleBroken("birth_date", broken.sentence) from None
        return particulars_of(self.typed(), born)

    def answers(self) -> list[Answer] | None:
        """Every answer; None when one cannot be taken, with its sentence shown."""
        return self.wishes.answers()

    def say(self, broken: RuleBroken, *, ask: bool = False) -> QWidget | None:
        """Show a rule's sentence beside its field; the field, or None when the form has none of that name.

        `ask`: the rule gives way to "yes, that is right".
        """
        name, _dot, rest = broken.field.partition(".")
        self.sure.setVisible(ask)
        if name in self.fields:
            self.fields[name].say(broken.sentence)
            return self.fields[name]
        if name in self._lists() and rest:
            at, _dot, field = rest.partition(".")
            self._lists()[name].say(int(at), field, broken.sentence)
            return self._lists()[name]
        wish = self.wishes.field(name)
        if wish is not None:
            wish.say(broken.sentence)
        return wish

    # -- inside -------------------------------------------------------------------------------------

    def _lists(self) -> dict[str, RowsEditor]:
        return {"contacts": self.contacts, "links": self.links, "identifiers": self.identifiers}

    def _lay_out(self) -> None:
        names, reach, around = Card(_("Name and birth")), Card(_("How to reach them")), Card(_("People around them"))
        grid = FieldGrid()
        for name in ("preferred_name", "legal_name", "called", "pronouns", "birth_date", "language"):
            grid.add(self.fields[name])
        names.column.addWidget(grid)
        names.column.addWidget(self.sure)
        names.column.addLayout(self.likeness)
        reach.column.addWidget(self.fields["address"])
        reach.column.addWidget(self.contacts)
        around.column.addWidget(self.links)
        numbers = Card(_("Numbers"))
        numbers.column.addWidget(self.identifiers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (names, reach, around, numbers, self.wishes):
            column.addWidget(part)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.changed.connect(self.changed)
            if name in ("preferred_name", "legal_name", "birth_date"):
                field.changed.connect(self.identity_changed)
        for rows in self._lists().values():
            rows.changed.connect(self.changed)
        self.contacts.changed.connect(self.identity_changed)
        self.wishes.changed.connect(self.changed)
        self.fields["birth_date"].changed.connect(self._ask_anew)

    def _ask_anew(self) -> None:
        self.sure.setChecked(False)
        self.sure.hide()


def _text_of(field: Field) -> str:
    return field.value() if isinstance(field, LineField | TextField) else ""


def _show_text(field: Field, words: str) -> None:
    if isinstance(field, LineField | TextField):
        field.set_value(words)
