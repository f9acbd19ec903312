"""The person's wishes on the view turned to them: body, privacy, knowing, deciding, in their own hand."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import PatientButton
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.people.preferences_form import PreferencesForm
from healingpartner.desktop.turned.task import TurnedTask
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.foundation.words import _
from healingpartner.people import acts
from healingpartner.people.reading import PersonRecord
from healingpartner.people.views import record


class WishesTask(TurnedTask):
    """Saved by the person themselves; every question may stay unanswered."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Filled when the view is open."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.form = PreferencesForm(large=True)
        self.form.setEnabled(False)
        self._draft = DraftKeeper(desk, "wishes", person_id, self.form.typed, owner=self, voice=Voice.PATIENT)
        self._sentence = PlainLabel(tone="warn")
        self.save_button = PatientButton(_("This is what I wish"), icon="check", large=True)
        self.save_button.clicked.connect(self.save)
        scroll = ScrollPage(self.title(), margin=0)
        words = _("Only what you like to answer. “Not now” is an answer too, and you can change it at any time.")
        for part in (TitleLabel(self.title(), level=1), PlainLabel(words, tone="soft"), self.form, self._sentence):
            scroll.column.addWidget(part)
        scroll.column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeading)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.form.changed.connect(self._draft.touch)

    def title(self) -> str:
        """What stands on top."""
        return _("What I wish")

    def begin(self) -> None:
        """Ask for what was answered before."""
        self._desk.runner.ask(record, self._person_id, owner=self, then=self._fill)

    def flush(self) -> None:
        """Keep the draft now."""
        self._draft.flush()

    def save(self) -> None:
        """Keep the answers, as the patient's, by the patient's hand."""
        answers = self.form.answers()
        if answers is None:
            self._sentence.setText(_("One answer needs another look. Nothing is lost."))
            return
        self._draft.flush()
        self._desk.runner.do(
            acts.set_preferences, self._person_id, answers, by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW, owner=self,
            then=self._done, sorry=self._sorry,
        )  # fmt: skip

    def _fill(self, found: PersonRecord) -> None:
        self.form.show_answers(found.answers)
        self._draft.begin_from(found.base)
        self._draft.fetch(self._take_draft)

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        self.form.setEnabled(True)
        first = self.form.field("matters")
        if first is not None:
            first.setFocus()
        if typed is not None:
            self.form.show_typed(typed)

    def _done(self, _none: None) -> None:
        self._sentence.set_tone("yours")
        self._sentence.setText(_("Thank you. It is kept, and your practitioner will see it."))
        self._draft.drop(then=self.finished.emit)

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self._sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
