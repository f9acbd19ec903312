"""The card "How we will know": every goal with its levels in words, and how far one has come from the start."""

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.card_column import CardColumn
from healingpartner.desktop.plans.goal_editor import GoalEditor
from healingpartner.desktop.plans.goal_view import GoalView
from healingpartner.desktop.plans.goal_words import change_words, together_words
from healingpartner.desktop.plans.place import PlanCard, PlanPlace
from healingpartner.desktop.plans.rating_editor import RatingEditor
from healingpartner.foundation.words import _
from healingpartner.plans.goals import acts
from healingpartner.plans.goals.attainment import attainment_of, near_of
from healingpartner.plans.goals.model import Goal, GoalState
from healingpartner.plans.model import LIVED, WRITABLE
from healingpartner.plans.versions.model import WholePlan

AT_ONCE = 2


class GoalsCard(PlanCard):
    """Each goal is drawn anew only when it, or what was said of it, changed."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("How we will know"))
        self._place = place
        self._found: WholePlan | None = None
        self._shown: dict[str, tuple[object, GoalView]] = {}
        self._none = PlainLabel(
            _("No goal yet. What would be different, if this plan did what it is for?"), tone="soft"
        )
        self._rows = CardColumn(gap=18)
        self.add_button = LinkButton(_("Add a goal"), icon="plus")
        self.first_button = QuietButton(_("Write the first goal"), icon="plus")
        for button in (self.add_button, self.first_button):
            button.clicked.connect(lambda: self.edit(""))
        self.column.setSpacing(12)
        self.column.addWidget(self._none)
        self.column.addWidget(self._rows)
        row = FlowLayout(gap=10)
        row.addWidget(self.first_button)
        row.addWidget(self.add_button)
        self.column.addLayout(row)

    def show_plan(self, found: WholePlan) -> None:
        """Draw what changed."""
        self._found = found
        goals = found.contents.goals
        writable = found.plan.state in WRITABLE
        self.note.setText(self._together(found))
        self.note.setVisible(bool(self.note.text()))
        self._none.setVisible(not goals)
        self.first_button.setVisible(writable and not goals)
        self.add_button.setVisible(writable and bool(goals))
        for gone in [key for key in self._shown if key not in {one.id for one in goals}]:
            self._take_away(self._shown.pop(gone)[1])
        for at, goal in enumerate(goals):
            if at < AT_ONCE or goal.id in self._shown:
                self._show_goal(goal, at)
            else:
                self._place.later.add(lambda goal=goal, at=at: self._show_goal(goal, at))  # type: ignore[misc]

    def view(self, goal_id: str) -> GoalView | None:
        """A goal as it is shown."""
        shown = self._shown.get(goal_id)
        return None if shown is None else shown[1]

    def edit(self, goal_id: str) -> None:
        """Write a goal; "" for a new one."""
        if self._found is not None:
            self._place.opens(GoalEditor(self._place, self._found, goal_id))

    def rate(self, goal_id: str) -> None:
        """Say how near it is."""
        if self._found is not None:
            self._place.opens(RatingEditor(self._place, self._found, goal_id))

    def _together(self, found: WholePlan) -> str:
        goals, ratings = found.contents.goals, found.ratings
        levels, near = attainment_of(goals, ratings), near_of(goals, ratings)
        if not levels.of + near.of:
            return ""
        alone = change_words(goals[0], ratings) if len(goals) == 1 else ""
        return " · ".join(part for part in (alone, together_words(levels, near)) if part)

    def _show_goal(self, goal: Goal, at: int) -> None:
        found = self._found
        if found is None or goal not in found.contents.goals:
            return
        state = found.plan.state
        said = tuple(one for one in found.ratings if one.goal_id == goal.id)
        alone = len(found.contents.goals) == 1
        said_above = goal.patient_words == found.plan.matters
        key = (goal, said, state in WRITABLE, state in LIVED, alone, said_above)
        before = self._shown.get(goal.id)
        if before is not None and before[0] == key:
            return
        view = GoalView(
            goal, said, found.names, writable=state in WRITABLE, lived=state in LIVED, alone=alone,
            said_above=said_above,
        )  # fmt: skip
        view.rates.connect(self.rate)
        view.edits.connect(self.edit)
        view.turns.connect(self._turn)
        if before is not None:
            self._take_away(before[1])
        self._rows.insert(at, view)
        self._shown[goal.id] = (key, view)

    def _turn(self, goal_id: str, to: object) -> None:
        if isinstance(to, GoalState):
            self._place.do(acts.turn_goal, goal_id, to)

    def _take_away(self, widget: QWidget) -> None:
        self._rows.take(widget)
