"""The card of the patient's yes to a treatment or a touch: each for itself, taken back in one tap."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.consent_editor import ConsentEditor
from healingpartner.desktop.plans.consent_words import parts_of_consent, stands
from healingpartner.desktop.plans.part_acts import ActRow
from healingpartner.desktop.plans.place import PlanCard, PlanPlace, sentence_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.consents import acts
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent
from healingpartner.plans.model import LIVED, WRITABLE
from healingpartner.plans.versions.model import WholePlan


class ConsentCard(PlanCard):
    """What was said yes to stays readable, also when it was taken back."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("A yes to a treatment or a touch"))
        self._place = place
        self._found: WholePlan | None = None
        self._shown: tuple[Any, ...] = ()
        self.acts: dict[str, ActRow] = {}
        self.none = PlainLabel(
            _("None is given so far. Each stands for itself, and is taken back at once."), tone="soft"
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.add = QuietButton(_("Ask for a yes"), icon="plus")
        self.add.clicked.connect(self.ask)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.column.addWidget(self.none)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.sentence)
        row = FlowLayout()
        row.addWidget(self.add)
        self.column.addLayout(row)

    def show_plan(self, found: WholePlan) -> None:
        """Each with its words and how it stands."""
        self._found = found
        given = found.contents.consents
        open_ = found.plan.state in WRITABLE | LIVED
        self.setVisible(open_ or bool(given))
        self.add.setVisible(open_)
        if (given, found.names) == self._shown:
            return
        self._shown = (given, found.names)
        self.acts = {}
        self.none.setVisible(not given)
        while (item := self._rows.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        for one in given:
            self._rows.addWidget(self._line(one))

    def ask(self) -> None:
        """Write down what a yes is asked for."""
        if self._found is not None:
            self._place.opens(ConsentEditor(self._place, self._found))

    def take_back(self, consent_id: str) -> None:
        """One tap: from this moment it does not stand any more."""
        self.sentence.hide()
        self._place.do(
            acts.withdraw, consent_id, ConsentWay.SAID, by=Voice.PATIENT, sorry=self._say,
            then=self._taken_back,
        )  # fmt: skip

    def _taken_back(self, _none: object) -> None:
        self._place.desk.notices.say(_("Taken back, from now on. When it was given stays readable."))

    def _line(self, one: TreatmentConsent) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(one.what, tone="strong"))
        column.addWidget(PlainLabel(stands(one), tone="soft"))
        for label, words in parts_of_consent(one)[1:]:
            if words:
                column.addWidget(PlainLabel(_("{label}: {words}").format(label=label, words=words), tone="small"))
        if one.withdrawn is None:
            acts_row = self.acts[one.id] = ActRow(one.what)
            acts_row.act(_("Take it back"), lambda: self.take_back(one.id), first=True)
            column.addLayout(acts_row)
        return line

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()
