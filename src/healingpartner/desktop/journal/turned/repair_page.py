"""A repair on the turned view: the patient tells, hears, gives back, says if they feel understood, and closes it."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.repair_card import RepairCard
from healingpartner.desktop.journal.repair_forms import GIVEN, SAID, LinesForm, given_back_of, statement_of
from healingpartner.desktop.journal.turned.page import JournalPage
from healingpartner.desktop.kit.buttons import PatientButton, QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.repairs import acts
from healingpartner.journal.repairs.model import MENDED_WORDS, Repair, RepairState
from healingpartner.journal.views import PersonJournal


class RepairPage(JournalPage):
    """What comes next depends on where it stands and on who began it."""

    def __init__(self, desk: Desk, found: PersonJournal, repair: Repair | None, *, entry_id: str = "") -> None:
        """`repair`: None to begin one, perhaps from an entry."""
        lead = _("You may stop at any time, and take back what you said before it was answered.")
        super().__init__(desk, found, _("Mending it together"), lead=lead)
        self.repair, self._entry_id = repair, entry_id
        self.form: LinesForm | None = None
        self.buttons: dict[str, QuietButton | PatientButton] = {}
        self.not_quite = TextField(_("What is missing"), lines=1)
        self.until = PartialDateField(_("Not ready yet: until when"))
        self.third = LineField(_("Someone you both trust"))
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        if repair is None:
            self._say_it()
        elif repair.by is Voice.PRACTITIONER and repair.sleeps(desk.clock.now()):
            self._place.addWidget(PlainLabel(_("These words sleep until tomorrow morning."), tone="soft"))
        else:
            self._said(repair)
        self.end()

    def begin(self) -> None:
        """The first line, or the first button."""
        if self.form is not None:
            self.form.fields()["when" if self.repair is None else "hears"].setFocus()
        elif self.buttons:
            next(iter(self.buttons.values())).setFocus()

    def _say_it(self) -> None:
        name = isolated(self.found.names.practitioner)
        words = _("Four short lines help {name} hear you. Two are enough.").format(name=name)
        self._lines(SAID, _("Say it"), words, self._say, hints=True)

    def _say(self, typed: dict[str, str]) -> None:
        told = _("It was said. You get an answer, and you can take it back until then.")
        self._do(acts.say, self.found.person_id, statement_of(typed), told=told, entry_id=self._entry_id)

    def _said(self, repair: Repair) -> None:
        card = RepairCard(repair, self.found.names, self.desk.clock.now().local().date(), at_the_desk=False)
        self._place.addWidget(card)
        state, mine = repair.state, repair.by is Voice.PATIENT
        if not mine and state is RepairState.SAID:
            self._receive(repair)
        elif not mine and state is RepairState.RECEIVED:
            words = _("Only if you want to. You owe no answer.")
            self._lines(GIVEN, _("Give it back"), words, self._give_back, hints=False)
        elif mine and state is RepairState.REFLECTED:
            self._understood(repair)
        if mine and state in {RepairState.SAID, RepairState.RECEIVED}:
            self._button("take_back", QuietButton(_("Take it back"), large=True), acts.take_back, _("Taken back."))
        for change in repair.changes:
            if change.owner is not Voice.PRACTITIONER and change.done is None and change.let_go is None:
                done = PatientButton(_("I did it: {what}").format(what=isolated(change.words)), large=True)
                self._button(f"tend_{change.id}", done, acts.tend, _("Thank you"), change.id)
                let_go = QuietButton(_("Let it go: {what}").format(what=isolated(change.words)), large=True)
                let_go.clicked.connect(partial(self._let_go, repair.id, change.id))
                self.buttons[f"let_go_{change.id}"] = let_go
                self._place.addWidget(let_go)
        if state not in {RepairState.SAID, RepairState.CLOSED, RepairState.TAKEN_BACK} and repair.patient_says is None:
            self._closing()
        if repair.wants_a_third() and not repair.outside:
            self._third(repair)
        if state is RepairState.CLOSED:
            self._button("reopen", QuietButton(_("Take it up again"), large=True), acts.reopen, _("It is open again."))

    def _receive(self, repair: Repair) -> None:
        self._place.insertWidget(0, PlainLabel(_("Only if you want to. You owe no answer.")))
        read = PatientButton(_("I have read this. Thank you for telling me."), large=True)
        self._button("receive", read, acts.receive, _("Thank you"))
        self._place.addWidget(self.until)
        later = QuietButton(_("Not ready yet"), large=True)
        later.clicked.connect(self._not_ready)
        self.buttons["not_ready"] = later
        self._place.addWidget(later)

    def _not_ready(self) -> None:
        try:
            day = self.until.date()
        except RuleBroken as broken:
            self.until.say(broken.sentence)
            return
        if day is None or self.repair is None:
            self.until.say(_("Write a day. A month is enough."))
            return
        self._do(acts.not_ready_yet, self.repair.id, day.latest(), told=_("Nothing presses."))

    def _understood(self, repair: Repair) -> None:
        yes = PatientButton(_("Yes, I feel understood"), large=True)
        yes.clicked.connect(
            lambda: self._do(acts.feel_understood, repair.id, told=_("That is good to hear."), yes=True)
        )
        quite = QuietButton(_("Not quite"), large=True)
        quite.clicked.connect(
            lambda: self._do(
                acts.feel_understood, repair.id, told=_("Thank you for saying so. It is tried again."), yes=False,
                not_quite=self.not_quite.value(),
            )
        )  # fmt: skip
        self.buttons |= {"understood": yes, "not_quite": quite}
        for part in (yes, self.not_quite, quite):
            self._place.addWidget(part)

    def _give_back(self, typed: dict[str, str]) -> None:
        if self.repair is not None:
            given = given_back_of(typed, self.desk.clock.now())
            self._do(acts.give_back, self.repair.id, given, told=_("It was given back."))

    def _let_go(self, repair_id: str, change_id: str) -> None:
        self._do(acts.tend, repair_id, change_id, told=_("It is let go. That is all right."), done=False)

    def _closing(self) -> None:
        self._place.addWidget(PlainLabel(_("How would you close it? Any of these is right."), tone="label"))
        row: list[QWidget] = []
        for says, words in MENDED_WORDS.items():
            button = QuietButton(_(words), large=True)
            self._button(f"close_{says.value}", button, acts.close, _("Thank you"), says, place=False)
            row.append(button)
        self.row(*row)

    def _third(self, repair: Repair) -> None:
        ask = QuietButton(_("Ask them"), large=True)
        ask.clicked.connect(
            lambda: self._do(acts.ask_a_third, repair.id, self.third.value(), told=_("It is written down."))
        )
        self.buttons["third"] = ask
        for part in (self.third, ask):
            self._place.addWidget(part)

    def _lines(self, lines: Any, button: str, words: str, then: Any, *, hints: bool) -> None:
        self.form = LinesForm(lines, button, hints=hints)
        self.form.given.connect(then)
        self.form.leaves.connect(lambda: self.goes.emit("begin", ""))
        self._place.addWidget(PlainLabel(words))
        self._place.addWidget(self.form)

    def _button(
        self, key: str, button: QuietButton | PatientButton, act: Any, told: str, *more: object, place: bool = True
    ) -> None:
        repair_id = "" if self.repair is None else self.repair.id
        button.clicked.connect(lambda: self._do(act, repair_id, *more, told=told))
        self.buttons[key] = button
        if place:
            self._place.addWidget(button)

    def _do(self, act: Any, *args: object, told: str, **more: object) -> None:
        sorry = self.say if self.form is None else self.form.say
        self.do(act, *args, then=lambda _none: self.thanked.emit(_("Thank you"), told), sorry=sorry, **more)
