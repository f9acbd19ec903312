"""The practitioner's own wordings: make one from another, edit it, hand it on as a file, take one in, set one aside."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from healingpartner.agreements.library import write_wording
from healingpartner.agreements.own.acts import keep_wording, set_wording_aside, take_in_wording
from healingpartner.agreements.own.model import OwnWording
from healingpartner.agreements.own.views import Offerable, offerable, own_wordings
from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.desktop.agreements.editions import Editions
from healingpartner.desktop.agreements.wording_choice import WordingChoice, told
from healingpartner.desktop.agreements.wording_editor import WordingEditor
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.exchange import release
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.practice import Practice
from healingpartner.vault.drafts import Draft

SUBJECT, FORM = "own-wording", "agreements.own"
KEPT_WITHIN_MS = 1500
FILE_LIMIT = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class WordingFile:
    """A wording on its way out; the one door asks every document for its bytes by this name."""

    pdf: bytes


class WordingsPanel(QWidget):
    """A list of own wordings; the editor stands in its place while one is edited."""

    def __init__(self, desk: Desk) -> None:
        """Asks its views at once."""
        super().__init__()
        self.editions: dict[str, Editions] = {}
        self._desk = desk
        self.editor: WordingEditor | None = None
        self.choice: WordingChoice | None = None
        self.make: PrimaryButton | None = None
        self._own_id = ""
        self._stack = QStackedWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEPT_WITHIN_MS)
        self._soon.timeout.connect(self.flush)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.ask()

    def ask(self) -> None:
        """Ask again what there is."""
        self._desk.runner.run(_fetch, owner=self, then=lambda found: self._show(*found))

    def flush(self) -> None:
        """Keep what is being written."""
        self._soon.stop()
        if self.editor is None:
            return
        body = {"own_id": self._own_id, "wording": _loose(self.editor.wording())}
        draft = Draft(
            subject_id=SUBJECT,
            form=FORM,
            voice=Voice.PRACTITIONER,
            began_from=0,
            body=json.dumps(body, ensure_ascii=False),
            saved_at=self._desk.clock.now(),
        )
        self._desk.runner.run(lambda practice: practice.keep_draft(draft), owner=self)

    def edit(self, wording: Wording, own_id: str = "") -> None:
        """Begin to edit; `own_id`: the own wording whose next edition this will be."""
        self._own_id = own_id
        self.editor = WordingEditor(wording)
        self.editor.keeps.connect(self._keep)
        self.editor.leaves.connect(self._leave)
        self.editor.typed_on.connect(self._soon.start)
        self._put(self.editor)
        self.editor.begin()

    def take_in(self, path: Path) -> None:
        """Take a wording in from a file."""
        name = path.name

        def work(practice: Practice) -> None:
            try:
                with path.open("rb") as file:
                    data = file.read(FILE_LIMIT + 1)
            except OSError as trouble:
                raise Refused(_("This file cannot be read."), then=_("Nothing was changed.")) from trouble
            practice.do(take_in_wording, data, name=name, by=Voice.PRACTITIONER)

        self._desk.runner.run(work, owner=self, then=lambda _none: self.ask(), sorry=self._sorry)

    def save_to(self, wording: Wording, path: Path) -> None:
        """Hand a wording on as a file, through the one door."""
        purpose = Purpose(
            what=_("Agreement wording"), to_whom=_("Whoever is given the file"), why=_("To hand on"), person_id=None
        )

        def work(practice: Practice) -> None:
            release.save(practice, WordingFile(write_wording(wording)), purpose, path)

        saved = _("Saved in {folder}.").format(folder=path.parent.name or str(path.parent))
        self._desk.runner.run(work, owner=self, then=lambda _none: self._desk.notices.say(saved), sorry=self._sorry)

    # -- inside -------------------------------------------------------------------------------------

    def _show(self, wordings: tuple[Offerable, ...], own: tuple[OwnWording, ...], draft: Draft | None) -> None:
        if self.editor is not None:
            return
        page = ScrollPage(_("Wordings"), margin=4)
        self.editions = {}
        page.column.addWidget(self._beginning(wordings, draft))
        for one in own:
            page.column.addWidget(self._card(one))
        page.column.addStretch(1)
        self._put(page)

    def _beginning(self, wordings: tuple[Offerable, ...], draft: Draft | None) -> Card:
        card = Card(_("A wording of your own"))
        card.column.addWidget(PlainLabel(_("Begin from any wording. It stays as it is; the copy becomes yours.")))
        self.choice = WordingChoice(_("Begin from"), wordings)
        card.column.addWidget(self.choice)
        self.make = PrimaryButton(_("Make my own from it"), icon="pencil-simple")
        self.make.clicked.connect(self._make)
        take = QuietButton(_("Take one in from a file"), icon="folder-open")
        take.clicked.connect(self._ask_file)
        row = FlowLayout(gap=10)
        row.addWidget(self.make)
        row.addWidget(take)
        kept = _kept(draft, wordings)
        if kept is not None:
            go_on = QuietButton(_("Go on with what you were writing"))
            go_on.clicked.connect(lambda: self.edit(kept[0], kept[1]))
            row.addWidget(go_on)
        card.column.addLayout(row)
        return card

    def _card(self, own: OwnWording) -> Card:
        card = Card(own.wording.title)
        about = told(Offerable(key=own.id, wording=own.wording, own_id=own.id))
        card.column.addWidget(PlainLabel(about, tone="soft"))
        edition = _("Edition {number}, kept on {day}").format(
            number=own.wording.edition, day=spoken().date(own.kept, "long")
        )
        card.column.addWidget(PlainLabel(edition, tone="small"))
        row = FlowLayout(gap=10)
        aside = _("Offer it again") if own.set_aside else _("Set it aside")
        ways: tuple[tuple[str, Callable[[], None]], ...] = (
            (_("Edit"), lambda: self.edit(own.wording, own.id)),
            (_("Save as a file"), lambda: self._ask_where(own.wording)),
            (aside, lambda: self._set_aside(own)),
        )
        for words, act in ways:
            button = LinkButton(words) if words == aside else QuietButton(words)
            button.setAccessibleName(_("{answer}: {title}").format(answer=words, title=own.wording.title))
            button.clicked.connect(act)
            row.addWidget(button)
        card.column.addLayout(row)
        if own.wording.edition > 1:
            self.editions[own.id] = Editions(self._desk, own)
            card.column.addWidget(self.editions[own.id])
        return card

    def _make(self) -> None:
        chosen = None if self.choice is None else self.choice.chosen()
        if chosen is not None:
            self.edit(chosen.wording)

    def _keep(self, wording: Wording) -> None:
        self._desk.runner.do(
            keep_wording,
            wording,
            own_id=self._own_id,
            by=Voice.PRACTITIONER,
            owner=self,
            then=lambda _id: self._leave(),
            sorry=self._sorry,
        )

    def _leave(self) -> None:
        self._soon.stop()
        self.editor = None
        self._desk.runner.run(lambda practice: practice.drop_draft(SUBJECT, FORM, Voice.PRACTITIONER), owner=self)
        self.ask()

    def _set_aside(self, own: OwnWording) -> None:
        self._desk.runner.do(
            set_wording_aside, own.id, aside=not own.set_aside, by=Voice.PRACTITIONER, owner=self,
            then=lambda _none: self.ask(),
        )  # fmt: skip

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        if self.editor is not None:
            self.editor.say(problem)
        else:
            self._desk.notices.warn(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Take in a wording"), str(documents_folder()), "JSON (*.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take_in(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where(self, wording: Wording) -> None:
        start = str(documents_folder() / f"{_('Agreement wording')}.json")
        dialog = QFileDialog(self, _("Save as a file"), start, "JSON (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(lambda path: self.save_to(wording, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put(self, widget: QWidget) -> None:
        while self._stack.count():
            former = self._stack.currentWidget()
            if former is None:
                break
            self._stack.removeWidget(former)
            former.deleteLater()
        self._stack.addWidget(widget)


def _fetch(practice: Practice) -> tuple[tuple[Offerable, ...], tuple[OwnWording, ...], Draft | None]:
    return (
        practice.ask(offerable, language=spoken().locale),
        practice.ask(own_wordings),
        practice.draft(SUBJECT, FORM, Voice.PRACTITIONER),
    )


def _loose(wording: Wording) -> dict[str, object]:
    """A wording half written: words of any kind, to be cleaned when it is kept."""
    names = ("id", "title", "practitioner", "patient", "why")
    commitments = [{name: getattr(one, name) for name in names} for one in wording.commitments]
    parts = {name: getattr(wording, name) for name in ("language", "title", "opening", "closing")}
    return {**parts, "commitments": commitments}


def _kept(draft: Draft | None, wordings: tuple[Offerable, ...]) -> tuple[Wording, str] | None:
    """What was being written, with the id it belongs to; None when there is nothing that can be read."""
    if draft is None or not wordings:
        return None
    try:
        body = json.loads(draft.body)
        given, own_id = body["wording"], str(body["own_id"])
        own = next((one for one in wordings if own_id and one.own_id == own_id), None)
        same = next((one for one in wordings if one.wording.language == given["language"]), wordings[0])
        base = (own or same).wording
        written = replace(
            base,
            title=str(given["title"]),
            opening=str(given["opening"]),
            closing=str(given["closing"]),
            commitments=tuple(map(_commitment, given["commitments"])),
        )
    except (ValueError, KeyError, TypeError):
        return None
    return written, own_id


def _commitment(one: Mapping[str, object]) -> Commitment:
    return Commitment(
        id=str(one["id"]),
        title=str(one["title"]),
        practitioner=str(one["practitioner"]),
        patient=str(one["patient"]),
        why=str(one["why"]),
    )
