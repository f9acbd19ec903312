"""What can be done with a person's record: change it, read its history, put it away, join it, erase it."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people import acts
from healingpartner.people.names import short_name
from healingpartner.people.reading import PersonRecord


class RecordCard(Card):
    """asked_for: "change", "history", "card", "merge" or "erase"."""

    asked_for = Signal(str)

    def __init__(self, desk: Desk, found: PersonRecord) -> None:
        """Putting away and taking a join back happen here; the rest are pages."""
        super().__init__(_("This record"))
        self._desk, self._id = desk, found.id
        change = QuietButton(_("Change this record"), icon="pencil-simple")
        change.clicked.connect(lambda: self.asked_for.emit("change"))
        self.column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeading)
        self._link(_("What changed, and when"), "clock", "history")
        self._link(_("Save their own card as a PDF"), "file-pdf", "card")
        if found.archived:
            self._act(_("Bring back to the list"), "archive", self._unarchive)
        else:
            self._act(_("Put away from the list"), "archive", self._archive)
        self._link(_("Join with another record"), "git-merge", "merge")
        for merged in found.merged:
            words = _("Part from {name}").format(name=short_name(merged.particulars.shown(), 18))
            self._act(words, "arrow-counter-clockwise", partial(self._part, merged.id))
        self._link(_("Erase this record"), "trash", "erase")

    def _link(self, words: str, icon: str, name: str) -> None:
        button = LinkButton(words, icon=icon)
        button.clicked.connect(lambda: self.asked_for.emit(name))
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _act(self, words: str, icon: str, run: object) -> None:
        button = LinkButton(words, icon=icon)
        button.clicked.connect(run)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _archive(self) -> None:
        desk, person_id = self._desk, self._id

        def told(_none: None) -> None:
            desk.notices.say(
                _("The record is put away. Everything in it stays."), undo=lambda: _unarchive(desk, person_id)
            )

        desk.runner.do(acts.archive, person_id, by=Voice.PRACTITIONER, owner=desk.notices, then=told)

    def _unarchive(self) -> None:
        _unarchive(self._desk, self._id)

    def _part(self, merged_id: str) -> None:
        desk = self._desk
        said = _("These are two records again.")
        desk.runner.do(
            acts.unmerge,
            merged_id,
            by=Voice.PRACTITIONER,
            owner=desk.notices,
            then=lambda _none: desk.notices.say(said),
        )


def _unarchive(desk: Desk, person_id: str) -> None:
    said = _("The record is in the list again.")
    desk.runner.do(
        acts.unarchive, person_id, by=Voice.PRACTITIONER, owner=desk.notices, then=lambda _none: desk.notices.say(said)
    )
