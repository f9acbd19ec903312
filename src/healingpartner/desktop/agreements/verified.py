"""What verifying found, in words; and the ways to paper, each through the one door that everything leaves by."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.verify import Check, VerifiedAgreement, verify
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.copies import copy_maker, purpose_of
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.leaving import Leaving
from healingpartner.foundation.words import _


class VerifiedCard(Card):
    """Verifies as soon as it is shown; the details open on request."""

    def __init__(self, desk: Desk, found: PersonAgreement) -> None:
        """`found` has an agreement."""
        super().__init__()
        if found.agreement is None:
            raise ValueError("there is no agreement to verify")
        self._desk, self._found = desk, found
        self.verdict: VerifiedAgreement | None = None
        self._words = PlainLabel(_("Verifying…"), tone="strong")
        self._details = QWidget()
        self._lines = QVBoxLayout(self._details)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._details.hide()
        self.more = LinkButton(_("What was verified"))
        self.more.clicked.connect(lambda: self._details.setVisible(self._details.isHidden()))
        self.print_button = QuietButton(_("Print"), icon="printer")
        self.save_button = QuietButton(_("Save as a PDF"), icon="file-pdf")
        self.print_button.clicked.connect(self.print_out)
        self.save_button.clicked.connect(self.save)
        row = FlowLayout(gap=10)
        for button in (self.print_button, self.save_button, self.more):
            row.addWidget(button)
        for button in (self.print_button, self.save_button):
            button.setVisible(found.version is not None)
        self.column.addWidget(self._words)
        self.column.addLayout(row)
        self.column.addWidget(self._details)
        desk.runner.ask(verify, found.agreement.id, owner=self, then=self._show)

    def print_out(self) -> None:
        """Make the copy and hand it to the system's dialog."""
        Leaving(self._desk, self).print_out(copy_maker(self._desk, self._found), purpose_of(self._found), _nothing)

    def save(self) -> None:
        """Make the copy and ask where it goes."""
        make, purpose = copy_maker(self._desk, self._found), purpose_of(self._found)
        Leaving(self._desk, self).save(make, purpose, _("Agreement"), _nothing)

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
    whose = {"patient": _("The patient's signature"), "practitioner": _("The practitioner's signature")}.get(
        check.whose
    )
    sentence = check.sentence()
    return _("{whose}: {sentence}").format(whose=whose, sentence=sentence) if whose else sentence


def _grouped(digits: str) -> str:
    """Eight digits at a time, so that two people can compare them."""
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _nothing() -> None:
    """Nothing on this page changes when a copy has left."""
