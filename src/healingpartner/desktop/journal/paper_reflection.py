"""A reflection that both filled in by hand: both sheets are typed in, and stand in the record as opened together."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.side_form import SideForm
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.exchange.brought_back import ON_PAPER
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.reflections import acts
from healingpartner.journal.reflections.model import Side
from healingpartner.journal.views import Names
from healingpartner.practice import Practice
from healingpartner.vault.written import from_text, to_text

FORM, KIND = "journal.paper", "hp/reflection-draft"


class PaperReflection(Card):
    """Closed until somebody asks for it. `kept`: both stand in the record."""

    kept = Signal()

    def __init__(self, desk: Desk, person_id: str, names: Names) -> None:
        """`person_id`: whose journal it is. What was being typed in is back when the form is opened."""
        super().__init__()
        self._desk, self._person_id, self._names = desk, person_id, names
        self.forms: dict[Voice, SideForm] = {}
        self.open_link = LinkButton(_("Type in two paper sheets"), icon="note")
        self.open_link.clicked.connect(self.open)
        self._place = QWidget()
        self._inside = QVBoxLayout(self._place)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._place.hide()
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.keep_button, self.leave_link = QuietButton(_("Write both into the record")), LinkButton(_("Not now"))
        self.keep_button.clicked.connect(self.keep)
        self.leave_link.clicked.connect(self.close_form)
        self.column.addWidget(self.open_link)
        self.column.addWidget(self._place)
        self._draft = DraftKeeper(desk, FORM, person_id, self._typed, owner=self)

    def open(self) -> None:
        """The lines of both sides, the practitioner's own first."""
        if not self.forms:
            self._lay_out()
            self._draft.fetch(self._show_typed)
        self.open_link.hide()
        self._place.show()

    def close_form(self) -> None:
        """Put it away; what is typed stays as a draft."""
        self._draft.flush()
        self._place.hide()
        self.open_link.show()

    def flush(self) -> None:
        """Keep what is being typed."""
        self._draft.flush()

    def keep(self) -> None:
        """Both into the record at once, or what is missing beside its line."""
        self.sentence.hide()
        sides: dict[Voice, Side] = {}
        for voice, form in self.forms.items():
            try:
                sides[voice] = form.side().cleaned()
            except RuleBroken as broken:
                if not form.say(broken):
                    self._say(broken)
                return
        self._draft.flush()  # nothing is kept behind the act's back; with it the draft goes
        person_id = self._person_id

        def work(practice: Practice) -> None:
            patient, own = sides[Voice.PATIENT], sides[Voice.PRACTITIONER]
            practice.do(acts.write_from_paper, person_id, patient, own, by=Voice.BOTH, hand=ON_PAPER)
            practice.drop_draft(person_id, FORM, Voice.PRACTITIONER)

        self._desk.runner.try_run(work, owner=self, then=lambda _none: self.kept.emit(), sorry=self._say)

    def _say(self, problem: Exception) -> None:
        if not isinstance(problem, RuleBroken | Refused | VaultProblem):
            raise problem
        self.sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.sentence.show()

    def _lay_out(self) -> None:
        told = _("You see both sheets, so nothing is sealed here. It is kept that this came from paper.")
        self._inside.addWidget(PlainLabel(told, tone="soft"))
        for voice, name in (
            (Voice.PRACTITIONER, self._names.practitioner or _("You")), (Voice.PATIENT, self._names.called)
        ):  # fmt: skip
            self._inside.addWidget(PlainLabel(_("The sheet of {name}").format(name=isolated(name)), tone="strong"))
            form = SideForm(voice)
            form.changed.connect(self._draft.touch)
            self.forms[voice] = form
            self._inside.addWidget(form)
        row = FlowLayout(gap=10)
        row.addWidget(self.keep_button)
        row.addWidget(self.leave_link)
        self._inside.addWidget(self.sentence)
        self._inside.addLayout(row)

    def _typed(self) -> dict[str, Any]:
        return {voice.value: to_text(form.side(), kind=KIND) for voice, form in self.forms.items()}

    def _show_typed(self, typed: Mapping[str, Any] | None, _began_from: int) -> None:
        for voice, form in self.forms.items():
            try:
                form.show_side(from_text(Side, str((typed or {}).get(voice.value, "")), kind=KIND))
            except ValueError:
                continue  # nothing was typed yet, or a later program wrote it
