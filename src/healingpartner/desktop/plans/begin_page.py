"""Where no plan is yet: what a plan is, and the ways to begin one: in a few words, or from a template."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.empty_state import Picture
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.place import sentence_of
from healingpartner.desktop.plans.taking_in import read_file, take_in
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import fold, isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.acts import begin_plan
from healingpartner.plans.templates.acts import begin_from
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.plans.templates.views import templates

FORM = "plans.begin"


class BeginPage(ScrollPage):
    """`begun`: there is a plan now. `goes_back`: only where another plan stands already."""

    begun = Signal()
    goes_back = Signal()

    def __init__(self, desk: Desk, person_id: str, called: str, *, another: bool = False) -> None:
        """`called`: as the patient asked to be called; `another`: beside a plan that there is."""
        super().__init__(_("Begin a plan"), margin=4)
        self._desk, self._person_id = desk, person_id
        name = isolated(called)
        self.form = PartForm()
        self.form.add("title", LineField(_("The plan, in a few words"), example=_("Sleeping through")))
        matters = _("What matters to {name}, in their own words").format(name=name)
        self.form.add("matters", TextField(matters, lines=2, hint=_("May be written later.")))
        self.begin_button = PrimaryButton(_("Begin a plan"), icon="plus")
        self.choice = ChoiceField(_("Or begin from a template"), [])
        self.use_link = LinkButton(_("Begin from this template"), icon="file-text")
        self.take_in_link = LinkButton(_("Take in a template file"), icon="folder-open")
        self.back = LinkButton(_("Back to the plan"), icon="arrow-left")
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self._draft = DraftKeeper(desk, FORM, person_id, self.form.typed, owner=self)
        self._lay_out(name, another=another)
        self._connect()
        self._draft.fetch(self._take_draft)
        self.ask()

    def ask(self) -> None:
        """Ask again which templates there are."""
        self._desk.runner.ask(templates, owner=self, then=self._offer)

    def flush(self) -> None:
        """Keep what is being typed."""
        self._draft.flush()

    def begin(self) -> None:
        """Begin it: what matters is kept in the patient's voice."""
        typed = self.form.typed()
        voice = Voice.PATIENT if fold(typed["matters"]) else Voice.PRACTITIONER
        self._desk.runner.do(
            begin_plan, self._person_id, title=typed["title"], matters=typed["matters"], by=voice, owner=self,
            then=self._begun, sorry=self._sorry,
        )  # fmt: skip

    def begin_from_template(self) -> None:
        """Begin from the chosen one; everything in it is a proposal."""
        chosen = self.choice.value()
        if not chosen:
            self.choice.say(_("Choose a template first."))
            return
        self._desk.runner.do(
            begin_from, self._person_id, chosen, by=Voice.PRACTITIONER, owner=self, then=self._begun, sorry=self._say
        )  # fmt: skip

    def take_in_file(self, path: Path) -> None:
        """Take a template in from a file."""
        take_in(self._desk, self, read_file, path, then=self.ask, sorry=self._say)

    def _offer(self, found: Sequence[PlanTemplate]) -> None:
        chosen = self.choice.value()
        self.choice.box.clear()
        for one in found:
            self.choice.box.addItem(one.title, one.id)
        self.choice.set_value(chosen)
        self.choice.setVisible(bool(found))
        self.use_link.setVisible(bool(found))

    def _begun(self, _plan_id: object) -> None:
        self._draft.drop(then=self.begun.emit)

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self.form.say(problem)

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()

    def _choose_file(self) -> None:
        self.sentence.hide()
        dialog = QFileDialog(self, _("Take in a template file"), "", "*.json")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take_in_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None:
            self.form.show_typed(typed)

    def _lay_out(self, name: str, *, another: bool) -> None:
        card = Card(_("Another plan") if another else _("A plan that you make together"))
        if not another:
            card.column.addWidget(Picture("handshake"), 0, Qt.AlignmentFlag.AlignLeading)
        said = _(
            "A plan holds what {name} wants, the ways there side by side, what they choose, and what each of you will "
            "do. {name} decides; you say what you know, and why. It can change at any time."
        )  # fmt: skip
        card.column.addWidget(PlainLabel(said.format(name=name)))
        card.column.addWidget(self.form)
        row = FlowLayout(gap=12)
        row.addWidget(self.begin_button)
        if another:
            row.addWidget(self.back)
        card.column.addLayout(row)
        self.column.addWidget(card)
        ready = Card(_("From a template"))
        ready.column.addWidget(
            PlainLabel(_("Goals, ways and steps in plain words, to be changed as it fits this person."), tone="soft")
        )
        ready.column.addWidget(self.choice)
        links = FlowLayout(gap=14)
        links.addWidget(self.use_link)
        links.addWidget(self.take_in_link)
        ready.column.addLayout(links)
        ready.column.addWidget(self.sentence)
        self.column.addWidget(ready)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.form.changed.connect(self._draft.touch)
        self.begin_button.clicked.connect(self.begin)
        self.use_link.clicked.connect(self.begin_from_template)
        self.take_in_link.clicked.connect(self._choose_file)
        self.back.clicked.connect(self.goes_back)
