"""What verifying found, in words; the sealed copy; and the ways to paper, through the one door that all leaves by."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from healingpartner.agreements.verify import Check, VerifiedAgreement, verify
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.copies import copy_maker, purpose_of
from healingpartner.desktop.agreements.scan_lines import ScanLines
from healingpartner.desktop.agreements.sealed import SealStanding, in_fours, seal_standing, sealed_words
from healingpartner.desktop.agreements.sealing import Sealer
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.leaving import Leaving, Make
from healingpartner.exchange.verify import Verdict, read_paper, verify_file
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.practice import Changed, Practice


class VerifiedCard(Card):
    """Verifies as soon as it is shown; the details open on request."""

    def __init__(self, desk: Desk, found: PersonAgreement) -> None:
        """`found` has an agreement."""
        super().__init__()
        if found.agreement is None:
            raise ValueError("there is no agreement to verify")
        self._desk, self._found, self._id = desk, found, found.agreement.id
        self._signed = found.agreement.signed is not None
        self.verdict: VerifiedAgreement | None = None
        self.standing: SealStanding | None = None
        self.file_verdict: Verdict | None = None
        self._then: Callable[[], None] | None = None
        self.sealer = Sealer(desk, self)
        self.sealer.ended.connect(self._sealed)
        self.scans = ScanLines(desk, found)
        self._words = PlainLabel(_("Verifying…"), tone="strong")
        self.seal_words, self._fingerprint = PlainLabel(), PlainLabel(tone="small", selectable=True)
        self.file_words = PlainLabel(selectable=True)
        self._details = QWidget()
        self._lines = QVBoxLayout(self._details)
        self._buttons()
        self._lay_out()
        desk.runner.ask(verify, self._id, owner=self, then=self._show)
        desk.runner.changed.connect(self._on_changed)
        self.ask()

    def ask(self) -> None:
        """Ask again how the sealed copy stands."""
        found = self._found
        if self._signed:
            self._desk.runner.run(lambda practice: seal_standing(practice, found), owner=self, then=self._show_standing)

    def print_out(self) -> None:
        """Hand the copy to the system's dialog; a signed one is sealed first."""
        self._with_copy(lambda: Leaving(self._desk, self).print_out(self._make(), purpose_of(self._found), _nothing))

    def save(self) -> None:
        """Ask where the copy goes; a signed one is sealed first."""
        purpose, name = purpose_of(self._found), _("Agreement")
        self._with_copy(lambda: Leaving(self._desk, self).save(self._make(), purpose, name, _nothing))

    def make_sealed(self, then: Callable[[], None] | None = None) -> None:
        """Ask for the passphrase, seal, and go on with `then`."""
        self._then = then
        self.sealer.ask(_("With it the signed copy is sealed, so that anyone can tell if it changes."), then=self._seal)

    def choose_file(self) -> None:
        """Ask which file is to be checked."""
        dialog = QFileDialog(self, _("A signed copy to check"), str(documents_folder()), "PDF (*.pdf)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.check_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def check_file(self, path: Path) -> None:
        """Check a saved copy beside this practice and say what was found."""

        def work(practice: Practice) -> Verdict:
            return verify_file(read_paper(path), practice=practice)

        self._say_of_file(_("Checking…"))
        self._desk.runner.run(
            work,
            owner=self,
            then=lambda verdict: self._show_file(path.name, verdict),
            sorry=lambda problem: self._say_of_file(_sentence(problem), amiss=True),
            gave_up=lambda: self._say_of_file(""),
        )

    # -- inside -------------------------------------------------------------------------------------

    def _make(self) -> Make:
        return copy_maker(self._desk, self._found)

    def _with_copy(self, go: Callable[[], None]) -> None:
        if self._signed and (self.standing is None or self.standing.copy is None):
            self.make_sealed(go)
        else:
            go()

    def _seal(self) -> None:
        self.seal_button.setEnabled(False)
        self._say_of_seal(_("Sealing the copy. This takes a moment."))
        self.sealer.seal(self._id)

    def _sealed(self, sentence: str) -> None:
        then, self._then = self._then, None
        self.seal_button.setEnabled(True)
        if sentence:
            self._say_of_seal(sentence, amiss=True)
            return
        self.ask()
        if then is not None:
            then()

    def _on_changed(self, change: Changed) -> None:
        if self._found.person_id in change.people or "exchange" in change.rooms:
            self.ask()

    def _show_standing(self, standing: SealStanding) -> None:
        self.standing = standing
        has = standing.copy is not None
        self._say_of_seal(sealed_words(standing))
        self.seal_button.setVisible(not has)
        for button in (self.print_button, self.save_button):
            button.setVisible(has)
        self._fingerprint.setText(_("Fingerprint of the seal: {code}").format(code=in_fours(standing.fingerprint)))
        self._fingerprint.setVisible(has and bool(standing.fingerprint))

    def _say_of_seal(self, sentence: str, *, amiss: bool = False) -> None:
        self.seal_words.setText(sentence)
        self.seal_words.set_tone("warn" if amiss else "plain")
        self.seal_words.show()

    def _show_file(self, name: str, verdict: Verdict) -> None:
        self.file_verdict = verdict
        lines = [_("The file {name}:").format(name=isolated(name)), *verdict.sentences()]
        if verdict.fingerprint:
            lines.append(_("Fingerprint of its seal: {code}").format(code=verdict.grouped()))
        self._say_of_file("\n".join(lines), amiss=not verdict.whole)

    def _say_of_file(self, words: str, *, amiss: bool = False) -> None:
        self.file_words.setText(words)
        self.file_words.set_tone("warn" if amiss else "plain")
        self.file_words.setVisible(bool(words))
        if words:
            announce(self, words)

    def _buttons(self) -> None:
        self.more = LinkButton(_("What was verified"))
        self.more.clicked.connect(lambda: self._details.setVisible(self._details.isHidden()))
        self.check_button = LinkButton(_("Check a file…"))
        self.check_button.clicked.connect(self.choose_file)
        self.print_button = QuietButton(_("Print"), icon="printer")
        self.save_button = QuietButton(_("Save as a PDF"), icon="file-pdf")
        self.seal_button = QuietButton(_("Make the sealed copy"), icon="signature")
        self.print_button.clicked.connect(self.print_out)
        self.save_button.clicked.connect(self.save)
        self.seal_button.clicked.connect(lambda _on=False: self.make_sealed())

    def _lay_out(self) -> None:
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        row = FlowLayout(gap=10)
        for button in (self.print_button, self.save_button, self.seal_button, self.more, self.check_button):
            row.addWidget(button)
        for button in (self.print_button, self.save_button):
            button.setVisible(self._found.version is not None and not self._signed)
        for part in (self.seal_button, self.seal_words, self._fingerprint, self.file_words, self._details):
            part.hide()
        self.column.addWidget(self._words)
        self.column.addWidget(self.seal_words)
        self.column.addWidget(self.sealer.progress)
        self.column.addWidget(self.scans)
        self.column.addLayout(row)
        for part in (self._fingerprint, self.file_words, self._details):
            self.column.addWidget(part)

    def _show(self, verdict: VerifiedAgreement) -> None:
        self.verdict = verdict
        self._words.setText(verdict.sentence())
        self._words.set_tone("strong" if verdict.whole else "warn")
        for check in verdict.checks:
            self._lines.addWidget(PlainLabel(_line(check), tone="small" if check.holds else "warn"))
        if self._found.version is not None:
            self._lines.addWidget(PlainLabel(_("Fingerprint of the text (SHA-256):"), tone="small"))
            self._lines.addWidget(PlainLabel(_grouped(self._found.version.text_sha256), tone="small", selectable=True))
        self._details.setVisible(not verdict.whole)


def _line(check: Check) -> str:
    whose = {
        "patient": _("The patient's signature"),
        "practitioner": _("The practitioner's signature"),
        "representative": _("The signature for the patient"),
        "interpreter": _("The interpreter's signature"),
        "witness": _("The witness's signature"),
    }.get(check.whose)
    sentence = check.sentence()
    return _("{whose}: {sentence}").format(whose=whose, sentence=sentence) if whose else sentence


def _sentence(problem: RuleBroken | Refused) -> str:
    return problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()


def _grouped(digits: str) -> str:
    """Eight digits at a time, so that two people can compare them."""
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _nothing() -> None:
    """Nothing on this page changes when a copy has left."""
