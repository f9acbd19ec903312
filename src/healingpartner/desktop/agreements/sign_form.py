"""The signing page: what a signature says, consent to the screen, the printed name, and the signature itself.

A drawn signature is never the only way: a name typed with a yes said aloud counts the same.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from healingpartner.agreements.envelope import Identity, Role
from healingpartner.agreements.model import Signing
from healingpartner.agreements.signers.model import FOR_THE_PATIENT
from healingpartner.agreements.wording import Wording
from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.pad import drawing_of
from healingpartner.desktop.agreements.signers_ways import (
    OWN_FIELD,
    how_field_of,
    own_label,
    representative_words,
    voice_of,
    who_field,
)
from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.signature_pad import SignaturePad
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.strokes import Drawing
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.reading import Representative

OTHER = "other"


class SignForm(QWidget):
    """`given`: a `Signing` to be checked and kept. `thinks` and `goes_back`: the two ways that keep nothing.

    typed_on: a name was changed by hand; wants_paper: the patient's side would rather sign by hand.
    """

    typed_on = Signal()
    wants_paper = Signal()
    given = Signal(object)
    thinks = Signal()
    goes_back = Signal()

    def __init__(
        self,
        wording: Wording,
        *,
        role: Role,
        name: str,
        ticks: Callable[[], float],
        think: str = "",
        intent: str = "",
        mark: bool = False,
        practitioner: str = "",
    ) -> None:
        """`name`: printed, to begin with; `think`: other words for the way that waits; `ticks`: as the pad's.

        intent: what the signature says, where the wording does not have it; mark: it is a mark before a witness.
        practitioner: the name of the one who says how the signer is known, where the form asks for it.
        """
        super().__init__()
        self._patient, self._wording = role in FOR_THE_PATIENT, wording
        self._role, self._mark, self._intent = role, mark, intent
        voice = Voice.PRACTITIONER if role is Role.PRACTITIONER else voice_of(role)
        self.who: ChoiceField | None = None
        self.known: ChoiceField | None = None
        self.own = LineField(own_label(role)) if role in OWN_FIELD else None
        self.how = how_field_of(role, practitioner)
        self.paper = CheckField(wording.signing.paper_offered)
        self.consent = CheckField(wording.signing.consent_on_screen)
        self.printed = LineField(_("Printed name"), value=name)
        self.draw_way, self.type_way = QuietButton(_("Draw my signature")), QuietButton(_("Type my name"))
        self.pad = SignaturePad(_("Place to sign for {name}").format(name=isolated(name)), ticks=ticks, voice=voice)
        self.clear = LinkButton(_("Clear and begin again"))
        self.typed = LineField(_("My name, typed"))
        self.spoken = CheckField(_("I have said aloud: yes, I agree."))
        self.choices = Choices(_("Sign"), voice=voice, think=think)
        self.back = LinkButton(_("Back to the text"))
        self.by_hand = LinkButton(_("I would rather sign on paper"), icon="signature")
        self._amiss = PlainLabel(tone="warn")
        self._amiss.hide()
        self._ways = QStackedWidget()
        self._lay_out(role, voice)
        self._connect()

    def begin(self) -> None:
        """Put the keyboard on the first thing to say."""
        (self.paper if self._patient else self.consent).setFocus()

    def ask_who(self, name: str, way: str, *, then: Callable[[str], None]) -> None:
        """Ask on top who signs; `then` hears another way. `name`: of the patient; `way`: the one that is shown."""
        who = self.who = who_field(name, way)
        self._column.insertWidget(0, who)
        if (before := self.paper.previousInFocusChain()) is not None:
            self.setTabOrder(before, who.box)
        who.changed.connect(lambda: None if who.value() == way else then(who.value()))

    def offer_known(self, known: Sequence[Representative]) -> None:
        """Offer those whom the record names as speaking for the patient; own words stay possible."""
        if not known:
            return
        options = [(str(place), representative_words(one)) for place, one in enumerate(known)]
        choice = self.known = ChoiceField(
            _("Who is it?"), [*options, (OTHER, _("Somebody else"))], hint=_("From the record. You can type over it.")
        )
        self._column.insertWidget(self._column.indexOf(self.printed), choice)
        QWidget.setTabOrder(self.consent.editor, choice.box)
        choice.changed.connect(lambda: self._fill_in(known))

    def _fill_in(self, known: Sequence[Representative]) -> None:
        place = OTHER if self.known is None else self.known.value()
        one = None if place == OTHER else known[int(place)]
        self.printed.set_value("" if one is None else one.name)
        if self.own is not None:
            self.own.set_value("" if one is None else one.basis or one.relation)
        self.typed_on.emit()

    def show_work(self, progress: QWidget) -> None:
        """Long work goes on after the signature: show how far it is."""
        self._column.insertWidget(self._column.indexOf(self._amiss) + 1, progress)

    def go_on_from(self, before: "SignForm") -> None:
        """Another way to sign was chosen: what was marked stays marked, and the keyboard stays on the choice."""
        self.paper.set_value(before.paper.value())
        self.consent.set_value(before.consent.value())
        if self.who is not None:
            self.who.setFocus()

    def own_words(self) -> dict[str, str]:
        """What only this role says, by the name its act has for it."""
        return {} if self.own is None else {OWN_FIELD[self._role]: self.own.value()}

    def set_typed(self, words: str) -> None:
        """Names typed before, from a draft."""
        self.typed.set_value(words)

    def names(self) -> dict[str, str]:
        """What was typed, for a draft."""
        return {"printed_name": self.printed.value(), "typed_name": self.typed.value()}

    def say(self, problem: RuleBroken | Refused) -> None:
        """Show what is missing beside its field, and put the keyboard there."""
        fields: dict[str, Field] = {
            "paper_offered": self.paper,
            "consent_on_screen": self.consent,
            "printed_name": self.printed,
            "typed_name": self.typed,
            "spoken_yes": self.spoken,
        }
        if self.own is not None:
            fields[OWN_FIELD[self._role]] = self.own
        if self.how is not None:
            fields["identity"] = self.how
        field = fields.get(problem.field) if isinstance(problem, RuleBroken) else None
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        self._say_below("" if field else sentence)
        if field is not None:
            field.say(sentence)
            field.setFocus()
        self.let_go()

    def tell(self, sentence: str) -> None:
        """Say how it goes on."""
        self._say_below(sentence)

    def let_go(self) -> None:
        """Signing may be tried again."""
        self.choices.go_on.setEnabled(True)

    def signing(self) -> Signing:
        """What stands on the page now; `seen`, and the `identity` of the two, are the task's to fill in."""
        drawn = self._ways.currentIndex() == 0
        how = self.how.value() if self.how is not None else ""
        return Signing(
            printed_name=self.printed.value(),
            identity=Identity(how) if how else Identity.OWN_PRACTICE,
            consent_on_screen=self.consent.value(),
            paper_offered=self._patient and self.paper.value(),
            drawing=self._drawing() if drawn else None,
            typed_name="" if drawn else self.typed.value(),
            spoken_yes=not drawn and self.spoken.value(),
            mark=self._mark,
        )

    def _drawing(self) -> Drawing:
        return drawing_of(self.pad)

    def _give(self) -> None:
        self._say_below("")
        if self.how is not None and not self.how.value():
            self.say(RuleBroken("identity", _("Choose this first: it is kept with the signature.")))
            return
        self.choices.go_on.setEnabled(False)
        self.given.emit(self.signing())

    def _say_below(self, sentence: str) -> None:
        self._amiss.setText(sentence)
        self._amiss.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _lay_out(self, role: Role, voice: Voice) -> None:
        page = ScrollPage(_("Sign the agreement"), margin=4)
        column = page.column
        column.setSpacing(12)
        self._column = column
        said = self._wording.signing.patient_intent if self._patient else self._wording.signing.practitioner_intent
        column.addWidget(TitleLabel(_("Your signature"), level=1))
        column.addWidget(SpeechLabel(self._intent or said, voice=voice, caption=_("By signing I say"), large=True))
        if self._patient:
            column.addWidget(self.paper)
        column.addWidget(self.consent)
        column.addWidget(self.printed)
        if self.own is not None:
            column.addWidget(self.own)
        if self.how is not None:
            column.addWidget(self.how)
        ways = FlowLayout(gap=8)
        self._group = QButtonGroup(self)
        for place, button in enumerate((self.draw_way, self.type_way)):
            button.setCheckable(True)
            self._group.addButton(button, place)
            if self._mark:
                button.hide()
            ways.addWidget(button)
        self.draw_way.setChecked(True)
        column.addLayout(ways)
        self._ways.addWidget(_stacked(self.pad, self.clear))
        self._ways.addWidget(_stacked(self.typed, self.spoken))
        column.addWidget(self._ways)
        column.addWidget(self._amiss)
        column.addWidget(self.choices)
        row = FlowLayout(gap=8)
        row.addWidget(self.back)
        row.addWidget(self.by_hand)
        if not self._patient:
            self.by_hand.hide()
        column.addLayout(row)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        for field in (self.printed, self.typed):
            field.changed.connect(self.typed_on)
        self._group.idClicked.connect(self._ways.setCurrentIndex)
        self.clear.clicked.connect(self.pad.clear)
        self.pad.changed.connect(lambda: self._say_below(""))
        self.choices.goes_on.connect(self._give)
        self.choices.thinks.connect(self.thinks)
        self.back.clicked.connect(self.goes_back)
        self.by_hand.clicked.connect(self.wants_paper)


def _stacked(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return holder
