"""One repair, step by step: what was said and given back, where it stands, and what can be done next at the desk.

Steps of the patient are done on the turned view, or written down here as they say them.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.journal.repair_forms import GIVEN, SAID, ChangeForm, LinesForm, OneLineForm, RepairForm
from healingpartner.desktop.journal.words import name_of, repair_stands
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.wrapping_button import WrappingButton
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.journal.repairs.model import MENDED_WORDS, Change, Mended, Repair, RepairState
from healingpartner.journal.views import Names


class RepairCard(Card):
    """asked: (act by name, the repair, what it needs). Acts: turn, receive, later, give_back, change, tend, let_go,
    third, close, reopen, take_back.
    """

    asked = Signal(str, object, object)
    typed_on = Signal()

    def __init__(self, repair: Repair, names: Names, today: date, *, at_the_desk: bool = True) -> None:
        """Shows everything said so far, in order; `at_the_desk`: with what the practitioner can do next."""
        super().__init__(_("Mending"), note=spoken().date(repair.said))
        self.repair, self._names, self._acts_here = repair, names, at_the_desk
        self.form: RepairForm | None = None
        self.buttons: dict[str, QWidget] = {}
        if repair.state is RepairState.TAKEN_BACK:
            self.column.addWidget(PlainLabel(_("Taken back by the one who said it."), tone="soft"))
            return
        self._add_said()
        for change in repair.changes:
            self._add_change(change)
        for voice, says in ((Voice.PATIENT, repair.patient_says), (Voice.PRACTITIONER, repair.practitioner_says)):
            if says is not None:
                words = _("{name}: {says}").format(name=name_of(voice, names), says=_(MENDED_WORDS[says]))
                self.column.addWidget(Chip(words, tint="ours", icon="flower-lotus"))
        if repair.outside:
            self.column.addWidget(PlainLabel(_("Asked to help: {whom}").format(whom=isolated(repair.outside))))
        self.column.addWidget(PlainLabel(repair_stands(repair, names, today), tone="soft"))
        self._place = QWidget()
        QVBoxLayout(self._place).setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._place)
        self._acts = QWidget()
        self.column.addWidget(self._acts)
        if at_the_desk:
            self._add_acts(today)

    def open_give_back(self) -> None:
        """Lines to give back what was heard."""
        self._open(LinesForm(GIVEN, _("Give it back"), hints=False), "give_back")

    def open_change(self) -> None:
        """Lines for what will be different."""
        self._open(ChangeForm(self._names.called, self._names.practitioner), "change")

    def open_later(self) -> None:
        """A day until which the practitioner asks for time."""
        self._open(OneLineForm(PartialDateField(_("Not ready yet: until when")), _("Not ready yet")), "later")

    def open_third(self) -> None:
        """Who else could help."""
        self._open(OneLineForm(LineField(_("Someone you both trust")), _("Ask them")), "third")

    def typed(self) -> dict[str, str]:
        """What is being given back, and is not given yet."""
        return self.form.typed() if isinstance(self.form, LinesForm) else {}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """What was being given back before."""
        if "open_give_back" in self.buttons:
            self.open_give_back()
            if isinstance(self.form, LinesForm):
                self.form.show_typed(typed)

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self._acts.show()

    def _open(self, form: RepairForm, act: str) -> None:
        self.close_form()
        self.form = form
        form.given.connect(lambda given: self.asked.emit(act, self.repair, given))
        form.leaves.connect(self._leave)
        if isinstance(form, LinesForm):
            form.typed_on.connect(self.typed_on)
        layout = self._place.layout()
        if layout is not None:
            layout.addWidget(form)
        self._acts.hide()  # one thing at a time

    def _leave(self) -> None:
        self.close_form()
        self.typed_on.emit()

    def _add_said(self) -> None:
        repair, names = self.repair, self._names
        said = "\n".join(f"{_(caption)} {text}" for name, caption in SAID if (text := getattr(repair.statement, name)))
        caption = _("{name}, told gently").format(name=name_of(repair.by, names))
        self.column.addWidget(SpeechLabel(said, voice=repair.by, caption=caption))
        for given in repair.given_back:
            words = "\n".join(f"{_(caption)} {text}" for name, caption in GIVEN if (text := getattr(given, name)))
            after = _("{name}, after listening").format(name=name_of(repair.other, names))
            self.column.addWidget(SpeechLabel(words, voice=repair.other, caption=after))
            if given.understood is False:
                quite = _("{name}: not quite").format(name=name_of(repair.by, names))
                self.column.addWidget(SpeechLabel(given.not_quite, voice=repair.by, caption=quite))

    def _add_change(self, change: Change) -> None:
        who = _("Both of us") if change.owner is Voice.BOTH else name_of(change.owner, self._names)
        day = "" if change.due_on is None else _("by {day}").format(day=spoken().date(change.due_on))
        stands = _("done") if change.done is not None else _("let go") if change.let_go is not None else day
        caption = " · ".join(part for part in (who, stands) if part)
        self.column.addWidget(SpeechLabel(change.words, voice=Voice.BOTH, caption=caption))
        is_open = change.done is None and change.let_go is None
        if self._acts_here and is_open and change.owner is not Voice.PATIENT:
            done = QuietButton(_("I did it"))
            done.setAccessibleName(_("{act}: {what}").format(act=done.text(), what=change.words))
            done.clicked.connect(lambda: self.asked.emit("tend", self.repair, change.id))
            let_go = LinkButton(_("Let it go"))
            let_go.setAccessibleName(_("{act}: {what}").format(act=let_go.text(), what=change.words))
            let_go.clicked.connect(lambda: self.asked.emit("let_go", self.repair, change.id))
            self.buttons |= {f"tend_{change.id}": done, f"let_go_{change.id}": let_go}
            row = FlowLayout(gap=10)
            row.addWidget(done)
            row.addWidget(let_go)
            self.column.addLayout(row)

    def _add_acts(self, today: date) -> None:
        repair, row = self.repair, FlowLayout(self._acts, gap=10)
        turn = LinkButton(_("Turn to {name}").format(name=self._names.called), icon="arrows-left-right")
        state, to_me = repair.state, repair.other is Voice.PRACTITIONER
        if to_me and state is RepairState.SAID:
            read = WrappingButton(_("I have read this. Thank you for telling me."))
            read.setAccessibleName(read.words())
            self._add(row, "receive", read)
            self._opens(row, "open_later", LinkButton(_("Not ready yet")), self.open_later)
        if to_me and state is RepairState.RECEIVED:
            self._opens(row, "open_give_back", QuietButton(_("Give back what I hear")), self.open_give_back)
        if state in {RepairState.UNDERSTOOD, RepairState.AGREED}:
            self._opens(row, "open_change", QuietButton(_("Agree what we change")), self.open_change)
        if repair.wants_a_third() and not repair.outside and state is not RepairState.CLOSED:
            self._opens(row, "open_third", QuietButton(_("Ask someone you both trust")), self.open_third)
        if state in {RepairState.RECEIVED, RepairState.UNDERSTOOD, RepairState.AGREED, RepairState.TENDED}:
            self._add_closing(row)
        if state is RepairState.CLOSED:
            self._add(row, "reopen", LinkButton(_("Take it up again")))
        if repair.by is Voice.PRACTITIONER and state in {RepairState.SAID, RepairState.RECEIVED}:
            self._add(row, "take_back", LinkButton(_("Take it back")))
        if state is not RepairState.CLOSED:
            self._add(row, "turn", turn)

    def _add_closing(self, row: FlowLayout) -> None:
        if self.repair.practitioner_says is not None:
            return
        for says, words in MENDED_WORDS.items():
            button = LinkButton(_(words))
            button.setAccessibleName(_("Close it: {how}").format(how=_(words)))
            button.clicked.connect(lambda _on=False, says=says: self.asked.emit("close", self.repair, says))
            self.buttons[f"close_{Mended(says).value}"] = button
            row.addWidget(button)

    def _opens(self, row: FlowLayout, key: str, button: QuietButton | LinkButton, opens: Callable[[], None]) -> None:
        button.clicked.connect(opens)
        self.buttons[key] = button
        row.addWidget(button)

    def _add(self, row: FlowLayout, act: str, button: QuietButton | LinkButton) -> None:
        button.clicked.connect(lambda: self.asked.emit(act, self.repair, None))
        self.buttons[act] = button
        row.addWidget(button)
