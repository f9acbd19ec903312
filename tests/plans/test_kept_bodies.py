"""What version 1 wrote of a plan is read for ever: these files are never made anew."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from healingpartner.plans import kept
from healingpartner.plans.model import Plan
from healingpartner.plans.ruling import Rule, RuleKind
from healingpartner.plans.store import Kept, plan_from
from healingpartner.plans.templates.file import from_bytes
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.plans.templates.store import TEMPLATE_KIND
from healingpartner.plans.versions.hashing import sha256_of
from healingpartner.plans.versions.store import COPY_KIND, VERSION_KIND, Frozen, KeptCopy
from healingpartner.vault.written import from_text

KEPT = Path(__file__).parent / "kept"
BODIES: dict[str, list[dict[str, object]]] = json.loads((KEPT / "bodies-1.json").read_text("utf-8"))
SHAPES: dict[str, tuple[type, str]] = {
    "plan_version": (Frozen, VERSION_KIND),
    "plan_version_copy": (KeptCopy, COPY_KIND),
    "plan_template": (PlanTemplate, TEMPLATE_KIND),
    "plan": (Plan, "hp/plan"),
    **{one.table.name: (one.shape, one.kind) for one in vars(kept).values() if isinstance(one, Kept)},
}
AGREED = "3443eb6c968d1555a768c93359237fad134321b5a14427b83d90798b4499a56e"


def test_there_is_one_of_every_table() -> None:
    assert set(BODIES) == {table.name for table in kept.TABLES} | {"plan_template"}
    assert all(BODIES.values())


@pytest.mark.parametrize("table", sorted(BODIES))
def test_bodies_of_version_1_are_read(table: str) -> None:
    shape, kind = SHAPES[table]
    for body in BODIES[table]:
        assert body["version"] == 1
        assert isinstance(from_text(shape, json.dumps(body), kind=kind), shape)


def test_a_version_of_version_1_says_what_it_said() -> None:
    frozen = from_text(Frozen, json.dumps(BODIES["plan_version"][0]), kind=VERSION_KIND)
    contents = frozen.contents
    assert contents.plan.matters == "My mornings"
    assert [one.label for one in contents.options] == ["Valerian drops", "Wait four weeks", "Drops on Sundays"]
    assert sha256_of(contents) == AGREED
    assert [one.rule for one in contents.steps] == [None] * len(contents.steps)
    ruled = replace(contents.steps[0], rule=Rule(kind=RuleKind.LAW))
    assert sha256_of(replace(contents, steps=(ruled, *contents.steps[1:]))) != AGREED
    assert plan_from(json.dumps(BODIES["plan"][0])).title == "Sleep again"


def test_a_template_file_of_version_1_is_taken_in() -> None:
    template = from_bytes((KEPT / "sleep-1.plan-template.json").read_bytes())
    assert template.title == "Sleep"
    assert [one.patient_words for one in template.goals] == ["Six hours in one go"]
