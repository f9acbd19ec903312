"""The reflection that is under way: who has sealed, the practitioner's own side, and the way to open both together."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.journal.side_form import SideForm
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.reflections.model import Reflection, ReflectionState, Side
from healingpartner.journal.views import Names


class ReflectionCard(Card):
    """begins, answers (the patient's side), opens: ask for the turned view. seals: a `Side`. rests: closed for good.

    typed_on: at each change of the practitioner's answers.
    """

    begins = Signal()
    answers = Signal()
    opens = Signal()
    seals = Signal(object)
    rests = Signal()
    typed_on = Signal()

    def __init__(self, going: Reflection | None, names: Names) -> None:
        """`going`: the one under way, or None."""
        super().__init__(_("Looking back, both of you"))
        self.going, self._names = going, names
        self.form: SideForm | None = None
        self._amiss = PlainLabel(tone="warn")
        self._amiss.hide()
        self.buttons: dict[str, QWidget] = {}
        name = isolated(names.called)
        if going is None:
            self.column.addWidget(
                PlainLabel(
                    _("Each answers the same eight lines, apart and sealed. Then you open them together."), tone="soft"
                )
            )
            self._row(("begins", PrimaryButton(_("Begin, and turn to {name}").format(name=name)), self.begins))
            return
        self._chips(going, name)
        self._sentence(going)
        acts: list[tuple[str, QWidget, object]] = []
        if going.patient_sealed is None:
            acts.append(("answers", QuietButton(_("Turn to {name}").format(name=name)), self.answers))
        if going.state is ReflectionState.BOTH_SEALED:
            acts.append(("opens", PrimaryButton(_("Open together")), self.opens))
        acts.append(("rests", LinkButton(_("Let it rest closed")), self.rests))
        if going.practitioner_sealed is None:
            self._add_form()
        self.column.addWidget(self._amiss)
        self._row(*acts)

    def give(self) -> None:
        """Seal the practitioner's side."""
        if self.form is not None:
            self.seals.emit(self.form.side())

    def show_side(self, side: Side) -> None:
        """Answers that were given before, as a draft."""
        if self.form is not None:
            self.form.show_side(side)

    def say(self, broken: RuleBroken) -> None:
        """Why it could not be sealed."""
        if self.form is None or not self.form.say(broken):
            self._amiss.setText(broken.sentence)
            self._amiss.show()

    def _add_form(self) -> None:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(PlainLabel(_("Your own side"), tone="strong"))
        self.form = SideForm(Voice.PRACTITIONER)
        self.form.changed.connect(self.typed_on)
        column.addWidget(self.form)
        seal = QuietButton(_("Seal my side"), icon="lock")
        seal.clicked.connect(self.give)
        self.buttons["seals"] = seal
        column.addWidget(seal)
        self.column.addWidget(place)

    def _chips(self, going: Reflection, name: str) -> None:
        row = FlowLayout(gap=8)
        own = isolated(self._names.practitioner) or _("You")
        for whose, sealed, tint in ((name, going.patient_sealed, "yours"), (own, going.practitioner_sealed, "mine")):
            words = _("{name} · sealed") if sealed is not None else _("{name} · not sealed yet")
            icon = "lock" if sealed is not None else "lock-open"
            row.addWidget(Chip(words.format(name=whose), tint=tint if sealed is not None else "plain", icon=icon))  # type: ignore[arg-type]
        self.column.addLayout(row)

    def _sentence(self, going: Reflection) -> None:
        words = (
            _("Both are sealed. Neither can read the other's until you open them together.")
            if going.state is ReflectionState.BOTH_SEALED
            else _("Neither can read the other's until both are opened.")
        )
        self.column.addWidget(PlainLabel(words, tone="soft"))

    def _row(self, *acts: tuple[str, QWidget, object]) -> None:
        row = FlowLayout(gap=10)
        for key, button, signal in acts:
            button.clicked.connect(signal)  # type: ignore[attr-defined]
            self.buttons[key] = button
            row.addWidget(button)
        self.column.addLayout(row)
