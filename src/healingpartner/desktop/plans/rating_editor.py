"""The page on which one side says how near a goal is: in the words of its levels, or from 0 to 10."""

from typing import Any

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.goal_editor import goal_with
from healingpartner.desktop.plans.goal_words import level_number
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.desktop.plans.ruler_field import RulerField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.plans.goals import acts
from healingpartner.plans.goals.attainment import LIGHT_WORDS, LightAnswer, light_halves
from healingpartner.plans.goals.model import LEVEL_WORDS, LEVELS, Form, Goal
from healingpartner.plans.versions.model import Names, WholePlan


class RatingForm(PartForm):
    """Whose answer it is, the level, and a few words."""

    def __init__(self, goal: Goal, names: Names) -> None:
        """`goal`: which levels can be chosen."""
        super().__init__()
        self.add_part(
            SpeechLabel(goal.patient_words, caption=_("In {name}’s words").format(name=isolated(names.called)))
        )
        self.side: SideChoice = self.add("side", SideChoice(_("Who says so"), names.called))
        if goal.form is Form.NEAR:
            self.add("near", RulerField(_("How near are we?"), low=_("not at all"), high=_("we are there")))
        else:
            self.add("level", ChoiceField(_("How near are we?"), _levels(goal)))
        self.add("words", TextField(_("In own words, if you like"), lines=2))

    def field_for(self, name: str) -> str:
        """What the model calls halves is a level here."""
        return "level" if name == "halves" else name


class RatingEditor(PartEditor):
    """One rating. What was said before stays; this stands beside it with its day."""

    FORM = "plans.rating"

    def __init__(self, place: PlanPlace, found: WholePlan, goal_id: str) -> None:
        """`goal_id`: which goal."""
        self._place, self._goal = place, goal_with(found, goal_id)
        self.rating_form = RatingForm(self._goal, found.names)
        super().__init__(place.desk, _("How near are we?"), self.rating_form, subject_id=goal_id, now={})

    def keep(self) -> None:
        """In the voice that was chosen."""
        fields = self.rating_form.fields
        voice = self.rating_form.side.voice()
        if voice is None:
            self.let_go()
            return
        given: dict[str, Any] = {"words": fields["words"].value()}
        if self._goal.form is Form.NEAR:
            if fields["near"].value() is None:
                raise RuleBroken("near", _("Choose a number first, or leave it for now."))
            given["near"] = fields["near"].value()
        else:
            chosen = fields["level"].value()
            if not chosen:
                raise RuleBroken("level", _("Choose a level first, or leave it for now."))
            given["halves"] = _halves(self._goal, chosen)
        self._place.do(
            acts.rate, self._goal.id, by=voice, owner=self, then=self.kept, sorry=self.say, **given
        )  # fmt: skip


def _levels(goal: Goal) -> list[tuple[str, str]]:
    if goal.form is Form.LIGHT:
        return [(answer.value, _(words)) for answer, words in LIGHT_WORDS.items()]
    return [
        (
            str(level),
            _("{level}: {meaning}").format(
                level=level_number(level), meaning=goal.levels.get(level, "") or _(LEVEL_WORDS[level])
            ),
        )
        for level in reversed(LEVELS)
    ]


def _halves(goal: Goal, chosen: str) -> int:
    if goal.form is Form.LIGHT:
        return light_halves(LightAnswer(chosen), baseline=-2 if goal.baseline == -2 else -1)
    return 2 * int(chosen)
