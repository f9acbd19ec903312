"""A test: how common it is, how well the test finds it and how well it clears, told in people."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.icon_array import CaptionedPicture
from healingpartner.desktop.plans.reckoning.bench import Bench, filled, sentences
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.numbers.estimate import OutcomeDirection
from healingpartner.plans.numbers.testing import PeopleTested, as_people, results_of
from healingpartner.plans.numbers.testing_words import result_sentences
from healingpartner.plans.numbers.typed import share_typed

_NEEDED = ("prevalence", "sensitivity", "specificity")


class ATest(Bench):
    """Four sentences, and a picture of those who hear yes."""

    def __init__(self) -> None:
        super().__init__(
            _("A test"), _("What a yes and a no mean, in people. First who has it, then what the test says."),
            _fields(), _told,
        )  # fmt: skip


def _told(typed: Mapping[str, str]) -> list[QWidget]:
    if not filled(typed, *_NEEDED):
        return []
    shares = {name: share_typed(typed[name], name) for name in _NEEDED}
    people = as_people(results_of(**shares))
    shown = sentences(result_sentences(people, spoken()))
    return [*shown, _Pictured(people)] if people.positive else shown


class _Pictured(QWidget):
    """Those who hear yes: the ones who have it are filled."""

    def __init__(self, people: PeopleTested) -> None:
        super().__init__()
        said = _("{n} of {of} who hear yes").format(
            n=spoken().number(people.ill_found), of=spoken().number(people.positive)
        )
        FlowLayout(self, gap=20).addWidget(
            CaptionedPicture(
                people.ill_found, people.positive, said, outcome=_("have it"), direction=OutcomeDirection.HARM
            )
        )


def _fields() -> dict[str, Any]:
    share = _("as 15 %, 0.15 or 3/20")
    return {
        "prevalence": LineField(_("How many have it, before the test"), hint=share),
        "sensitivity": LineField(_("Of those who have it, how many it finds"), hint=share),
        "specificity": LineField(_("Of those who do not have it, how many it clears"), hint=share),
    }
