"""What the practitioner owes after a visit: a call back, or to look at something again. The patient may let it go."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.visits import acts
from healingpartner.visits.model import Owed, OwedKind


class OweForm(QWidget):
    """A day and a few words; the day may be left open for a call within two days."""

    def __init__(self, doing: Doing, person_id: str, *, kind: OwedKind, visit_id: str = "") -> None:
        """`kind`: what is owed; `visit_id`: where it came from, or ""."""
        super().__init__()
        self._doing, self._person_id, self._kind, self._visit_id = doing, person_id, kind, visit_id
        call = kind is OwedKind.CALL_BACK
        self.words = LineField(_("What I will ask when I call") if call else _("What to look at again"))
        self.day = PartialDateField(
            _("By which day"), hint=_("Left open, it is within two days.") if call else _("A whole date.")
        )
        self.keep = QuietButton(
            _("I will call back") if call else _("I will look at it again"), icon="phone" if call else "clock"
        )
        self.keep.setProperty("small", True)
        self.keep.clicked.connect(self._owe)
        row = FlowLayout()
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.day)
        column.addLayout(row)

    def _owe(self) -> None:
        try:
            day = self.day.date()
        except RuleBroken as broken:
            self.day.say(broken.sentence)
            return
        self._doing.do(
            acts.owe,
            self._person_id,
            kind=self._kind,
            due_on="" if day is None else day.text(),
            words=self.words.value(),
            visit_id=self._visit_id,
            by=Voice.PRACTITIONER,
            then=lambda _id: self._owed(),
            sorry=self._sorry,
        )

    def _owed(self) -> None:
        self.words.set_value("")
        self.day.set_date(None)

    def _sorry(self, problem: Problem) -> None:
        (self.day if isinstance(problem, RuleBroken) and problem.field == "due_on" else self.words).say(
            sentence_of(problem)
        )


class OwedCard(Card):
    """Everything still owed to this person, by day."""

    def __init__(self, doing: Doing, called: str, owed: tuple[Owed, ...], *, today: date) -> None:
        """`called`: as the patient asked to be called; `today`: what is due is told from it."""
        super().__init__(_("What I owe {name} after our visits").format(name=short_name(called)))
        self._doing, self._name = doing, short_name(called)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.done: dict[str, QuietButton] = {}
        self.let_go: dict[str, LinkButton] = {}
        self.column.addLayout(self._lines)
        self.show_owed(owed, today=today)

    def show_owed(self, owed: tuple[Owed, ...], *, today: date) -> None:
        """Show what is open."""
        clear(self._lines)
        self.done.clear()
        self.let_go.clear()
        for one in owed:
            self._lines.addWidget(self._line(one, today))
        self.setVisible(bool(owed))

    def _line(self, one: Owed, today: date) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        what = _("A call back") if one.kind is OwedKind.CALL_BACK else _("To look at again")
        day = spoken().date(one.due_on, "long")
        by = _("{what}, by {day}").format(what=what, day=day)
        due = _("{what}, today").format(what=what) if one.due_on == today else by
        column.addWidget(PlainLabel(due, tone="warn" if one.due_on < today else "mine"))
        if one.words:
            column.addWidget(PlainLabel(one.words))
        done = self.done[one.id] = QuietButton(_("Done"), icon="check")
        done.setProperty("small", True)
        done.setAccessibleName(_("Done: {what}").format(what=due))
        done.clicked.connect(partial(self._settle, one.id, Voice.PRACTITIONER))
        let_go = self.let_go[one.id] = LinkButton(_("Not wanted any more"))
        let_go.setAccessibleName(_("{name} does not want it any more: {what}").format(name=self._name, what=due))
        let_go.clicked.connect(partial(self._settle, one.id, Voice.PATIENT))
        row = FlowLayout(gap=8)
        row.addWidget(done)
        row.addWidget(let_go)
        column.addLayout(row)
        return line

    def _settle(self, owed_id: str, voice: Voice) -> None:
        self._doing.do(acts.settle, owed_id, by=voice)
