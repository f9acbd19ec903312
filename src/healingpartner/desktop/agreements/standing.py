"""The card at the head of the tab: how the agreement stands, what can be done next, and the signatures."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from healingpartner.agreements.envelope import Identity, Role
from healingpartner.agreements.model import STATE_WORDS, State
from healingpartner.agreements.own.views import Offerable
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.drawn import SignatureCard
from healingpartner.desktop.agreements.signers_ways import how_field
from healingpartner.desktop.agreements.wording_choice import WordingChoice
from healingpartner.desktop.agreements.words import TINTS, mark_waits, standing_words, waits_for_patient
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _

THROUGH_LIMIT = 200


class StandingCard(Card):
    """Says what the practitioner wants: `offers`, `turns`, `signs`, `withdraws`, `talks_again`, `chooses`.

    brings_back: a paper that was signed by hand; thinks, has_thought: the practitioner's own time to think.
    """

    offers = Signal()
    turns = Signal()
    signs = Signal()
    withdraws = Signal()
    talks_again = Signal()
    chooses = Signal()
    brings_back = Signal()
    thinks = Signal()
    has_thought = Signal()

    def __init__(
        self,
        found: PersonAgreement,
        *,
        wordings: Sequence[Offerable] = (),
        chosen: str = "",
        interpreter: str = "",
        today: date | None = None,
    ) -> None:
        """`found`: the read model of one person's agreement; `wordings`: what can be offered; `chosen`: its key.

        interpreter: the name typed before; today: tells whether a day to ask again has come.
        """
        super().__init__()
        self.choice: WordingChoice | None = None
        self._wordings, self._chosen = wordings, chosen
        self._found = found
        self.how: ChoiceField | None = None
        self.offer_button: PrimaryButton | None = None
        self.turn_button: PrimaryButton | None = None
        self.sign_button: QuietButton | PrimaryButton | None = None
        self.withdraw_button: LinkButton | None = None
        self.again_button: LinkButton | None = None
        self.paper_button: LinkButton | None = None
        self.think_button: LinkButton | None = None
        chips = FlowLayout()
        chips.addWidget(Chip(_(STATE_WORDS[found.state]), tint=TINTS[found.state]))
        self.column.addLayout(chips)
        self.column.addWidget(PlainLabel(standing_words(found, today=today)))
        if found.state is State.NOT_TALKED_ABOUT:
            self._offer_row()
        if waits_for_patient(found):
            self._identity_row()
        if found.waits_for():
            self._interpreter_row(interpreter)
            self._signing_row()
        if found.agreement is not None:
            self._signatures()
        if found.state in {State.SIGNED, State.RENEWAL_DUE}:
            self._again_row()
        if not found.waits_for():
            self._interpreter_row(interpreter)

    def identity(self) -> Identity | None:
        """How the practitioner knows who signs, once chosen."""
        chosen = self.how.value() if self.how is not None else ""
        return Identity(chosen) if chosen else None

    def interpreter(self) -> str:
        """The name of the interpreter who is here, in one line, or ""."""
        return " ".join(self.through.value().split())[:THROUGH_LIMIT]

    def focus_choice(self) -> None:
        """Put the keyboard on the choice of words."""
        if self.choice is not None:
            self.choice.setFocus()

    def ask_identity(self) -> None:
        """Say that this is asked before the screen is turned."""
        if self.how is not None:
            self.how.say(_("Choose this first: it is kept with the signature. Then turn the screen."))
            self.how.setFocus()

    def _offer_row(self) -> None:
        if self._wordings:
            self.choice = WordingChoice(_("In which words"), self._wordings, value=self._chosen)
            self.choice.changed.connect(self.chooses)
            self.column.addWidget(self.choice)
        self.offer_button = PrimaryButton(_("Offer this agreement"), icon="handshake")
        self.offer_button.clicked.connect(self.offers)
        row = FlowLayout()
        row.addWidget(self.offer_button)
        self.column.addLayout(row)

    def _identity_row(self) -> None:
        name = isolated(self._found.names.called)
        self.how = how_field(_("How you know that this is {name}").format(name=name))
        self.column.addWidget(self.how)

    def _interpreter_row(self, name: str) -> None:
        """Whoever interprets on the turned view is named in the ledger; asked quietly, unless the record wishes it."""
        self.through = LineField(
            _("The interpreter who is here"),
            value=name,
            hint=_("The name is kept with all that is said on the turned screen."),
        )
        self.interpreter_link = LinkButton(_("An interpreter is here"), icon="translate")
        self.interpreter_link.clicked.connect(self._ask_interpreter)
        row = FlowLayout()
        row.addWidget(self.interpreter_link)
        self.column.addWidget(self.through)
        self.column.addLayout(row)
        shown = bool(name) or self._found.wants_interpreter
        self.through.setVisible(shown)
        self.interpreter_link.setHidden(shown)

    def _ask_interpreter(self) -> None:
        self.interpreter_link.hide()
        self.through.show()
        self.through.setFocus()

    def _signing_row(self) -> None:
        row, waits = FlowLayout(gap=10), self._found.waits_for()
        if waits_for_patient(self._found):
            words = _("Turn to {name}").format(name=isolated(self._found.names.called))
            self.turn_button = PrimaryButton(words, icon="arrows-left-right")
            self.turn_button.clicked.connect(self.turns)
            row.addWidget(self.turn_button)
        if Role.PRACTITIONER in waits:
            made = QuietButton if Role.PATIENT in waits else PrimaryButton
            self.sign_button = made(_("Sign yourself"), icon="signature")
            self.sign_button.clicked.connect(self.signs)
            row.addWidget(self.sign_button)
        if waits & {Role.PATIENT, Role.PRACTITIONER}:
            self.paper_button = LinkButton(_("Signed on paper…"), icon="file-pdf")
            self.paper_button.clicked.connect(self.brings_back)
            row.addWidget(self.paper_button)
        if Role.PRACTITIONER in waits:
            thinking = self._found.practitioner_thinks is not None
            self.think_button = LinkButton(_("I have thought about it") if thinking else _("I want to think about it"))
            self.think_button.clicked.connect(self.has_thought if thinking else self.thinks)
            row.addWidget(self.think_button)
        self.withdraw_button = LinkButton(_("Take the offer back"))
        self.withdraw_button.clicked.connect(self.withdraws)
        row.addWidget(self.withdraw_button)
        self.column.addLayout(row)

    def _again_row(self) -> None:
        self.again_button = LinkButton(_("Talk the words over again"), icon="note-pencil")
        self.again_button.clicked.connect(self.talks_again)
        row = FlowLayout()
        row.addWidget(self.again_button)
        self.column.addLayout(row)

    def _signatures(self) -> None:
        if not self._found.signatures:
            return
        row = QHBoxLayout()
        row.setSpacing(14)
        names = {Role.PATIENT: self._found.names.patient, Role.PRACTITIONER: self._found.names.practitioner}
        for role, name in names.items():
            given = self._found.signature_of(role)
            marked = role is Role.PATIENT and Role.WITNESS in self._found.waits_for()
            if given is not None or role in self._found.waits_for():
                row.addWidget(SignatureCard(role, name, given, waiting=mark_waits() if marked else ""), 1)
        self.column.addLayout(row)
        for one in self._found.signatures:
            if one.envelope.role not in names:
                self.column.addWidget(SignatureCard(one.envelope.role, one.envelope.printed_name, one))
