"""Signing on the turned view: the patient or someone for them, a witness, an interpreter, then the practitioner."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from healingpartner.agreements import acts
from healingpartner.agreements.envelope import Identity, Role
from healingpartner.agreements.model import Signing
from healingpartner.agreements.views import PersonAgreement, for_reading
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.agreements.sealing import Sealer
from healingpartner.desktop.agreements.sign_form import SignForm
from healingpartner.desktop.agreements.signers_ways import ACTS, WAYS, intent_shown, voice_of
from healingpartner.desktop.desk import Desk
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Hand, Place, Voice
from healingpartner.foundation.words import _

_PRACTITIONER_ON_THE_TURNED_VIEW = Hand(typed_by=Voice.PRACTITIONER, place=Place.TURNED)
Seen = Callable[[], frozenset[str]]


class TurnedSigning(QObject):
    """`shows`: the page to be seen now; `thinks`, `reads`: time is wanted, or the text; `typed_on`: a name changed.

    signed: the patient's side has signed; ended: the thanks that are shown, in `done`.
    """

    shows = Signal(object)
    thinks = Signal()
    reads = Signal()
    typed_on = Signal()
    signed = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, agreement_id: str, task: GivingBack, *, identity: Identity, seen: Seen) -> None:
        """`task`: what it belongs to; `identity`: how the patient is known; `seen`: the parts that were shown."""
        super().__init__(task)
        self._desk, self._id, self._task = desk, agreement_id, task
        self._identity, self._seen, self._way = identity, seen, "self"
        self.found: PersonAgreement | None = None
        self.form: SignForm | None = None
        self.done: DonePage | None = None
        self._sealer = Sealer(desk, task)
        self._sealer.ended.connect(self._sealed)

    def patient_signs(self, kept: Mapping[str, str]) -> None:
        """The patient's own form, or that of someone who signs for them. `kept`: names typed before."""
        if self.form is None and self.found is not None:
            names, way = self.found.names, WAYS[self._way]
            name = kept.get("printed_name") or names.patient
            form = self.form = self._form(way.role, name if way.role is Role.PATIENT else "", mark=way.mark)
            form.ask_who(names.patient, self._way, then=lambda other: self._sign_another_way(other, kept))
            if way.role is Role.REPRESENTATIVE:
                form.offer_known(self.found.representatives)
            form.set_typed(kept.get("typed_name", ""))
            form.typed_on.connect(self.typed_on)
            form.thinks.connect(self.thinks)
            form.wants_paper.connect(self._to_paper)
            form.goes_back.connect(self.reads)
        self._show_form()

    def beside_signs(self, role: Role) -> None:
        """A witness or an interpreter signs."""
        name = self._task.hand.through if role is Role.INTERPRETER else ""
        self.form = self._form(role, name, think=_("Not now"))
        self.form.thinks.connect(self._task.gives_back)
        self.form.goes_back.connect(self._task.gives_back)
        self._show_form()

    def let_form_go(self) -> None:
        """The form does not fit any more; the next one is made anew."""
        self.form = None

    def say(self, problem: RuleBroken | Refused) -> bool:
        """Say on the form what stood in the way; False when no form is shown."""
        if self.form is None or not self.form.isVisible():
            return False
        self.form.say(problem)
        return True

    def finish(self, title: str, words: str, *, next_signer: str = "") -> None:
        """Thank, and offer who may sign next."""
        done = self.done = DonePage(title, words, next_signer=next_signer)
        if next_signer:
            done.offer_beside(self.beside_signs)
        done.hands_over.connect(self._ask_who_signs)
        done.gives_back.connect(self._task.gives_back)
        self.shows.emit(done)
        done.begin()
        self.ended.emit()

    def cannot(self, problem: RuleBroken | Refused) -> None:
        """What stood in the way, on the form or on a page of its own."""
        if not self.say(problem):
            sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
            self.finish(_("That could not be kept"), sentence)

    # -- inside -------------------------------------------------------------------------------------

    def _to_paper(self) -> None:
        """By hand is as good: nothing is kept here, and the text is printed at the desk."""
        words = _("Nothing was signed here. You get the text on paper, and sign it by hand when you like.")
        self.finish(_("On paper, gladly"), words)

    def _show_form(self) -> None:
        if self.form is not None:
            self.shows.emit(self.form)
            self.form.begin()

    def _form(self, role: Role, name: str, *, mark: bool = False, think: str = "") -> SignForm:
        if self.found is None or self.found.version is None:
            raise LookupError("there is no text to sign")
        wording, ticks, intent = self.found.version.wording, self._desk.clock.ticks, intent_shown(self.found, role)
        of = self.found.names.practitioner
        form = SignForm(
            wording, role=role, name=name, ticks=ticks, intent=intent, mark=mark, think=think, practitioner=of
        )
        if role is Role.PRACTITIONER:
            form.given.connect(self._sign_as_practitioner)
        else:
            form.given.connect(lambda signing: self._sign_as(role, signing))
        return form

    def _sign_another_way(self, way: str, kept: Mapping[str, str]) -> None:
        before, self._way = self.form, way
        self.let_form_go()
        self.patient_signs(kept)
        if before is not None and self.form is not None:
            self.form.go_on_from(before)

    def _sign_as(self, role: Role, signing: Signing) -> None:
        if self.found is None or self.found.version is None:
            return
        own = {} if self.form is None else self.form.own_words()
        identity = self._identity if role is Role.PATIENT else signing.identity
        self._desk.runner.do(
            ACTS[role],
            self._id,
            version_id=self.found.version.id,
            signing=replace(signing, identity=identity, seen=self._seen()),
            **own,
            by=voice_of(role),
            hand=self._task.hand,
            owner=self,
            then=lambda _id: self._desk.runner.ask(for_reading, self._id, owner=self, then=self._has_signed),
            sorry=self.cannot,
            gave_up=self._let_go,
        )

    def _has_signed(self, found: PersonAgreement) -> None:
        self.found = found
        self.signed.emit()
        if Role.WITNESS in found.waits_for():
            self.beside_signs(Role.WITNESS)
            return
        names, waits = found.names, Role.PRACTITIONER in found.waits_for()
        words = (
            _("Your signature is kept with the text. {name} signs next.").format(name=isolated(names.practitioner))
            if waits
            else _("Both of you have signed. Ask for your copy on paper.")
        )
        title = _("Thank you, {name}").format(name=isolated(names.called))
        self.finish(title, words, next_signer=names.practitioner if waits else "")

    def _ask_who_signs(self) -> None:
        why = _("The signature of the practitioner comes next.")
        self._sealer.ask(why, then=self._practitioner_signs, over=self._task.window())

    def _practitioner_signs(self) -> None:
        if self.found is None:
            return
        form = self.form = self._form(Role.PRACTITIONER, self.found.names.practitioner, think=_("Not now"))
        form.thinks.connect(self._task.gives_back)
        form.goes_back.connect(self._task.gives_back)
        self._show_form()

    def _sign_as_practitioner(self, signing: Signing) -> None:
        if self.found is None or self.found.version is None:
            return
        self._desk.runner.do(
            acts.sign_as_practitioner,
            self._id,
            version_id=self.found.version.id,
            signing=replace(signing, identity=Identity.OWN_PRACTICE),
            by=Voice.PRACTITIONER,
            hand=_PRACTITIONER_ON_THE_TURNED_VIEW,
            owner=self,
            then=lambda _id: self._both_signed(),
            sorry=self.cannot,
            gave_up=self._let_go,
        )

    def _both_signed(self) -> None:
        words = _("This is what you agreed to be for each other. Ask for your copy on paper.")
        self.finish(_("Signed by both"), words)
        if self.done is not None:
            self.done.show_work(self._sealer.progress)
        self._sealer.seal(self._id)

    def _sealed(self, sentence: str) -> None:
        """The copy is sealed while the thanks are read; what stood in the way is told to the practitioner."""
        if sentence:
            self._desk.notices.warn(sentence)

    def _let_go(self) -> None:
        if self.form is not None:
            self.form.let_go()
