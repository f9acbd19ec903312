"""One estimate being written: counts, time and source, with the sentence and the picture growing beside them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.plans.estimate_view import EstimateView
from healingpartner.desktop.plans.reckoning.from_study import FromStudy
from healingpartner.desktop.plans.whole_number import whole_number
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.numbers.estimate import (
    BASIS_WORDS,
    HORIZON_UNIT_WORDS,
    OUTCOME_DIRECTION_WORDS,
    SURENESS_WORDS,
    Basis,
    Horizon,
    HorizonUnit,
    Interval,
    OutcomeDirection,
    OutcomeEstimate,
    Sureness,
)

PAUSE_MS = 250
_WIDE = {"outcome", "source", "basis"}


class EstimateRow(QWidget):
    """A RowEditor: `typed`, `show_typed`, `say`. Below it stands what the numbers say, or what is still missing."""

    changed = Signal()

    def __init__(self, called: str) -> None:
        """`called`: whom the numbers are told about."""
        super().__init__()
        self._called = called
        self.view: EstimateView | None = None
        self.fields = _fields()
        self._missing = PlainLabel(tone="soft")
        self._place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        grid = FieldGrid()
        for name, field in self.fields.items():
            grid.add(field, wide=name in _WIDE)
            field.changed.connect(self._by_hand)
        column.addWidget(grid)
        self.reckon = LinkButton(_("Work it out from a study"))
        self.reckon.clicked.connect(self._open_reckoning)
        self._bench = QVBoxLayout()
        column.addWidget(self.reckon)
        column.addLayout(self._bench)
        column.addWidget(self._missing)
        column.addLayout(self._place)
        self.setFocusProxy(self.fields["outcome"])
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)

    def typed(self) -> dict[str, str]:
        """Every field as it stands."""
        return {name: field.value() for name, field in self.fields.items()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Fields as they were."""
        for name, field in self.fields.items():
            field.set_value(str(typed.get(name, "")))
        self._pause.start()

    def say(self, field: str, sentence: str) -> None:
        """A rule's sentence beside its field."""
        if field in self.fields:
            self.fields[field].say(sentence)
            self.fields[field].setFocus()
        else:
            self._missing.setText(sentence)

    def estimate(self, today: date) -> OutcomeEstimate:
        """What is typed; RuleBroken beside the first field that does not fit."""
        typed = self.typed()
        amount = whole_number(typed["horizon"], "horizon")
        checked = self.fields["checked_on"].date()
        return OutcomeEstimate(
            outcome=typed["outcome"],
            direction=OutcomeDirection(typed["direction"] or "benefit"),
            horizon=None if amount is None else Horizon(amount=amount, unit=HorizonUnit(typed["unit"] or "weeks")),
            population=typed["population"],
            n_with=whole_number(typed["n_with"], "n_with"),
            n_without=whole_number(typed["n_without"], "n_without"),
            denominator=whole_number(typed["denominator"], "denominator"),
            interval_with=_interval(typed, "interval_with"),
            interval_without=_interval(typed, "interval_without"),
            basis=Basis(typed["basis"] or "unknown"),
            sureness=Sureness(typed["sureness"] or "unknown"),
            source=typed["source"],
            checked_on=None if checked is None else checked.earliest(),
        ).cleaned(today=today)

    def look(self) -> None:
        """Tell what the numbers say now, or what is still missing."""
        self._pause.stop()
        try:
            estimate: OutcomeEstimate | None = self.estimate(date.max)
            missing = ""
        except RuleBroken as broken:
            estimate, missing = None, broken.sentence
        if self.view is not None:
            self._place.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        if estimate is not None:
            self.view = EstimateView(estimate, self._called)
            self._place.addWidget(self.view)

    def _open_reckoning(self) -> None:
        """Counts of two groups, or a ratio and the chance without it, made into the numbers above."""
        typed = self.typed()
        self.reckon.hide()
        study = FromStudy(typed["outcome"], called=self._called, offers=True)
        study.type(direction=typed["direction"], horizon=typed["horizon"] or "1", unit=typed["unit"] or "years")
        study.taken.connect(self._take)
        self._bench.addWidget(study)

    def _take(self, numbers: Mapping[str, str]) -> None:
        self.show_typed({**self.typed(), **numbers})
        self.changed.emit()

    def _by_hand(self) -> None:
        self._pause.start()
        self.changed.emit()


def typed_of(estimate: OutcomeEstimate) -> dict[str, str]:
    """An estimate as its row shows it."""

    def number(value: int | None) -> str:
        return "" if value is None else str(value)

    one, other = estimate.interval_with, estimate.interval_without
    return {
        "outcome": estimate.outcome,
        "direction": estimate.direction.value,
        "n_with": number(estimate.n_with),
        "n_without": number(estimate.n_without),
        "denominator": number(estimate.denominator),
        "horizon": number(None if estimate.horizon is None else estimate.horizon.amount),
        "unit": "weeks" if estimate.horizon is None else estimate.horizon.unit.value,
        "interval_with": "" if one is None else f"{one.low}–{one.high}",
        "interval_without": "" if other is None else f"{other.low}–{other.high}",
        "population": estimate.population,
        "basis": estimate.basis.value,
        "sureness": estimate.sureness.value,
        "source": estimate.source,
        "checked_on": "" if estimate.checked_on is None else spoken().date(estimate.checked_on, "long"),
    }


def _fields() -> dict[str, Any]:
    directions = [(one.value, _(words)) for one, words in OUTCOME_DIRECTION_WORDS.items()]
    units = [(one.value, _(words)) for one, words in HORIZON_UNIT_WORDS.items()]
    bases = [(one.value, _(words)) for one, words in BASIS_WORDS.items()]
    sureness = [(one.value, _(words)) for one, words in SURENESS_WORDS.items()]
    ends = _("both ends, as in 30–46; may stay empty")
    return {
        "outcome": LineField(_("What may happen"), example=_("sleep better")),
        "direction": ChoiceField(_("What that would be"), directions, value="benefit"),
        "denominator": LineField(_("Of how many people"), value="100"),
        "n_with": LineField(_("How many of them with it")),
        "n_without": LineField(_("How many of them without it")),
        "horizon": LineField(_("Within what time")),
        "unit": ChoiceField(_("Counted in"), units, value="weeks"),
        "interval_with": LineField(_("How far off, with it"), hint=ends),
        "interval_without": LineField(_("How far off, without it"), hint=ends),
        "population": LineField(_("Whom it was seen in"), hint=_("Empty: people like the patient.")),
        "sureness": ChoiceField(_("How sure one can be"), sureness, value="unknown"),
        "basis": ChoiceField(_("Where the number comes from"), bases, value="unknown"),
        "source": LineField(_("Source"), hint=_("Without one it says: my experience, not a study.")),
        "checked_on": PartialDateField(_("Last read on")),
    }


def _interval(typed: Mapping[str, str], name: str) -> Interval | None:
    words = typed[name].strip()
    if not words:
        return None
    ends = [end for end in words.replace("–", "-").replace("−", "-").replace(" ", "-").split("-") if end]
    if len(ends) != 2:
        raise RuleBroken(name, _("A range has two ends, as in 30–46."))
    low, high = (whole_number(end, name) for end in ends)
    return Interval(low=low or 0, high=high or 0)
