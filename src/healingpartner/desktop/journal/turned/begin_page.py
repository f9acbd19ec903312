"""The list to choose from: to thank, to ask, to say what let one down, to look back, to mend."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.turned.hard_thing import HardThing
from healingpartner.desktop.journal.turned.page import JournalPage
from healingpartner.desktop.journal.words import ICONS
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, QuietButton
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.plain_label import TitleLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal import acts
from healingpartner.journal.model import KIND_WORDS, HardWay, Kind
from healingpartner.journal.reflections.model import ReflectionState
from healingpartner.journal.repairs.model import RepairState
from healingpartner.journal.views import PersonJournal

_WAITS = {RepairState.SAID, RepairState.RECEIVED, RepairState.REFLECTED, RepairState.UNDERSTOOD, RepairState.TENDED,
          RepairState.AGREED}  # fmt: skip


class BeginPage(JournalPage):
    """Nothing here has to be done."""

    def __init__(self, desk: Desk, found: PersonJournal) -> None:
        """What waits for the patient stands first."""
        lead = _("Choose what you like, or nothing. What you write is yours until you share it.")
        super().__init__(desk, found, _("Our journal"), lead=lead)
        self.buttons: dict[str, QuietButton | PatientButton] = {}
        self._reflection()
        self._repairs()
        if self.found.lines:
            self._add("read", QuietButton(_("What we wrote to each other"), icon="note", large=True), "read")
        self.column.addWidget(TitleLabel(_("Write something")))
        kinds = []
        for kind, words in KIND_WORDS.items():
            if kind is Kind.HARD:
                continue
            button = QuietButton(_(words), icon=ICONS[kind.value], large=True)
            button.clicked.connect(lambda _on=False, kind=kind: self.goes.emit("write", kind.value))
            self.buttons[kind.value] = button
            kinds.append(button)
        self.row(*kinds)
        self._hard()
        self._wish()
        done = LinkButton(_("Give the screen back"), icon="sign-out")
        done.clicked.connect(self.gives_back)
        self.row(done)
        self.end(back=False)

    def begin(self) -> None:
        """The first button."""
        next(iter(self.buttons.values())).setFocus()

    def _reflection(self) -> None:
        going = self.found.going
        if going is not None and going.state is ReflectionState.BOTH_SEALED:
            self._add("open", PatientButton(_("Open our answers together"), large=True), "open")
        elif going is None or going.patient_sealed is None:
            self._add("reflect", QuietButton(_("Look back on our visit: eight lines"), large=True), "reflect")

    def _repairs(self) -> None:
        for repair in self.found.repairs:
            told = repair.state is not RepairState.SAID or repair.by is Voice.PATIENT
            wakes = self.found.hears_such and not repair.sleeps(self.desk.clock.now())
            if repair.state in _WAITS and (told or wakes):
                name = isolated(self.found.names.practitioner)
                words = (
                    _("Something {name} would like to tell you")
                    if repair.by is Voice.PRACTITIONER
                    else _("Something you said, and what came of it")
                )
                self._add(repair.id, QuietButton(words.format(name=name), large=True), "repair", repair.id)
        self._add("say", QuietButton(_("Tell, gently, what let me down"), large=True), "repair")

    def _hard(self) -> None:
        self.hard = HardThing(self.found)
        again = lambda _none: self.goes.emit("begin", "")  # noqa: E731 - the same way on for both acts
        self.hard.offers.connect(lambda: self.do(acts.offer_hard_thing, self.found.person_id, then=again))
        self.hard.answers.connect(
            lambda offer_id, way: self.do(acts.answer_hard_offer, offer_id, HardWay(way), then=again)
        )
        self.hard.writes.connect(lambda offer_id: self.goes.emit("write", f"{Kind.HARD.value}/{offer_id}"))
        self.column.addWidget(self.hard)

    def _wish(self) -> None:
        name = isolated(self.found.names.practitioner)
        words = _("{name} may tell me, gently, when something between us troubles them")
        self.wish = CheckField(words.format(name=name), value=self.found.hears_such)
        self.wish.changed.connect(
            lambda: self.do(acts.wish_to_hear, self.found.person_id, yes=self.wish.value(), then=lambda _none: None)
        )
        self.column.addWidget(self.wish)

    def _add(self, key: str, button: QuietButton | PatientButton, place: str, subject_id: str = "") -> None:
        button.clicked.connect(lambda: self.goes.emit(place, subject_id))
        self.buttons[key] = button
        self.row(button)
