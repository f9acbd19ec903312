"""The page of plan templates: read one, change its words, hand it on as a file, take one in, set one aside."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Page
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.place import PlanPlace, sentence_of
from healingpartner.desktop.plans.taking_in import read_file, take_in, write_template
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.plans.goals.model import Goal
from healingpartner.plans.templates import acts
from healingpartner.plans.templates.file import SUFFIX
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.plans.templates.views import templates
from healingpartner.vault.reading import Reader


class TemplatesPage(Page):
    """`left`: back to the plan."""

    left = Signal()

    def __init__(self, place: PlanPlace) -> None:
        """Asks which templates there are."""
        super().__init__()
        self._place, self._desk = place, place.desk
        self.cards: dict[str, Card] = {}
        self.back = QuietButton(_("Back to the plan"), icon="arrow-left")
        self.take_in_link = LinkButton(_("Take in a template file"), icon="folder-open")
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        page = ScrollPage(_("Plan templates"), margin=4)
        head = FlowLayout(gap=14)
        head.addWidget(self.back)
        head.addWidget(self.take_in_link)
        page.column.addLayout(head)
        page.column.addWidget(TitleLabel(_("Plan templates"), level=1))
        page.column.addWidget(
            PlainLabel(_("Made from any plan in one step. Nothing of a person stands in them."), tone="soft")
        )
        page.column.addWidget(self.sentence)
        page.column.addLayout(self._list)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.back.clicked.connect(self.left)
        self.take_in_link.clicked.connect(self._choose_file)
        self.ask()

    def ask(self) -> None:
        """Ask again."""
        self._desk.runner.ask(_both_kinds, owner=self, then=self._show)

    def show_plan(self, _found: object) -> None:
        """Templates belong to nobody's plan."""

    def go_back(self) -> bool:
        """Escape: back to the plan."""
        self.left.emit()
        return True

    def take_in_file(self, path: Path) -> None:
        """Take a template in from a file."""
        self.sentence.hide()
        take_in(self._desk, self, read_file, path, then=self.ask, sorry=self._say)

    def save_to(self, template: PlanTemplate, path: Path) -> None:
        """Hand a template on as a file."""
        write_template(self._desk, self, template, path, sorry=self._say)

    def _show(self, found: Sequence[PlanTemplate]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = {one.id: self._card(one) for one in found}
        for card in self.cards.values():
            self._list.addWidget(card)
        if not found:
            self._list.addWidget(PlainLabel(_("There is none yet."), tone="soft"))

    def _card(self, one: PlanTemplate) -> Card:
        card = Card(one.title, note=_("set aside") if one.set_aside is not None else "")
        card.column.addWidget(
            PlainLabel(" · ".join(part for part in (one.about, what_is_in(one)) if part), tone="soft")
        )
        links = FlowLayout(gap=14)
        for words, then in (
            (_("Change its words"), lambda: self._place.opens(TemplateEditor(self._place, one))),
            (_("Hand it on as a file"), lambda: self._choose_place(one)),
            (_("Offer it again") if one.set_aside is not None else _("Set it aside"), lambda: self._set_aside(one)),
        ):
            link = LinkButton(words)
            link.setAccessibleName(_("{act}: {subject}").format(act=words, subject=one.title))
            link.clicked.connect(then)
            links.addWidget(link)
        card.column.addLayout(links)
        return card

    def _set_aside(self, one: PlanTemplate) -> None:
        self._desk.runner.do(
            acts.set_aside, one.id, aside=one.set_aside is None, by=Voice.PRACTITIONER, owner=self,
            then=lambda _none: self.ask(), sorry=self._say,
        )  # fmt: skip

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, _("Take in a template file"), "", "*.json")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take_in_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_place(self, one: PlanTemplate) -> None:
        suggested = documents_folder() / f"{_('Plan template')}{SUFFIX}"
        dialog = QFileDialog(self, _("Hand it on as a file"), str(suggested), "*.json")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self.save_to(one, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()


class TemplateForm(PartForm):
    """Every sentence of a template in a field of its own."""

    def __init__(self, template: PlanTemplate) -> None:
        """`template`: whose sentences."""
        super().__init__()
        self.add("title", LineField(_("Its name")))
        self.add("about", LensField(_("For whom and what it may fit"), lines=1))
        for heading, parts, name in (
            (_("Goals"), template.goals, "shared_wording"),
            (_("Questions to decide"), template.decisions, "question"),
            (_("Ways there"), template.options, "label"),
            (_("Steps"), template.steps, "what"),
        ):
            if parts:
                self.head(heading)
            for one in parts:
                self.add(f"{name}:{one.id}", LensField(_("In plain words"), lines=1))


class TemplateEditor(PartEditor):
    """Plans that were begun from it stay as they are."""

    FORM = "plans.template"

    def __init__(self, place: PlanPlace, template: PlanTemplate) -> None:
        """`template`: which one."""
        self._template = template
        super().__init__(
            place.desk, _("A plan template"), TemplateForm(template), subject_id=template.id, now=typed_of(template)
        )  # fmt: skip

    def show_plan(self, _found: object) -> None:
        """Templates belong to nobody's plan."""

    def keep(self) -> None:
        """Write it in other words."""
        typed, one = self.form.typed(), self._template
        changed = replace(
            one,
            title=typed["title"],
            about=typed["about"],
            goals=tuple(replace(each, **_goal_words(each, typed)) for each in one.goals),
            decisions=tuple(replace(each, question=typed[f"question:{each.id}"]) for each in one.decisions),
            options=tuple(replace(each, label=typed[f"label:{each.id}"]) for each in one.options),
            steps=tuple(replace(each, what=typed[f"what:{each.id}"]) for each in one.steps),
        )
        self.desk.runner.do(
            acts.change_template, changed, by=Voice.PRACTITIONER, owner=self, then=self.kept, sorry=self.say
        )  # fmt: skip


def what_is_in(one: PlanTemplate) -> str:
    """2 goals · 1 question · 4 ways · 3 steps."""
    counts = (
        (len(one.goals), ngettext("{n} goal", "{n} goals", len(one.goals))),
        (len(one.decisions), ngettext("{n} question", "{n} questions", len(one.decisions))),
        (len(one.options), ngettext("{n} way", "{n} ways", len(one.options))),
        (len(one.steps), ngettext("{n} step", "{n} steps", len(one.steps))),
    )
    return " · ".join(said.format(n=spoken().number(n)) for n, said in counts if n)


def typed_of(one: PlanTemplate) -> Mapping[str, Any]:
    """A template as its form shows it."""
    return {
        "title": one.title,
        "about": one.about,
        **{f"shared_wording:{each.id}": each.shared_wording or each.patient_words for each in one.goals},
        **{f"question:{each.id}": each.question for each in one.decisions},
        **{f"label:{each.id}": each.label for each in one.options},
        **{f"what:{each.id}": each.what for each in one.steps},
    }


def _goal_words(goal: Goal, typed: Mapping[str, Any]) -> dict[str, Any]:
    words = typed[f"shared_wording:{goal.id}"]
    return {"shared_wording": words} if goal.shared_wording else {"patient_words": words}


def _both_kinds(db: Reader) -> tuple[PlanTemplate, ...]:
    return (*templates(db), *templates(db, set_aside=True))
