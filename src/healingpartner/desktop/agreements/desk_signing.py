"""Signing at the desk: the practitioner's own signature, or a paper that was signed by hand and comes back."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from healingpartner.agreements import acts
from healingpartner.agreements.envelope import Role
from healingpartner.agreements.model import Signing
from healingpartner.agreements.on_paper.model import check_scans
from healingpartner.agreements.on_paper.views import check_paper
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.paper_form import PaperForm
from healingpartner.desktop.agreements.sealing import Sealer
from healingpartner.desktop.agreements.sign_form import SignForm
from healingpartner.desktop.desk import Desk
from healingpartner.exchange.brought_back import bring_back, look_at
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.practice import Practice


class DeskSigning(QObject):
    """`shows`: the page to be seen instead of the text; `over`: back to the text, signed or not."""

    shows = Signal(object)
    over = Signal()
    _taken_in = Signal(int, int)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """`page`: the tab it belongs to."""
        super().__init__(page)
        self._desk = desk
        self.form: SignForm | None = None
        self.paper: PaperForm | None = None
        self._found: PersonAgreement | None = None
        self._sealer = Sealer(desk, page)
        self._sealer.ended.connect(self._sealed)
        self._taken_in.connect(self._sealer.progress.set_progress, Qt.ConnectionType.QueuedConnection)

    def busy(self) -> bool:
        """Whether one of the two forms is shown."""
        return self.form is not None or self.paper is not None

    def flush(self) -> None:
        """Keep what is being typed."""
        if self.paper is not None:
            self.paper.flush()

    def sign(self, found: PersonAgreement) -> None:
        """Show the signing page for the practitioner, once the passphrase was given again."""
        self._found = found
        self._sealer.ask(_("The signature of the practitioner comes next."), then=self._sign_now)

    def bring_back(self, found: PersonAgreement) -> None:
        """Show the page for a paper that was signed by hand."""
        self._found = found
        form = self.paper = PaperForm(self._desk, found, progress=self._sealer.progress)
        form.keeps.connect(self._look_at_paper)
        form.leaves.connect(self.stop)
        self.shows.emit(form)
        form.begin()

    def stop(self) -> None:
        """Back to the text; what was typed about a paper stays a draft."""
        self.flush()
        self._sealer.progress.setParent(self.parent())  # type: ignore[arg-type]
        self.form = self.paper = None
        self._sealer.let_go()
        self.over.emit()

    # -- inside -------------------------------------------------------------------------------------

    def _sign_now(self) -> None:
        if self._found is None or self._found.version is None:
            return
        form = self.form = SignForm(
            self._found.version.wording,
            role=Role.PRACTITIONER,
            name=self._found.names.practitioner,
            ticks=self._desk.clock.ticks,
            think=_("Not now"),
        )
        form.given.connect(self._give)
        form.thinks.connect(self.stop)
        form.goes_back.connect(self.stop)
        form.show_work(self._sealer.progress)
        self.shows.emit(form)
        form.begin()

    def _give(self, signing: object) -> None:
        if self._found is None or self._found.version is None or not isinstance(signing, Signing):
            return
        agreement_id = self._found.version.agreement_id
        self._desk.runner.do(
            acts.sign_as_practitioner,
            agreement_id,
            version_id=self._found.version.id,
            signing=signing,
            by=Voice.PRACTITIONER,
            owner=self,
            then=lambda _id: self._seal(agreement_id),
            sorry=self._say,
            gave_up=self._let_go,
        )

    def _look_at_paper(self) -> None:
        """What was written, and what kind of files these are, is looked at before the passphrase is asked for."""
        form, found = self.paper, self._found
        if form is None or found is None or found.version is None:
            return
        version, today = found.version, self._desk.clock.now().local().date()
        try:
            check_scans(form.files)
            signers, code = form.signers(), form.code.value()
        except RuleBroken as broken:
            form.say(broken)
            return
        files = form.files

        def work(practice: Practice) -> None:
            practice.ask(
                check_paper, version.agreement_id, version_id=version.id, code=code, signers=signers, today=today
            )
            look_at(files)

        self._desk.runner.run(
            work,
            owner=self,
            then=lambda _none: self._sealer.ask(_("The signatures on this paper are kept next."), then=self._bring),
            sorry=self._say,
        )

    def _bring(self) -> None:
        form, found = self.paper, self._found
        if form is None or found is None or found.version is None:
            return
        form.busy()
        self._sealer.progress.begin(_("Reading the files of the paper"), can_stop=False)
        version, files, code, signers = found.version, form.files, form.code.value(), form.signers()
        self._desk.runner.run(
            lambda practice: bring_back(
                practice,
                version.agreement_id,
                version_id=version.id,
                code=code,
                files=files,
                signers=signers,
                tell=self._taken_in.emit,
            ),
            owner=self,
            then=lambda _ids: self._brought(version.agreement_id),
            sorry=self._say,
            gave_up=self._let_go,
        )

    def _brought(self, agreement_id: str) -> None:
        if self.paper is not None:
            self.paper.drop_draft()
        self._desk.notices.say(_("The paper and its signatures are kept."))
        self._sealer.seal(agreement_id)

    def _seal(self, agreement_id: str) -> None:
        """The signature stands; where it was the second, the copy is sealed before the page comes back."""
        if self.form is not None:
            self.form.tell(_("Your signature is kept. If both have signed, the copy is sealed now."))
        self._sealer.seal(agreement_id)

    def _sealed(self, sentence: str) -> None:
        self.stop()
        if sentence:
            self._desk.notices.warn(sentence)

    def _say(self, problem: RuleBroken | Refused) -> None:
        self._sealer.progress.end()
        if self.form is not None:
            self.form.say(problem)
        if self.paper is not None:
            self.paper.say(problem)

    def _let_go(self) -> None:
        self._sealer.progress.end()
        if self.form is not None:
            self.form.let_go()
        if self.paper is not None:
            self.paper.let_go()
