"""The task of the turned view: read the agreement, then sign it or think about it; the practitioner may sign after."""

import json
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from healingpartner.agreements import acts
from healingpartner.agreements.envelope import Identity, Role
from healingpartner.agreements.marks import unchanged
from healingpartner.agreements.model import AgreementVersion, Signing, State
from healingpartner.agreements.negotiation.model import Point, has_unwritten, waiting
from healingpartner.agreements.views import PersonAgreement, for_reading, versions_of
from healingpartner.desktop.agreements.answers import FIELDS
from healingpartner.desktop.agreements.compared import ComparedPage
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage, ThinkingPage, WordsFirstPage
from healingpartner.desktop.agreements.reading import ReadingPage
from healingpartner.desktop.agreements.sealing import Sealer
from healingpartner.desktop.agreements.sign_form import SignForm
from healingpartner.desktop.agreements.signers_ways import ACTS, WAYS, intent_shown, voice_of
from healingpartner.desktop.agreements.talk import Talk
from healingpartner.desktop.agreements.typed import typed_from
from healingpartner.desktop.agreements.words import left_behind_words
from healingpartner.desktop.desk import Desk
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Hand, Place, Voice
from healingpartner.foundation.words import _
from healingpartner.practice import Practice
from healingpartner.vault.drafts import Draft

FORM = "agreements.reading"
KEPT_WITHIN_MS = 1500
_PRACTITIONER_ON_THE_TURNED_VIEW = Hand(typed_by=Voice.PRACTITIONER, place=Place.TURNED)


