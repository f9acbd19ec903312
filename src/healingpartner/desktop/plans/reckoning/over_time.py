"""Over time: how many are still free of something, from a small table, and three courses from one expected time."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.reckoning.bench import Bench, filled, sentences
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.numbers.course_words import course_sentences, scenario_sentences
from healingpartner.plans.numbers.estimate import HorizonUnit
from healingpartner.plans.numbers.scenarios import scenarios
from healingpartner.plans.numbers.survival import course_of
from healingpartner.plans.numbers.typed import decimal_typed, watched_typed


class SmallTable(Bench):
    """A row of times, and after each of them how many are still free of it."""

    def __init__(self) -> None:
        super().__init__(
            _("A small table over time"),
            _("One time for each person. A plus: it had not happened when the watching ended."),
            {"times": TextField(_("Times"), example="1, 2+, 3, 4, 4, 5+, 6", lines=2), "unit": _unit()},
            self._told,
            wide=frozenset({"times"}),
        )

    def _told(self, typed: Mapping[str, str]) -> list[QWidget]:
        if not filled(typed, "times"):
            return []
        course = course_of(watched_typed(typed["times"], "times"), field="times")
        return sentences(course_sentences(course, HorizonUnit(typed["unit"] or "months"), spoken()))


class ThreeCourses(Bench):
    """Best, most likely and hard, from one expected time, and what nobody can know."""

    def __init__(self) -> None:
        super().__init__(
            _("Three courses instead of one number"),
            _("Only where the person asks for it. A single number is right for few."),
            {"expected": LineField(_("The expected time, half of people")), "unit": _unit()},
            self._told,
        )

    def _told(self, typed: Mapping[str, str]) -> list[QWidget]:
        if not filled(typed, "expected"):
            return []
        found = scenarios(decimal_typed(typed["expected"], "expected"))
        return sentences(scenario_sentences(found, HorizonUnit(typed["unit"] or "months"), spoken()))


def _unit() -> ChoiceField:
    units = [("days", _("Days")), ("weeks", _("Weeks")), ("months", _("Months")), ("years", _("Years"))]
    return ChoiceField(_("Counted in"), units, value="months")
