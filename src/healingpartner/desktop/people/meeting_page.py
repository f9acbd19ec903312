"""The first meeting: each introduces themselves as a person before roles, side by side in two voices."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.deep_page import DeepPage
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.people.introductions import Introductions
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people import acts
from healingpartner.people.names import short_name
from healingpartner.people.practitioner import acts as own_acts
from healingpartner.people.practitioner.model import PractitionerSheet
from healingpartner.people.practitioner.views import sheet
from healingpartner.people.reading import PersonRecord
from healingpartner.people.views import record


class MeetingPage(DeepPage):
    """saved: both introductions are kept. wants_sheet: the practitioner's own sheet."""

    saved = Signal()
    wants_sheet = Signal()

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Shows what both have said before, and a draft if one was kept."""
        super().__init__(_("Meet as people first"))
        self._desk, self._person_id = desk, person_id
        self.both = Introductions()
        self._draft = DraftKeeper(desk, "meeting", person_id, self.both.typed, owner=self)
        self._sentence = PlainLabel(tone="warn")
        self._sentence.hide()
        words = _(
            "Five questions for both of you, before anyone is a patient or a practitioner. "
            "Each may skip what they like. Your own answers are kept once, for everyone you meet."
        )
        link = LinkButton(_("Your own sheet, to print for patients"), icon="file-text")
        link.clicked.connect(self.wants_sheet)
        self.save_button = PrimaryButton(_("Save"), icon="check")
        self.save_button.clicked.connect(self.save)
        card = Card()
        card.column.addWidget(self.both)
        for part in (PlainLabel(words), card):
            self.column.addWidget(part)
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._sentence, 1)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self.outer.addLayout(foot)
        self.both.changed.connect(self._draft.touch)
        self.both.setEnabled(False)
        desk.runner.ask(sheet, owner=self, then=self._take_sheet)
        desk.runner.ask(record, person_id, owner=self, then=self._take_record)

    def flush(self) -> None:
        """Keep the draft now."""
        self._draft.flush()

    def save(self) -> None:
        """Each answer under its own voice."""
        mine, theirs = self.both.answers()
        if mine is None or theirs is None:
            self._say(_("One answer needs another look. Nothing is lost."))
            return
        self._draft.flush()
        run = self._desk.runner.do
        run(own_acts.introduce_self, mine, by=Voice.PRACTITIONER, owner=self, sorry=self._sorry)
        run(acts.introduce, self._person_id, theirs, by=Voice.PATIENT, owner=self, then=self._done, sorry=self._sorry)

    def _take_sheet(self, found: PractitionerSheet) -> None:
        self.both.show_practitioner(found.practitioner.spoken_name(), found.answers)

    def _take_record(self, found: PersonRecord) -> None:
        name = short_name(found.particulars.called or found.particulars.shown())
        self.both.show_person(name, found.answers)
        self._draft.begin_from(found.base)
        self._draft.fetch(self._take_draft)

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        self.both.setEnabled(True)
        if typed is not None:
            self.both.show_typed(typed)

    def _done(self, _none: None) -> None:
        self._draft.drop(then=self.saved.emit)

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self._say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.show()