class AgreementTask(GivingBack):
    """`gives_back`: the patient is done. Everything in it belongs to one agreement."""

    def __init__(self, desk: Desk, agreement_id: str, *, identity: Identity) -> None:
        """`identity`: how the practitioner knows the patient, chosen before the screen was turned."""
        super().__init__()
        self._desk, self._id, self._identity = desk, agreement_id, identity
        self._found: PersonAgreement | None = None
        self._kept_names: dict[str, str] = {}
        self._way = "self"
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEPT_WITHIN_MS)
        self._soon.timeout.connect(self.flush)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.talk = Talk(desk, agreement_id, by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW, owner=self)
        self.talk.said.connect(self._refresh)
        self.talk.changed.connect(self._changed)
        self.talk.kept.connect(self._kept)
        self.talk.not_kept.connect(self._not_kept)
        self.reading: ReadingPage | None = None
        self.sign_form: SignForm | None = None
        self.thinking: ThinkingPage | None = None
        self.done: DonePage | None = None
        self._sealer = Sealer(desk, self)
        self._sealer.ended.connect(self._sealed)

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
        self._found = found
        kept = _read(draft)
        self._kept_names = {name: str(kept.get(name, "")) for name in ("printed_name", "typed_name")}
        fresh = kept.get("version", found.version.id) == found.version.id
        seen = kept.get("seen") if fresh else ()
        self._show_reading(found, frozenset(map(str, seen if isinstance(seen, list) else ())))
        if self.reading is not None:
            self.reading.text.set_typed(typed_from(kept.get("typed")))
        if Role.WITNESS in found.waits_for():
            self._beside_signs(Role.WITNESS)
        if found.state is State.OFFERED:
            self._desk.runner.do(acts.talk_over, self._id, by=Voice.BOTH, hand=ON_THE_TURNED_VIEW, owner=self)

    def _show_reading(self, found: PersonAgreement, seen: frozenset[str], *, note: str = "") -> None:
        if found.version is None:
            return
        self._found, self.sign_form = found, None
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
        self._found = found
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
        if self.sign_form is None:
            name = self._kept_names["printed_name"] or self._found.names.patient
            way = WAYS[self._way]
            self.sign_form = self._form(way.role, name if way.role is Role.PATIENT else "", mark=way.mark)
            self.sign_form.ask_who(self._found.names.patient, self._way, then=self._sign_another_way)
            self.sign_form.set_typed(self._kept_names["typed_name"])
            self.sign_form.typed_on.connect(self._keep_soon)
            self.sign_form.thinks.connect(self._to_think)
            self.sign_form.goes_back.connect(self._to_reading)
        self._show(self.sign_form)
        self.sign_form.begin()

    def _form(self, role: Role, name: str, *, mark: bool = False, think: str = "") -> SignForm:
        if self._found is None or self._found.version is None:
            raise LookupError("there is no text to sign")
        wording, ticks, intent = self._found.version.wording, self._desk.clock.ticks, intent_shown(self._found, role)
        of = self._found.names.practitioner
        form = SignForm(
            wording, role=role, name=name, ticks=ticks, intent=intent, mark=mark, think=think, practitioner=of
        )
        form.given.connect(lambda signing: self._sign_as(role, signing))
        return form

    def _sign_another_way(self, way: str) -> None:
        before, self._way, self.sign_form = self.sign_form, way, None
        self._to_sign()
        if before is not None and isinstance(form := self.page(), SignForm):
            form.go_on_from(before)

    def _beside_signs(self, role: Role) -> None:
        self.sign_form = self._form(role, "", think=_("Not now"))
        self.sign_form.thinks.connect(self.gives_back)
        self.sign_form.goes_back.connect(self.gives_back)
        self._show(self.sign_form)
        self.sign_form.begin()

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
            hand=ON_THE_TURNED_VIEW,
            owner=self,
            then=lambda _none: self._finish(
                _("That is a good answer"), _("The text stays here for you, as you leave it now.")
            ),
            sorry=self._cannot,
        )

    def _sign_as(self, role: Role, signing: Signing) -> None:
        if self._found is None or self._found.version is None or self.reading is None:
            return
        own = {} if self.sign_form is None else self.sign_form.own_words()
        identity = self._identity if role is Role.PATIENT else signing.identity
        self._desk.runner.do(
            ACTS[role],
            self._id,
            version_id=self._found.version.id,
            signing=replace(signing, identity=identity, seen=self.reading.seen()),
            **own,
            by=voice_of(role),
            hand=ON_THE_TURNED_VIEW,
            owner=self,
            then=lambda _id: self._has_signed(),
            sorry=self._cannot,
            gave_up=self._let_go,
        )

    def _has_signed(self) -> None:
        self._desk.runner.ask(for_reading, self._id, owner=self, then=self._patient_has_signed)

    def _patient_has_signed(self, found: PersonAgreement) -> None:
        self._found = found
        names, runner = self._found.names, self._desk.runner
        self._soon.stop()
        runner.run(lambda practice: practice.drop_draft(self._id, FORM, Voice.PATIENT), owner=self)
        if Role.WITNESS in self._found.waits_for():
            self._beside_signs(Role.WITNESS)
            return
        waits = Role.PRACTITIONER in self._found.waits_for()
        words = (
            _("Your signature is kept with the text. {name} signs next.").format(name=isolated(names.practitioner))
            if waits
            else _("Both of you have signed. Ask for your copy on paper.")
        )
        title = _("Thank you, {name}").format(name=isolated(names.called))
        self._finish(title, words, next_signer=names.practitioner if waits else "")

    def _ask_who_signs(self) -> None:
        why = _("The signature of the practitioner comes next.")
        self._sealer.ask(why, then=self._practitioner_signs, over=self.window())

    def _practitioner_signs(self) -> None:
        if self._found is None or self._found.version is None:
            return
        self.sign_form = SignForm(
            self._found.version.wording,
            role=Role.PRACTITIONER,
            name=self._found.names.practitioner,
            ticks=self._desk.clock.ticks,
            think=_("Not now"),
        )
        self.sign_form.given.connect(self._sign_as_practitioner)
        self.sign_form.thinks.connect(self.gives_back)
        self.sign_form.goes_back.connect(self.gives_back)
        self._show(self.sign_form)
        self.sign_form.begin()

    def _sign_as_practitioner(self, signing: Signing) -> None:
        if self._found is None or self._found.version is None:
            return
        self._desk.runner.do(
            acts.sign_as_practitioner,
            self._id,
            version_id=self._found.version.id,
            signing=replace(signing, identity=Identity.OWN_PRACTICE),
            by=Voice.PRACTITIONER,
            hand=_PRACTITIONER_ON_THE_TURNED_VIEW,
            owner=self,
            then=lambda _id: self._both_signed(),
            sorry=self._cannot,
            gave_up=self._let_go,
        )

    def _both_signed(self) -> None:
        self._finish(
            _("Signed by both"), _("This is what you agreed to be for each other. Ask for your copy on paper.")
        )
        self._sealer.seal(self._id)

    def _sealed(self, sentence: str) -> None:
        """The copy is sealed while the thanks are read; what stood in the way is told to the practitioner."""
        if sentence:
            self._desk.notices.warn(sentence)

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

    def _finish(self, title: str, words: str, *, next_signer: str = "") -> None:
        self.done = DonePage(title, words, next_signer=next_signer)
        if next_signer:
            self.done.offer_beside(self._beside_signs)
        self.done.hands_over.connect(self._ask_who_signs)
        self.done.gives_back.connect(self.gives_back)
        self._show(self.done)
        self.done.begin()
        self.finished.emit()

    def _let_go(self) -> None:
        if self.sign_form is not None:
            self.sign_form.let_go()

    def _cannot(self, problem: RuleBroken | Refused) -> None:
        if self.sign_form is not None and self.page() is self.sign_form:
            self.sign_form.say(problem)
        else:
            self._finish(_("That could not be kept"), _sentence(problem))

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
