"""The practitioner's own sheet: answers of the first meeting kept once, and printed for patients."""

from typing import Any

from PySide6.QtCore import Signal

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.leaving import Leaving
from healingpartner.desktop.letterhead import paper_of
from healingpartner.desktop.page import Offer
from healingpartner.desktop.people import papers
from healingpartner.desktop.people.deep_page import DeepPage
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.people.preferences_form import PreferencesForm
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.paper.printed import Printed
from healingpartner.people.practitioner.acts import introduce_self
from healingpartner.people.practitioner.model import PractitionerSheet
from healingpartner.people.practitioner.views import sheet
from healingpartner.people.questions import Group
from healingpartner.practice import Practice


class SheetPage(DeepPage):
    """saved: the answers are kept."""

    saved = Signal()

    def __init__(self, desk: Desk) -> None:
        """Shows the answers kept, and a draft if there is one."""
        super().__init__(_("Your own sheet"), level=1)
        self._desk = desk
        self.form = PreferencesForm(Group.MEETING, voice=Voice.PRACTITIONER)
        self._draft = DraftKeeper(desk, "own-sheet", "practitioner", self.form.typed, owner=self)
        self._leaving = Leaving(desk, self)
        self._sentence = PlainLabel(tone="warn")
        self._sentence.hide()
        self.column.addWidget(PlainLabel(_("Who you are as a person, for patients to have on paper.")))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        save, self._pdf = PrimaryButton(_("Save"), icon="check"), QuietButton(_("Save as a PDF"), icon="file-pdf")
        save.clicked.connect(lambda: self._keep(self.saved.emit))
        self._pdf.clicked.connect(lambda: self._keep(self._save_pdf))
        foot = FlowLayout(gap=8, ends=True)
        for part in (self._sentence, self._pdf, save):
            foot.addWidget(part)
        self.outer.addLayout(foot)
        self.form.changed.connect(self._draft.touch)
        self.form.setEnabled(False)
        desk.runner.ask(sheet, owner=self, then=self._take)

    def flush(self) -> None:
        """Keep the draft now."""
        self._draft.flush()

    def printing(self) -> Offer:
        """Print the sheet, with what is written now."""
        return Offer(run=lambda: self._keep(self._print))

    def _take(self, found: PractitionerSheet) -> None:
        self.form.show_answers(found.answers)
        self._draft.fetch(self._take_draft)

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        self.form.setEnabled(True)
        if typed is not None:
            self.form.show_typed(typed)

    def _keep(self, then: Any) -> None:
        answers = self.form.answers()
        if answers is None:
            return
        self._draft.flush()
        self._desk.runner.do(
            introduce_self, answers, by=Voice.PRACTITIONER, owner=self,
            then=lambda _none: self._draft.drop(then=then), sorry=self._sorry,
        )  # fmt: skip

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self._sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self._sentence.show()

    def _print(self) -> None:
        self._leaving.print_out(self._make, self._purpose(), lambda: None)

    def _save_pdf(self) -> None:
        self._leaving.save(self._make, self._purpose(), _("Who I am"), lambda: None)

    def _make(self, practice: Practice) -> Printed:
        return papers.own_sheet(practice, words=spoken(), paper=paper_of(self._desk.settings))

    def _purpose(self) -> Purpose:
        return Purpose(
            what=_("The practitioner's own sheet"), to_whom=_("Patients"), why=_("To meet as people"), person_id=None
        )
