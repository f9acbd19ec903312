"""The patient's side of a reflection: six words are dealt first, then the eight lines, then it is sealed.

From the first answer on, everything that is kept is a box that only the six words open.
"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.side_form import SideForm
from healingpartner.desktop.journal.turned.page import JournalPage
from healingpartner.desktop.journal.turned.six_words import SixWords, WordsShown, tried
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, QuietButton
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.leaving import Leaving
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.journal.reflections import acts
from healingpartner.journal.reflections.model import Reflection, Side
from healingpartner.journal.reflections.store import reflection_with
from healingpartner.journal.views import PersonJournal
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice
from healingpartner.story.meetings import visit_on
from healingpartner.vault.drafts import Draft
from healingpartner.vault.sealed_box import Dealt

FORM = "journal.sealed"
KEPT_WITHIN_MS = 1200


class ReflectPage(JournalPage):
    """`dealt`: the words, while they are shown; they are forgotten when the answers begin."""

    def __init__(self, desk: Desk, found: PersonJournal) -> None:
        """Goes on with one that is begun, or offers to begin."""
        lead = _("Eight short lines about us and about today. Leave out what you like. “Not now” is an answer.")
        super().__init__(desk, found, _("Looking back on our visit"), lead=lead)
        self.going: Reflection | None = found.going
        self.dealt: Dealt | None = None
        self.form: SideForm | None = None
        self.shown: WordsShown | None = None
        self.typed_words: SixWords | None = None
        self.begin_button: PatientButton | None = None
        self._leaving = Leaving(desk, self)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self._soon = QTimer(self, singleShot=True, interval=KEPT_WITHIN_MS)
        self._soon.timeout.connect(self.flush)
        self._dirty = False
        self.end()
        if self.going is None:
            self._offer_to_begin()
        else:
            self._offer_to_go_on()

    def flush(self) -> None:
        """Keep the answers so far, as a box; nothing else of them is kept anywhere."""
        self._soon.stop()
        if not self._dirty or self.form is None or self.going is None:
            return
        self._dirty = False
        side, going, at = self.form.side(), self.going, self.desk.clock.now()

        def keep(practice: Practice) -> None:
            box = acts.box_of(side, going, practice.vault.entropy)
            practice.keep_draft(
                Draft(subject_id=going.id, form=FORM, voice=Voice.PATIENT, began_from=0, body=box, saved_at=at)
            )

        self.desk.runner.run(keep, owner=self)

    def deal(self) -> None:
        """Six words, before the first answer. Slow on purpose, on the vault thread."""
        self._clear(PlainLabel(_("A moment, please. Your words are being dealt."), tone="soft"))

        def work(practice: Practice) -> Dealt:
            return acts.deal_words(practice.cost, practice.vault.entropy)

        self.desk.runner.run(work, owner=self, then=self._show_words, sorry=self.say)

    def answer_now(self) -> None:
        """The words are written down: begin, and forget them."""
        dealt, self.dealt, self.shown = self.dealt, None, None
        if dealt is None:
            return
        day = self.desk.clock.now().local().date()
        self.desk.runner.ask(
            visit_on, self.found.person_id, day=day, owner=self, then=lambda visit_id: self._begin(dealt, visit_id)
        )

    def _begin(self, dealt: Dealt, visit_id: str) -> None:
        self.do(
            acts.begin_reflection, self.found.person_id, sealed_to=dealt.sealed_to, visit_id=visit_id,
            then=lambda reflection_id: self.desk.runner.ask(
                reflection_with, reflection_id, owner=self, then=self._show_form
            ),
        )  # fmt: skip

    def seal(self) -> None:
        """Close the box. From now on nobody reads it before it is opened together."""
        if self.form is None or self.going is None:
            return
        try:
            side = self.form.side().cleaned()
        except RuleBroken as broken:
            if not self.form.say(broken):
                self.tell(broken.sentence)
            return
        going = self.going

        def work(practice: Practice) -> str:
            return acts.box_of(side, going, practice.vault.entropy)

        self.desk.runner.run(work, owner=self, then=lambda box: self._seal(going, box), sorry=self.say)

    def _seal(self, going: Reflection, box: str) -> None:
        self._dirty = False
        told = _("Sealed. Nobody can read it before you open it together with your six words.")

        def sealed(_none: None) -> None:
            self.desk.runner.run(
                lambda practice: practice.drop_draft(going.id, FORM, Voice.PATIENT), owner=self,
                then=lambda _gone: self.thanked.emit(_("Thank you"), told),
            )  # fmt: skip

        self.do(acts.seal_patient_side, going.id, box=box, then=sealed)

    # -- the pages -----------------------------------------------------------------------------------------

    def _offer_to_begin(self) -> None:
        self.begin_button = PatientButton(_("Give me my six words"), large=True)
        self.begin_button.clicked.connect(self.deal)
        self._clear(
            PlainLabel(_("First you get six words. They lock what you answer, so that only you can open it.")),
            PlainLabel(_("Write them down or print them. We do not keep them, and nobody can make them again.")),
            self.begin_button,
        )

    def _offer_to_go_on(self) -> None:
        self.typed_words = SixWords(_("Go on with what I answered"))
        self.typed_words.given.connect(self._go_on)
        anew = QuietButton(_("Answer anew"), large=True)
        anew.clicked.connect(lambda: self._show_form(self.going))
        self._clear(
            PlainLabel(_("You have begun. Your six words open what you answered so far.")), self.typed_words, anew
        )

    def _go_on(self, words: str) -> None:
        going = self.going
        if going is None:
            return

        now = self.desk.clock.now()

        def work(practice: Practice) -> Side | int | None:
            draft = practice.draft(going.id, FORM, Voice.PATIENT)
            return None if draft is None else tried(practice, words, going, draft.body, now=now)

        self.desk.runner.try_run(work, owner=self, then=self._tried, sorry=self._wrong)

    def _tried(self, answered: Side | int | None) -> None:
        if not isinstance(answered, int):
            self._show_form(self.going, answered)
        elif self.typed_words is not None:
            self.typed_words.say_wrong(answered)

    def _wrong(self, problem: Exception) -> None:
        if self.typed_words is not None:
            self.typed_words.say(problem)

    def _show_words(self, dealt: Dealt) -> None:
        self.dealt = dealt
        self.shown = WordsShown(dealt.words)
        go_on = PatientButton(_("I have written them down"), large=True)
        go_on.clicked.connect(self.answer_now)
        print_link = LinkButton(_("Print a slip"), icon="printer")
        print_link.clicked.connect(self.print_slip)
        self._clear(
            self.shown, PlainLabel(_("You see them only now. If they get lost, what you write stays closed for good.")),
            print_link, go_on,
        )  # fmt: skip
        go_on.setFocus()

    def print_slip(self) -> None:
        """The words on paper."""
        dealt = self.dealt
        if dealt is None:
            return
        called, made = self.found.names.called, self.desk.clock.now()

        def make(practice: Practice) -> object:
            from healingpartner.paper.journal.slip import Slip, slip_paper

            return slip_paper(
                Slip(called=called, words=dealt.words, made=made), words=spoken(),
                letterhead=letterhead_of(practice.ask(practitioner)), paper=paper_of(self.desk.settings),
            )  # fmt: skip

        purpose = Purpose(
            what=_("Slip with six words"), to_whom=self.found.names.patient, why=_("To open their own answers"),
            person_id=self.found.person_id,
        )  # fmt: skip
        self._leaving.print_out(make, purpose, lambda: None)  # type: ignore[arg-type]

    def _show_form(self, going: Reflection | None, side: Side | None = None) -> None:
        self.going = going
        self.form = SideForm(Voice.PATIENT)
        if side is not None:
            self.form.show_side(side)
        self.form.changed.connect(self._changed)
        choices = Choices(_("Seal my answers"))
        choices.goes_on.connect(self.seal)
        choices.thinks.connect(self._think)
        self._clear(self.form, choices)
        next(iter(self.form.rows.values())).scale.setFocus()

    def _think(self) -> None:
        self.flush()
        self.gives_back.emit()

    def _changed(self) -> None:
        self._dirty = True
        self.tell("")
        if not self._soon.isActive():
            self._soon.start()

    def _clear(self, *parts: QWidget) -> None:
        while (item := self._place.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        for part in parts:
            self._place.addWidget(part)
