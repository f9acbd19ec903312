"""One piece of knowledge being written: of which kind, what it says, where it stands, and of when."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions.model import EVIDENCE_WORDS, Evidence, EvidenceKind


class EvidenceRow(FieldGrid):
    """A RowEditor: `typed`, `show_typed`, `say`."""

    changed = Signal()

    def __init__(self) -> None:
        """A study, until another kind is chosen."""
        super().__init__()
        kinds = [(kind.value, _(words)) for kind, words in EVIDENCE_WORDS.items()]
        self.fields: dict[str, Any] = {
            "kind": ChoiceField(_("It is"), kinds, value="study"),
            "dated": PartialDateField(_("Of when, or last read")),
            "words": LineField(_("What it says")),
            "source": LineField(_("Where it stands")),
        }
        for name, field in self.fields.items():
            self.add(field, wide=name in {"words", "source"})
            field.changed.connect(self.changed)
        self.setFocusProxy(self.fields["kind"])

    def typed(self) -> dict[str, str]:
        """Every field as it stands."""
        return {name: field.value() for name, field in self.fields.items()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Fields as they were."""
        for name, field in self.fields.items():
            field.set_value(str(typed.get(name, "")))

    def say(self, field: str, sentence: str) -> None:
        """A rule's sentence beside its field."""
        if field in self.fields:
            self.fields[field].say(sentence)

    def evidence(self) -> Evidence:
        """What is typed; RuleBroken where the day is none."""
        typed = self.typed()
        return Evidence(
            kind=EvidenceKind(typed["kind"] or "study"),
            words=typed["words"],
            source=typed["source"],
            dated=self.fields["dated"].date(),
        )


def typed_of(one: Evidence) -> dict[str, str]:
    """A piece of knowledge as its row shows it."""
    return {
        "kind": one.kind.value,
        "words": one.words,
        "source": one.source,
        "dated": spoken().partial_date(one.dated) if one.dated else "",
    }
