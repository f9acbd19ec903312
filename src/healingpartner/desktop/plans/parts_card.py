"""The card "Is every part on board?". It asks, and keeps the answer; going on anyway is the patient's own tap."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.chip import Chip, Tint
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.plans.part_editor import PartVoiceEditor
from healingpartner.desktop.plans.place import PlanCard, PlanPlace, sentence_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.model import LIVED, WRITABLE
from healingpartner.plans.parts import acts
from healingpartner.plans.parts.model import (
    PART_STANCE_WORDS,
    PartStance,
    PartVoice,
    everyone_on_board,
    waits_for_tap,
)
from healingpartner.plans.versions.model import WholePlan

_TINTS: dict[PartStance, Tint] = {
    PartStance.ON_BOARD: "ours", PartStance.WORRIED: "warn", PartStance.NOT_WILLING: "yours",
    PartStance.UNSURE: "plain", PartStance.NOT_NOW: "plain",
}  # fmt: skip


class PartsCard(PlanCard):
    """A plan with a part that is not willing never says that everyone is on board."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("Is every part on board?"))
        self._place = place
        self._found: WholePlan | None = None
        self._chips, self._rows = FlowLayout(gap=8), QVBoxLayout()
        self._rows.setSpacing(10)
        self.going_on, self.sentence = PlainLabel(tone="soft"), PlainLabel(tone="warn")
        self.add_link = LinkButton(_("Ask a part"), icon="plus")
        self.tap_link = LinkButton(_("They say: we go on anyway"))
        self.add_link.clicked.connect(lambda: self.edit(""))
        self.tap_link.clicked.connect(self.go_on)
        self.column.addLayout(self._chips)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.going_on)
        self.column.addWidget(self.sentence)
        row = FlowLayout(gap=12)
        row.addWidget(self.add_link)
        row.addWidget(self.tap_link)
        self.column.addLayout(row)
        self.sentence.hide()

    def show_plan(self, found: WholePlan) -> None:
        """Say who is on board, who is not, and whether the patient goes on all the same."""
        before, self._found = self._found, found
        contents, open_ = found.contents, found.plan.state in WRITABLE | LIVED
        waits = waits_for_tap(contents.parts, contents.going_on)
        self.add_link.setVisible(open_)
        self.tap_link.setVisible(open_ and bool(waits))
        newest = contents.going_on[-1] if contents.going_on else None
        self.going_on.setVisible(newest is not None and not waits)
        if newest is not None:
            said = _("{name} said on {day}: we go on anyway.").format(
                name=isolated(found.names.called), day=spoken().date(newest.at)
            )  # fmt: skip
            self.going_on.setText(f"{said} {isolated(newest.words)}" if newest.words else said)
        if before is not None and before.contents.parts == contents.parts and before.plan.state is found.plan.state:
            return
        self._chips.clear()
        self._chips.addWidget(_board_chip(contents.parts, found))
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in contents.parts:
            self._rows.addWidget(self._row(part, open_=open_))

    def edit(self, part_id: str) -> None:
        """Write down what a part says; "" for a new one."""
        if self._found is not None:
            self._place.opens(PartVoiceEditor(self._place, self._found, part_id))

    def go_on(self) -> None:
        """The patient's own tap, said aloud."""
        if self._found is not None:
            self.sentence.hide()
            self._place.do(acts.go_on_anyway, self._found.plan.id, by=Voice.PATIENT, sorry=self._say)

    def _row(self, part: PartVoice, *, open_: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(SpeechLabel(part.words, caption=part.label))
        if part.needs:
            needs = _("What would help: {words}").format(words=isolated(part.needs))
            column.addWidget(PlainLabel(needs, tone="soft", selectable=True))
        line = FlowLayout(gap=10)
        line.addWidget(Chip(_(PART_STANCE_WORDS[part.stance]), tint=_TINTS[part.stance]))
        if open_:
            change = LinkButton(_("Change what it says"))
            change.setAccessibleName(_("{act}: {subject}").format(act=change.text(), subject=part.label))
            change.clicked.connect(lambda: self.edit(part.id))
            line.addWidget(change)
        column.addLayout(line)
        return row

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()


def _board_chip(parts: tuple[PartVoice, ...], found: WholePlan) -> Chip:
    if not parts:
        return Chip(_("Not asked yet"), tint="ours")
    if everyone_on_board(parts):
        return Chip(_("Everyone is on board"), tint="ours")
    if waits_for_tap(parts, found.contents.going_on):
        return Chip(_("Not everyone is on board"), tint="warn")
    return Chip(_("Not everyone is on board, and that was heard"), tint="yours")
