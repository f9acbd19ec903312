"""One estimate being written: counts, time and source, with the sentence and the picture growing beside them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.date_reading import read_date
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
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
_NAMES = (
    "outcome", "direction", "denominator", "n_with", "n_without", "horizon", "unit", "interval_with",
    "interval_without", "population", "sureness", "basis", "source", "checked_on",
)  # fmt: skip
_WIDE = {"outcome", "source", "basis"}


class EstimateRow(QWidget):
    """A RowEditor: `typed`, `show_typed`, `say`. What the numbers say stands below, or what is still missing.

    The fields of a row that was kept are made when it is opened: a way may have many numbers, and they are read more
    often than written.
    """

    changed = Signal()

    def __init__(self, called: str) -> None:
        """`called`: whom the numbers are told about."""
        super().__init__()
        self._called = called
        self.view: EstimateView | None = None
        self._fields: dict[str, Any] | None = None
        self._typed: dict[str, str] = {}
        self._missing = PlainLabel(tone="soft")
        self._top, self._bench, self._place = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.change = LinkButton(_("Change these numbers"), icon="pencil-simple")
        self.change.clicked.connect(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addLayout(self._top)
        column.addLayout(self._bench)
        column.addWidget(self._missing)
        column.addLayout(self._place)
        row = FlowLayout()
        row.addWidget(self.change)
        column.addLayout(row)
        self.setFocusProxy(self.change)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        # A row added by hand is opened in the next turn; one that was kept is filled before that, and stays short.
        self._opens = QTimer(self, singleShot=True, interval=0)
        self._opens.timeout.connect(self.open)
        self._opens.start()

    @property
    def fields(self) -> dict[str, Any]:
        """The fields by their names; the row is opened for them."""
        self.open()
        return self._fields or {}

    def open(self) -> None:
        """Make the fields, once."""
        self._opens.stop()
        if self._fields is not None:
            return
        self._fields = _fields()
        grid = FieldGrid()
        for name, field in self._fields.items():
            field.set_value(self._typed.get(name, field.value()))
            grid.add(field, wide=name in _WIDE)
            field.changed.connect(self._by_hand)
        self._top.addWidget(grid)
        self.reckon = LinkButton(_("Work it out from a study"))
        self.reckon.clicked.connect(self._open_reckoning)
        self._top.addWidget(self.reckon)
        wanted = self.change.hasFocus()
        self.setFocusProxy(self._fields["outcome"])
        self.change.hide()
        if wanted:
            self.setFocus()

    def typed(self) -> dict[str, str]:
        """Every field as it stands."""
        if self._fields is None:
            return dict(self._typed)
        return {name: field.value() for name, field in self._fields.items()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Fields as they were."""
        self._opens.stop()
        self._typed = {name: str(value) for name, value in typed.items()}
        for name, field in (self._fields or {}).items():
            field.set_value(self._typed.get(name, ""))
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
        return estimate_of(self.typed(), today)

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


def estimate_of(typed: Mapping[str, str], today: date) -> OutcomeEstimate:
    """The estimate that these values mean; RuleBroken beside the first that does not fit."""
    given = {name: typed.get(name, "") for name in _NAMES}
    amount = whole_number(given["horizon"], "horizon")
    checked = read_date(given["checked_on"], field="checked_on")
    return OutcomeEstimate(
        outcome=given["outcome"],
        direction=OutcomeDirection(given["direction"] or "benefit"),
        horizon=None if amount is None else Horizon(amount=amount, unit=HorizonUnit(given["unit"] or "weeks")),
        population=given["population"],
        n_with=whole_number(given["n_with"], "n_with"),
        n_without=whole_number(given["n_without"], "n_without"),
        denominator=whole_number(given["denominator"], "denominator"),
        interval_with=_interval(given, "interval_with"),
        interval_without=_interval(given, "interval_without"),
        basis=Basis(given["basis"] or "unknown"),
        sureness=Sureness(given["sureness"] or "unknown"),
        source=given["source"],
        checked_on=None if checked is None else checked.earliest(),
    ).cleaned(today=today)


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
