"""Erasing a person's record: what goes, what stays, and the name typed before it happens."""

from PySide6.QtCore import Qt, Signal

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.deep_page import DeepPage
from healingpartner.foundation.text import fold, isolated
from healingpartner.foundation.words import _
from healingpartner.people.reading import PersonRecord
from healingpartner.people.views import ids_of, record
from healingpartner.practice import Practice


class ErasePage(DeepPage):
    """erased: the record is gone."""

    erased = Signal()

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Nothing can be erased before the name stands in the field."""
        super().__init__(_("Erase this record for good"))
        self._desk, self._person_id, self._name = desk, person_id, ""
        goes, stays = Card(_("This goes, and nobody can bring it back")), Card(_("This stays"), ground="sunk")
        for line in (
            _("Everything written about this person: names, wishes, agreements, entries, and drafts."),
            _("Their signatures, scans and other files."),
            _("Everything in records that were joined to this one."),
        ):
            goes.column.addWidget(PlainLabel(line))
        for line in (
            _("An empty line in the ledger for each thing that went, so that one can see something was erased."),
            _("Backups made before today. They still hold the record until you delete them."),
            _("Papers that were printed or saved elsewhere."),
            _("What other people's records say in their own words, such as a sister's name."),
        ):
            stays.column.addWidget(PlainLabel(line))
        law = PlainLabel(
            _("In many places the law asks you to keep a record for some years. Please be sure before you go on."),
            tone="warn",
        )
        self.name_field = LineField(_("Type the person's name"))
        self.erase_button = QuietButton(_("Erase for good"), icon="trash")
        self.erase_button.setEnabled(False)
        for part in (goes, stays, law, self.name_field):
            self.column.addWidget(part)
        self.column.addWidget(self.erase_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        self.name_field.changed.connect(self._compare)
        self.erase_button.clicked.connect(self._erase)
        desk.runner.ask(record, person_id, owner=self, then=self._take)

    def _take(self, found: PersonRecord) -> None:
        self._name = found.particulars.shown()
        self.name_field.set_hint(_("As it stands above: {name}").format(name=isolated(self._name)))
        self._compare()

    def _compare(self) -> None:
        typed = self.name_field.value()
        same = bool(self._name) and (typed.strip() == self._name or (fold(typed) == fold(self._name) != ""))
        self.erase_button.setEnabled(same)

    def _erase(self) -> None:
        person_id = self._person_id
        self.erase_button.setEnabled(False)

        def work(practice: Practice) -> None:
            for each in reversed(practice.ask(ids_of, person_id)):
                practice.erase_person(each)

        def told(_none: None) -> None:
            self._desk.notices.say(_("The record is erased."))
            self.erased.emit()

        self._desk.runner.run(work, owner=self, then=told, gave_up=self._compare)
