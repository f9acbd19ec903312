"""What was being written when the practice was locked: each in one line, and one step away."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.check_in_editor import CheckInEditor
from healingpartner.desktop.plans.consent_editor import ConsentEditor
from healingpartner.desktop.plans.deciding_editor import DecidingEditor
from healingpartner.desktop.plans.decision_editor import DecisionEditor
from healingpartner.desktop.plans.differ_editor import DifferEditor
from healingpartner.desktop.plans.felt_editor import FeltEditor
from healingpartner.desktop.plans.goal_editor import GoalEditor
from healingpartner.desktop.plans.instead_editor import InsteadEditor
from healingpartner.desktop.plans.option_editor import OptionEditor
from healingpartner.desktop.plans.part_editor import PartVoiceEditor
from healingpartner.desktop.plans.particulars_editor import ParticularsEditor
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.desktop.plans.rating_editor import RatingEditor
from healingpartner.desktop.plans.side_by_side import FORM as ROW, SideBySide
from healingpartner.desktop.plans.step_editor import StepEditor
from healingpartner.desktop.plans.too_much_editor import TooMuchEditor
from healingpartner.foundation.words import N_, _
from healingpartner.plans.versions.model import WholePlan
from healingpartner.vault.drafts import Draft

WHAT: Mapping[str, str] = {
    GoalEditor.FORM: N_("You were writing a goal."),
    RatingEditor.FORM: N_("You were writing down how near a goal is."),
    DecisionEditor.FORM: N_("You were writing a question."),
    OptionEditor.FORM: N_("You were writing one of the ways."),
    FeltEditor.FORM: N_("You were writing down what was said of a way."),
    DecidingEditor.FORM: N_("You were writing down what is decided."),
    TooMuchEditor.FORM: N_("You were writing down what is too much."),
    PartVoiceEditor.FORM: N_("You were writing down what a part says."),
    ParticularsEditor.FORM: N_("You were writing what the plan is about."),
    ROW: N_("You were writing a row of the comparison."),
    StepEditor.FORM: N_("You were writing a step."),
    CheckInEditor.FORM: N_("You were writing down how it went."),
    ConsentEditor.FORM: N_("You were asking for a yes."),
    DifferEditor.FORM: N_("You were writing down what is seen differently."),
    InsteadEditor.FORM: N_("You were proposing another way."),
}


class DraftsNotice(Card):
    """`wanted`: (form, subject id) of a draft to go on with. Hidden while there is none."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        """Hidden at first."""
        super().__init__(ground="warn_tint")
        self._lines = QVBoxLayout()
        self.column.addLayout(self._lines)
        self.links: list[LinkButton] = []
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft], found: WholePlan) -> None:
        """Those that belong to this plan."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = []
        ours = [one for one in drafts if one.form in WHAT and one.subject_id in _ids(found)]
        for one in ours:
            self._lines.addWidget(self._line(one))
        self.setVisible(bool(ours))

    def _line(self, one: Draft) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        said = _("{what} Your text is kept, and not saved yet.").format(what=_(WHAT[one.form]))
        column.addWidget(PlainLabel(said))
        link = LinkButton(_("Go on writing"), icon="pencil-simple")
        link.setAccessibleName(_("{act}: {subject}").format(act=link.text(), subject=_(WHAT[one.form])))
        link.clicked.connect(lambda: self.wanted.emit(one.form, one.subject_id))
        self.links.append(link)
        row = FlowLayout()
        row.addWidget(link)
        column.addLayout(row)
        return line


def opened_again(place: PlanPlace, found: WholePlan, form: str, subject_id: str) -> object:
    """The page on which that draft goes on."""
    contents, plan_id = found.contents, found.plan.id
    part = "" if subject_id == plan_id else subject_id
    option = next((one for one in contents.options if one.id == subject_id), None)
    pages: Mapping[str, Callable[[], object]] = {
        GoalEditor.FORM: lambda: GoalEditor(place, found, part),
        RatingEditor.FORM: lambda: RatingEditor(place, found, subject_id),
        DecisionEditor.FORM: lambda: DecisionEditor(place, found, part),
        OptionEditor.FORM: lambda: (
            OptionEditor(place, found, subject_id)
            if option is None
            else OptionEditor(place, found, option.decision_id, option.id)
        ),
        FeltEditor.FORM: lambda: FeltEditor(place, found, subject_id),
        DecidingEditor.FORM: lambda: DecidingEditor(place, found, subject_id),
        TooMuchEditor.FORM: lambda: TooMuchEditor(place, found, subject_id),
        PartVoiceEditor.FORM: lambda: PartVoiceEditor(place, found, part),
        ParticularsEditor.FORM: lambda: ParticularsEditor(place, found),
        ROW: lambda: SideBySide(place, found, subject_id),
        StepEditor.FORM: lambda: StepEditor(place, found, part),
        CheckInEditor.FORM: lambda: CheckInEditor(place, found, part),
        ConsentEditor.FORM: lambda: ConsentEditor(place, found),
        DifferEditor.FORM: lambda: DifferEditor(place, found),
        InsteadEditor.FORM: lambda: InsteadEditor(place, found),
    }
    return pages[form]()


def _ids(found: WholePlan) -> frozenset[str]:
    contents = found.contents
    parts = (contents.goals, contents.decisions, contents.options, contents.parts, contents.steps)
    return frozenset({found.plan.id, *(one.id for kind in parts for one in kind)})
