"""Joining two records of one person: choose the other, see both, join; a toast takes it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import PrimaryButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.deep_page import DeepPage
from healingpartner.desktop.people.likeness_panel import LikenessPanel
from healingpartner.desktop.people.picker import PersonPicker
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people import acts
from healingpartner.people.likeness import duplicates_of
from healingpartner.people.reading import PersonRecord
from healingpartner.people.views import record


class MergePage(DeepPage):
    """merged: both are one now."""

    merged = Signal()

    def __init__(self, desk: Desk, person_id: str) -> None:
        """The record that stays is the one this page belongs to."""
        super().__init__(_("Join with another record of the same person"))
        self._desk, self._person_id, self._other_id = desk, person_id, ""
        self._mine: PersonRecord | None = None
        words = _(
            "Everything of both records stays. The other one is shown here from now on and leaves the list. "
            "You can part them again at any time."
        )
        self.picker = PersonPicker(desk, _("Which record is the same person?"), but=person_id)
        self.picker.chosen.connect(self._chosen)
        self._likely = LikenessPanel(sentence=_("These may be the same person:"), action=_("Choose this one"))
        self._likely.opened.connect(lambda other_id: self._chosen(other_id, ""))
        self._pair = QHBoxLayout()
        self._pair.setSpacing(16)
        self._sentence = PlainLabel(tone="warn")
        self._sentence.hide()
        self.join_button = PrimaryButton(_("Join these two records"), icon="git-merge")
        self.join_button.clicked.connect(self._join)
        self.join_button.hide()
        self.column.addWidget(PlainLabel(words))
        self.column.addWidget(self._likely)
        self.column.addWidget(self.picker)
        self.column.addLayout(self._pair)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self.join_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        desk.runner.ask(record, person_id, owner=self, then=self._take)

    def _take(self, found: PersonRecord) -> None:
        self._mine, given = found, found.particulars
        phone = next((each.value for each in given.contacts if each.digits()), "")
        self._desk.runner.ask(
            duplicates_of, given.shown(), given.birth_date, phone, but=self._person_id, owner=self,
            then=self._likely.show_people,
        )  # fmt: skip

    def _chosen(self, other_id: str, _name: str) -> None:
        self._other_id = other_id
        self._desk.runner.ask(record, other_id, owner=self, then=self._show_pair)

    def _show_pair(self, other: PersonRecord) -> None:
        while (item := self._pair.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._mine is not None:
            self._pair.addWidget(_short_card(_("This record stays"), self._mine), 1)
        self._pair.addWidget(_short_card(_("This one is shown under it"), other), 1)
        self._sentence.hide()
        self.join_button.show()
        self.join_button.setFocus()

    def _join(self) -> None:
        desk, other_id = self._desk, self._other_id

        def undo() -> None:
            desk.runner.do(acts.unmerge, other_id, by=Voice.PRACTITIONER, owner=desk.notices)

        def told(_none: None) -> None:
            desk.notices.say(_("The two records are one now."), undo=undo)
            self.merged.emit()

        desk.runner.do(
            acts.merge, other_id, into_id=self._person_id, by=Voice.PRACTITIONER, owner=self, then=told,
            sorry=self._sorry,
        )  # fmt: skip

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self._sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self._sentence.show()


def _short_card(title: str, found: PersonRecord) -> Card:
    card, given = Card(title), found.particulars
    born = spoken().partial_date(given.birth_date) if given.birth_date else _("birth date not known")
    lines = [given.shown(), born, *(each.value for each in given.contacts), given.address]
    for line in lines:
        if line:
            card.column.addWidget(PlainLabel(line))
    card.column.addStretch(1)
    return card
