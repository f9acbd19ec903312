"""A person's tab "Agreement": where it stands, the text in two voices, the way to the turned view, the signatures."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements import acts
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.model import AgreementVersion, State
from healingpartner.agreements.negotiation.acts import talk_over_again as begin_again
from healingpartner.agreements.negotiation.views import Moment, what_was_said
from healingpartner.agreements.own.views import Offerable, offerable
from healingpartner.agreements.views import PersonAgreement, agreement_of, versions_of
from healingpartner.agreements.wording import Wording
from healingpartner.desktop.agreements.agreement_page import AgreementPage
from healingpartner.desktop.agreements.beside_cards import BesideCards
from healingpartner.desktop.agreements.beside_papers import PaperOrder, comparison
from healingpartner.desktop.agreements.compared import ComparedPage
from healingpartner.desktop.agreements.desk_signing import DeskSigning
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import ThinkingPage
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.agreements.plain_words import PlainSwitch
from healingpartner.desktop.agreements.said_page import SaidPage
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
from healingpartner.desktop.page import Offer, Page
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.foundation.voices import Voice
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
        self.page: AgreementPage | None = None
        self.compared: ComparedPage | SaidPage | ThinkingPage | None = None
        self._wordings: tuple[Offerable, ...] = ()
        self._chosen, self._plain_on, self._interpreter = "", False, ""
        self._typing = TypedAnswers(desk, self)
        self.signing = DeskSigning(desk, self)
        self.signing.shows.connect(self._show_signing)
        self.signing.over.connect(self._ask)
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
        if self.page is not None:
            self.page.flush()
        self.signing.flush()
        self._typing.flush()

    # -- what the practitioner asks for ---------------------------------------------------------------

    def offer(self) -> None:
        """Offer the agreement in the words chosen, at first the shortest that come with the program."""
        self._do(acts.offer, self._person_id, wording=_wording(self.standing))

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
        if self.standing is not None:
            self._interpreter = self.standing.interpreter()
        task.speak_through(self._interpreter)
        self.view = TurnedView(self._desk, task, self.found.names.called, owner=self)
        task.gives_back.connect(self.view.give_back)
        self.view.came_back.connect(self._come_back)
        self.view.open()

    def sign(self) -> None:
        """Show the signing page for the practitioner, at the desk, once the passphrase was given again."""
        if self.found is not None and self.page is not None and self.page.may_sign():
            self.signing.sign(self.found)

    def bring_back(self) -> None:
        """Show the page for a paper that was signed by hand."""
        if self.found is not None and self.page is not None and self.page.may_sign():
            self.signing.bring_back(self.found)

    def think(self) -> None:
        """The practitioner wants time, too: ask for a day to look at it again, or none."""
        if self.found is not None and self.found.agreement is not None:
            agreement_id, soft = self.found.agreement.id, _("Nothing presses you either. Promise what you can keep.")
            page = ThinkingPage(self._desk.clock.now().local().date(), soft=soft)
            page.chosen.connect(lambda day: self._think(page, agreement_id, day))
            self._read(page)

    def think_no_longer(self) -> None:
        """The practitioner has thought about it."""
        if self.found is not None and self.found.agreement is not None:
            self._do(acts.think_no_longer, self.found.agreement.id)

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

    def choose(self) -> None:
        """Show the words that were chosen."""
        if self.standing is not None and self.standing.choice is not None and self.found is not None:
            self._chosen = self.standing.choice.value()
            self._build(self.found)
            QTimer.singleShot(0, self.standing, self.standing.focus_choice)

    def ask_again(self) -> None:
        """Something beside the agreement changed what it stands on."""
        self._ask()

    # -- what stands on the page now ------------------------------------------------------------------

    @property
    def sign_form(self) -> SignForm | None:
        """The practitioner's signing page, while it is shown."""
        return self.signing.form

    @property
    def standing(self) -> StandingCard | None:
        """The card on top."""
        return None if self.page is None else self.page.standing

    @property
    def verified(self) -> VerifiedCard | None:
        """What verifying found."""
        return None if self.page is None else self.page.verified

    @property
    def cards(self) -> BesideCards | None:
        """What stands below the text."""
        return None if self.page is None else self.page.cards

    @property
    def text(self) -> AgreementText | None:
        """The text with both voices."""
        return None if self.page is None else self.page.text

    @property
    def talking(self) -> TalkCard | None:
        """How talking it over stands."""
        return None if self.page is None else self.page.talking

    @property
    def talk(self) -> Talk | None:
        """The practitioner's voice in it."""
        return None if self.page is None else self.page.talk

    @property
    def plain(self) -> PlainSwitch | None:
        """The way to the plain words."""
        return None if self.page is None else self.page.plain

    # -- inside -------------------------------------------------------------------------------------

    def _do(self, act: object, *args: object, **more: object) -> None:
        self._desk.runner.do(act, *args, by=Voice.PRACTITIONER, owner=self, **more)  # type: ignore[arg-type]

    def _come_back(self) -> None:
        self.view = None
        self._ask()

    def _on_changed(self, change: Changed) -> None:
        if self._person_id in change.people and not self.signing.busy() and self.compared is None:
            self._ask()

    def _ask(self) -> None:
        today = self._desk.clock.now().local().date()
        self._desk.runner.ask(offerable, language=spoken().locale, owner=self, then=self._keep_wordings)
        self._desk.runner.ask(agreement_of, self._person_id, today=today, owner=self, then=self._show)

    def _keep_wordings(self, wordings: tuple[Offerable, ...]) -> None:
        self._wordings = wordings

    def _show(self, found: PersonAgreement) -> None:
        self.found = found
        if self.signing.busy() or self.compared is not None:
            return
        if self.page is not None and self.page.stays_for(found):
            self.page.show_points(found)
            return
        self._build(found)

    def _build(self, found: PersonAgreement) -> None:
        """The page anew, where the former one was scrolled to."""
        self._typing.let_go()
        former = self.page
        at = 0 if former is None else former.verticalScrollBar().value()
        if former is not None:
            self._plain_on, self._interpreter = former.plain_on, former.standing.interpreter()
        standing = StandingCard(
            found, wordings=self._wordings, chosen=self._chosen, interpreter=self._interpreter,
            today=self._desk.clock.now().local().date(),
        )  # fmt: skip
        page = self.page = AgreementPage(
            self._desk,
            found,
            self,
            standing=standing,
            wording=_wording(standing),
            typing=self._typing,
            plain_on=self._plain_on,
        )
        self._put(page)
        QTimer.singleShot(0, page, lambda: page.verticalScrollBar().setValue(at))
        self.moved.emit()

    def _think(self, page: ThinkingPage, agreement_id: str, ask_again_on: str) -> None:
        self._desk.runner.do(
            acts.think_about_it, agreement_id, ask_again_on=ask_again_on, by=Voice.PRACTITIONER, owner=page,
            then=lambda _none: self._stop_reading(), sorry=page.say,
        )  # fmt: skip

    def _compare(self, versions: tuple[AgreementVersion, ...]) -> None:
        if versions and self.found is not None:
            found = self.found
            page = ComparedPage(versions)

            def order() -> PaperOrder:
                return comparison(self._desk, found, page.numbers())

            page.offer_paper(PaperLinks(self._desk, _("These two, side by side"), order))
            self._read(page)

    def _recall(self, moments: tuple[Moment, ...]) -> None:
        if self.found is not None:
            self._read(SaidPage(moments, self.found.names))

    def _read(self, page: ComparedPage | SaidPage | ThinkingPage) -> None:
        """Something to read stands in the text's place until the reader comes back."""
        self.compared = page
        page.goes_back.connect(self._stop_reading)
        self._instead(page)

    def _stop_reading(self) -> None:
        self.compared = None
        self._ask()

    def _show_signing(self, page: QWidget) -> None:
        self._instead(page)

    def _instead(self, page: QWidget) -> None:
        self._typing.let_go()
        if self.page is not None:
            self._plain_on, self._interpreter = self.page.plain_on, self.page.standing.interpreter()
        self.page = None
        self._put(page)
        if isinstance(page, ComparedPage | SaidPage | ThinkingPage):
            page.begin()
        self.moved.emit()

    def _put(self, widget: QWidget) -> None:
        while (item := self._column.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self._column.addWidget(widget)


def _wording(standing: StandingCard | None) -> Wording:
    """What would be offered: the words chosen, at first the shortest that come with the program."""
    chosen = None if standing is None or standing.choice is None else standing.choice.chosen()
    return starting_wording(language=spoken().locale) if chosen is None else chosen.wording
