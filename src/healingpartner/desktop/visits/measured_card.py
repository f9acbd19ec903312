"""What was measured: figures of both, each beside the one before it, and never a grade."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.voice_mark import VoiceMark
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.visits.measurements import acts
from healingpartner.visits.measurements.model import OFTEN, Measurement, before
from healingpartner.visits.measurements.views import measurements_of

_SHOWN = 6


class MeasuredCard(Card):
    """The newest figures, and a form that opens when it is wanted."""

    def __init__(self, doing: Doing, person_id: str, *, visit_id: str, called: str) -> None:
        """`called`: the patient's name, short enough for a button."""
        super().__init__(_("Measured"))
        self._doing, self._person_id, self._visit_id = doing, person_id, visit_id
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        units = {_(what): unit for what, unit in OFTEN}
        self._units = units
        self.what = ChoiceField(_("What was measured"), [(name, name) for name in units], own_words=True)
        self.value = LineField(_("Figure"), example="36.8")
        self.unit = LineField(_("Unit"))
        self.words = LineField(_("How it was measured"))
        self.what.changed.connect(self._suggest_unit)
        self.keep: dict[Voice, QuietButton] = {}
        self._form = QWidget()
        self._lay_out_form(called)
        self._form.hide()
        self.open = LinkButton(_("Write a figure down"), icon="plus")
        self.open.clicked.connect(self._open)
        self.column.addLayout(self._lines)
        self.column.addWidget(self._form)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        self.ask()

    def ask(self) -> None:
        """Look again."""
        self._doing.ask(measurements_of, self._person_id, then=self._show)

    def _lay_out_form(self, called: str) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.what, self.value, self.unit, self.words):
            column.addWidget(part)
        row = FlowLayout(gap=8)
        labels = {
            Voice.PRACTITIONER: _("I measured it"),
            Voice.PATIENT: _("{name} measured it").format(name=called),
        }
        for voice, words in labels.items():
            button = self.keep[voice] = QuietButton(words)
            button.setProperty("small", True)
            button.clicked.connect(partial(self._keep, voice))
            row.addWidget(button)
        column.addLayout(row)

    def _show(self, found: tuple[Measurement, ...]) -> None:
        clear(self._lines)
        for one in found[:_SHOWN]:
            self._lines.addWidget(self._line(one, found))

    def _line(self, one: Measurement, found: tuple[Measurement, ...]) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(VoiceMark(one.voice), 0, Qt.AlignmentFlag.AlignVCenter)
        told = f"{one.what}: {one.value} {one.unit}".strip()
        if one.set_aside is not None:
            told = _("{figure} (read wrongly)").format(figure=told)
        row.addWidget(PlainLabel(told, tone="soft" if one.set_aside is not None else "plain"), 1)
        day = spoken().date(one.measured, "short")
        earlier = before(one, found)
        if earlier is not None and one.set_aside is None:
            day = _("{day}, before: {value}").format(day=day, value=earlier.value)
        row.addWidget(PlainLabel(day, tone="small", wraps=False))
        if one.set_aside is None:
            aside = LinkButton(_("Read wrongly"))
            aside.setAccessibleName(_("Read wrongly: {figure}").format(figure=told))
            aside.clicked.connect(partial(self._set_aside, one.id))
            row.addWidget(aside)
        return line

    def _open(self) -> None:
        self._form.show()
        self.open.hide()
        self.what.setFocus()

    def _suggest_unit(self) -> None:
        if not self.unit.value():
            self.unit.set_value(self._units.get(self.what.value(), ""))

    def _keep(self, voice: Voice) -> None:
        self._doing.do(
            acts.measure, self._person_id, self.what.value(), self.value.value(), self.unit.value(),
            visit_id=self._visit_id, words=self.words.value(), by=voice,
            then=lambda _id: self._kept(), sorry=self._sorry,
        )  # fmt: skip

    def _kept(self) -> None:
        for field in (self.value, self.unit, self.words):
            field.set_value("")
        self.what.set_value("")

    def _sorry(self, problem: Problem) -> None:
        named = problem.field if isinstance(problem, RuleBroken) else ""
        {"what": self.what, "unit": self.unit, "words": self.words}.get(named, self.value).say(sentence_of(problem))

    def _set_aside(self, measurement_id: str) -> None:
        self._doing.do(acts.set_measurement_aside, measurement_id, by=Voice.PRACTITIONER)
