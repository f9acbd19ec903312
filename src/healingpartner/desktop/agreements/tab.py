"""A person's tab "Agreement": where it stands, the text in two voices, the way to the turned view, the signatures."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.agreements import acts
from healingpartner.agreements.envelope import Role
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.model import Signing, State
from healingpartner.agreements.views import PersonAgreement, agreement_of
from healingpartner.desktop.agreements.sign_form import SignForm
from healingpartner.desktop.agreements.standing import StandingCard
from healingpartner.desktop.agreements.task import AgreementTask
from healingpartner.desktop.agreements.text import AgreementText
from healingpartner.desktop.agreements.verified import VerifiedCard
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Offer, Page
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.foundation.errors import Refused, RuleBroken
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
        self.standing: StandingCard | None = None
        self.verified: VerifiedCard | None = None
        self.sign_form: SignForm | None = None
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
        if Role.PATIENT not in self.found.waits_for():
            signed = self.found.state is not State.NOT_TALKED_ABOUT
            why_not = _("Nothing here waits for the patient.") if signed else _("Offer the agreement first.")
        return Offer(run=self.turn, name=name, why_not=why_not)

    def printing(self) -> Offer | None:
        """A copy on paper, once there is an agreement whose words can be read."""
        if self.found is None or self.found.version is None or self.verified is None:
            return None
        return Offer(run=self.verified.print_out, name=self.found.names.called)

    def flush(self) -> None:
        """Keep what the patient has done so far."""
        if self.view is not None:
            self.view.flush()

    # -- what the practitioner asks for ---------------------------------------------------------------

    def offer(self) -> None:
        """Offer the starting agreement."""
        wording = starting_wording(language=spoken().locale)
        self._do(acts.offer, self._person_id, wording=wording)

    def turn(self) -> None:
        """Turn the screen, once it is said how the practitioner knows who signs."""
        if self.found is None or self.found.agreement is None or self.standing is None:
            return
        identity = self.standing.identity()
        if identity is None:
            self.standing.ask_identity()
            return
        task = AgreementTask(self._desk, self.found.agreement.id, identity=identity)
        self.view = TurnedView(self._desk, task, self.found.names.called, owner=self)
        task.gives_back.connect(self.view.give_back)
        self.view.came_back.connect(self._come_back)
        self.view.open()

    def sign(self) -> None:
        """Show the signing page for the practitioner, at the desk."""
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

    # -- inside -------------------------------------------------------------------------------------

    def _do(self, act: object, *args: object, **more: object) -> None:
        self._desk.runner.do(act, *args, by=Voice.PRACTITIONER, owner=self, **more)  # type: ignore[arg-type]

    def _give(self, signing: object) -> None:
        if self.found is None or self.found.version is None or not isinstance(signing, Signing):
            return
        self._desk.runner.do(
            acts.sign_as_practitioner,
            self.found.version.agreement_id,
            version_id=self.found.version.id,
            signing=signing,
            by=Voice.PRACTITIONER,
            owner=self,
            then=lambda _id: self._stop_signing(),
            sorry=self._say,
        )

    def _say(self, problem: RuleBroken | Refused) -> None:
        if self.sign_form is not None:
            self.sign_form.say(problem)

    def _stop_signing(self) -> None:
        self.sign_form = None
        self._ask()

    def _come_back(self) -> None:
        self.view = None
        self._ask()

    def _on_changed(self, change: Changed) -> None:
        if self._person_id in change.people and self.sign_form is None:
            self._ask()

    def _ask(self) -> None:
        self._desk.runner.ask(agreement_of, self._person_id, owner=self, then=self._show)

    def _show(self, found: PersonAgreement) -> None:
        self.found = found
        if self.sign_form is not None:
            return
        page = ScrollPage(_("Agreement"), margin=4)
        self.verified = None
        self.standing = StandingCard(found)
        self.standing.offers.connect(self.offer)
        self.standing.turns.connect(self.turn)
        self.standing.signs.connect(self.sign)
        self.standing.withdraws.connect(self.withdraw)
        page.column.addWidget(self.standing)
        if found.agreement is not None:
            self.verified = VerifiedCard(self._desk, found)
            page.column.addWidget(self.verified)
        self._add_text(page, found)
        page.column.addStretch(1)
        self._put(page)
        self.moved.emit()

    def _add_text(self, page: ScrollPage, found: PersonAgreement) -> None:
        if found.version is not None:
            page.column.addWidget(AgreementText(found.version.wording))
        elif found.agreement is not None:
            page.column.addWidget(
                PlainLabel(
                    _("The words of this agreement cannot be read any more. A backup may hold them."), tone="warn"
                )
            )
        else:
            page.column.addWidget(AgreementText(starting_wording(language=spoken().locale)))

    def _show_signing(self) -> None:
        if self.sign_form is not None:
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
