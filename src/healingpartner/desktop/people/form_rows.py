"""The three kinds of rows in the form about a person: a contact, someone around them, a number."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.people.picker import PersonPicker
from healingpartner.foundation.words import _
from healingpartner.people.model import CONTACT_WORDS, LINK_WORDS, LinkKind


class _Row(FieldGrid):
    changed = Signal()

    def __init__(self, fields: Mapping[str, Field], *, wide: str = "") -> None:
        super().__init__()
        self.fields = fields
        self.row_id = ""
        for name, field in fields.items():
            self.add(field, wide=name == wide)
            field.changed.connect(self.changed)
        self.setFocusProxy(next(iter(fields.values())))

    def typed(self) -> dict[str, str]:
        """Every field as it stands, with the id of the row as kept."""
        return {"id": self.row_id, **{name: _value(field) for name, field in self.fields.items()}}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Fields as they were."""
        self.row_id = str(typed.get("id", ""))
        for name, field in self.fields.items():
            _show(field, str(typed.get(name, "")))

    def say(self, field: str, sentence: str) -> None:
        """A rule's sentence beside its field."""
        if field in self.fields:
            self.fields[field].say(sentence)


class ContactRow(_Row):
    """A way to reach someone."""

    def __init__(self) -> None:
        """A phone number, until another kind is chosen."""
        kinds = [(kind.value, _(words)) for kind, words in CONTACT_WORDS.items()]
        super().__init__(
            {
                "kind": ChoiceField(_("By"), kinds, value="phone"),
                "value": LineField(_("Number or address")),
                "note": LineField(_("Good to know"), example=_("evenings; no message, please")),
            },
            wide="note",
        )


class LinkRow(_Row):
    """Someone around the person: a name, or another person of the practice."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """`person_id`: whose form it is; they are not offered to themselves."""
        kinds = [(kind.value, _(words)) for kind, words in LINK_WORDS.items()]
        super().__init__(
            {
                "kind": ChoiceField(_("They are"), kinds, value=LinkKind.FAMILY.value),
                "name": LineField(_("Name")),
                "relation": LineField(_("In own words"), example=_("my sister")),
                "reach": LineField(_("How to reach them")),
                "basis": LineField(_("On what ground"), example=_("parent, court order, power of attorney")),
            },
            wide="basis",
        )
        self._desk, self._person_id, self._other_id = desk, person_id, ""
        self._link = LinkButton(_("Someone of this practice"), icon="users")
        self._picker: PersonPicker | None = None
        self.add(self._link, wide=True)
        self._link.clicked.connect(self._switch)
        self.changed.connect(self._show_ground)
        self._show_ground()

    def typed(self) -> dict[str, str]:
        """As every row, with the id of the person linked to."""
        return {**super().typed(), "other_id": self._other_id}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """As every row; a linked person's name stands in the field and is not written by hand."""
        super().show_typed(typed)
        self._join(str(typed.get("other_id", "")), str(typed.get("name", "")))
        self._show_ground()

    def _show_ground(self) -> None:
        self.fields["basis"].setVisible(_value(self.fields["kind"]) == LinkKind.REPRESENTATIVE.value)

    def _switch(self) -> None:
        if self._other_id:
            self._join("", "")
            self.changed.emit()
        elif self._picker is None:
            self._picker = PersonPicker(self._desk, _("Who of this practice?"), but=self._person_id)
            self._picker.chosen.connect(self._picked)
            self.add(self._picker, wide=True)
            self._picker.filter_field.setFocus()

    def _picked(self, other_id: str, name: str) -> None:
        self._join(other_id, name)
        self.changed.emit()

    def _join(self, other_id: str, name: str) -> None:
        self._other_id = other_id
        _show(self.fields["name"], name)
        self.fields["name"].editor.setEnabled(not other_id)
        words = _("Write a name instead") if other_id else _("Someone of this practice")
        self._link.set_words(words)
        if self._picker is not None:
            self.take(self._picker)
            self._picker = None


class IdentifierRow(_Row):
    """A number someone else gave the person."""

    def __init__(self) -> None:
        """Both fields empty."""
        super().__init__(
            {"system": LineField(_("Given by"), example=_("health insurer")), "value": LineField(_("Number"))}
        )


def _value(field: Field) -> str:
    return field.value() if isinstance(field, LineField | ChoiceField) else ""


def _show(field: Field, words: str) -> None:
    if isinstance(field, LineField | ChoiceField):
        field.set_value(words)
