"""A date typed freely, whole or in part, with what was understood shown below."""

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.date_reading import read_date
from healingpartner.desktop.kit.field import LineField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.words import _, spoken


class PartialDateField(LineField):
    """1970, 5/1970, 31.5.1970, May 1970: whatever a person knows and however they write it."""

    def __init__(
        self, label: str, *, value: PartialDate | None = None, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """`hint`: shown while nothing is typed."""
        example = spoken().partial_date(PartialDate(year=1970, month=5, day=31))
        super().__init__(label, hint=hint, example=example, parent=parent)
        self._plain_hint = hint
        self.changed.connect(self._show_reading)
        self.line.editingFinished.connect(self._show_problem)
        self.set_date(value)

    def date(self) -> PartialDate | None:
        """The date meant; None where nothing is typed. RuleBroken with a sentence where it is no date."""
        return read_date(self.value(), field=self.label.text())

    def set_date(self, value: PartialDate | None) -> None:
        """Show a date as this language writes it."""
        self.set_value(spoken().partial_date(value) if value else "")
        self.say("")
        self._show_reading()

    def problem(self) -> str:
        """The sentence for what is typed, or ""."""
        try:
            self.date()
        except RuleBroken as broken:
            return broken.sentence
        return ""

    def _show_reading(self) -> None:
        understood = None if self.problem() else self.date()
        if understood is None:
            self.set_hint(self._plain_hint)
        else:
            self.set_hint(_("Understood: {date}").format(date=spoken().partial_date(understood)))

    def _show_problem(self) -> None:
        self.say(self.problem())
