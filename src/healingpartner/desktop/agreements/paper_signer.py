"""One who signed on paper: whose signature it is, how they are known, and the date that stands beside it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.envelope import Identity, Role
from healingpartner.agreements.on_paper.model import PaperSigner
from healingpartner.desktop.agreements.signers_ways import how_field, representative_words
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.foundation.words import _
from healingpartner.people.reading import Representative

_OWN = {Role.REPRESENTATIVE: "basis", Role.INTERPRETER: "language"}


class PaperSignerFields(QWidget):
    """What is asked of one signer. `changed`: by hand."""

    changed = Signal()

    def __init__(self, role: Role, *, name: str = "", mark: bool = False, known: Sequence[Representative] = ()) -> None:
        """`name`: printed, to begin with; `mark`: made instead of a name; `known`: who may sign for the patient."""
        super().__init__()
        self.role, self._mark, self._known = role, mark, known
        self.known: ChoiceField | None = None
        self.printed = LineField(_("Printed name"), value=name)
        self.own = _own_field(role)
        self.how = None if role is Role.PRACTITIONER else how_field(_("How you know who signed"))
        self.day = PartialDateField(_("The date that stands beside it"))
        if known:
            options = [(str(place), representative_words(one)) for place, one in enumerate(known)]
            self.known = ChoiceField(_("Who is it?"), options, hint=_("From the record. You can type over it."))
            self.known.changed.connect(self._fill_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.known, self.printed, self.own, self.how, self.day):
            if part is not None:
                column.addWidget(part)
                part.changed.connect(self.changed)

    def signer(self) -> PaperSigner:
        """What stands here; RuleBroken when the date is none."""
        day, how = self.day.date(), "" if self.how is None else self.how.value()
        own = {} if self.own is None else {_OWN[self.role]: self.own.value()}
        return PaperSigner(
            role=self.role,
            printed_name=self.printed.value(),
            signed_on="" if day is None else day.text(),
            identity=Identity(how) if how else None,
            mark=self._mark,
            **own,
        )

    def say(self, part: str, sentence: str) -> bool:
        """Show a sentence beside a part, "printed_name" say; False when there is no such part."""
        fields: dict[str, Field | None] = {
            "printed_name": self.printed,
            "identity": self.how,
            "signed_on": self.day,
            _OWN.get(self.role, "-"): self.own,
        }
        field = fields.get(part)
        if field is not None:
            field.say(sentence)
            field.setFocus()
        return field is not None

    def typed(self) -> dict[str, str]:
        """For a draft."""
        own = "" if self.own is None else self.own.value()
        how = "" if self.how is None else self.how.value()
        return {"name": self.printed.value(), "own": own, "how": how, "day": self.day.value()}

    def set_typed(self, typed: Mapping[str, object]) -> None:
        """From a draft."""
        self.printed.set_value(str(typed.get("name", self.printed.value())))
        self.day.set_value(str(typed.get("day", "")))
        for field, name in ((self.own, "own"), (self.how, "how")):
            if field is not None:
                field.set_value(str(typed.get(name, "")))

    def _fill_in(self) -> None:
        if self.known is None or not self.known.value():
            return
        one = self._known[int(self.known.value())]
        self.printed.set_value(one.name)
        if self.own is not None:
            self.own.set_value(one.basis or one.relation)


def _own_field(role: Role) -> LineField | None:
    if role is Role.REPRESENTATIVE:
        return LineField(_("Why they may sign: parent, guardian, or the paper that says so"))
    return LineField(_("The language that was interpreted")) if role is Role.INTERPRETER else None
