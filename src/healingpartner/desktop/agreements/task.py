"""The task of the turned view: read the agreement, then sign it or think about it; the practitioner may sign after."""

import json

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from healingpartner.agreements import acts
from healingpartner.agreements.envelope import Identity, Role
from healingpartner.agreements.marks import unchanged
from healingpartner.agreements.model import AgreementVersion, State
from healingpartner.agreements.negotiation.model import Point, has_unwritten, waiting
from healingpartner.agreements.views import PersonAgreement, for_reading, versions_of
from healingpartner.desktop.agreements.answers import FIELDS
from healingpartner.desktop.agreements.compared import ComparedPage
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage, ThinkingPage, WordsFirstPage
from healingpartner.desktop.agreements.reading import ReadingPage
from healingpartner.desktop.agreements.sign_form import SignForm
from healingpartner.desktop.agreements.talk import Talk
from healingpartner.desktop.agreements.turned_signing import TurnedSigning
from healingpartner.desktop.agreements.typed import typed_from
from healingpartner.desktop.agreements.words import left_behind_words
from healingpartner.desktop.desk import Desk
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.practice import Practice
from healingpartner.vault.drafts import Draft

FORM = "agreements.reading"
KEPT_WITHIN_MS = 1500


class AgreementTask(GivingBack):
    """`gives_back`: the patient is done. Everything in it belongs to one agreement."""

    def __init__(self, desk: Desk, agreement_id: str, *, identity: Identity) -> None:
        """`identity`: how the practitioner knows the patient, chosen before the screen was turned."""
        super().__init__()
        self._desk, self._id = desk, agreement_id
        self._found: PersonAgreement | None = None
        self._kept_names: dict[str, str] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEPT_WITHIN_MS)
        self._soon.timeout.connect(self.flush)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.talk = Talk(desk, agreement_id, by=Voice.PATIENT, hand=self.hand, owner=self)
        self.talk.said.connect(self._refresh)
        self.talk.changed.connect(self._changed)
        self.talk.kept.connect(self._kept)
        self.talk.not_kept.connect(self._not_kept)
        self.reading: ReadingPage | None = None
        self.thinking: ThinkingPage | None = None
        self.signing = TurnedSigning(desk, agreement_id, self, identity=identity, seen=self._seen)
        self.signing.shows.connect(self._show)
        self.signing.thinks.connect(self._to_think)
        self.signing.reads.connect(self._to_reading)
        self.signing.typed_on.connect(self._keep_soon)
        self.signing.signed.connect(self._has_signed)
        self.signing.ended.connect(self.finished)

    @property
    def sign_form(self) -> SignForm | None:
        """The form of whoever signs now."""
        return self.signing.form

    @property
    def done(self) -> DonePage | None:
        """The thanks, once something was done."""
        return self.signing.done

    def speak_through(self, name: str) -> None:
        """An interpreter is here: answers and signatures go through them."""
        super().speak_through(name)
        self.talk.through(self.hand)

    def title(self) -> str:
        """The agreement's own title."""
        return "" if self._found is None or self._found.agreement is None else self._found.agreement.title

    def begin(self) -> None:
        """Ask for the text and for what was read before."""
        self._desk.runner.run(self._fetch, owner=self, then=lambda found: self._open(*found))

    def flush(self) -> None:
        """Keep which parts were shown, and names typed; never strokes."""
        if self._found is None or self.reading is None or self.done is not None:
            return
        names = self._kept_names if self.sign_form is None else self.sign_form.names()
        version = "" if self._found.version is None else self._found.version.id
        body = {
            "seen": sorted(self.reading.seen()),
            "version": version,
            "typed": self.reading.text.typed(),
            **names,
        }
        draft = Draft(
            subject_id=self._id,
            form=FORM,
            voice=Voice.PATIENT,
            began_from=0,
            body=json.dumps(body, ensure_ascii=False),
            saved_at=self._desk.clock.now(),
        )
        self._desk.runner.run(lambda practice: practice.keep_draft(draft), owner=self)

    def page(self) -> QWidget | None:
        """What is shown now."""
        return self._stack.currentWidget()

    # -- inside -------------------------------------------------------------------------------------

    def _keep_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _fetch(self, practice: Practice) -> tuple[PersonAgreement, Draft | None]:
        return practice.ask(for_reading, self._id), practice.draft(self._id, FORM, Voice.PATIENT)

    def _open(self, found: PersonAgreement, draft: Draft | None) -> None:
        if found.version is None:
            return
        kept = _read(draft)
        self._kept_names = {name: str(kept.get(name, "")) for name in ("printed_name", "typed_name")}
        fresh = kept.get("version", found.version.id) == found.version.id
        seen = kept.get("seen") if fresh else ()
        self._show_reading(found, frozenset(map(str, seen if isinstance(seen, list) else ())))
        if self.reading is not None:
            self.reading.text.set_typed(typed_from(kept.get("typed")))
        if Role.WITNESS in found.waits_for():
            self.signing.beside_signs(Role.WITNESS)
        if found.state is State.OFFERED:
            self._desk.runner.do(acts.talk_over, self._id, by=Voice.BOTH, hand=self.hand, owner=self)

    def _show_reading(self, found: PersonAgreement, seen: frozenset[str], *, note: str = "") -> None:
        if found.version is None:
            return
        self._keep(found)
        self.signing.let_form_go()
        said = " ".join(part for part in (note, left_behind_words(found)) if part)
        self.reading = ReadingPage(
            found.version.body,
            seen=seen,
            points=found.points,
            names=found.names,
            note=said,
            changed=found.version.number > 1,
            plain=self.reading is not None and self.reading.plain.on(),
        )
        self.reading.agrees.connect(self._to_sign)
        self.reading.thinks.connect(self._to_think)
        self.reading.grew.connect(self._keep_soon)
        self.reading.typed_on.connect(self._keep_soon)
        self.reading.answered.connect(self.talk.answer)
        self.reading.agrees_with_all.connect(self.talk.agree_with_all)
        self.reading.compares.connect(self._to_compare)
        self._show(self.reading)
        self.reading.begin()

    def _refresh(self, found: PersonAgreement) -> None:
        """What both say is another now; the page stays where it is."""
        self._keep(found)
        if self.reading is not None:
            self.reading.show_points(found.points)
            self._keep_soon()

    def _changed(self, found: PersonAgreement) -> None:
        """The text carries now what was said: what is new in it is to be read before anyone signs."""
        before = self._found
        if before is None or before.version is None or found.version is None or self.reading is None:
            return
        same = unchanged(before.version.body, found.version.body)
        note = _("The text now says what you two said. Read what is new in it, then sign.")
        self._show_reading(found, frozenset(self.reading.seen() & same), note=note)

    def _to_compare(self) -> None:
        self._desk.runner.ask(versions_of, self._id, owner=self, then=self._compare)

    def _compare(self, versions: tuple[AgreementVersion, ...]) -> None:
        if versions:
            page = ComparedPage(versions)
            page.goes_back.connect(self._to_reading)
            self._show(page)
            page.begin()

    def _words_first(self, point: Point) -> None:
        """New words wait: for the patient's answer here, or for the practitioner's at the desk."""
        if self._found is None or self.reading is None:
            return
        new, name = point.reworded(), self._found.names.practitioner
        if new is not None and new.side is Voice.PRACTITIONER:
            self.reading.tell(_("New words of {name} wait for your answer here.").format(name=isolated(name)))
            self.reading.go_to(point.commitment.id)
            return
        page = WordsFirstPage(name)
        page.goes_back.connect(self._to_reading)
        page.gives_back.connect(self.gives_back)
        self._show(page)
        page.begin()

    def _to_sign(self) -> None:
        if self._found is None or self._found.version is None:
            return
        if wait := waiting(self._found.points):
            self._words_first(wait[0])
            return
        if has_unwritten(self._found.version.body, self._found.points):
            self.talk.make_changed_text()
            return
        self.signing.patient_signs(self._kept_names)

    def _to_reading(self) -> None:
        if self.reading is not None:
            self._show(self.reading)
            self.reading.begin()

    def _to_think(self) -> None:
        if self.thinking is None:
            self.thinking = ThinkingPage(self._desk.clock.now().local().date())
            self.thinking.goes_back.connect(self._to_reading)
            self.thinking.chosen.connect(self._think)
        self._show(self.thinking)
        self.thinking.begin()

    def _think(self, ask_again_on: str) -> None:
        self.flush()
        self._desk.runner.do(
            acts.think_about_it,
            self._id,
            ask_again_on=ask_again_on,
            by=Voice.PATIENT,
            hand=self.hand,
            owner=self,
            then=lambda _none: self.signing.finish(
                _("That is a good answer"), _("The text stays here for you, as you leave it now.")
            ),
            sorry=self._not_that_day,
        )

    def _not_that_day(self, problem: RuleBroken | Refused) -> None:
        if self.thinking is not None and isinstance(problem, RuleBroken) and problem.field == "ask_again_on":
            self.thinking.say(problem)
        else:
            self.signing.cannot(problem)

    def _keep(self, found: PersonAgreement) -> None:
        self._found = self.signing.found = found

    def _seen(self) -> frozenset[str]:
        return frozenset() if self.reading is None else self.reading.seen()

    def _has_signed(self) -> None:
        """The patient's side has signed: what was kept on the way is needed no more."""
        self._soon.stop()
        self._desk.runner.run(lambda practice: practice.drop_draft(self._id, FORM, Voice.PATIENT), owner=self)

    def _kept(self, commitment_id: str) -> None:
        card = None if self.reading is None else self.reading.text.card(commitment_id)
        if card is not None and card.bar is not None:
            card.bar.kept()

    def _not_kept(self, commitment_id: str, problem: RuleBroken | Refused) -> None:
        card = None if self.reading is None else self.reading.text.card(commitment_id)
        if card is not None and isinstance(problem, RuleBroken) and problem.field in FIELDS:
            card.say(problem)
        elif self.reading is not None:
            self.reading.tell(_sentence(problem))

    def _show(self, page: QWidget) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)


def _sentence(problem: RuleBroken | Refused) -> str:
    return problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()


def _read(draft: Draft | None) -> dict[str, object]:
    """What the draft holds; nothing when it cannot be read."""
    try:
        body: object = json.loads(draft.body) if draft is not None else {}
    except ValueError:
        body = {}
    return body if isinstance(body, dict) else {}
