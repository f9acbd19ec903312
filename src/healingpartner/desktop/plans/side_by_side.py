"""All ways of one decision on one screen: both voices, the numbers, and rows that somebody asked for."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.page import Page
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.plans.decision_editor import decision_with
from healingpartner.desktop.plans.decision_head import how_many_ways
from healingpartner.desktop.plans.place import PlanPlace, sentence_of
from healingpartner.desktop.plans.side_rows import shared_outcomes, side_rows
from healingpartner.desktop.plans.side_table import SideModel, SideTable
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts
from healingpartner.plans.model import WRITABLE
from healingpartner.plans.numbers.grid import Column, check_comparable
from healingpartner.plans.versions.model import WholePlan

FORM = "plans.row"


class SideBySide(Page):
    """`left`: back to the plan."""

    left = Signal()

    def __init__(self, place: PlanPlace, found: WholePlan, decision_id: str) -> None:
        """`decision_id`: whose ways."""
        super().__init__()
        self._place, self._decision_id = place, decision_id
        self.table: SideTable | None = None
        self.back = QuietButton(_("Back to the plan"), icon="arrow-left")
        self.outcome = ChoiceField(_("Shown as people"), [])
        self.apart = PlainLabel(tone="warn")
        self.row = LineField(_("A row of your own"), example=_("Can I still dance?"))
        self.side = SideChoice(_("Who asks"), found.names.called)
        self.add = QuietButton(_("Add this row"), icon="plus")
        self.take_out = ChoiceField(_("Take a row out"), [])
        self._title, self._count = TitleLabel(level=2), PlainLabel(tone="soft")
        self._body, self._own = QVBoxLayout(), QWidget()
        self._draft = DraftKeeper(place.desk, FORM, decision_id, self._typed, owner=self)
        self._lay_out()
        self._connect()
        self.show_plan(found)
        self._draft.fetch(self._take_draft)

    def show_plan(self, found: WholePlan) -> None:
        """The same decision as it stands by now."""
        decision = decision_with(found, self._decision_id)
        if not decision.id:
            self.left.emit()
            return
        options, writable = found.contents.options_of(decision.id), found.plan.state in WRITABLE
        self._title.setText(decision.question)
        self._count.setText(how_many_ways(len(options)))
        at = (0, 0) if self.table is None else (
            self.table.horizontalScrollBar().value(), self.table.verticalScrollBar().value()
        )  # fmt: skip
        model = SideModel(
            side_rows(decision, options, found.names, steps=found.contents.steps), options, writable=writable
        )
        model.filled.connect(self._fill)
        table = SideTable(decision.question, model)
        if self.table is not None:
            self._body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = table
        self._body.addWidget(table, 1)
        self._offer_pictures(options)
        rows = [(row.id, row.words) for row in decision.rows]
        self.take_out.box.clear()
        for key, words in rows:
            self.take_out.box.addItem(words, key)
        self.take_out.box.setCurrentIndex(-1)
        self.take_out.setVisible(bool(rows))
        self._own.setVisible(writable)
        table.arrange()
        table.horizontalScrollBar().setValue(at[0])
        table.verticalScrollBar().setValue(at[1])

    def go_back(self) -> bool:
        """Escape: back to the plan; a row being typed stays as a draft."""
        self._draft.flush()
        self.left.emit()
        return True

    def flush(self) -> None:
        """Keep the row being typed."""
        self._draft.flush()

    # -- inside -------------------------------------------------------------------------------------

    def _offer_pictures(self, options: Any) -> None:
        outcomes = shared_outcomes(options)
        chosen = self.outcome.value()
        self.outcome.box.clear()
        for one in outcomes:
            self.outcome.box.addItem(one, one)
        self.outcome.set_value(chosen if chosen in outcomes else outcomes[0] if outcomes else "")
        self.outcome.setVisible(len(outcomes) > 1)
        self._show_pictures(options)

    def _show_pictures(self, options: Any = None) -> None:
        if self.table is None:
            return
        ways = self.table.model_of.options if options is None else options
        outcome = self.outcome.value()
        try:
            check_comparable(
                [
                    Column(
                        label=one.label,
                        estimates=tuple(each for each in one.estimates if each.outcome == outcome),
                    )
                    for one in ways
                ]
            )
        except Refused as apart:
            self.apart.setText(apart.sentence())
            self.apart.show()
            self.table.show_pictures("")
        else:
            self.apart.hide()
            self.table.show_pictures(outcome)
        self.table.arrange()

    def _fill(self, row_id: str, option_id: str, words: str) -> None:
        self._place.do(
            acts.fill_cell, option_id, row_id, words, by=Voice.BOTH, owner=self, sorry=self._say
        )  # fmt: skip

    def _add(self) -> None:
        voice = self.side.voice()
        if voice is None:
            return
        self._place.do(
            acts.add_row, self._decision_id, self.row.value(), by=voice, owner=self, then=self._added, sorry=self._say
        )  # fmt: skip

    def _added(self, _row_id: object) -> None:
        self.row.set_value("")
        self._draft.drop()

    def _take_out(self) -> None:
        row_id = self.take_out.value()
        if row_id:
            self._place.do(
                acts.remove_row, self._decision_id, row_id, by=Voice.BOTH, owner=self, sorry=self._say
            )  # fmt: skip

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.row.say(sentence_of(problem))

    def _typed(self) -> dict[str, Any]:
        return {"row": self.row.value(), "side": self.side.value()}

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None:
            self.row.set_value(str(typed.get("row", "")))
            self.side.set_value(str(typed.get("side", "")))

    def _lay_out(self) -> None:
        own = FlowLayout(self._own, gap=12)
        for part in (self.row, self.side, self.take_out):
            part.setMinimumWidth(220)
            own.addWidget(part)
        own.addWidget(self.add)
        head = FlowLayout(gap=12)
        head.addWidget(self.back)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self.apart)
        column.addLayout(self._body, 1)
        foot = FlowLayout(gap=12)
        self.outcome.setMinimumWidth(220)
        foot.addWidget(self.outcome)
        foot.addWidget(self._own)
        column.addLayout(foot)
        self.apart.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.outcome.changed.connect(self._show_pictures)
        self.add.clicked.connect(self._add)
        self.take_out.changed.connect(self._take_out)
        self.row.changed.connect(self._draft.touch)
        self.side.changed.connect(self._draft.touch)
