"""Signed on paper: print the text, both sign by hand, and bring the scan back in here with what is known of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from healingpartner.agreements.envelope import Role
from healingpartner.agreements.on_paper.model import PaperSigner
from healingpartner.agreements.signers.model import sides_signed
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.agreements.copies import copy_maker, purpose_of
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.agreements.paper_signer import PaperSignerFields
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.progress_card import ProgressCard
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, ngettext

FORM = "agreements.on-paper"
KINDS = "*.pdf *.png *.jpg *.jpeg"
_PATIENTS_SIDE: Mapping[str, tuple[Role, bool]] = {
    "self": (Role.PATIENT, False),
    "representative": (Role.REPRESENTATIVE, False),
    "mark": (Role.PATIENT, True),
}
NOT_HERE = "not_here"


class PaperForm(QWidget):
    """`keeps`: what was written is to be looked at and kept; `leaves`: not now."""

    keeps = Signal()
    leaves = Signal()

    def __init__(self, desk: Desk, found: PersonAgreement, *, progress: ProgressCard) -> None:
        """`found`: an open agreement with its text; `progress`: where the steps of keeping it are shown."""
        super().__init__()
        self._desk, self.found = desk, found
        self.files: tuple[Path, ...] = ()
        self.blocks: dict[Role, PaperSignerFields] = {}
        given = sides_signed(one.envelope for one in found.signatures)
        self._patient_waits, self._practitioner_waits = Role.PATIENT not in given, Role.PRACTITIONER not in given
        order = PaperOrder(make=copy_maker(desk, found), purpose=purpose_of(found), name=_("Agreement"))
        self.print_links = PaperLinks(desk, _("The text to sign by hand"), lambda: order)
        self.choose_button = QuietButton(_("Choose the scan or photographs…"), icon="file-pdf")
        self.chosen = PlainLabel(tone="soft")
        self.code = LineField(
            _("The first two groups of the code on the paper"),
            hint=_("They stand at the foot of each page, and below the places to sign."),
        )
        self.who = ChoiceField(_("Who signed for this side?"), _sides(found), value="self")
        self.own = CheckField(_("I signed this paper too."), value=True)
        self.witness, self.interpreter = (
            CheckField(_("A witness signed too.")),
            CheckField(_("An interpreter signed too.")),
        )
        self.keep_button, self.leave_button = PrimaryButton(_("Keep these signatures"), icon="signature"), QuietButton(
            _("Not now")
        )  # fmt: skip
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self._places: dict[str, QVBoxLayout] = {}
        draft = "" if found.agreement is None else found.agreement.id
        self._draft = DraftKeeper(desk, FORM, draft, self.typed, owner=self)
        self._lay_out(progress)
        self._connect()
        self._draft.fetch(self._take_draft)

    def begin(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.choose_button.setFocus()

    def flush(self) -> None:
        """Keep what is being typed."""
        self._draft.flush()

    def drop_draft(self) -> None:
        """It is kept: the draft goes."""
        self._draft.drop()

    def signers(self) -> tuple[PaperSigner, ...]:
        """Those who signed, as it stands here; RuleBroken beside a date that is none."""
        found = []
        for role, block in self.blocks.items():
            try:
                found.append(block.signer())
            except RuleBroken as broken:
                raise RuleBroken(f"{role.value}.signed_on", broken.sentence) from None
        return tuple(found)

    def choose(self) -> None:
        """Ask which files the paper was brought back as."""
        dialog = QFileDialog(
            self,
            _("The signed paper"),
            str(documents_folder()),
            _("Scans and photographs ({kinds})").format(kinds=KINDS),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.take(tuple(Path(path) for path in paths)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, files: Sequence[Path]) -> None:
        """These files, in the order of their names, so that the pages of a camera stay in order."""
        self.files = tuple(sorted(files, key=lambda file: file.name))
        count = len(self.files)
        words = ngettext("{count} file chosen: {names}", "{count} files chosen: {names}", count)
        names = " · ".join(isolated(file.name) for file in self.files)
        self.chosen.setText(words.format(count=count, names=names))
        self.chosen.set_tone("plain")
        self.chosen.setVisible(bool(count))
        announce(self, self.chosen.text())

    def say(self, problem: RuleBroken | Refused) -> None:
        """Show beside its field what stood in the way; what was written stays."""
        self.let_go()
        if isinstance(problem, Refused):
            self._say_below(problem.sentence())
            return
        role, _dot, part = problem.field.partition(".")
        block = next((each for each in self.blocks.values() if each.role.value == role), None)
        if problem.field == "code":
            self.code.say(problem.sentence)
            self.code.setFocus()
        elif problem.field == "scans":
            self.chosen.setText(problem.sentence)
            self.chosen.set_tone("warn")
            self.chosen.show()
            self.choose_button.setFocus()
        elif block is None or not block.say(part, problem.sentence):
            self._say_below(problem.sentence)

    def busy(self) -> None:
        """It is being kept."""
        self._say_below("")
        self.keep_button.setEnabled(False)

    def let_go(self) -> None:
        """It may be tried again."""
        self.keep_button.setEnabled(True)

    def typed(self) -> dict[str, Any]:
        """What stands in the form, for a draft; never the files."""
        blocks = {role.value: block.typed() for role, block in self.blocks.items()}
        ticks = {name: field.value() for name, field in self._ticks().items()}
        return {"code": self.code.value(), "who": self.who.value(), "ticks": ticks, "blocks": blocks}

    # -- inside -------------------------------------------------------------------------------------

    def _ticks(self) -> dict[str, CheckField]:
        return {"own": self.own, "witness": self.witness, "interpreter": self.interpreter}

    def _say_below(self, words: str) -> None:
        self.sentence.setText(words)
        self.sentence.setVisible(bool(words))
        if words:
            announce(self, words)

    def _show_blocks(self) -> None:
        """One block for each who signed; what was typed in a block that stays, stays."""
        names, chosen = self.found.names, self.who.value()
        role, mark = _PATIENTS_SIDE.get(chosen, (Role.PATIENT, False))
        wanted: dict[Role, tuple[str, PaperSignerFields]] = {}
        if self._patient_waits and chosen in _PATIENTS_SIDE:
            known = self.found.representatives if role is Role.REPRESENTATIVE else ()
            name = names.patient if role is Role.PATIENT else ""
            wanted[role] = ("patient", PaperSignerFields(role, name=name, mark=mark, known=known))
        if self._practitioner_waits and self.own.value():
            wanted[Role.PRACTITIONER] = ("own", PaperSignerFields(Role.PRACTITIONER, name=names.practitioner))
        if self.witness.value():
            wanted[Role.WITNESS] = ("witness", PaperSignerFields(Role.WITNESS))
        if self.interpreter.value():
            wanted[Role.INTERPRETER] = ("interpreter", PaperSignerFields(Role.INTERPRETER))
        for former, block in self.blocks.items():
            if former in wanted:
                wanted[former][1].set_typed(block.typed())
            block.hide()
            block.deleteLater()
        self.blocks = {}
        for each, (place, block) in wanted.items():
            self.blocks[each] = block
            block.changed.connect(self._draft.touch)
            self._places[place].addWidget(block)

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is None:
            return
        self.code.set_value(str(typed.get("code", "")))
        self.who.set_value(str(typed.get("who", "self")))
        ticks, blocks = typed.get("ticks", {}), typed.get("blocks", {})
        for name, field in self._ticks().items():
            field.set_value(bool(ticks.get(name, field.value())))
        self._show_blocks()
        for block in self.blocks.values():
            block.set_typed(blocks.get(block.role.value, {}))

    def _lay_out(self, progress: ProgressCard) -> None:
        page = ScrollPage(_("Signed on paper"), margin=4)
        column, names = page.column, self.found.names
        column.addWidget(TitleLabel(_("Signed on paper"), level=1))
        soft = _(
            "Print the text. Each signs it by hand and writes the date beside it. Then scan or photograph every page "
            "and bring it back here. It counts the same as a signature on the screen."
        )
        column.addWidget(PlainLabel(soft, tone="soft"))
        column.addWidget(self.print_links)
        self.chosen.hide()
        self._card(column, _("The paper"), self.choose_button, self.chosen, self.code)
        if self._patient_waits:
            self._card(column, _("For {name}").format(name=isolated(names.called)), self.who, place="patient")
        if self._practitioner_waits:
            self._card(column, _("For you"), self.own, place="own")
        beside = self._card(column, _("Beside you two"), self.witness, place="witness")
        beside.column.addWidget(self.interpreter)
        self._places["interpreter"] = QVBoxLayout()
        beside.column.addLayout(self._places["interpreter"])
        row = FlowLayout(gap=10)
        row.addWidget(self.keep_button)
        row.addWidget(self.leave_button)
        column.addWidget(self.sentence)
        column.addWidget(progress)
        column.addLayout(row)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _card(self, column: QVBoxLayout, title: str, *parts: QWidget, place: str = "") -> Card:
        card = Card(title)
        for part in parts:
            if isinstance(part, QuietButton):
                row = FlowLayout()
                row.addWidget(part)
                card.column.addLayout(row)
            else:
                card.column.addWidget(part)
        if place:
            self._places[place] = QVBoxLayout()
            card.column.addLayout(self._places[place])
        column.addWidget(card)
        return card

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose)
        self.keep_button.clicked.connect(self.keeps)
        self.leave_button.clicked.connect(self.leaves)
        self.code.changed.connect(self._draft.touch)
        for field in (self.who, *self._ticks().values()):
            field.changed.connect(self._show_blocks)
            field.changed.connect(self._draft.touch)
        self._show_blocks()


def _sides(found: PersonAgreement) -> list[tuple[str, str]]:
    name = isolated(found.names.patient)
    return [
        ("self", name),
        ("representative", _("Someone who may sign for {name}").format(name=name)),
        ("mark", _("{name}, with a mark, before a witness").format(name=name)),
        (NOT_HERE, _("Nobody yet on this paper")),
    ]
