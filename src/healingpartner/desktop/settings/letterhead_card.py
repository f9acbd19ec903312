"""Who practises here, as patients read it on agreements and letters; kept in the practice."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.notices import sentence_of
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.people.practitioner.views import practitioner


class LetterheadCard(Card):
    """Name, practice and how to reach it."""

    def __init__(self, desk: Desk) -> None:
        """Empty until the practice has answered."""
        super().__init__(_("You and your practice"))
        self._desk = desk
        self._known = Practitioner(name="")
        self.fields: dict[str, LineField | TextField] = {
            "name": LineField(_("Your name")),
            "title": LineField(_("Title"), hint=_("Such as Dr. May stay empty.")),
            "called": LineField(_("What patients call you")),
            "practice_name": LineField(_("Name of the practice")),
            "licence": LineField(_("Licence or register number")),
            "phone": LineField(_("Phone")),
            "email": LineField(_("Email")),
            "address": TextField(_("Address"), lines=2),
        }
        places = QGridLayout()
        places.setHorizontalSpacing(16)
        places.setVerticalSpacing(8)
        for at, field in enumerate(self.fields.values()):
            places.addWidget(field, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(places)
        self.keep_button = PrimaryButton(_("Keep these"))
        self.keep_button.clicked.connect(self.keep)
        row = FlowLayout(gap=8)
        row.addWidget(self.keep_button)
        sheet = LinkButton(_("Your own sheet, for patients"), icon="file-text")
        sheet.clicked.connect(lambda: desk.ways.person.emit("own-sheet", ""))
        row.addWidget(sheet)
        self.column.addLayout(row)
        self._draft = DraftKeeper(desk, "letterhead", "practitioner", self._typed, owner=self)
        for field in self.fields.values():
            field.changed.connect(self._draft.touch)
        desk.runner.ask(practitioner, owner=self, then=self._show)

    def keep(self) -> None:
        """Keep what is shown; a rule's sentence stands beside its field."""
        given = replace(self._known, **{name: field.value() for name, field in self.fields.items()})
        for field in self.fields.values():
            field.say("")
        self._desk.runner.do(
            set_practitioner, given, by=Voice.PRACTITIONER, owner=self, then=self._kept, sorry=self._sorry
        )

    def _show(self, known: Practitioner) -> None:
        self._known = known
        for name, field in self.fields.items():
            field.set_value(getattr(known, name))
        self._draft.fetch(self._show_draft)

    def flush(self) -> None:
        """Keep what is being typed."""
        self._draft.flush()

    def _typed(self) -> dict[str, str]:
        return {name: field.value() for name, field in self.fields.items()}

    def _show_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        for name, words in (typed or {}).items():
            if name in self.fields and isinstance(words, str):
                self.fields[name].set_value(words)

    def _kept(self, _nothing: None) -> None:
        self._draft.drop()
        self._desk.notices.say(_("Kept. New agreements and letters carry it."))

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        field: Field = self.fields.get(getattr(problem, "field", ""), self.fields["name"])
        field.say(sentence_of(problem))
        field.setFocus()
