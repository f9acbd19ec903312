"""The page with the form about a person: filling, drafts, duplicates, and a record that changed meanwhile."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Page
from healingpartner.desktop.people.conflict_panel import ConflictPanel
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.people.form_typed import typed_of
from healingpartner.desktop.people.likeness_panel import LikenessPanel
from healingpartner.desktop.people.person_form import PersonForm
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people import acts
from healingpartner.people.answers import Answer
from healingpartner.people.history import changes_since
from healingpartner.people.likeness import duplicates_of
from healingpartner.people.model import AskedGently, Particulars
from healingpartner.people.reading import FieldChange, Likeness, PersonRecord
from healingpartner.people.views import record
from healingpartner.practice import Practice

NEW = "new-person"
FORM = "person"
_PAUSE_MS = 250


class PersonFormPage(Page):
    """saved: the person's id. left: the form was left; its draft stays, unless it was given up by choice."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, person_id: str = "") -> None:
        """`person_id`: whom to change; "" adds someone new."""
        super().__init__()
        self._desk, self._person_id, self._saving = desk, person_id, False
        self._base, self._newer_base = 0, 0
        self.form = PersonForm(desk, person_id)
        self._draft = DraftKeeper(desk, FORM, person_id or NEW, self.form.typed, owner=self)
        self._kept = PlainLabel(tone="small", wraps=False)
        self._sentence = PlainLabel(tone="warn")
        self._sentence.hide()
        self._conflict = ConflictPanel()
        self._likeness = LikenessPanel()
        self.save_button = PrimaryButton(_("Save"), icon="check")
        self._leave = QuietButton(_("Leave it"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        if person_id:
            desk.runner.ask(record, person_id, owner=self, then=self._fill)
        else:
            self._draft.fetch(self._take_draft)
        self.form.setEnabled(False)

    def flush(self) -> None:
        """Keep the draft now: locking follows."""
        self._draft.flush()

    def go_back(self) -> bool:
        """Escape leaves the form; what is typed stays as a draft."""
        self._draft.flush()
        self.left.emit()
        return True

    def save(self) -> None:
        """Save the whole form; sentences stand beside the fields when something cannot be kept as it is."""
        if self._saving:
            return
        self._sentence.hide()
        answers = self.form.answers()
        try:
            particulars = self.form.particulars()
        except RuleBroken as broken:
            self._sorry(broken)
            return
        if answers is None:
            self._say(_("One answer needs another look. Nothing is lost."))
            return
        self._saving = True
        self._draft.flush()
        self._keep(particulars, answers, sure=self.form.sure.isChecked())

    # -- filling ------------------------------------------------------------------------------------

    def _fill(self, found: PersonRecord) -> None:
        self.form.show_typed(typed_of(found))
        self.form.wishes.show_answers(found.answers)
        self._base = found.base
        self._draft.begin_from(found.base)
        self._draft.fetch(self._take_draft)

    def _take_draft(self, typed: dict[str, Any] | None, began_from: int) -> None:
        self.form.setEnabled(True)
        self.form.fields["preferred_name"].setFocus()
        if typed is None:
            return
        self.form.show_typed(typed)
        self._kept.setText(_("Your draft, not saved yet"))
        if self._person_id and began_from < self._base:
            self._base = began_from
            self._draft.begin_from(began_from)
            self._show_conflict()
        self._look_for_likeness()

    # -- saving -------------------------------------------------------------------------------------

    def _keep(self, particulars: Particulars, answers: list[Answer], *, sure: bool) -> None:
        """The facts are the practitioner's to write; the wishes are the person's words, typed at the desk."""
        person_id, base = self._person_id, self._base

        def work(practice: Practice) -> str:
            whose = Voice.PRACTITIONER
            if person_id:
                practice.do(acts.change_person, person_id, particulars, base=base, sure=sure, by=whose)
            kept = person_id or practice.do(acts.add_person, particulars, sure=sure, by=whose)
            practice.do(acts.set_preferences, kept, answers, by=Voice.PATIENT)
            return kept

        self._desk.runner.run(work, owner=self, then=self._done, sorry=self._sorry, gave_up=self._let_go)

    def _done(self, person_id: str) -> None:
        self._saving = False
        self._draft.drop(then=lambda: self.saved.emit(person_id))

    def _let_go(self) -> None:
        self._saving = False

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self._saving = False
        if isinstance(problem, acts.ChangedMeanwhile):
            self._show_conflict()
            return
        if isinstance(problem, Refused):
            self._say(problem.sentence())
            return
        field = self.form.say(problem, ask=isinstance(problem, AskedGently))
        if field is None:
            self._say(problem.sentence)
        else:
            field.setFocus()
            self._scroll.ensureWidgetVisible(field, 0, 60)

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.show()

    # -- changed meanwhile --------------------------------------------------------------------------

    def _show_conflict(self) -> None:
        self._desk.runner.ask(record, self._person_id, owner=self, then=self._conflict_from)

    def _conflict_from(self, found: PersonRecord) -> None:
        self._newer_base = found.base
        self._desk.runner.ask(changes_since, self._person_id, self._base, owner=self, then=self._conflict_found)

    def _conflict_found(self, changes: tuple[FieldChange, ...]) -> None:
        self._conflict.show_changes(changes)
        self._scroll.verticalScrollBar().setValue(0)
        if not changes:
            self._keep_mine()

    def _keep_mine(self) -> None:
        self._base = max(self._base, self._newer_base)
        self._draft.begin_from(self._base)
        self._draft.touch()
        self._conflict.hide()

    def _take_theirs(self) -> None:
        self._conflict.hide()
        self._draft.drop(then=lambda: self._desk.runner.ask(record, self._person_id, owner=self, then=self._fill))

    # -- duplicates ---------------------------------------------------------------------------------

    def _look_for_likeness(self) -> None:
        try:
            given = self.form.particulars()
        except RuleBroken:
            return
        phone = next((each.value for each in given.contacts if each.digits()), "")
        self._desk.runner.ask(
            duplicates_of, given.shown(), given.birth_date, phone, but=self._person_id, owner=self,
            then=self._likeness_found,
        )  # fmt: skip

    def _likeness_found(self, found: tuple[Likeness, ...]) -> None:
        # The panel names other people: not while someone sits beside.
        self._likeness.show_people(() if self._desk.settings.values.discreet else found)

    # -- inside -------------------------------------------------------------------------------------

    def _touched(self) -> None:
        self._draft.touch()
        self._sentence.hide()

    def _give_up(self) -> None:
        def answered(yes: bool) -> None:
            if yes:
                self._draft.drop(then=self.left.emit)

        if not self._draft.holds_anything:
            self.left.emit()
            return
        self._desk.notices.ask(
            _("Leave this form? What you wrote here since the last saving goes."),
            yes=_("Leave without saving"), no=_("Keep writing"), then=answered,
        )  # fmt: skip

    def _open_other(self, person_id: str) -> None:
        self._draft.flush()
        self._desk.ways.person.emit(person_id, "")

    def _lay_out(self) -> None:
        title = _("Change the record") if self._person_id else _("Add a person")
        self._scroll = ScrollPage(title, margin=0)
        self._scroll.column.addWidget(TitleLabel(title, level=2 if self._person_id else 1))
        self._scroll.column.addWidget(self._conflict)
        self._scroll.column.addWidget(self.form)
        self._scroll.column.addStretch(1)
        self.form.likeness.addWidget(self._likeness)
        foot = FlowLayout(gap=12, ends=True)
        foot.addWidget(self._kept)
        foot.addWidget(self._leave)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._sentence)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.form.changed.connect(self._touched)
        self.form.identity_changed.connect(self._pause.start)
        self._pause.timeout.connect(self._look_for_likeness)
        self._draft.kept.connect(self._say_kept)
        self.save_button.clicked.connect(self.save)
        self._leave.clicked.connect(self._give_up)
        self._likeness.opened.connect(self._open_other)
        self._conflict.kept_mine.connect(self._keep_mine)
        self._conflict.took_theirs.connect(self._take_theirs)
        self.form.sure.clicked.connect(self.save)

    def _say_kept(self) -> None:
        self._kept.setText(_("Draft kept {time}").format(time=spoken().time(self._desk.clock.now())))
