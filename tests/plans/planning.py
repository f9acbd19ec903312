"""Invented people who plan, agree and follow; shared by the tests of this room, of its paper and of its pages."""

import json
from collections.abc import Callable

from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.plans.acts import begin_plan, begin_work, offer
from healingpartner.plans.goals.acts import put_goal
from healingpartner.plans.goals.model import Form, Goal
from healingpartner.plans.parts.acts import put_part_voice
from healingpartner.plans.parts.model import PartStance, PartVoice
from healingpartner.plans.versions.acts import acknowledge
from healingpartner.plans.versions.model import AckWay, WholePlan
from healingpartner.plans.views import plan_of
from healingpartner.practice import Practice

PATIENT, PRACTITIONER = Voice.PATIENT, Voice.PRACTITIONER
SIDES = (PATIENT, PRACTITIONER)
STROKES = json.dumps(
    {
        "kind": "healingpartner.strokes",
        "version": 1,
        "width": 5_000,
        "height": 1_600,
        "strokes": [[n for at in range(12) for n in (400 + 300 * at, 700 + 200 * (at % 2), 500, 30 * at)]],
    }
)


def add(practice: Practice, name: str = "Mira Rahimi") -> str:
    """A person of the practice."""
    return practice.do(add_person, Particulars(legal_name=name), by=PRACTITIONER)


def says(practice: Practice, act: Callable[..., object], *args: object, **kwargs: object) -> str:
    """The patient does it on the turned view; what the act gave back, "" for nothing."""
    given = practice.do(act, *args, by=PATIENT, hand=ON_THE_TURNED_VIEW, **kwargs)
    return given if isinstance(given, str) else ""


def does(practice: Practice, act: Callable[..., object], *args: object, **kwargs: object) -> str:
    """The practitioner does it at the desk; what the act gave back, "" for nothing."""
    given = practice.do(act, *args, by=PRACTITIONER, **kwargs)
    return given if isinstance(given, str) else ""


def goal(words: str = "Walk to the lake again", **more: object) -> Goal:
    """A goal in the light form, with words for now and for what is hoped for."""
    given: dict[str, object] = {
        "levels": {-1: "Round the house, then I must lie down", 0: "To the lake and back, twice a week"},
        "baseline": -1,
        "form": Form.LIGHT,
    }
    return Goal(id="", plan_id="", patient_words=words, **(given | more))  # type: ignore[arg-type]


def part(label: str = "The one who is tired", stance: PartStance = PartStance.WORRIED, needs: str = "") -> PartVoice:
    """What one part of the patient says."""
    return PartVoice(id="", plan_id="", label=label, stance=stance, needs=needs)


def begun(practice: Practice, name: str = "Mira Rahimi", *, title: str = "Walking again") -> tuple[str, str]:
    """A person with a plan being written: ids of the person and the plan."""
    person_id = add(practice, name)
    return person_id, does(practice, begin_plan, person_id, title=title)


def written(practice: Practice, name: str = "Mira Rahimi", *, title: str = "Walking again") -> tuple[str, str]:
    """A person with a plan that has a goal and a part on board, not offered yet."""
    person_id, plan_id = begun(practice, name, title=title)
    says(practice, put_goal, plan_id, goal())
    says(practice, put_part_voice, plan_id, part("The one who hopes", PartStance.ON_BOARD))
    return person_id, plan_id


def whole(practice: Practice, person_id: str, plan_id: str = "") -> WholePlan:
    """The plan as it stands."""
    found = practice.ask(plan_of, person_id, plan_id=plan_id)
    assert found is not None
    return found


def says_yes(practice: Practice, person_id: str, plan_id: str, voice: Voice, way: AckWay = AckWay.SPOKEN) -> str:
    """One side answers to exactly what the plan says now; the acknowledgement's id."""
    sha256 = whole(practice, person_id, plan_id).contents_sha256
    strokes = STROKES if way is AckWay.SIGNED else ""
    return practice.do(acknowledge, plan_id, way, contents_sha256=sha256, strokes=strokes, by=voice)


def both_say_yes(practice: Practice, person_id: str, plan_id: str) -> str:
    """Both say yes to what it says now; the id of the version that this makes."""
    for voice in SIDES:
        says_yes(practice, person_id, plan_id, voice)
    return whole(practice, person_id, plan_id).plan.version_id


def agreed(practice: Practice, name: str = "Mira Rahimi", *, title: str = "Walking again") -> tuple[str, str]:
    """A person with a plan that both have agreed to: ids of the person and the plan."""
    person_id, plan_id = written(practice, name, title=title)
    does(practice, offer, plan_id)
    both_say_yes(practice, person_id, plan_id)
    return person_id, plan_id


def under_way(practice: Practice, name: str = "Mira Rahimi", *, title: str = "Walking again") -> tuple[str, str]:
    """A person with an agreed plan that is under way: ids of the person and the plan."""
    person_id, plan_id = agreed(practice, name, title=title)
    does(practice, begin_work, plan_id)
    return person_id, plan_id
