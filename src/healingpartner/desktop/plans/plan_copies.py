"""The printed copy of an agreed version: made once on the vault thread, kept as bytes, and given out as it is."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.exchange.plan_copies import print_and_keep
from healingpartner.foundation.words import spoken
from healingpartner.people.practitioner.views import practitioner
from healingpartner.plans.versions.model import PlanVersion
from healingpartner.plans.views import names_of, plan_of
from healingpartner.practice import Practice

if TYPE_CHECKING:
    from healingpartner.paper.printed import Printed


def keep_copy(desk: Desk, owner: QWidget, person_id: str, plan_id: str) -> None:
    """Print and keep the newest version of a plan where that was not done yet; nothing where there is none."""
    desk.runner.run(lambda practice: copy_kept(desk, practice, person_id, plan_id), owner=owner)


def copy_kept(desk: Desk, practice: Practice, person_id: str, plan_id: str) -> bytes:
    """The bytes of the newest version's copy, made now or kept before; b"" where nothing is agreed."""
    found = practice.ask(plan_of, person_id, plan_id=plan_id)
    if found is None or not found.versions:
        return b""
    return version_bytes(desk, practice, found.versions[-1].id)


def version_bytes(desk: Desk, practice: Practice, version_id: str) -> bytes:
    """The copy of a version: the bytes kept, or made and kept now."""
    paper, words = paper_of(desk.settings), spoken()

    def render(version: PlanVersion) -> "Printed":
        from healingpartner.paper.plan.copy import copy_of_version
        from healingpartner.paper.plan.decided import plan_paper

        names = practice.ask(names_of, version.person_id)
        letterhead = letterhead_of(practice.ask(practitioner))
        return plan_paper(copy_of_version(version, names), letterhead=letterhead, words=words, paper=paper)

    return print_and_keep(practice, version_id, render=render)
