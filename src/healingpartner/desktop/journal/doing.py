"""What the tab does: each wish of its cards as an act, and what comes of it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.composer import Written
from healingpartner.desktop.journal.repair_forms import LinesForm, PlannedChange, RepairForm, given_back_of
from healingpartner.desktop.journal.turned.place import Place
from healingpartner.exchange import release
from healingpartner.exchange.brought_back import ON_PAPER
from healingpartner.exchange.pictures import kept_picture, share_with_picture
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.voices import AT_THE_DESK, Voice
from healingpartner.foundation.words import _
from healingpartner.journal import acts
from healingpartner.journal.model import HardWay
from healingpartner.journal.reflections import acts as reflections
from healingpartner.journal.reflections.model import Side
from healingpartner.journal.repairs import acts as repairs
from healingpartner.journal.repairs.model import Mended, Repair, Statement
from healingpartner.journal.views import PersonJournal
from healingpartner.practice import Practice
from healingpartner.vault.written import from_text, to_text

if TYPE_CHECKING:
    from healingpartner.desktop.journal.entry_card import EntryCard
    from healingpartner.desktop.journal.reflection_card import ReflectionCard

SIDE = "hp/reflection-draft"


class JournalDoing(QObject):
    """done: something changed. shared: an entry stands. not_shared: (field, sentence). turns: (place, subject id).

    said: what let the practitioner down is said.
    """

    done = Signal()
    shared = Signal()
    not_shared = Signal(str, str)
    turns = Signal(object, str)
    said = Signal()

    def __init__(self, desk: Desk, person_id: str, owner: QObject) -> None:
        """`owner`: the page, with which this goes."""
        super().__init__(owner)
        self._desk, self._person_id = desk, person_id
        self._found: PersonJournal | None = None

    def know(self, found: PersonJournal) -> None:
        """The journal as it stands."""
        self._found = found

    # -- entries ----------------------------------------------------------------------------------------

    def share(self, written: Written) -> None:
        """Share what was written, by the one whose words they are, typed here."""
        person_id, hand = self._person_id, ON_PAPER if written.on_paper else AT_THE_DESK
        file = written.picture
        if file is None:
            self._desk.runner.do(
                acts.share, person_id, written.kind, written.words, offer_id=written.offer_id, by=written.voice,
                hand=hand, owner=self, then=lambda _id: self._has_shared(), sorry=self._not_shared,
            )  # fmt: skip
            return

        def work(practice: Practice) -> str:
            return share_with_picture(
                practice, person_id, written.kind, written.words, file=file, by=written.voice, hand=hand
            )

        self._desk.runner.try_run(work, owner=self, then=lambda _id: self._has_shared(), sorry=self._not_shared)

    def save_picture(self, picture_id: str) -> None:
        """A copy of a picture, into a file that is chosen now."""
        page = self.parent()
        dialog = QFileDialog(
            page if isinstance(page, QWidget) else None,
            _("Save a copy of the picture"),
            str(documents_folder() / "picture"),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self.save_picture_to(picture_id, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_picture_to(self, picture_id: str, path: Path) -> None:
        """Through the one door, which writes it down; the file's ending tells what it is."""
        purpose = Purpose(
            what=_("A picture of the journal"), to_whom=_("The person"), why=_("Their own copy"),
            person_id=self._person_id,
        )  # fmt: skip

        def work(practice: Practice) -> None:
            found = kept_picture(practice, picture_id)
            release.save(practice, found, purpose, path if path.suffix else path.with_suffix(f".{found.ending}"))

        told = _("Saved in {folder}.").format(folder=path.parent.name or str(path.parent))
        self._desk.runner.run(work, owner=self, then=lambda _none: self._desk.notices.say(told))

    def offer(self) -> None:
        """There is a hard thing of the practitioner's."""
        self._do(acts.offer_hard_thing, self._person_id, by=Voice.PRACTITIONER)

    def answer_offer(self, offer_id: str, way: HardWay) -> None:
        """The other said how they would like to hear it."""
        offers = () if self._found is None else self._found.offers
        offer = next((one for one in offers if one.id == offer_id), None)
        if offer is not None:
            other = Voice.PATIENT if offer.by is Voice.PRACTITIONER else Voice.PRACTITIONER
            self._do(acts.answer_hard_offer, offer_id, way, by=other)

    def reply(self, entry_id: str, words: str, card: "EntryCard") -> None:
        """Add the practitioner's words."""
        self._desk.runner.do(
            acts.reply, entry_id, words, by=Voice.PRACTITIONER, owner=card,
            then=lambda _id: self.done.emit(), sorry=lambda problem: card.say(sentence_of(problem)),
        )  # fmt: skip

    def take_back(self, entry_id: str) -> None:
        """The practitioner takes back what they wrote, after a question."""
        self._desk.notices.ask(
            _("Take this back?"),
            yes=_("Take it back"),
            no=_("Leave it"),
            more=_("It stays in the journal, struck and hidden, with the day."),
            then=lambda yes: self._do(acts.take_back, entry_id, by=Voice.PRACTITIONER) if yes else None,
        )

    # -- the reflection ---------------------------------------------------------------------------------

    def follow(self, card: "ReflectionCard") -> None:
        """Do what this card asks."""
        card.begins.connect(lambda: self.turns.emit(Place.REFLECT, ""))
        card.answers.connect(lambda: self.turns.emit(Place.REFLECT, ""))
        card.opens.connect(lambda: self.turns.emit(Place.OPEN, ""))
        card.rests.connect(self._rest)
        card.seals.connect(lambda side: self._seal(side, card))

    def side_typed(self, card: "ReflectionCard") -> dict[str, Any]:
        """The practitioner's answers so far, for a draft."""
        return {} if card.form is None else {"side": to_text(card.form.side(), kind=SIDE)}

    def show_side_typed(self, card: "ReflectionCard", typed: Mapping[str, Any]) -> None:
        """Answers of a draft, if they can be read."""
        try:
            card.show_side(from_text(Side, str(typed.get("side", "")), kind=SIDE))
        except ValueError:
            return  # nothing was answered yet, or a later program wrote it

    def _seal(self, side: Side, card: "ReflectionCard") -> None:
        going = None if self._found is None else self._found.going
        if going is None:
            return
        form, person_id = "journal.reflection", self._person_id
        self._desk.runner.do(
            reflections.seal_practitioner_side, going.id, side, by=Voice.PRACTITIONER, owner=self,
            then=lambda _code: self._desk.runner.run(
                lambda practice: practice.drop_draft(person_id, form, Voice.PRACTITIONER), owner=self
            ),
            sorry=lambda problem: card.say(_as_rule(problem)),
        )  # fmt: skip

    def _rest(self) -> None:
        going = None if self._found is None else self._found.going
        if going is None:
            return
        self._desk.notices.ask(
            _("Let this reflection rest, closed for good?"),
            yes=_("Let it rest"),
            no=_("Leave it as it is"),
            more=_("What is sealed stays sealed. You can begin another at any time."),
            then=lambda yes: self._do(reflections.let_rest, going.id, by=Voice.PRACTITIONER) if yes else None,
        )

    # -- repairs ----------------------------------------------------------------------------------------

    def say(self, statement: Statement, entry_id: str, form: LinesForm) -> None:
        """The practitioner says what let them down; it sleeps one night."""
        self._desk.runner.do(
            repairs.say, self._person_id, statement, entry_id=entry_id, by=Voice.PRACTITIONER, owner=form,
            hears_such=self._found is not None and self._found.hears_such,
            then=lambda _id: self._said(), sorry=form.say,
        )  # fmt: skip

    def repair(self, act: str, repair: Repair, given: object, form: RepairForm | None = None) -> None:
        """One step of a repair, at the desk; `form`: from which it was given, if any."""
        own = Voice.PRACTITIONER
        match act, given:
            case "turn", _:
                self.turns.emit(Place.REPAIR, repair.id)
            case "receive", _:
                self._do(repairs.receive, repair.id, by=own)
            case "later", date():
                self._do(repairs.not_ready_yet, repair.id, given, by=own, form=form)
            case "give_back", dict():
                self._do(repairs.give_back, repair.id, given_back_of(given, self._desk.clock.now()), by=own, form=form)
            case "change", PlannedChange():
                change = [(given.owner, given.words, given.due_on)]
                self._do(repairs.agree_changes, repair.id, change, by=own, form=form)
            case "tend", str():
                self._do(repairs.tend, repair.id, given, by=own)
            case "let_go", str():
                self._do(repairs.tend, repair.id, given, by=own, done=False)
            case "third", str():
                self._do(repairs.ask_a_third, repair.id, given, by=own, form=form)
            case "close", Mended():
                self._do(repairs.close, repair.id, given, by=own)
            case "reopen", _:
                self._do(repairs.reopen, repair.id, by=own)
            case "take_back", _:
                self._do(repairs.take_back, repair.id, by=own)

    # -- inside -----------------------------------------------------------------------------------------

    def _has_shared(self) -> None:
        self.shared.emit()
        self.done.emit()

    def _not_shared(self, problem: Exception) -> None:
        if isinstance(problem, RuleBroken):
            self.not_shared.emit(problem.field, problem.sentence)
        elif isinstance(problem, Refused | VaultProblem):
            self.not_shared.emit("", problem.sentence())
        else:
            raise problem

    def _said(self) -> None:
        self.said.emit()
        self.done.emit()

    def _do(self, act: Any, *args: object, by: Voice, form: RepairForm | None = None, **more: Any) -> None:
        def sorry(problem: RuleBroken | Refused) -> None:
            if form is not None:
                form.say(problem)
            else:
                self._desk.notices.warn(sentence_of(problem))

        self._desk.runner.do(act, *args, by=by, owner=self, then=lambda _none: self.done.emit(), sorry=sorry, **more)


def sentence_of(problem: RuleBroken | Refused) -> str:
    """What it says."""
    return problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()


def _as_rule(problem: RuleBroken | Refused) -> RuleBroken:
    return problem if isinstance(problem, RuleBroken) else RuleBroken("", problem.sentence())
