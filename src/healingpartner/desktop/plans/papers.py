"""The papers of a plan: made on the vault thread, handed to the one door out.

An agreed version leaves only as the bytes that were made when both agreed; what is still being worked on is drawn anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.leaving import Finished
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.desktop.plans.plan_copies import version_bytes
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import Words, _, spoken
from healingpartner.people.practitioner.views import practitioner
from healingpartner.plans.consents.model import TreatmentConsent
from healingpartner.plans.decisions.model import Decision
from healingpartner.plans.versions.model import VersionLine, WholePlan
from healingpartner.plans.versions.views import version_with
from healingpartner.plans.views import plan_of
from healingpartner.practice import Practice

if TYPE_CHECKING:
    from healingpartner.paper.plan.copy import PlanCopy
    from healingpartner.paper.printed import Letterhead, Paper, Printed

Draw = Callable[["PlanCopy", "Letterhead", Words, "Paper"], "Printed"]


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """The bytes of a copy, as they were made."""

    pdf: bytes


def decided(desk: Desk, found: WholePlan) -> PaperOrder:
    """What we decided together: the kept copy where it says what both agreed to, else as it stands."""

    def draw(copy: "PlanCopy", letterhead: "Letterhead", words: Words, paper: "Paper") -> "Printed":
        from healingpartner.paper.plan.decided import plan_paper

        return plan_paper(copy, letterhead=letterhead, words=words, paper=paper)

    drawn = _order(desk, found, _("What we decided together"), draw)

    def make(practice: Practice) -> Finished:
        newest = found.versions[-1] if found.versions else None
        here = practice.ask(plan_of, found.person_id, plan_id=found.plan.id)
        if newest is not None and here is not None and here.contents_sha256 == newest.contents_sha256:
            return KeptPaper(version_bytes(desk, practice, newest.id))
        return drawn.make(practice)

    return PaperOrder(make=make, purpose=drawn.purpose, name=drawn.name)


def kept_copy(desk: Desk, found: WholePlan, line: VersionLine) -> PaperOrder:
    """The copy of one version, as it was made."""
    what = _("Plan, version {number}").format(number=spoken().number(line.number))
    return PaperOrder(
        make=lambda practice: KeptPaper(version_bytes(desk, practice, line.id)),
        purpose=_purpose(found, what),
        name=what,
    )


def side_by_side(desk: Desk, found: WholePlan, decision: Decision) -> PaperOrder:
    """The ways of one decision beside each other, with their people as icons."""

    def draw(copy: "PlanCopy", letterhead: "Letterhead", words: Words, paper: "Paper") -> "Printed":
        from healingpartner.paper.plan.grid import grid_paper

        return grid_paper(copy, decision, letterhead=letterhead, words=words, paper=paper)

    return _order(desk, found, _("The ways side by side"), draw)


def goal_sheet(desk: Desk, found: WholePlan) -> PaperOrder:
    """The goals with their levels in words."""

    def draw(copy: "PlanCopy", letterhead: "Letterhead", words: Words, paper: "Paper") -> "Printed":
        from healingpartner.paper.plan.goal_sheet import goal_paper

        return goal_paper(copy, letterhead=letterhead, words=words, paper=paper)

    return _order(desk, found, _("Goal sheet"), draw)


def steps_for_the_fridge(desk: Desk, found: WholePlan) -> PaperOrder:
    """What each will do, in large print."""

    def draw(copy: "PlanCopy", letterhead: "Letterhead", words: Words, paper: "Paper") -> "Printed":
        from healingpartner.paper.plan.step_list import step_list

        return step_list(copy, letterhead=letterhead, words=words, paper=paper)

    return _order(desk, found, _("Step list for the fridge"), draw)


def medicines(desk: Desk, found: WholePlan) -> PaperOrder:
    """What is taken and done each day."""

    def draw(copy: "PlanCopy", letterhead: "Letterhead", words: Words, paper: "Paper") -> "Printed":
        from healingpartner.paper.plan.medicines import medicines_paper

        return medicines_paper(copy, letterhead=letterhead, words=words, paper=paper)

    return _order(desk, found, _("What to take and do each day"), draw)


def history(desk: Desk, found: WholePlan) -> PaperOrder:
    """Every version, and what changed from one to the next."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> Finished:
        from healingpartner.paper.plan.history import HistoryCopy, history_paper

        here = _now(practice, found)
        copy = HistoryCopy(
            names=here.names,
            title=here.plan.title,
            versions=tuple(practice.ask(version_with, line.id) for line in here.versions),
            made=desk.clock.now(),
        )
        return history_paper(copy, letterhead=_letterhead(practice), words=words, paper=paper)

    what = _("History of the plan")
    return PaperOrder(make=make, purpose=_purpose(found, what), name=what)


def consent_record(desk: Desk, found: WholePlan, consent: TreatmentConsent) -> PaperOrder:
    """The record of one yes to a treatment or a touch."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> Finished:
        from healingpartner.paper.plan.consent import TreatmentConsentCopy, treatment_consent_paper

        copy = TreatmentConsentCopy(names=found.names, consent=consent, made=desk.clock.now())
        return treatment_consent_paper(copy, letterhead=_letterhead(practice), words=words, paper=paper)

    what = _("Consent record")
    return PaperOrder(make=make, purpose=_purpose(found, what), name=what)


def _order(desk: Desk, found: WholePlan, what: str, draw: Draw) -> PaperOrder:
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> Finished:
        from healingpartner.paper.plan.copy import copy_of_now

        copy = copy_of_now(_now(practice, found), desk.clock.now())
        return draw(copy, _letterhead(practice), words, paper)

    return PaperOrder(make=make, purpose=_purpose(found, what), name=what)


def _now(practice: Practice, found: WholePlan) -> WholePlan:
    here = practice.ask(plan_of, found.person_id, plan_id=found.plan.id)
    if here is None:
        raise Refused(_("This plan is not here any more."))
    return here


def _letterhead(practice: Practice) -> "Letterhead":
    return letterhead_of(practice.ask(practitioner))


def _purpose(found: WholePlan, what: str) -> Purpose:
    return Purpose(
        what=what, to_whom=found.names.patient, why=_("The patient's own copy"), person_id=found.person_id
    )  # fmt: skip
