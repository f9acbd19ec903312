"""A person's tab "Agreement": where it stands, the text in two voices, the way to the turned view, the signatures."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.agreements import acts
from healingpartner.agreements.envelope import Role
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.marks import Text
from healingpartner.agreements.model import OPEN_STATES, AgreementVersion, Signing, State
from healingpartner.agreements.negotiation.acts import talk_over_again as begin_again
from healingpartner.agreements.negotiation.model import has_unwritten
from healingpartner.agreements.negotiation.views import Moment, what_was_said
from healingpartner.agreements.own.views import Offerable, offerable
from healingpartner.agreements.practising.acts import not_yet_where_practising
from healingpartner.agreements.practising.views import adopted
from healingpartner.agreements.views import PersonAgreement, agreement_of, versions_of
from healingpartner.agreements.wording import Wording
from healingpartner.desktop.agreements.answers import FIELDS
from healingpartner.desktop.agreements.beside_cards import BesideCards
from healingpartner.desktop.agreements.compared import ComparedPage
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.plain_words import PlainSwitch
from healingpartner.desktop.agreements.said_page import SaidPage
from healingpartner.desktop.agreements.sealing import Sealer
from healingpartner.desktop.agreements.sign_form import SignForm
from healingpartner.desktop.agreements.standing import StandingCard
from healingpartner.desktop.agreements.talk import Talk
from healingpartner.desktop.agreements.talk_card import TalkCard
from healingpartner.desktop.agreements.task import AgreementTask
from healingpartner.desktop.agreements.text import AgreementText
from healingpartner.desktop.agreements.typed import TypedAnswers
from healingpartner.desktop.agreements.verified import VerifiedCard
from healingpartner.desktop.agreements.words import waits_for_patient
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Offer, Page
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import AT_THE_DESK, Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.practice import Changed

SIGNING = "sign"


class AgreementTab(Page):
    """One person's agreement. It asks again whenever an act touches this person."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Shows nothing until its view has answered."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.found: PersonAgreement | None = None
        self.view: TurnedView | None = None
        self.standing: StandingCard | None = None
        self.verified: VerifiedCard | None = None
        self.cards: BesideCards | None = None
        self.sign_form: SignForm | None = None
        self.text: AgreementText | None = None
        self.talking: TalkCard | None = None
        self.talk: Talk | None = None
        self.plain: PlainSwitch | None = None
        self.compared: ComparedPage | SaidPage | None = None
        self._wordings: tuple[Offerable, ...] = ()
        self._chosen, self._plain_on = "", False
        self._typing = TypedAnswers(desk, self)
        self._sealer = Sealer(desk, self)
        self._sealer.ended.connect(self._sealed)
        self._page: ScrollPage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        desk.runner.changed.connect(self._on_changed)
        self._ask()

    def place(self) -> str:
        """Whether the practitioner was signing."""
        return SIGNING if self.sign_form is not None else ""

    def turning(self) -> Offer | None:
        """Turn the text to the patient, while it waits for their signature."""
        if self.found is None:
            return None
        name, why_not = self.found.names.called, ""
        if not waits_for_patient(self.found):
            signed = self.found.state is not State.NOT_TALKED_ABOUT
            why_not = _("Nothing here waits for the patient.") if signed else _("Offer the agreement first.")
        return Offer(run=self.turn, name=name, why_not=why_not)

    def printing(self) -> Offer | None:
        """A copy on paper, once there is an agreement whose words can be read."""
        if self.found is None or self.found.version is None or self.verified is None:
            return None
        return Offer(run=self.verified.print_out, name=self.found.names.called)

    def flush(self) -> None:
        """Keep what the patient has done so far, and what is being typed here."""
        if self.view is not None:
            self.view.flush()
        if self.cards is not None:
            self.cards.flush()
        self._typing.flush()

    # -- what the practitioner asks for ---------------------------------------------------------------

    def offer(self) -> None:
        """Offer the agreement in the words chosen, at first the shortest that come with the program."""
        self._do(acts.offer, self._person_id, wording=self._wording())

    def turn(self) -> None:
        """Turn the screen, once it is said how the practitioner knows who signs."""
        if self.found is None or self.found.agreement is None or self.standing is None:
            return
        identity = self.standing.identity()
        if identity is None:
            self.standing.ask_identity()
            return
        self.turn_to(AgreementTask(self._desk, self.found.agreement.id, identity=identity))

    def turn_to(self, task: GivingBack) -> None:
        """Turn the screen with a task: the agreement's own, or one that stands beside it."""
        if self.found is None:
            return
        self.view = TurnedView(self._desk, task, self.found.names.called, owner=self)
        task.gives_back.connect(self.view.give_back)
        self.view.came_back.connect(self._come_back)
        self.view.open()

    def sign(self) -> None:
        """Show the signing page for the practitioner, at the desk, once the passphrase was given again."""
        if self.found is None or self.found.version is None:
            return
        if self.talking is not None and has_unwritten(self.found.version.body, self.found.points):
            self.talking.say(_("The text does not say yet what you two said. Make the changed text, then sign."))
            return
        self._sealer.ask(_("The signature of the practitioner comes next."), then=self._sign_now)

    def _sign_now(self) -> None:
        if self.found is None or self.found.version is None:
            return
        names = self.found.names
        self.sign_form = SignForm(
            self.found.version.wording,
            role=Role.PRACTITIONER,
            name=names.practitioner,
            ticks=self._desk.clock.ticks,
            think=_("Not now"),
        )
        self.sign_form.given.connect(self._give)
        self.sign_form.thinks.connect(self._stop_signing)
        self.sign_form.goes_back.connect(self._stop_signing)
        self._show_signing()

    def withdraw(self) -> None:
        """Take the offer back, after a question."""
        if self.found is None or self.found.agreement is None:
            return
        agreement_id = self.found.agreement.id
        self._desk.notices.ask(
            _("Take this offer back?"),
            yes=_("Take it back"),
            no=_("Leave it"),
            more=_("It stays readable here. You can offer an agreement again at any time."),
            then=lambda yes: self._do(acts.withdraw, agreement_id) if yes else None,
        )

    def talk_over_again(self) -> None:
        """Begin to change the words of the signed agreement; it binds until both have signed the new one."""
        if self.found is not None and self.found.agreement is not None:
            self._do(begin_again, self.found.agreement.id)

    def compare(self) -> None:
        """Show any two texts of this agreement side by side."""
        if self.found is not None and self.found.agreement is not None:
            self._desk.runner.ask(versions_of, self.found.agreement.id, owner=self, then=self._compare)

    def recall(self) -> None:
        """Show everything both said, from the first answer on."""
        if self.found is not None and self.found.agreement is not None:
            self._desk.runner.ask(what_was_said, self.found.agreement.id, owner=self, then=self._recall)

    # -- inside -------------------------------------------------------------------------------------

    def _wording(self) -> Wording:
        chosen = None if self.standing is None or self.standing.choice is None else self.standing.choice.chosen()
        return starting_wording(language=spoken().locale) if chosen is None else chosen.wording

    def _choose(self) -> None:
        """Show the words that were chosen."""
        if self.standing is not None and self.standing.choice is not None and self.found is not None:
            self._chosen, self.text = self.standing.choice.value(), None
            self._show(self.found)
            QTimer.singleShot(0, self.standing, self.standing.focus_choice)

    def _do(self, act: object, *args: object, **more: object) -> None:
        self._desk.runner.do(act, *args, by=Voice.PRACTITIONER, owner=self, **more)  # type: ignore[arg-type]

    def _give(self, signing: object) -> None:
        if self.found is None or self.found.version is None or not isinstance(signing, Signing):
            return
        agreement_id = self.found.version.agreement_id
        self._desk.runner.do(
            acts.sign_as_practitioner,
            agreement_id,
            version_id=self.found.version.id,
            signing=signing,
            by=Voice.PRACTITIONER,
            owner=self,
            then=lambda _id: self._seal(agreement_id),
            sorry=self._say,
        )

    def _seal(self, agreement_id: str) -> None:
        """The signature stands; where it was the second, the copy is sealed before the page comes back."""
        if self.sign_form is not None:
            self.sign_form.tell(_("Your signature is kept. If both have signed, the copy is sealed now."))
        self._sealer.seal(agreement_id)

    def _sealed(self, sentence: str) -> None:
        self._stop_signing()
        if sentence:
            self._desk.notices.warn(sentence)

    def _say(self, problem: RuleBroken | Refused) -> None:
        if self.sign_form is not None:
            self.sign_form.say(problem)

    def _stop_signing(self) -> None:
        self.sign_form = None
        self._sealer.let_go()
        self._ask()

    def _come_back(self) -> None:
        self.view = None
        self._ask()

    def _on_changed(self, change: Changed) -> None:
        if self._person_id in change.people and self.sign_form is None and self.compared is None:
            self._ask()

    def _ask(self) -> None:
        today = self._desk.clock.now().local().date()
        self._desk.runner.ask(offerable, language=spoken().locale, owner=self, then=self._keep_wordings)
        self._desk.runner.ask(agreement_of, self._person_id, today=today, owner=self, then=self._show)

    def _keep_wordings(self, wordings: tuple[Offerable, ...]) -> None:
        self._wordings = wordings

    def _show(self, found: PersonAgreement) -> None:
        before, self.found = self.found, found
        if self.sign_form is not None or self.compared is not None:
            return
        if self._is_same_page(before, found):
            self._show_points(found)
            return
        self._typing.let_go()
        at = 0 if self._page is None else self._page.verticalScrollBar().value()
        page = self._page = ScrollPage(_("Agreement"), margin=4)
        self.verified = self.text = self.talking = self.talk = None
        self.standing = StandingCard(found, wordings=self._wordings, chosen=self._chosen)
        self.standing.chooses.connect(self._choose)
        self.standing.offers.connect(self.offer)
        self.standing.turns.connect(self.turn)
        self.standing.signs.connect(self.sign)
        self.standing.withdraws.connect(self.withdraw)
        self.standing.talks_again.connect(self.talk_over_again)
        page.column.addWidget(self.standing)
        if found.agreement is not None and found.state in OPEN_STATES and found.version is not None:
            self._add_talk(page, found, found.agreement.id)
        if found.agreement is not None:
            self.verified = VerifiedCard(self._desk, found)
            page.column.addWidget(self.verified)
        self.cards = BesideCards(self._desk, found, talks=self._ask, turns=self.turn_to)
        if self.cards.renewal is not None:
            page.column.addWidget(self.cards.renewal)
        self._add_text(page, found)
        page.column.addWidget(self.cards)
        page.column.addStretch(1)
        self._put(page)
        QTimer.singleShot(0, page, lambda: page.verticalScrollBar().setValue(at))
        self._follow_typing(found)
        self.moved.emit()

    def _follow_typing(self, found: PersonAgreement) -> None:
        if self.talk is not None and self.text is not None and found.agreement is not None:
            self._typing.follow(self.text, found.agreement.id)

    def _is_same_page(self, before: PersonAgreement | None, found: PersonAgreement) -> bool:
        """Whether only what both say differs: the page then stays, with what is being typed in it."""
        if before is None or self.text is None or self._page is None:
            return False
        same_turn = waits_for_patient(before) == waits_for_patient(found)
        return same_turn and replace(before, points=()) == replace(found, points=())

    def _show_points(self, found: PersonAgreement) -> None:
        if self.text is not None:
            self.text.show_points(found.points)
        if self.talking is not None:
            self.talking.show_found(found)

    def _add_talk(self, page: ScrollPage, found: PersonAgreement, agreement_id: str) -> None:
        self.talk = Talk(self._desk, agreement_id, by=Voice.PRACTITIONER, hand=AT_THE_DESK, owner=page)
        self.talk.kept.connect(self._kept)
        self.talk.not_kept.connect(self._not_kept)
        self.talking = TalkCard(found)
        self.talking.agrees_with_all.connect(self.talk.agree_with_all)
        self.talking.makes_text.connect(self.talk.make_changed_text)
        self.talking.compares.connect(self.compare)
        self.talking.jumps.connect(self._jump)
        self.talking.recalls.connect(self.recall)
        self.talking.practises.connect(lambda: self._do(not_yet_where_practising, agreement_id))
        self._desk.runner.ask(adopted, owner=page, then=self.talking.show_adopted)
        page.column.addWidget(self.talking)

    def _kept(self, commitment_id: str) -> None:
        card = None if self.text is None else self.text.card(commitment_id)
        if card is not None and card.bar is not None:
            card.bar.kept()
        self._typing.keep_soon()

    def _not_kept(self, commitment_id: str, problem: RuleBroken | Refused) -> None:
        card = None if self.text is None else self.text.card(commitment_id)
        if card is not None and isinstance(problem, RuleBroken) and problem.field in FIELDS:
            card.say(problem)
        elif self.talking is not None:
            self.talking.say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())

    def _jump(self, commitment_id: str) -> None:
        card = None if self.text is None else self.text.card(commitment_id)
        if card is not None and self._page is not None:
            card.setFocus()
            self._page.ensureWidgetVisible(card, 0, 40)

    def _compare(self, versions: tuple[AgreementVersion, ...]) -> None:
        if not versions:
            return
        self._read(ComparedPage(versions))

    def _recall(self, moments: tuple[Moment, ...]) -> None:
        if self.found is not None:
            self._read(SaidPage(moments, self.found.names))

    def _read(self, page: ComparedPage | SaidPage) -> None:
        """Something to read stands in the text's place until the reader comes back."""
        self._typing.let_go()
        self.compared = page
        page.goes_back.connect(self._stop_comparing)
        self._page = self.text = None
        self._put(page)
        page.begin()
        self.moved.emit()

    def _stop_comparing(self) -> None:
        self.compared = None
        self._ask()

    def _add_text(self, page: ScrollPage, found: PersonAgreement) -> None:
        if found.version is not None:
            answering = Voice.PRACTITIONER if self.talk is not None else None
            self.text = AgreementText(found.version.body, points=found.points, names=found.names, answering=answering)
            if self.talk is not None:
                self.text.answered.connect(self.talk.answer)
            self.plain = PlainSwitch(found.version.wording, on=self._plain_on)
            self.plain.switched.connect(self._show_plain)
            self._show_plain(self.plain.on())
            page.column.addWidget(self.plain)
            page.column.addWidget(self.text)
        elif found.agreement is not None:
            page.column.addWidget(
                PlainLabel(
                    _("The words of this agreement cannot be read any more. A backup may hold them."), tone="warn"
                )
            )
        else:
            page.column.addWidget(AgreementText(Text(wording=self._wording())))

    def _show_plain(self, shown: bool) -> None:
        self._plain_on = shown
        if self.text is not None:
            self.text.show_plain(shown)

    def _show_signing(self) -> None:
        if self.sign_form is not None:
            self._typing.let_go()
            self._page = self.text = None
            self._put(self.sign_form)
            self.sign_form.begin()
            self.moved.emit()

    def _put(self, widget: QObject) -> None:
        while (item := self._column.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self._column.addWidget(widget)  # type: ignore[arg-type]
