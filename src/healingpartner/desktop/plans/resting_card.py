"""The quiet card at the end: pausing and letting go, other plans of this person, and templates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.place import PlanCard, PlanPlace, sentence_of
from healingpartner.desktop.plans.templates_page import TemplatesPage
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import _, spoken
from healingpartner.plans import acts
from healingpartner.plans.model import PLAN_STATE_WORDS, PlanState
from healingpartner.plans.reading import PlanLine
from healingpartner.plans.templates.acts import make_template
from healingpartner.plans.versions.model import WholePlan
from healingpartner.plans.views import plans_of_person


class RestingCard(PlanCard):
    """Either may rest it or let it go at any time; no reason is asked."""

    wants_another = Signal()
    wants_plan = Signal(str)

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("Resting, letting go, and other plans"))
        self._place = place
        self._found: WholePlan | None = None
        self.words = PlainLabel(
            _("Either of you may rest this plan or let it go, at any time. No reason is asked."), tone="soft"
        )
        self.side: SideChoice | None = None
        self._side_place = QVBoxLayout()
        self.pause_button, self.release_button = QuietButton(_("Rest it"), icon="pause"), QuietButton(_("Let it go"))
        self.template_name = LineField(_("The template’s name"))
        self.template_name.hide()
        self.keep_button = QuietButton(_("Keep the template"), icon="check")
        self.keep_button.hide()
        self.make_link = LinkButton(_("Make a template of this plan"), icon="file-text")
        self.templates_link = LinkButton(_("All templates"), icon="folder-open")
        self.another_link = LinkButton(_("Begin another plan"), icon="plus")
        self.sentence, self._others = PlainLabel(tone="warn"), FlowLayout(gap=12)
        self.sentence.hide()
        self._lay_out()
        self.pause_button.clicked.connect(lambda: self._turn(acts.pause))
        self.release_button.clicked.connect(lambda: self._turn(acts.release))
        self.make_link.clicked.connect(self._name_it)
        self.keep_button.clicked.connect(self.make)
        self.templates_link.clicked.connect(lambda: place.opens(TemplatesPage(place)))
        self.another_link.clicked.connect(self.wants_another)

    def show_plan(self, found: WholePlan) -> None:
        """What can still be done with it."""
        first, self._found = self._found is None, found
        state = found.plan.state
        if first:
            self.side = SideChoice(_("Who says so"), found.names.called)
            self._side_place.addWidget(self.side)
        going = state is not PlanState.RELEASED
        self.pause_button.setVisible(going and state is not PlanState.PAUSED)
        self.release_button.setVisible(going)
        self.words.setVisible(going)
        if self.side is not None:
            self.side.setVisible(going)
        self._place.desk.runner.ask(plans_of_person, found.person_id, owner=self, then=self._show_others)

    def make(self) -> None:
        """Make a template of the plan in one step, without the person."""
        if self._found is None:
            return
        title = self.template_name.value().strip() or self._found.plan.title
        self._place.do(
            make_template, self._found.plan.id, title=title, owner=self, then=lambda _id: self._made(),
            sorry=lambda problem: self.template_name.say(sentence_of(problem)),
        )  # fmt: skip

    def _name_it(self) -> None:
        if self._found is not None and not self.template_name.value():
            self.template_name.set_value(self._found.plan.title)
        self.template_name.show()
        self.keep_button.show()
        self.template_name.setFocus()

    def _made(self) -> None:
        self.template_name.set_value("")
        self.template_name.hide()
        self.keep_button.hide()
        self._place.desk.notices.say(_("The template is made. Nothing of this person stands in it."))

    def _turn(self, act: object) -> None:
        voice = None if self.side is None else self.side.voice()
        if voice is not None and self._found is not None:
            self.sentence.hide()
            self._place.do(act, self._found.plan.id, by=voice, owner=self, sorry=self._say)

    def _say(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()

    def _show_others(self, lines: tuple[PlanLine, ...]) -> None:
        self._others.clear()
        for line in lines:
            if self._found is None or line.plan_id == self._found.plan.id or line.state is None:
                continue
            made = "" if line.made is None else spoken().date(line.made)
            parts = (line.title, _(PLAN_STATE_WORDS[line.state]), made)
            link = LinkButton(_("Open: {plan}").format(plan=" · ".join(part for part in parts if part)))
            link.clicked.connect(lambda _on=False, plan_id=line.plan_id: self.wants_plan.emit(plan_id))
            self._others.addWidget(link)

    def _lay_out(self) -> None:
        self.column.addWidget(self.words)
        self.column.addLayout(self._side_place)
        row = FlowLayout(gap=10)
        row.addWidget(self.pause_button)
        row.addWidget(self.release_button)
        self.column.addLayout(row)
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.template_name)
        keep = FlowLayout()
        keep.addWidget(self.keep_button)
        self.column.addLayout(keep)
        links = FlowLayout(gap=14)
        for link in (self.make_link, self.templates_link, self.another_link):
            links.addWidget(link)
        self.column.addLayout(links)
        self.column.addLayout(self._others)
