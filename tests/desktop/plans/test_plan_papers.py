"""Every paper of a plan can be made from its page; an agreed plan leaves only as the bytes that were kept."""

from pathlib import Path

from desktop.plans.sleeping import agreed, settle, sleeping, tab_of
from desktop.stage import Stage
from healingpartner.desktop.leaving import Leaving
from healingpartner.desktop.plans import papers
from healingpartner.desktop.plans.print_page import PrintPage
from healingpartner.foundation.voices import Voice
from healingpartner.plans.steps.acts import put_step
from healingpartner.plans.steps.model import DayTime, Step, Treatment, TreatmentKind


def step(plan_id: str, owner: Voice, *, taken: bool = False) -> Step:
    treatment = Treatment(kind=TreatmentKind.REMEDY, amounts={DayTime.NIGHT: "one"}) if taken else None
    return Step(id="", plan_id=plan_id, owner=owner, what="Lime blossom tea", proposed_by=owner, treatment=treatment)


def test_each_paper_is_a_pdf_and_the_warning_goes_once_the_practitioner_owes_something(stage: Stage) -> None:
    person_id, plan_id = stage.do(sleeping)
    mine, theirs = step(plan_id, Voice.PRACTITIONER), step(plan_id, Voice.PATIENT, taken=True)
    stage.do(lambda practice: practice.do(put_step, plan_id, mine, by=Voice.PRACTITIONER))
    stage.do(lambda practice: practice.do(put_step, plan_id, theirs, by=Voice.PATIENT))
    tab = tab_of(stage, person_id)
    tab.print_out()
    page = tab.over
    assert isinstance(page, PrintPage)
    assert page.said() == ()
    assert tab.found is not None
    (decision,) = tab.found.contents.decisions
    assert set(page.links) == {"decided", f"grid:{decision.id}", "goals", "steps", "medicines"}
    desk, found = stage.desk, tab.found
    for order in (
        papers.decided(desk, found), papers.side_by_side(desk, found, decision), papers.goal_sheet(desk, found),
        papers.steps_for_the_fridge(desk, found), papers.medicines(desk, found),
    ):  # fmt: skip
        made = stage.do(order.make)
        assert made.pdf.startswith(b"%PDF"), order.name
        assert "Mira" not in order.name


def test_what_both_agreed_to_leaves_as_the_same_bytes_each_time_and_is_written_down(
    stage: Stage, tmp_path: Path
) -> None:
    person_id, _plan = stage.do(agreed)
    tab = tab_of(stage, person_id)
    assert tab.found is not None
    order = papers.decided(stage.desk, tab.found)
    first, again = stage.do(order.make).pdf, stage.do(order.make).pdf
    assert first == again
    (line,) = tab.found.versions
    assert stage.do(papers.history(stage.desk, tab.found).make).pdf.startswith(b"%PDF")
    assert stage.do(papers.kept_copy(stage.desk, tab.found, line).make).pdf == first
    path = tmp_path / "plan.pdf"
    saved: list[bool] = []
    Leaving(stage.desk, tab).save_to(order.make, order.purpose, path, lambda: saved.append(True))
    stage.qtbot.waitUntil(lambda: bool(saved), timeout=10_000)
    settle(stage, tab)
    assert path.read_bytes() == first
